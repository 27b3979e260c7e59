// Draws a closed request. The same request always gives the same drawing.

import type { Face } from "../../../manga/artwork.ts";
import { ART_MARGIN, type Drawing } from "../../../manga/drawing.ts";
import { type Box, boundingBox } from "../../../manga/geometry.ts";
import type { Drawn } from "../../artist.ts";
import type { DrawRequest } from "./closed/request.ts";
import { drawPanel, drawPortrait } from "./panel.ts";
import { clamp, type Pt } from "./pen/curves.ts";
import type { Sketch } from "./sketch.ts";

export const drawRequest = (request: DrawRequest): Drawn =>
  drawn(request, request.kind === "panel" ? drawPanel(request) : drawPortrait(request));

function drawn({ width, height }: DrawRequest, sketch: Sketch): Drawn {
  const m = ART_MARGIN;
  const clip = `M${-m} ${-m}H${width + m}V${height + m}H${-m}z`;
  const drawing: Drawing = { width, height, margin: m, items: [{ items: sketch.items, clip }] };
  const faces = sketch.faces.flatMap(({ character, corners, mouth }): Face[] => {
    const box = within(corners, width, height);
    if (!box) return [];
    return [
      {
        character,
        box,
        mouth: { x: round(clamp(mouth[0], 0, width)), y: round(clamp(mouth[1], 0, height)) },
      },
    ];
  });
  const keep = [...sketch.keep.map((corners) => ({ corners })), ...sketch.bodies].flatMap(
    ({ corners, ...weight }) => {
      const box = within(corners, width, height);
      return box === null ? [] : [{ ...box, ...weight }];
    },
  );
  return { content: { kind: "drawing", drawing }, faces, keep };
}

/** Rounds down, so that no box extends beyond the panel. */
const round = (v: number) => Math.floor(v * 10) / 10;

/** The part of a box that lies inside the panel; null if it is narrower or lower than 4 units. */
function within(corners: readonly Pt[], width: number, height: number): Box | null {
  const shown = boundingBox(corners.map(([x, y]) => ({ x: clamp(x, 0, width), y: clamp(y, 0, height) })));
  if (shown.width < 4 || shown.height < 4) return null;
  return { x: round(shown.x), y: round(shown.y), width: round(shown.width), height: round(shown.height) };
}
