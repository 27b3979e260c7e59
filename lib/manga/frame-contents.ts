// What the panels hold that a cut or a merge makes. Words are kept: a cut leaves them in the part that is read first, a merge joins them.
import type { Panel } from "./storyboard.ts";

/** A silent panel of the same moment. */
export function secondHalf({ units, weight, picture }: Panel, id: string): Panel {
  const { continuesFrom: _before, ...same } = picture;
  return {
    ...{ id, units: [...units], weight },
    picture: {
      ...same,
      figures: picture.figures.map(({ speaks: _speaks, ...figure }) => figure),
      emptyZone: { ...picture.emptyZone, tenths: 0 },
    },
    words: { texts: [], sounds: [] },
    frame: { corners: [], bleeds: false },
  };
}

/** The panel that is kept, with the words and units of both in their order. */
export function merged({ kept, first, second }: { kept: Panel; first: Panel; second: Panel }): Panel {
  const texts = [...first.words.texts, ...second.words.texts];
  return {
    ...kept,
    units: [...new Set([...first.units, ...second.units])],
    weight: Math.max(first.weight, second.weight),
    words: {
      texts: texts.map((word, index) => ({ ...word, id: `w${index + 1}` })),
      sounds: [...first.words.sounds, ...second.words.sounds],
    },
  };
}
