// The storyboard task: a page's beats become panels, each with its picture and its words.
import type { Beat } from "../closed/plot.ts";
import type { PanelDraft, StoryboardDraft } from "../closed/storyboard.ts";
import { framedPage } from "./framings.ts";
import type { PageToDraw } from "./panel-beats.ts";
import { type FramedBeat, pictureOf } from "./pictures.ts";
import { stripOf } from "./strips.ts";
import { wordsOf } from "./words.ts";

export const drawStoryboard = (request: PageToDraw): StoryboardDraft => ({
  panels: framedPage(request).map((framed, index) => panel(framed, index, request)),
});

function panel(framed: FramedBeat, index: number, request: PageToDraw): PanelDraft {
  const { beat } = framed;
  const texts = wordsOf(beat, request.language);
  const strip = stripOf(
    request.plot.pages.find(({ number }) => number === request.page),
    index,
  );
  return {
    id: `k${index + 1}`,
    units: beat.units,
    weight: panelWeight(beat, texts.length),
    ...(strip ? { strip } : {}),
    picture: pictureOf(framed, request),
    words: { texts, sounds: beat.sounds },
  };
}

const panelWeight = ({ weight, kind, units }: Beat, texts: number): number => {
  if (units.length === 0 && kind !== "establish") return Math.min(weight, 2);
  return Math.max(weight, texts >= 3 ? 3 : 1);
};
