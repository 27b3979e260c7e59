// The beats question: the units of one scene, or of a few short ones, become beats. Lines are named by their units, and code copies their
// text.
import * as z from "zod";
import type { Concept } from "../../../manga/concept.ts";
import type { Place } from "../../../manga/place.ts";
import { type Scene, VoiceSchema } from "../../../manga/plot.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { ACTING, ACTING_FACTS } from "../acting.ts";
import { personRow } from "../named-people.ts";
import { DATA_RULE } from "../prompt.ts";
import { cutRange, lettersIn, MOST_UNITS, type Range, unitRow } from "../story-parts.ts";
import { ThingAnswerSchema } from "../things.ts";
import { type BeatDraft, beatDrafts, joinDrafts } from "./beat-drafts.ts";

const BEATS_OF_PAGE = 5;
const CONTEXT = { before: 2, after: 1 } as const;
/** Short scenes share a question up to this many letters. */
const MOST_SHARED_LETTERS = 2_500;
/** Tokens of an answer: estimates for a beat and a unit. Models write more than requested, so the limit is higher. */
const TOKENS = { beat: 450, unit: 50, wanted: 6_000, slack: 1.5, limit: 8_000 } as const;

export const BeatsAnswerSchema = z.object({
  beats: z.array(
    z.object({
      units: z.array(z.string()).describe("ids of the units that it tells, in order"),
      action: z.string().describe("what the picture shows, one short sentence in the story's language"),
      lines: z
        .array(
          z.object({
            unit: z.string().describe("id of a speech unit of this beat"),
            speaker: z.string().describe("id of who says it; empty if nobody with a name can have said it"),
            guessed: z.boolean().describe("true if the story does not say who speaks"),
            voice: VoiceSchema,
          }),
        )
        .describe("one for each speech unit of the beat"),
      figures: z
        .array(z.object({ ...ACTING, ...ACTING_FACTS }))
        .describe("who is seen, the most important first, each once, at most 14"),
      things: z.array(ThingAnswerSchema).describe("other things that matter here, at most 4"),
      ground: z.string().describe("what is underfoot, if not what the place has anyway: snow; else empty"),
      light: z.string().describe("what lights it, if not the hour: none, a candle; else empty"),
      focus: z
        .string()
        .describe("what a look from near would be at: hands, feet, eyes or a thing; else empty"),
      effects: z
        .array(z.string())
        .describe("manga effects in English: speed lines, focus lines, sparkles; at most 2, usually none"),
      sounds: z
        .array(
          z.object({
            text: z.string().describe("a sound effect in the story's language, at most 12 letters"),
            loudness: z.number().describe("1 (faint) to 5 (deafening)"),
            hard: z.boolean(),
          }),
        )
        .describe("only sounds of the story, at most 2"),
      caption: z.string().describe("a piece of the beat's narration, to the letter; usually empty"),
      // The first option is the default for an answer without a valid one.
      kind: z.enum(["action", "dialogue", "reaction", "establish", "silence", "narration"]),
      weight: z.number().describe("1 (passing) to 4 (strong); 5 for the strongest moment of all"),
    }),
  ),
});
export type BeatsAnswer = z.infer<typeof BeatsAnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画の構成作家です。scenes の units（一つずつ [id, 種類, 文]）を beat（一コマか二コマの見せ場）に分けます。before と after は前後の文で、参考にするだけです。
- 全部でおよそ beats 個。units は一つの beat にだけ、物語の順に入れる。どうしても入らない地の文だけ省く。せりふ（speech）は一つも省かない。
- lines: beat に入れた speech に一つずつ。せりふの文は写さない。speaker は people の id（一番目）。
- action: その絵に描くことを、日本語の一文で、物語の言葉で。
- figures: その瞬間に見える人だけ。持っている物、座っている物、乗っている物、相手、姿勢は、物語が語るとおりに、それぞれの項目へ（前の文から続いていることも）。語られない項目は空か省く。
- figures、things、ground、light、effects、focus は短い英語で。
- caption: 絵で分からない大事な地の文だけ、一字も変えずに四十字以内で切り出す。ほかは空。
- sounds: 物語に音があるときだけ、日本語の擬音で。
- けがや暴力は控えめに、だれのことも性的に書かない。`,
  en: `You plot a manga. Turn the units of scenes (each [id, kind, text]) into beats: moments that one or two panels show. before and after are the text around them, for context only.
