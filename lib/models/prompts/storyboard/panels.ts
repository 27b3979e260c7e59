// The storyboard question: the beats of a page, or of a part of it, become panels. The answer gives each panel's units and framing; code
// adds its lines.
import * as z from "zod";
import type { Character } from "../../../manga/cast.ts";
import { plainBeat } from "../../../manga/guesses.ts";
import type { Acting } from "../../../manga/moment.ts";
import type { Beat, Scene } from "../../../manga/plot.ts";
import { spreadHalfOf } from "../../../manga/spread.ts";
import { AngleSchema, ShotSchema } from "../../../manga/staging.ts";
import type { DirectionInput } from "../../director.ts";
import type { TextQuestion } from "../../hosted/text-question.ts";
import { ACTING } from "../acting.ts";
import { clipped, handsText } from "../open-words.ts";
import { DATA_RULE } from "../prompt.ts";
import { MOST_UNITS } from "../story-parts.ts";
import { ThingAnswerSchema } from "../things.ts";
import { completePanels, type DraftedPanel } from "./panel-drafts.ts";

const TOKENS = { answer: 3_000, unit: 100, limit: 8_000 } as const;
/** Wanted number of panels on a page. */
const WANTED = { least: 3, most: 7 } as const;
/** Most letters of a unit in the prompt. */
const MOST_LETTERS = 200;

// The first option of each list is the default for an answer without a valid one.
/** Position and depth of a figure. */
const SIDES = ["middle", "left", "right", "far left", "far right"] as const;
const DEPTHS = ["near", "middle", "far"] as const;
/** Where the picture leaves room for words. */
const EMPTY = [
  "top right",
  "top left",
  "top",
  "right",
  "left",
  "bottom right",
  "bottom left",
  "bottom",
] as const;
/** The side of a figure that the reader sees: `front left` is turned a little to the reader's left, `left` is a profile. */
const SEEN = ["front", "front left", "front right", "left", "right", "back"] as const;

export const StoryboardAnswerSchema = z.object({
  panels: z.array(
    z.object({
      units: z
        .array(z.string())
        .describe("ids of the units that it tells, in order; empty for a silent moment"),
      action: z.string().describe("what the picture shows, one short sentence in the story's language"),
      shot: ShotSchema.extract(["half", "bust", "full", "close", "long", "establishing", "detail"]),
      angle: AngleSchema,
      figures: z
        .array(
          z.object({
            ...ACTING,
            outfit: z
              .string()
              .optional()
              .describe("id of their outfit, if they wear another than the usual one"),
            seen: z.enum(SEEN).describe("the side that the reader sees"),
            side: z.enum(SIDES).describe("where in the picture"),
            depth: z.enum(DEPTHS),
          }),
        )
        .describe("who is seen, the most important first, each once, at most 6"),
      things: z.array(ThingAnswerSchema).describe("other things in sight, at most 6"),
      ground: z.string().describe("what is underfoot, if the beat says it; else empty"),
      light: z.string().describe("what lights it, if the beat says it; else empty"),
      effects: z.array(z.string()).describe("manga effects in English, at most 2, usually none"),
      goesOn: z.boolean().describe("true if it shows the same moment and place as the panel before"),
      empty: z.enum(EMPTY).describe("the part of the picture that stays plain for the words"),
      weight: z.number().describe("1 (small) to 5 (the page's reason)"),
    }),
  ),
});
export type StoryboardAnswer = z.infer<typeof StoryboardAnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画のネームを描く人です。beats を順番どおりに、およそ data.panels コマにします。beats の units は一つずつ [id, 話し手, 文]（地の文は話し手が空）です。せりふとキャプションはあとでプログラムが入れるので、写さない。
- units: そのコマが見せる unit の id。すべての unit をどこか一つのコマに、順番どおりに。長い会話は何コマかに分ける。
- action: 絵に描くことを、日本語の一文で。
- figures: 写る人だけ、一人一度。持ち物、姿勢、視線は beat のとおりに。side は場面の間で左右を保つ。direction の読む向きで、先に話す人を先に読まれる側に。言葉の項目は短い英語で。
- beat の wide は、場所全体が写るコマ（long、establishing）でだけ見える人や物。
- shot と angle は隣のコマと変える。weight は 1（小さいコマ）から 5（ページの主役）。
- previous は前のページの最後。続きとして自然に。
- けがや暴力は控えめに、だれのことも性的に描かない。`,
  en: `You draw storyboards for manga. Turn the beats into about data.panels panels, in their order. units of a beat are [id, speaker, text] (narration has no speaker). Speech and captions are put in by a program afterwards; do not copy them.
