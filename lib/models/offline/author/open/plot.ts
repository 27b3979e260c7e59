// The plot in open words: places by id, scenes that refer to them, and beats whose facts are fields.

import type { Language } from "../../../../manga/language.ts";
import type * as open from "../../../../manga/plot.ts";
import type { Person } from "../../closed/concept.ts";
import type { Plot } from "../../closed/plot.ts";
import { darkBeats } from "../in-the-dark.ts";
import { lexiconOf } from "../lexicons.ts";
import { unlitBeats } from "../unlit.ts";
import { type Opening, openBeat } from "./beats.ts";
import { openPlaces } from "./places.ts";

export interface PlotOf {
  people: readonly Person[];
  language: Language;
  seed: number;
}

export function openPlot(plot: Plot, { people, language, seed }: PlotOf): open.Plot {
  const { places, placeOf } = openPlaces(plot, { people, seed });
  const opening: Opening = {
    ...{ plot, people, lexicon: lexiconOf(language) },
    ...{ dark: darkBeats(plot), unlit: unlitBeats(plot) },
  };
  return {
    places,
    scenes: plot.scenes.map((scene) => ({ ...scene, place: placeOf(scene) })),
    pages: plot.pages.map(({ beats, ...page }) => ({
      ...page,
      beats: beats.map((beat) => openBeat(beat, opening)),
    })),
    leftOut: plot.leftOut,
  };
}
