// The beats of a scene by a small model, in two flat questions: what is visible, and who speaks. Code gives every unit to a beat, copies
// every line from the story, and passes both answers to the repairs of a large model's beats.
import * as z from "zod";
import type { Place } from "../../../manga/place.ts";
import { type Line, VoiceSchema } from "../../../manga/plot.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { repairCounts } from "../../hosted/repair-counts.ts";
import type { Asker, Completed, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { personFinder, personRow } from "../named-people.ts";
import { type BeatDraft, beatDrafts, voiceByLabel } from "../plot/beat-drafts.ts";
import type { BeatsAnswer, SceneRange } from "../plot/beats.ts";
import { DATA_RULE } from "../prompt.ts";
import { lettersIn, type Range } from "../story-parts.ts";
import { cutFault, ECHO, smallParts, smallRow } from "./units.ts";

const UNITS = 16;
const BEATS_OF_PAGE = 5;
const CONTEXT = 2;

export const SmallBeatsSchema = z.object({
  ...ECHO,
  beats: z.array(
    z.object({
      from: z.string().describe("id of the first unit of the beat"),
      who: z.string().describe("id of who is seen doing something; empty if nobody"),
      does: z.string().describe("what they do, a few English words: climbs a tree"),
      feels: z.string().describe("what their face shows, one or two English words"),
      holds: z.string().describe("what is in their hands, English nouns parted by commas; empty if nothing"),
      others: z.string().describe("ids of who else is seen, parted by commas"),
      things: z.string().describe("other things that are seen, English nouns parted by commas"),
      strength: z.number().describe("1 (passing) to 5 (the strongest moment)"),
    }),
  ),
});
type SmallBeats = z.infer<typeof SmallBeatsSchema>;

export const SmallLinesSchema = z.object({
  ...ECHO,
  lines: z.array(
    z.object({
      unit: z.string().describe("id of a line"),
      speaker: z.string().describe("id of who says it; empty if nobody of people"),
      sure: z.boolean().describe("whether the text says who speaks"),
      voice: VoiceSchema,
    }),
  ),
});
type SmallLines = z.infer<typeof SmallLinesSchema>;

const BEATS_SYSTEM = {
  ja: `units は漫画の一場面です（一つずつ [id, 文]）。絵になる瞬間（beats）におよそ beats 個に分けてください。
- from はその瞬間の最初の unit の id。最初の beat は最初の unit から。
- who と others は people の id。本当にそこにいて見える人だけ。話や思い出、たとえの人は書かない。
- does、feels、holds、things は短い英語で。文にないことは空にする。
- first と last は units の最初と最後の id を写す。`,
  en: `units are one scene of a manga (each [id, text]). Divide it into about data.beats moments that a picture can show.
- from is the id of the moment's first unit. The first beat begins with the first unit.
- who and others are ids of people: only who is really there and seen, nobody who is talked of, remembered or compared.
- does, feels, holds and things are a few English words. Leave empty what the text does not tell.
- Copy the first and the last id of units into first and last.`,
} as const;

const LINES_SYSTEM = {
  ja: `units は物語の一場面です（一つずつ [id, 文]）。lines の id のせりふを、だれが言ったか答えてください。
- speaker は people の id。地の文の「〜と言った」、呼びかけ、話の順番から決める。呼ばれた人は話し手ではない。
- 文が言っていなければ sure は false。
- lines のすべてに一つずつ。せりふは写さない。
- first と last は units の最初と最後の id を写す。`,
  en: `units are one scene of a story (each [id, text]). Say who speaks each of the lines whose ids stand in lines.
- speaker is an id of people. Decide by "said", by names, and by turns. Who is called by name in a line is not its speaker.
- sure is false where the text does not say it.
- One entry for each id of lines; do not copy the words.
- Copy the first and the last id of units into first and last.`,
} as const;

/** Throws as `Asker` does. */
export async function smallBeats(
  input: ReadingInputs["plot"],
  { scenes, places }: { scenes: readonly SceneRange[]; places: readonly Place[] },
  asker: Asker,
): Promise<BeatDraft[]> {
  const { units, language } = input.story;
  const pieces = scenes.flatMap(({ scene, ...range }) =>
    smallParts(units, range, { most: UNITS, language }).map((piece) => ({ scene, ...piece })),
  );
  const beats = await asker.askAll(pieces.map((piece, at) => beatsQuestion(input, piece, { at, places })));
  const spoken = pieces.filter((piece) => linesIn(input, piece).length > 0);
  const lines = await asker.askAll(spoken.map((piece, at) => linesQuestion(input, piece, at)));
  const voices = new Map(lines.flat().map((line) => [line.unit.trim(), line]));
  const repairs = repairCounts();
  const drafts = pieces.flatMap((piece, at) =>
    beatDrafts(whole(beats[at] ?? [], { input, piece, voices }), {
      ...{ units: units.slice(piece.from, piece.to), language, people: input.concept.people, repairs },
    }),
  );
  const told = repairs.summary();
  if (told !== "") asker.note(`the beats: repaired ${told}`);
  return drafts;
}

type Row = SmallBeats["beats"][number];

function beatsQuestion(
  { story, concept, brief }: ReadingInputs["plot"],
  { scene, from, to }: SceneRange,
  { at, places }: { at: number; places: readonly Place[] },
): TextQuestion<SmallBeats, Row[]> {
  const { units, language } = story;
  const rows = units.slice(from, to).map((unit) => smallRow(unit, language));
  const share = lettersIn(units, { from, to }) / lettersIn(units, { from: 0, to: units.length });
  const place = places.find(({ id }) => id === scene.place);
  return {
    ...{ name: `the beats of part ${at + 1} (${scene.id})`, task: "beats", language, seed: brief.seed },
    answer: SmallBeatsSchema,
    maxOutputTokens: 2_000,
    prompt: {
      system: `${BEATS_SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "small-beats",
        beats: Math.min(to - from, Math.max(1, Math.round(share * concept.pages * BEATS_OF_PAGE))),
        people: concept.people.map(personRow),
        place: place?.name || place?.kind || "",
        before: units.slice(Math.max(0, from - CONTEXT), from).map((unit) => smallRow(unit, language)),
        units: rows,
      },
    },
    complete(answer): Completed<Row[]> {
      const fault = cutFault(answer, rows);
      return fault === undefined
        ? { kind: "whole", output: answer.beats }
        : { kind: "unusable", faults: [fault] };
    },
  };
}

/** Speech without a label, for which the story does not name the speaker. */
const linesIn = ({ story }: ReadingInputs["plot"], { from, to }: Range): StoryUnit[] =>
  story.units.slice(from, to).filter(({ kind, label }) => kind === "speech" && label === undefined);

function linesQuestion(
  input: ReadingInputs["plot"],
  piece: SceneRange,
  at: number,
): TextQuestion<SmallLines, SmallLines["lines"]> {
  const { story, concept, brief } = input;
  const { units, language } = story;
  const from = Math.max(0, piece.from - CONTEXT);
  const rows = units.slice(from, piece.to + 1).map((unit) => smallRow(unit, language));
  return {
    ...{
      name: `the speakers of part ${at + 1} (${piece.scene.id})`,
      task: "beats",
      language,
      seed: brief.seed,
    },
    answer: SmallLinesSchema,
    maxOutputTokens: 1_500,
    prompt: {
      system: `${LINES_SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "small-lines",
        people: concept.people.map(personRow),
        lines: linesIn(input, piece).map(({ id }) => id),
        units: rows,
      },
    },
    complete(answer): Completed<SmallLines["lines"]> {
      const fault = cutFault(answer, rows);
      return fault === undefined
        ? { kind: "whole", output: answer.lines }
        : { kind: "unusable", faults: [fault] };
    },
  };
}

interface Joining {
  input: ReadingInputs["plot"];
  piece: SceneRange;
  voices: ReadonlyMap<string, SmallLines["lines"][number]>;
}

/** The beats of a piece in a large model's form: each has the units up to the next one's first. */
function whole(rows: readonly Row[], { input, piece, voices }: Joining): BeatsAnswer {
  const { units } = input.story;
  const find = personFinder(input.concept.people);
  const begins = rows
    .map((row) => ({ ...row, at: units.findIndex(({ id }) => id === row.from.trim()) }))
    .filter(({ at }) => at >= piece.from && at < piece.to)
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }, index, all) => at !== all[index - 1]?.at);
  const beats = begins.length > 0 ? begins : [{ ...EMPTY, at: piece.from }];
  return {
    beats: beats.map((row, index) => {
      const own = units.slice(index === 0 ? piece.from : row.at, beats[index + 1]?.at ?? piece.to);
      const lines = own.filter(({ kind }) => kind === "speech").map((unit) => lineOf(unit, voices, find));
      const isTalk = lines.length > 0;
      return {
        ...{ units: own.map(({ id }) => id), action: "", lines },
        figures: [
          ...(row.who.trim() === ""
            ? []
            : [{ ...QUIET, who: row.who, doing: row.does, feeling: row.feels, hands: row.holds }]),
          ...listed(row.others).map((who) => ({ ...QUIET, who })),
        ],
        things: listed(row.things).map((what) => ({ what, where: "", how: "", state: "", count: 1 })),
        ...{ ground: "", light: "", focus: "", effects: [], sounds: [], caption: "" },
        kind: isTalk
          ? ("dialogue" as const)
          : row.who.trim() === ""
            ? ("establish" as const)
            : ("action" as const),
        weight: row.strength,
      };
    }),
  };
}

const EMPTY: Row = { from: "", who: "", does: "", feels: "", holds: "", others: "", things: "", strength: 1 };
const QUIET = { doing: "", feeling: "", gaze: "", hands: "", where: "" } as const;

const listed = (text: string): string[] =>
  text
    .split(/[,;、，；]/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");

function lineOf(
  unit: StoryUnit,
  voices: Joining["voices"],
  find: ReturnType<typeof personFinder>,
): BeatsAnswer["beats"][number]["lines"][number] {
  const told = voices.get(unit.id);
  if (told !== undefined) {
    const { speaker, sure, voice } = told;
    return { unit: unit.id, speaker, guessed: !sure, voice };
  }
  const { speaker, guessed, voice }: Pick<Line, "speaker" | "guessed" | "voice"> = voiceByLabel(unit, find);
  return { unit: unit.id, speaker: speaker ?? "", guessed, voice };
}