- units: the ids that the panel tells. Each unit has one panel, in order. Spread a long exchange over several panels.
- action: what the picture shows, one sentence in the story's language.
- figures: those who are seen, each once, with what the beat says of their hands, gaze and doing. They keep their side through a scene. Reading runs by direction: who speaks first stands where reading starts. All fields but action are a few English words.
- wide of a beat is what only panels that show the whole place (long, establishing) show besides.
- Let shot and angle differ from the neighbouring panels. weight runs from 1 (small) to 5 (the page's reason).
- previous is the end of the page before; go on from there.
- Be restrained about wounds and violence, and sexualise nobody.`,
} as const;

/** Sent only for a page that opens a spread. */
const SPREAD = {
  ja: "最初のコマは見開き二ページの上半分を占める一枚絵です。広い構図で、綴じ目になる中央（side の middle）に人を置かず、せりふは少なく。ほかに一コマから三コマを続ける。",
  en: "The first panel is one picture over the top of two facing pages: a wide shot, nobody in the middle, where the fold is, and few words. One to three panels follow it.",
} as const;

export function storyboardQuestions(input: DirectionInput): TextQuestion<StoryboardAnswer, DraftedPanel[]>[] {
  const { story, brief, concept, cast, plot, page } = input;
  const { language } = story;
  const parts = partsOf(beatsOf(input, page));
  return parts.map((part, index) => {
    const ids = new Set(part.map(({ scene }) => scene));
    const scenes = plot.scenes.filter(({ id }) => ids.has(id));
    const seen = new Set([...part.flatMap(peopleIn), ...scenes.flatMap(({ people }) => people)]);
    const units = part.reduce((sum, beat) => sum + beat.units.length, 0);
    const previous = index === 0 ? beatsOf(input, page - 1).at(-1) : parts[index - 1]?.at(-1);
    return {
      name: `the storyboard of page ${page}${parts.length > 1 ? `, part ${index + 1}` : ""}`,
      task: "storyboard",
      language,
      prompt: {
        system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
        data: {
          ...{ task: "storyboard", page, direction: brief.direction },
          panels: wantedPanels(part.length, parts.length),
          people: concept.people
            .filter(({ id }) => seen.has(id))
            .map(({ id, name }) => [id, name, ...looksOf(cast.characters.find((one) => one.id === id))]),
          scenes: scenes.map((scene) => sceneRow(scene, input)),
          beats: part.map((beat) => beatRow(beat, input)),
          ...(index === 0 && opensSpread(input) && { spread: SPREAD[language] }),
          ...(previous !== undefined && previous.action !== "" && { previous: previous.action }),
        },
      },
      answer: StoryboardAnswerSchema,
      maxOutputTokens: Math.min(TOKENS.limit, TOKENS.answer + TOKENS.unit * Math.max(20, units)),
      seed: brief.seed,
      complete: (answer, repairs) =>
        completePanels(answer, { beats: part, people: concept.people, cast, story, repairs }),
    };
  });
}

function beatsOf({ plot }: DirectionInput, page: number): Beat[] {
  return (plot.pages.find(({ number }) => number === page)?.beats ?? []).map(plainBeat);
}

function opensSpread({ plot, page }: DirectionInput): boolean {
  const own = plot.pages.find(({ number }) => number === page);
  return own !== undefined && spreadHalfOf(own)?.half === "first";
}

/** Splits beats into parts of at most `MOST_UNITS` units; a longer beat is cut. */
function partsOf(beats: readonly Beat[]): Beat[][] {
  const parts: Beat[][] = [];
  let room = 0;
  for (const beat of beats.flatMap(cutBeat)) {
    if (parts.length === 0 || beat.units.length > room) {
      parts.push([]);
      room = MOST_UNITS;
    }
    parts.at(-1)?.push(beat);
    room -= beat.units.length;
  }
  return parts;
}

function cutBeat(beat: Beat): Beat[] {
  if (beat.units.length <= MOST_UNITS) return [beat];
  const [own, rest] = [beat.units.slice(0, MOST_UNITS), beat.units.slice(MOST_UNITS)];
  const later = new Set(rest);
  const { chapter: _chapter, ...next } = beat;
  return [
    { ...beat, units: own, lines: beat.lines.filter(({ unit }) => !later.has(unit)) },
    ...cutBeat({
      ...{ ...next, units: rest, caption: "", sounds: [] },
      lines: beat.lines.filter(({ unit }) => later.has(unit)),
    }),
  ];
}

/** One panel per beat, within the limits of a page or its part. */
function wantedPanels(beats: number, parts: number): number {
  const most = Math.max(1, Math.floor(WANTED.most / parts));
  return Math.min(most, Math.max(beats, Math.ceil(WANTED.least / parts)));
}

const peopleIn = ({ figures, around = [], lines }: Beat): string[] => [
  ...[...figures, ...around].map(({ character }) => character),
  ...lines.flatMap(({ speaker }) => speaker ?? []),
];

/** A description, and the outfits if there are several: `o2: wedding dress`. */
const looksOf = (design: Character | undefined): string[] =>
  design === undefined
    ? []
    : [
        clipped(design.description),
        ...(design.outfits.length > 1
          ? design.outfits.map(({ id, worn }) => clipped(`${id}: ${worn.join(", ")}`))
          : []),
      ];

function sceneRow({ id, place, hour, weather, mood }: Scene, { plot }: DirectionInput) {
  const {
    name = "",
    kind = "",
    layout = "",
    landmarks = [],
  } = plot.places.find((one) => one.id === place) ?? {};
  const marks = landmarks.map(({ what, side }) =>
    [what, side].filter((part) => part !== undefined).join(", "),
  );
  return {
    ...{ id, hour, weather, mood },
    place: [name, kind, layout, ...marks].filter((part) => part !== ""),
  };
}

/** A beat in the prompt, without empty fields and without what its units tell. */
function beatRow(beat: Beat, { story }: DirectionInput): Record<string, unknown> {
  const texts = new Map(story.units.map(({ id, text }) => [id, text]));
  const lines = new Map(beat.lines.map((line) => [line.unit, line]));
  const shown = (text: string) => clipped(text, MOST_LETTERS);
  const isSaid = beat.units.some((id) => shown(texts.get(id) ?? "").includes(beat.action));
  const { ground, light, focus, around = [], standing = [] } = beat;
  return {
    ...{ scene: beat.scene, kind: beat.kind, weight: beat.weight },
    units: beat.units.map((id) => {
      const line = lines.get(id);
      const voice = line === undefined || line.voice === "speech" ? [] : [line.voice];
      return [id, line?.speaker ?? (line ? "?" : ""), shown(line?.text ?? texts.get(id) ?? ""), ...voice];
    }),
    ...(beat.action !== "" && !isSaid && { action: beat.action }),
    figures: beat.figures.map(actingRow),
    ...(beat.things.length > 0 && { things: beat.things }),
    ...(ground !== undefined && { ground }),
    ...(light !== undefined && { light }),
    ...(beat.effects.length > 0 && { effects: beat.effects }),
    ...(focus !== undefined && { focus }),
    ...(around.length + standing.length > 0 && {
      wide: { figures: around.map(actingRow), things: standing },
    }),
  };
}

/** A character of a beat in the answer's form. */
const actingRow = ({ character, hands, ...told }: Acting) => ({
  who: character,
  ...told,
  ...(hands.length > 0 && { hands: handsText(hands) }),
});
