// Panels with simple pictures, for tests and specimens.
import type { Point } from "../manga/geometry.ts";
import type { Sound } from "../manga/plot.ts";
import { samplePicture } from "../manga/sample-picture.ts";
import { type Panel, PanelSchema, type Picture, type Word } from "../manga/storyboard.ts";

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
