// The code director (phase 4): turns the beats of one page into panels with pictures and words. It reads only fields of the beats, so it
// works for every reader.
import type { Beat, Sound } from "../manga/plot.ts";
import type { PanelDraft, StoryboardDraft } from "../manga/storyboard.ts";
import { framedPage } from "./framings.ts";
import { withGestures } from "./gestures.ts";
import { withOpenPanel } from "./open-panel.ts";
import { pageSounds } from "./page-sounds.ts";
import { type PageToDraw, pageToDraw, type StoryboardInput } from "./page-to-draw.ts";
import { type FramedBeat, pictureOf } from "./pictures.ts";
import { stripOf } from "./strips.ts";
import { wordsOf } from "./words.ts";

/**
 * The storyboard of one page. Pure: the same input gives the same panels. Throws a RangeError if the plot does not have the page, or the
 * scene of a beat.
 */
export function drawStoryboard(input: StoryboardInput): StoryboardDraft {
  const request = pageToDraw(input);
  const framed = withGestures(framedPage(request), request);
  const sounds = pageSounds(framed, request);
  const panels = framed.map((one, index) =>
    panelOf(one, { request, index, before: framed.slice(0, index), sounds: sounds[index] ?? [] }),
  );
  return { panels: withOpenPanel(panels, request.language) };
}

interface Place {
  request: PageToDraw;
  index: number;
  /** The panels of the page that are read before this one. */
  before: readonly FramedBeat[];
  sounds: Sound[];
}

function panelOf(framed: FramedBeat, { request, index, before, sounds }: Place): PanelDraft {
  const { beat } = framed;
  const texts = wordsOf(beat, request.language);
  const page = request.plot.pages.find(({ number }) => number === request.page);
  const strip = stripOf(page, index);
  const from = before.findLastIndex(({ beat: { scene } }) => scene === beat.scene);
  return {
    id: panelId(index),
    units: beat.units,
    weight: panelWeight(beat, texts.length),
    ...(strip ? { strip } : {}),
    picture: {
      ...pictureOf(framed, request),
      sounds: sounds.map(({ text }) => text).slice(0, MOST_SOUNDS),
      ...(from < 0 ? {} : { continuesFrom: panelId(from) }),
    },
    words: { texts, sounds },
  };
}

/** Maximum number of sounds in a picture's data. */
const MOST_SOUNDS = 4;

const panelId = (index: number): string => `k${index + 1}`;

/** The weight of a panel. A silent beat is small; three texts need room. */
const panelWeight = ({ weight, kind, units }: Beat, texts: number): number => {
  if (units.length === 0 && kind !== "establish") return Math.min(weight, 2);
  return Math.max(weight, texts >= 3 ? 3 : 1);
};
