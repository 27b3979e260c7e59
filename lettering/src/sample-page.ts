// Pages for tests: panels without a picture, and faces to keep clear.
import type { Point } from "./geometry.ts";
import type { Face, Panel, Sound, Word } from "./page.ts";

export interface SamplePanel {
  id: string;
  corners: Point[];
  texts: (Pick<Word, "text"> & Partial<Word>)[];
  sounds?: Sound[];
  /** Default: 0.4. */
  cover?: number;
  strikes?: boolean;
}

export function samplePanel({
  id,
  corners,
  texts,
  sounds = [],
  cover = 0.4,
  strikes = false,
}: SamplePanel): Panel {
  return {
    ...{ id, cover, strikes, frame: { corners }, figures: [] },
    words: {
      texts: texts.map((text, i) => ({
        ...{ id: `w${i + 1}`, unit: null, kind: "balloon", voice: "speech", speaker: null },
        ...{ guessed: false, ruby: [] },
        ...text,
      })),
      sounds,
    },
  };
}

export function rectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** A face around a point of the panel, with its mouth in the lower half. */
export function sampleFace(character: string, x: number, y: number, radius: number): Face {
  return {
    character,
    box: { x: x - radius, y: y - radius * 1.1, width: radius * 2, height: radius * 2.2 },
    mouth: { x, y: y + radius * 0.55 },
  };
}
