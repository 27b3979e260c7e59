// The part of the plot that a page's storyboard reads, so that a moved beat affects only the two pages that it leaves and enters: the
// page's own beats, those of the page before, and their scenes and places. Of other beats in these scenes only the characters and speakers
// are kept, in order, because characters keep their sides through a scene.
import type { Place } from "./place.ts";
import type { Beat, Plot, PlotPage } from "./plot.ts";

export interface PagePlot {
  /** The plot without what the page does not read. */
  plot: Plot;
  /** Whether it is the book's last page. */
  last: boolean;
}

export function plotForPage(plot: Plot, number: number): PagePlot {
  const own = plot.pages.filter((page) => page.number === number || page.number === number - 1);
  const scenes = new Set(own.flatMap(({ beats }) => beats.map(({ scene }) => scene)));
  const ownScenes = plot.scenes.filter(({ id }) => scenes.has(id));
  const places = new Set(ownScenes.map(({ place }) => place));
  const glimpsed = (pages: readonly PlotPage[], at: number): PlotPage[] => {
    const beats = pages.flatMap((page) => page.beats).filter(({ scene }) => scenes.has(scene));
    return beats.length === 0
      ? []
      : [{ number: at, spread: false, hook: false, beats: beats.map(withPeopleOnly) }];
  };
  const before = plot.pages.filter((page) => page.number < number - 1);
  const after = plot.pages.filter((page) => page.number > number);
  return {
    plot: {
      places: plot.places.filter(({ id }) => places.has(id)).map(withKindOnly),
      scenes: ownScenes,
      pages: [...glimpsed(before, number - 2), ...own, ...glimpsed(after, number + 1)],
      leftOut: [],
    },
    last: number === plot.pages.length,
  };
}

/** The beat with only its characters and speakers. */
function withPeopleOnly({ scene, figures, lines }: Beat): Beat {
  const speakers = new Set(lines.flatMap(({ speaker }) => speaker ?? []));
  return {
    ...{ id: "b0", scene, kind: "silence", units: [], things: [], sounds: [], effects: [] },
    ...{ caption: "", action: "", weight: 1 },
    figures: figures.map(({ character }) => ({ character, doing: "stand", feeling: "calm", hands: [] })),
    lines: [...speakers].map((speaker) => ({
      ...{ unit: "", text: "…", ruby: [], speaker, guessed: false, voice: "speech" },
    })),
  };
}

/** The place with only its kind and name: staging a page needs no more; its look affects the pictures alone. */
const withKindOnly = ({ id, name, kind }: Place): Place => ({ id, name, kind, landmarks: [], look: 0 });
