// The storyboard prompt: one page's beats become panels. The model stages; scenes, speakers, readings and the room that words need
// are filled in by code from what the book already knows, so that they hold from panel to panel.
import * as z from "zod";
import type { Language } from "../../../manga/language.ts";
import type { Beat } from "../../../manga/plot.ts";
import { spreadHalfOf } from "../../../manga/spread.ts";
import type { Ruby, StoryUnit } from "../../../manga/story.ts";
import {
  type PanelDraft,
  PanelDraftSchema,
  PictureSchema,
  type Word,
  WordSchema,
  WordsSchema,
} from "../../../manga/storyboard.ts";
import type { WritingInputs } from "../../writer.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { DATA_RULE, fits, type WritingPrompt } from "../prompt.ts";

const AnswerSchema = z.object({
  panels: z
    .array(
      PanelDraftSchema.pick({ units: true, weight: true }).extend({
        picture: PictureSchema.omit({ scene: true, room: true }).extend({
          scene: z.object({ id: z.string() }),
        }),
        words: WordsSchema.extend({
          texts: z.array(WordSchema.pick({ unit: true, kind: true, voice: true, speaker: true, text: true })),
        }),
      }),
    )
    .min(1)
    .max(9),
});
type Answer = z.infer<typeof AnswerSchema>;
type AnsweredPanel = Answer["panels"][number];

const SYSTEM = {
  ja: `あなたは漫画のネームを描く人です。beats を順番どおりに 3〜7 コマにします。
- 各コマの units は beats の unit。すべての unit をどこかのコマに。
- せりふは lines の text を一字も変えずに。長いせりふは読みやすい所で切り、二十八字以内の吹き出し（同じ unit）に分けて続ける。caption はそのまま words に。
- 画面: shot と angle を隣のコマと変える。人物の立ち位置（at）は場面の間で左右を保つ。読む向きは direction で、先に話す人を先に読まれる側に。
- figures は写る人だけ、同じ人は一度だけ。手の物は holds、もう一方の手の物は alsoHolds、ほかの小物は props。
- action は絵に描くことを一文で。weight は 1（小さいコマ）から 5（ページの主役）。
- previous は前のページの最後。続きとして自然に。`,
  en: `You draw storyboards for manga. Turn the beats into 3 to 7 panels, in their order.
- units of a panel are units of the beats. Every unit has its panel.
- Speech keeps the text of lines to the letter. Cut a long line where it reads well into balloons of at most sixteen words (with the same unit), one after the other. Captions go into words as they are.
- Pictures: let shot and angle differ from the neighbouring panels. People keep their side (at) through a scene. Reading runs by direction: who speaks first stands where reading starts.
- figures are those who are seen, each once. What a hand holds is holds, what the other hand holds is alsoHolds, other things are props.
- action is what the picture shows, in one sentence. weight runs from 1 (small) to 5 (the page's reason).
- previous is the end of the page before; go on from there.`,
} as const;

export const storyboardPrompt: WritingPrompt<"storyboard", Answer> = {
  answer: AnswerSchema,
  maxOutputTokens: () => 12_288,
  compose({ story, brief, concept, cast, plot, page }) {
    const beats = beatsOf(plot, page);
    const ids = new Set(beats.map(({ scene }) => scene));
    return {
      system: `${SYSTEM[story.language]}\n${DATA_RULE[story.language]}`,
      data: {
        ...{ task: "storyboard", page, direction: brief.direction },
        people: concept.people.map(({ id, name, role }) => ({
          ...{ id, name, role },
          look: cast.characters.find((design) => design.id === id)?.description ?? "",
        })),
        scenes: plot.scenes.filter(({ id }) => ids.has(id)),
        beats,
        ...(opensSpread(plot, page) && { spread: SPREAD[story.language] }),
        previous: beatsOf(plot, page - 1).at(-1),
      },
    };
  },
  complete({ panels }, input) {
    const { story, plot, page } = input;
    const beats = beatsOf(plot, page);
    const lines = new Map(beats.flatMap((beat) => beat.lines).map((line) => [line.unit, line]));
    const units = new Map(story.units.map((unit) => [unit.id, unit]));
    const readings = readingCursor(units);
    const output = panels.map((panel, index): PanelDraft => {
      const scene = plot.scenes.find(({ id }) => id === panel.picture.scene.id) ?? sceneOf(plot, beats);
      const { people: _people, ...place } = scene;
      const texts = panel.words.texts.map((word, at): Word => {
        const line = word.kind === "balloon" ? lines.get(word.unit ?? "") : undefined;
        return {
          ...word,
          id: `w${at + 1}`,
          // Who says a line was decided for the whole book; a page does not decide it anew.
          speaker: line === undefined ? word.speaker : line.speaker,
          guessed: line?.guessed ?? false,
          ruby: word.unit === null ? [] : readings(word.unit, word.text),
        };
      });
      return {
        id: `k${index + 1}`,
        units: panel.units,
        weight: panel.weight,
        picture: { ...panel.picture, scene: place, room: roomFor(texts, story.language) },
        words: { texts, sounds: panel.words.sounds },
      };
    });
    return fits({ panels: output }, faultsOf(panels, input));
  },
};