- About data.beats beats in all. Each unit is in one beat, in the order of the story. Leave out only narration that finds no room. Never leave out speech.
- lines: one for each speech unit of the beat; do not copy its text. speaker is an id (the first of each row of people).
- action: what the picture shows, one sentence in the story's words.
- figures: only those who are seen at that moment. What they hold, sit on, ride, whom they turn to and how the body is goes into its own field as the story tells it, also where it goes on from a sentence before. Leave empty or out what is not told.
- figures, things, ground, light, effects and focus are a few English words.
- caption: only narration that matters and that the picture cannot show, cut out to the letter, at most twenty words. Otherwise empty.
- sounds: only where the story has a sound, as a sound effect.
- Be restrained about wounds and violence, and sexualise nobody.`,
} as const;

/** A scene of the joined plan, with its id and its units. */
export interface SceneRange extends Range {
  scene: Scene;
}

export function beatsQuestions(
  input: ReadingInputs["plot"],
  scenes: readonly SceneRange[],
  places: readonly Place[],
): TextQuestion<BeatsAnswer, BeatDraft[]>[] {
  const { story, concept } = input;
  const { units } = story;
  const most = mostUnits(input);
  const pieces = scenes.flatMap(({ scene, ...range }) =>
    cutRange(units, range, most).map((piece) => ({ scene, ...piece })),
  );
  const letters = lettersIn(units, { from: 0, to: units.length });
  return shared(pieces, story, most).map((group, index) => {
    const range = { from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 };
    const beats = Math.round((lettersIn(units, range) / letters) * concept.pages * BEATS_OF_PAGE);
    return question(input, {
      name: `the beats of part ${index + 1} (${group.map(({ scene }) => scene.id).join(", ")})`,
      beats: Math.min(Math.max(1, beats), range.to - range.from),
      scenes: group.map(({ scene, from, to }) => ({
        ...{ scene, units: units.slice(from, to) },
        place: places.find(({ id }) => id === scene.place),
      })),
      units: units.slice(range.from, range.to),
      before: units.slice(Math.max(0, range.from - CONTEXT.before), range.from),
      after: units.slice(range.to, range.to + CONTEXT.after),
    });
  });
}

/** Most units of a question whose answer has the wanted length: fewer where the book has many pages for them. */
function mostUnits({ story, concept }: ReadingInputs["plot"]): number {
  const beatsOfUnit = Math.min(1, (concept.pages * BEATS_OF_PAGE) / story.units.length);
  const fitting = Math.floor(TOKENS.wanted / (TOKENS.unit + TOKENS.beat * beatsOfUnit));
  return Math.min(MOST_UNITS - CONTEXT.before - CONTEXT.after, fitting);
}

/** Groups of neighbouring scenes that share a question. */
function shared(pieces: readonly SceneRange[], { units }: Story, most: number): SceneRange[][] {
  const groups: SceneRange[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const from = group?.[0]?.from;
    const fits =
      from !== undefined &&
      piece.to - from <= most &&
      lettersIn(units, { from, to: piece.to }) <= MOST_SHARED_LETTERS;
    if (group && fits) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

interface Asked {
  name: string;
  /** Wanted number of beats. */
  beats: number;
  scenes: readonly { scene: Scene; place: Place | undefined; units: readonly StoryUnit[] }[];
  /** The units that beats may tell. */
  units: readonly StoryUnit[];
  before: readonly StoryUnit[];
  after: readonly StoryUnit[];
  /** This question requests what another answer omitted, and has no such question itself. */
  isRest?: true;
}

function question(input: ReadingInputs["plot"], asked: Asked): TextQuestion<BeatsAnswer, BeatDraft[]> {
  const { story, brief, concept } = input;
  const { language } = story;
  return {
    name: asked.name,
    task: "beats",
    language,
    prompt: {
      system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "beats",
        beats: asked.beats,
        people: concept.people.map(personRow),
        before: asked.before.map(unitRow),
        scenes: asked.scenes.map(({ scene, place, units }) => ({
          place: [place?.name, place?.kind].filter((part) => part !== undefined && part !== ""),
          hour: scene.hour,
          people: scene.people,
          units: units.map(unitRow),
        })),
        after: asked.after.map(unitRow),
      },
    },
    answer: BeatsAnswerSchema,
    maxOutputTokens: tokensOf(asked),
    seed: brief.seed,
    complete: (answer, repairs) => completeBeats(answer, { input, asked, repairs }),
  };
}

/** At least 2,000, because a few beats may be long. */
function tokensOf({ beats, units }: Asked): number {
  const about = beats * TOKENS.beat + units.length * TOKENS.unit;
  return Math.min(TOKENS.limit, 2_000 + Math.ceil(about * TOKENS.slack));
}

interface Completing {
  input: { story: Story; concept: Concept } & ReadingInputs["plot"];
  asked: Asked;
  repairs: RepairCounter;
}

function completeBeats(answer: BeatsAnswer, { input, asked, repairs }: Completing): Completed<BeatDraft[]> {
  const { story, concept } = input;
  const drafts = beatDrafts(answer, {
    units: asked.units,
    language: story.language,
    people: concept.people,
    repairs,
  });
  if (drafts.every(({ units }) => units.length === 0))
    return { kind: "unusable", faults: ["beats: none of them has a unit of data.scenes"] };
  const told = new Set(drafts.flatMap(({ units }) => units.map(({ id }) => id)));
  const missing = asked.units.filter(({ kind, id }) => kind === "speech" && !told.has(id));
  if (missing.length === 0 || asked.isRest) return { kind: "whole", output: drafts };
  return {
    kind: "partial",
    output: drafts,
    missing: question(input, restOf(asked, missing)),
    merge: (more) => joinDrafts([...drafts, ...more], asked.units),
  };
}

/** The question for speech that no beat has, with the units around it as context. */
function restOf(asked: Asked, missing: readonly StoryUnit[]): Asked {
  const isMissing = new Set(missing);
  const around = asked.units.filter(
    (unit, at, units) =>
      !isMissing.has(unit) && [units[at - 1], units[at + 1]].some((one) => one && isMissing.has(one)),
  );
  return {
    name: `the speech that ${asked.name} left out`,
    beats: missing.length,
    scenes: asked.scenes
      .map((one) => ({ ...one, units: one.units.filter((unit) => isMissing.has(unit)) }))
      .filter(({ units }) => units.length > 0),
    units: missing,
    before: around,
    after: [],
    isRest: true,
  };
}
