// The plot prompt: the story's units staged as scenes and beats, and put on pages. Lines keep the story's own words: the model
// names units, code copies their texts, so that nothing can be invented or changed.
import * as z from "zod";
import type { CharacterIdSchema } from "../../../manga/concept.ts";
import {
  type Beat,
  BeatSchema,
  type Line,
  LineSchema,
  PlotPageSchema,
  SceneSchema,
} from "../../../manga/plot.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import type { WritingInputs } from "../../writer.ts";
import { isInLanguage, WRONG_LANGUAGE } from "../in-language.ts";
import { DATA_RULE, fits, type WritingPrompt } from "../prompt.ts";

/** Letters of a caption. */
const LONGEST_CAPTION = { ja: 120, en: 240 } as const;

const AnswerSchema = z.object({
  scenes: z.array(SceneSchema).min(1),
  pages: z
    .array(
      PlotPageSchema.pick({ hook: true }).extend({
        beats: z
          .array(
            BeatSchema.omit({ id: true }).extend({
              lines: z.array(LineSchema.pick({ unit: true, speaker: true, guessed: true, voice: true })),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
type Answer = z.infer<typeof AnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画の構成作家です。物語の文（story.units）を場面（scenes）と見せ場（beats）に分け、ちょうど concept.pages ページに割り付けます。
- 各 unit は多くて一つの beat に入れ、順番を変えない。どうしても入らない文だけ省く。せりふ（kind が speech の unit）は省かない。
- beat に入れた speech の unit には lines を一つずつ付ける。speaker は concept.people の id。物語が話し手を示していれば guessed は false、推測なら true、名のある誰でもなければ speaker は null。
- caption は物語の地の文から切り出した短い文。絵で分かることには付けない（空文字）。
- action は絵に描くことを物語の言葉で。people はその瞬間に見える人だけ。
- place、hour、weather、season は物語から決め、場面の間は変えない。
- weight は 1（つなぎ）から 5（本の山場、ひとつだけ）。hook はページをめくらせる引き。右から左に読む本では奇数ページの最後。
- sounds は物語に音があるときだけ、擬音で。`,
  en: `You are a manga plotter. Split the story's sentences (story.units) into scenes and beats, and put the beats on exactly concept.pages pages.
- Each unit belongs to at most one beat, and their order stays. Leave out only what finds no room at all. Never leave out speech (units of kind speech).
- Each speech unit of a beat has one entry in lines. speaker is an id of concept.people; guessed is false where the story says who speaks and true where you inferred it; null where nobody with a name can have said it.
- caption is a short piece cut from the story's narration; leave it empty where the picture tells it.
- action is what the picture shows, in the story's words. people are those visible at that moment.
- Decide place, hour, weather and season from the story; they do not change within a scene.
- weight runs from 1 (passing) to 5 (the peak of the book, once). hook is a last beat that makes the reader turn the page, on odd pages.
- sounds only where the story has a sound, as a sound effect.`,
} as const;

export const plotPrompt: WritingPrompt<"plot", Answer> = {
  answer: AnswerSchema,
  maxOutputTokens: ({ story }) => Math.min(65_536, 4_096 + 320 * story.units.length),
  compose({ story, concept }) {
    return {
      system: `${SYSTEM[story.language]}\n${DATA_RULE[story.language]}`,
      data: { task: "plot", concept, story },
    };
  },
  complete({ scenes, pages }, input) {
    const { story, concept } = input;
    const faults = faultsOf({ scenes, pages }, input);
    const units = new Map(story.units.map((unit) => [unit.id, unit]));
    const used = new Set(pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.units)));
    let count = 0;
    const output = {
      scenes,
      pages: pages.map(({ hook, beats }, index) => ({
        number: index + 1,
        spread: false,
        // Pages are turned after odd ones.
        hook: hook && index % 2 === 0 && index + 1 < concept.pages,
        beats: beats.map((beat): Beat => {
          count += 1;
          return { id: `b${count}`, ...beat, lines: beat.lines.flatMap((line) => spoken(line, units)) };
        }),
      })),
      leftOut: story.units.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    };
    return fits(output, faults);
  },
};

type AnsweredLine = Answer["pages"][number]["beats"][number]["lines"][number];

/** The line in the story's own words. */
function spoken(line: AnsweredLine, units: ReadonlyMap<string, StoryUnit>): Line[] {
  const unit = units.get(line.unit);
  return unit === undefined ? [] : [{ ...line, text: unit.text, ruby: unit.ruby }];
}

function faultsOf({ scenes, pages }: Answer, { story, concept }: WritingInputs["plot"]): string[] {
  const faults: string[] = [];
  if (pages.length !== concept.pages) {
    faults.push(`pages: there must be ${concept.pages}, not ${pages.length}`);
  }
  const people = new Set(concept.people.map(({ id }) => id));
  const ask = (id: z.infer<typeof CharacterIdSchema> | null, where: string) => {
    if (id !== null && !people.has(id)) faults.push(`${where}: there is no ${id} in concept.people`);
  };
  const sceneIds = new Set(scenes.map(({ id }) => id));
  if (sceneIds.size < scenes.length) faults.push("scenes: two have the same id");
  for (const { id, people: present } of scenes) for (const one of present) ask(one, `scene ${id}`);
  const places = new Map(story.units.map(({ id }, index) => [id, index]));
  let last = -1;
  for (const [index, { beats }] of pages.entries()) {
    for (const beat of beats) {
      const where = `page ${index + 1}`;
      if (!sceneIds.has(beat.scene)) faults.push(`${where}: there is no scene ${beat.scene}`);
      for (const { character } of beat.people) ask(character, where);
      for (const id of beat.units) {
        const at = places.get(id);
        if (at === undefined) faults.push(`${where}: the story has no unit ${id}`);
        else if (at <= last) faults.push(`${where}: unit ${id} is there twice, or out of order`);
        last = Math.max(last, at ?? last);
      }
      faults.push(...lineFaults(beat, where, story.units));
      for (const { speaker } of beat.lines) ask(speaker, where);
      if (beat.caption.length > LONGEST_CAPTION[story.language]) {
        faults.push(`${where}: a caption is longer than ${LONGEST_CAPTION[story.language]} letters`);
      }
      if (!isInLanguage(`${beat.caption} ${beat.action}`, story.language))
        faults.push(WRONG_LANGUAGE[story.language]);
    }
  }
  return faults;
}

function lineFaults(
  { units, lines }: Answer["pages"][number]["beats"][number],
  where: string,
  story: readonly StoryUnit[],
): string[] {
  const speech = units.filter((id) => story.find((unit) => unit.id === id)?.kind === "speech");
  const mute = speech.filter((id) => !lines.some(({ unit }) => unit === id));
  const strange = lines.filter(({ unit }) => !units.includes(unit));
  return [
    ...mute.map((id) => `${where}: nobody says the speech ${id} of its beat`),
    ...strange.map(({ unit }) => `${where}: a line says ${unit}, which is not in its beat`),
  ];
}