/** Told only where it applies. */
const SPREAD = {
  ja: "最初のコマは見開き二ページの上半分を占める一枚絵です。広い構図で、綴じ目になる中央（at 0.4〜0.6）に人を置かず、せりふは少なく。ほかに一コマから三コマを続ける。",
  en: "The first panel is one picture over the top of two facing pages: a wide shot, nobody in its middle (at 0.4 to 0.6), where the fold is, and few words. One to three panels follow it.",
} as const;

function opensSpread({ pages }: WritingInputs["storyboard"]["plot"], page: number): boolean {
  const own = pages.find(({ number }) => number === page);
  return own !== undefined && spreadHalfOf(own)?.half === "first";
}

function beatsOf({ pages }: WritingInputs["storyboard"]["plot"], page: number): Beat[] {
  return pages.find(({ number }) => number === page)?.beats ?? [];
}

function sceneOf({ scenes }: WritingInputs["storyboard"]["plot"], beats: readonly Beat[]) {
  const scene = scenes.find(({ id }) => id === beats[0]?.scene) ?? scenes[0];
  if (scene === undefined) throw new RangeError("the plot has no scene");
  return scene;
}

/** Half-size readings for the pieces of a unit, taken in order. */
function readingCursor(units: ReadonlyMap<string, StoryUnit>): (unit: string, piece: string) => Ruby[] {
  const reached = new Map<string, number>();
  return (id, piece) => {
    const unit = units.get(id);
    const at = unit?.text.indexOf(piece, reached.get(id) ?? 0) ?? -1;
    if (unit === undefined || at < 0) return [];
    const end = at + piece.length;
    reached.set(id, end);
    return unit.ruby
      .filter((ruby) => ruby.at >= at && ruby.at + ruby.length <= end)
      .map((ruby) => ({ ...ruby, at: ruby.at - at }));
  };
}

/** Tenths of a panel that its words will cover; English letters are narrower. */
function roomFor(texts: readonly Word[], language: Language): number {
  const letters = texts.reduce((sum, { text }) => sum + text.length * (language === "ja" ? 1 : 0.4), 0);
  return Math.min(5, Math.ceil(letters / 17));
}

const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

function faultsOf(
  panels: readonly AnsweredPanel[],
  { story, concept, plot, page }: WritingInputs["storyboard"],
): string[] {
  const faults: string[] = [];
  const beats = beatsOf(plot, page);
  const own = new Set(beats.flatMap(({ units }) => units));
  const told = new Set(panels.flatMap(({ units }) => units));
  const people = new Set(concept.people.map(({ id }) => id));
  for (const id of own) if (!told.has(id)) faults.push(`no panel tells ${id}`);
  for (const [index, { units, picture, words }] of panels.entries()) {
    const where = `panel ${index + 1}`;
    for (const id of units) if (!own.has(id)) faults.push(`${where}: ${id} is not on this page`);
    if (!plot.scenes.some(({ id }) => id === picture.scene.id)) {
      faults.push(`${where}: there is no scene ${picture.scene.id}`);
    }
    const seen = picture.figures.map(({ character }) => character);
    for (const id of seen) if (!people.has(id)) faults.push(`${where}: there is no ${id} among the people`);
    if (new Set(seen).size < seen.length) faults.push(`${where}: somebody is there twice`);
    for (const { speaker, unit } of words.texts) {
      if (speaker !== null && !people.has(speaker))
        faults.push(`${where}: there is no ${speaker} among the people`);
      if (unit !== null && !own.has(unit))
        faults.push(`${where}: a text tells ${unit}, which is not on this page`);
    }
    const free = [picture.action, ...words.texts.map(({ text }) => text)].join(" ");
    if (!isInLanguage(free, story.language)) faults.push(WRONG_LANGUAGE[story.language]);
  }
  const balloons = panels.flatMap(({ words }) => words.texts).filter(({ kind }) => kind === "balloon");
  for (const { unit, text } of beats.flatMap(({ lines }) => lines)) {
    const said = balloons.filter((word) => word.unit === unit).map((word) => word.text);
    if (bare(said.join("")) !== bare(text))
      faults.push(`the line ${unit} must be said whole and unchanged: ${text}`);
  }
  return faults;
}
