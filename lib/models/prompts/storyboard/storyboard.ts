// The storyboard of a page by a hosted model. Code takes setting, words, speakers and ruby from the plot.
import { plainHour } from "../../../manga/guesses.ts";
import type { Language } from "../../../manga/language.ts";
import type { PanelDraft, StoryboardDraft, Word } from "../../../manga/storyboard.ts";
import type { DirectionInput } from "../../director.ts";
import type { Asker } from "../../hosted/text-question.ts";
import { MOST_PANELS, withGoodCount } from "./panel-count.ts";
import { storyboardQuestions } from "./panels.ts";

/** Throws as `Asker` does, and `RangeError` where the plot lacks the page or one of its scenes. */
export async function writeStoryboard(input: DirectionInput, asker: Asker): Promise<StoryboardDraft> {
  const { story, plot, page } = input;
  const questions = storyboardQuestions(input);
  if (questions.length === 0) throw new RangeError(`the plot has no page ${page}`);
  const drafts = (await asker.askAll(questions)).flat();
  if (drafts.length > MOST_PANELS) {
    asker.note(
      `page ${page} had ${drafts.length} panels; neighbours were joined until there were ${MOST_PANELS}`,
    );
  }
  let before: PanelDraft | undefined;
  const panels = withGoodCount(drafts).map((draft, index): PanelDraft => {
    const { scene: id, units, weight, picture, empty, goesOn, texts, sounds } = draft;
    const scene = plot.scenes.find((one) => one.id === id);
    if (scene === undefined) throw new RangeError(`the plot has no scene ${id} for page ${page}`);
    const { place, hour, weather, season, mood } = scene;
    const panel: PanelDraft = {
      ...{ id: `k${index + 1}`, units, weight },
      picture: {
        ...{ scene: id, place, hour: plainHour(picture, hour), weather, season, mood, ...picture },
        sounds: [...new Set(sounds.map(({ text }) => text))].slice(0, MOST_SOUNDS),
        emptyZone: { tenths: roomFor(texts, story.language), where: empty },
        ...(goesOn && before?.picture.scene === id && { continuesFrom: before.id }),
      },
      words: { texts: texts.map((word, at) => ({ id: `w${at + 1}`, ...word })), sounds },
    };
    before = panel;
    return panel;
  });
  return { panels };
}

/** The limit of `PictureSchema`. */
const MOST_SOUNDS = 4;

/** Tenths of a panel that its words will cover; English letters are narrower than Japanese ones. */
function roomFor(texts: readonly Omit<Word, "id">[], language: Language): number {
  const letters = texts.reduce((sum, { text }) => sum + text.length * (language === "ja" ? 1 : 0.4), 0);
  return Math.min(5, Math.ceil(letters / 17));
}
