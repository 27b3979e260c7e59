// Paints a page's parts on a canvas, all planes or one: art clipped to its frames, borders, sounds, balloons, foot. Screens, print and
// layered files all use these functions, so that they show the same page.
import { type Canvas, type Image, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing } from "../manga/drawing.ts";
import { pictureBox } from "../manga/drawn-frame.ts";
import { type Box, boundingBox } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { randomFor } from "../manga/seeded-random.ts";
import type { Panel } from "../manga/storyboard.ts";
import { paintFoot } from "./compose-foot.ts";
import { framePath, paintBorder } from "./compose-frames.ts";
import { paintSound, paintText } from "./compose-texts.ts";
import type { PageBrief, PaintedArt } from "./drafter.ts";
import { type Plane, paintDrawing } from "./paint.ts";
import { hasColour, separateImage, withoutColour } from "./separate.ts";

/** Decoded art. */
export type ReadyArt =
  | { kind: "drawing"; drawing: Drawing }
  /** For a coloured book both planes are the image itself; otherwise they are its grey separations. */
  | { kind: "image"; picture: (plane: Plane, colour: boolean) => Image | Canvas };

/** Line ends, edges and slanted letters extend a little beyond a text's box. */
export const TEXT_MARGIN = 40;
/** Borders extend a little beyond their panels. */
export const PANEL_MARGIN = 20;

export interface PageParts {
  panels: readonly Panel[];
  art: ReadonlyMap<string, ReadyArt>;
  texts: readonly LetteredText[];
  /** `folio`: the printed number, if it is not the page's own. `credit`: a line at the foot. */
  page: PageBrief & { folio?: number; credit?: string };
}

/** Decodes images once, however often they are painted. Throws the decoder's error for a broken image. */
export async function readyArt(art: ReadonlyMap<string, PaintedArt>): Promise<Map<string, ReadyArt>> {
  // Decodes concurrently, on all cores.
  const ready = await Promise.all(
    [...art].map(async ([id, painted]) => [id, await decoded(painted)] as const),
  );
  return new Map(ready);
}

async function decoded(painted: PaintedArt): Promise<ReadyArt> {
  if (painted.kind === "drawing") return painted;
  const image = await loadImage(painted.bytes);
  // Analysed as soon as it is decoded, while other images are still being decoded.
  const tinted = hasColour(image);
  let grey: Image | Canvas | undefined;
  let planes: ReturnType<typeof separateImage> | undefined;
  return {
    kind: "image",
    picture(plane, colour) {
      if (plane === "both") {
        if (colour || !tinted) return image;
        grey ??= withoutColour(image);
        return grey;
      }
      planes ??= separateImage(image);
      return planes[plane];
    },
  };
}

/** The canvas must be white, and map units to pixels. Throws a RangeError if a panel has no art. */
export function paintPage(ctx: SKRSContext2D, parts: PageParts, plane: Plane = "both"): void {
  paintPanels(ctx, parts, plane);
  if (plane !== "tone") paintFoot(ctx, parts.page);
}

/** Paints the page without its foot. */
export function paintPanels(ctx: SKRSContext2D, parts: PageParts, plane: Plane = "both"): void {
  const { page } = parts;
  const colour = page.colorMode === "color";
  const isSeen = seenOn(ctx);
  const panels = parts.panels.filter(({ frame }) => isSeen(boundingBox(frame.corners), PANEL_MARGIN));
  for (const panel of panels) paintArt(ctx, { panel, art: artOf(parts, panel), plane, colour });
  if (plane !== "tone") paintBorders(ctx, panels, page);
  const texts = parts.texts.filter((text) => isSeen(aroundText(text, parts.texts), TEXT_MARGIN));
  paintTexts(ctx, { ...parts, texts }, plane);
}

/**
 * Returns a predicate for boxes that may be visible on a canvas with a part of the page, such as a strip of a sheet. Its transform must not
 * rotate.
 */
function seenOn(ctx: SKRSContext2D): (box: Box, margin: number) => boolean {
  const { a, d, e, f } = ctx.getTransform();
  const { width, height } = ctx.canvas;
  return (box, margin) =>
    (box.x - margin) * a + e < width &&
    (box.x + box.width + margin) * a + e > 0 &&
    (box.y - margin) * d + f < height &&
    (box.y + box.height + margin) * d + f > 0;
}

/** Bounding box of all that is painted with a text: balloon, tail, and those of the line that shares its outline. */
export function aroundText(text: LetteredText, texts: readonly LetteredText[]): Box {
  const shared = texts.filter(({ within }) => within === text.id);
  return boundingBox(
    [text, ...shared].flatMap(({ box: { x, y, width, height }, tail }) => [
      { x, y },
      { x: x + width, y: y + height },
      ...(tail === null ? [] : [tail]),
    ]),
  );
}

export function artOf({ art, page }: Pick<PageParts, "art" | "page">, panel: Panel): ReadyArt {
  const ready = art.get(panel.id);
  if (ready === undefined) throw new RangeError(`panel ${panel.id} of page ${page.number} has no art`);
  return ready;
}

export function paintBorders(ctx: SKRSContext2D, panels: readonly Panel[], page: PageBrief): void {
  for (const panel of panels) {
    paintBorder(ctx, panel.frame, randomFor(page.seed, page.number, panel.id, "border"));
  }
}

function paintTexts(ctx: SKRSContext2D, { panels, texts, page }: PageParts, plane: Plane): void {
  for (const sound of texts.filter((text) => text.kind === "sound")) {
    const panel = panels.find((candidate) => candidate.id === sound.panel);
    if (panel !== undefined)
      paintSound(ctx, sound, { frame: panel.frame, plane, colour: page.colorMode === "color" });
  }
  for (const text of texts) {
    if (text.kind !== "sound") paintText(ctx, text, { plane });
  }
}

/** A drawing's origin is at the corner of the picture's box, and it is enlarged if it is smaller than the box. An image fills the box. */
export function paintArt(
  ctx: SKRSContext2D,
  { panel, art, plane, colour = false }: { panel: Panel; art: ReadyArt; plane: Plane; colour?: boolean },
): void {
  const box = pictureBox(panel.frame);
  ctx.save();
  ctx.clip(framePath(panel.frame));
  if (art.kind === "image") {
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(art.picture(plane, colour), box.x, box.y, box.width, box.height);
  } else {
    const { drawing } = art;
    const enlarged = Math.max(1, box.width / drawing.width, box.height / drawing.height);
    ctx.translate(box.x, box.y);
    // A unit or so is rounding, which the drawing's margin covers.
    if (enlarged > 1.005) ctx.scale(enlarged, enlarged);
    paintDrawing(ctx, drawing, { plane, colour });
  }
  ctx.restore();
}
