// Pages for the lettering's tests and specimens: panels with plain pictures, and faces to stay away from.
import type { Face } from "../../manga/artwork.ts";
import type { Point } from "../../manga/geometry.ts";
import type { Sound } from "../../manga/plot.ts";
import { samplePicture } from "../../manga/sample-picture.ts";
import { type Panel, PanelSchema, type Picture, type Word } from "../../manga/storyboard.ts";

export interface SamplePanel {
  id: string;
  corners: Point[];
  texts: (Pick<Word, "text"> & Partial<Word>)[];
  sounds?: Sound[];
  shot?: Picture["shot"];
  effects?: Picture["effects"];
}

export function samplePanel({
  id,
  corners,
  texts,
  sounds = [],
  shot = "half",
  effects = [],
}: SamplePanel): Panel {
  return PanelSchema.parse({
    id,
    units: [],
    weight: 3,
    picture: samplePicture({ shot, effects, emptyZone: { tenths: 2, where: "top" } }),
    words: {
      texts: texts.map((text, i) => ({
        id: `w${i + 1}`,
        unit: null,
        kind: "balloon",
        voice: "speech",
        speaker: null,
        guessed: false,
        ruby: [],
        ...text,
      })),
      sounds,
    },
    frame: { corners, bleeds: false },
  });
}

export function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** A face around a point of the panel, its mouth in the lower half. */
export function sampleFace(character: string, x: number, y: number, radius: number): Face {
  return {
    character,
    box: { x: x - radius, y: y - radius * 1.1, width: radius * 2, height: radius * 2.2 },
    mouth: { x, y: y + radius * 0.55 },
  };
}
