// Parses the labels of a story (stories/labels/FORMAT.md): the facts of each sentence by a careful human reader.
import * as z from "zod";

const NONE = "-";
const UNKNOWN = "?";

const CastIdSchema = z.string().regex(/^c[1-9]\d*$/);
const PlaceIdSchema = z.string().regex(/^l[1-9]\d*$/);
/** An English noun or verb phrase; capitals in names only. */
const PhraseSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9' -]*$/);

export const LabelledPersonSchema = z.object({
  id: CastIdSchema,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  kind: PhraseSchema,
  sex: z.enum(["female", "male", "none", UNKNOWN]),
  age: z.enum(["baby", "child", "teen", "adult", "elder", UNKNOWN]),
  part: z.enum(["acts", "told-of"]),
});
export type LabelledPerson = z.infer<typeof LabelledPersonSchema>;

export const LabelledPlaceSchema = z.object({
  id: PlaceIdSchema,
  name: z.string().min(1),
  kind: PhraseSchema,
  part: z.enum(["scene", "mentioned"]),
});
export type LabelledPlace = z.infer<typeof LabelledPlaceSchema>;

export const SENTENCE_KINDS = [
  "told",
  "tag",
  "line",
  "thought",
  "letter",
  "sign",
  "sound",
  "verse",
  "heading",
  "frame",
] as const;
const POSTURES = [
  "stand",
  "walk",
  "run",
  "sit",
  "kneel",
  "crouch",
  "lie",
  "ride",
  "climb",
  "fall",
  "jump",
  "fly",
  "swim",
  "hang",
  "bow",
  "dance",
] as const;

const DeedSchema = z.object({ who: CastIdSchema, verb: PhraseSchema, to: PhraseSchema.optional() });

export const LabelledSentenceSchema = z.object({
  n: z.int().positive(),
  text: z.string().min(1),
  kind: z.enum(SENTENCE_KINDS),
  /** Empty: there is no speaker, or the speaker is unknown (`speakerUnknown`). */
  speakers: z.array(CastIdSchema),
  speakerUnknown: z.boolean(),
  named: z.boolean(),
  mode: z.enum([
    "told",
    "state",
    "negated",
    "thought",
    "wished",
    "supposed",
    "likened",
    "remembered",
    "future",
    "habit",
    "comment",
    NONE,
  ]),
  /** Undefined: the text does not state it. */
  place: PlaceIdSchema.optional(),
  hour: z.enum(["dawn", "day", "dusk", "night"]).optional(),
  weather: z.enum(["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"]).optional(),
  seen: z.array(CastIdSchema),
  deeds: z.array(DeedSchema),
  posture: z.array(z.object({ who: CastIdSchema, posture: z.enum(POSTURES) })),
  hands: z.array(z.object({ who: CastIdSchema, thing: PhraseSchema })),
  things: z.array(PhraseSchema),
  unreal: z.array(PhraseSchema),
});
export type LabelledSentence = z.infer<typeof LabelledSentenceSchema>;

export interface ReadingLabels {
  cast: LabelledPerson[];
  places: LabelledPlace[];
  sentences: LabelledSentence[];
}

const COLUMNS = {
  cast: ["id", "name", "aliases", "kind", "sex", "age", "part"],
  places: ["id", "name", "kind", "part"],
  sentences: [
    ...["n", "text", "kind", "speaker", "named", "mode", "place", "hour", "weather", "seen", "deeds"],
    ...["posture", "hands", "things", "unreal"],
  ],
} as const;
type Part = keyof typeof COLUMNS;

/** Parses a file of labels. Throws an `Error` with the line and the reason. */
export function readLabels(file: string): ReadingLabels {
  const labels: ReadingLabels = { cast: [], places: [], sentences: [] };
  let part: Part | undefined;
  let headed = false;
  for (const [index, line] of file.split("\n").entries()) {
    if (line === "" || line.startsWith("//")) continue;
    try {
      if (line.startsWith("#")) {
        part = partNamed(line.slice(1));
        headed = false;
        continue;
      }
      if (part === undefined) throw new Error("the file begins with #cast, #places or #sentences");
      const cells = line.split("\t");
      const columns = COLUMNS[part];
      if (!headed) {
        if (cells.join() !== columns.join())
          throw new Error(`the columns of #${part} are ${columns.join(" ")}`);
        headed = true;
        continue;
      }
      if (cells.length !== columns.length)
        throw new Error(`${cells.length} columns instead of ${columns.length}`);
      const row: Record<string, string> = Object.fromEntries(
        columns.map((name, at) => [name, cells[at] ?? ""]),
      );
      if (part === "cast") labels.cast.push(personOf(row));
      else if (part === "places") labels.places.push(LabelledPlaceSchema.parse(row));
      else labels.sentences.push(sentenceOf(row));
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new Error(`line ${index + 1}: ${why}`, { cause });
    }
  }
  return labels;
}

/** Errors in the labels of a story beyond the syntax of lines. */
export function faultsOf({ cast, places, sentences }: ReadingLabels, story: string): string[] {
  const faults: string[] = [];
  const people = new Set(cast.map(({ id }) => id));
  const known = new Set([...people, ...places.map(({ id }) => id)]);
  if (people.size !== cast.length || known.size !== cast.length + places.length)
    faults.push("an id is used twice");
  let told = "";
  for (const [index, sentence] of sentences.entries()) {
    const at = `sentence ${sentence.n}`;
    if (sentence.n !== index + 1) faults.push(`${at} follows ${index}`);
    told += sentence.text;
    const seen = new Set(sentence.seen);
    const inScene = [...sentence.deeds, ...sentence.posture, ...sentence.hands].map(({ who }) => who);
    for (const who of inScene) if (!seen.has(who)) faults.push(`${at}: ${who} is not in "seen"`);
    const named = [
      ...sentence.speakers,
      ...sentence.seen,
      ...(sentence.place === undefined ? [] : [sentence.place]),
    ];
    for (const id of [...named, ...sentence.unreal.filter((word) => /^[cl]\d+$/.test(word))]) {
      if (!known.has(id)) faults.push(`${at}: ${id} is in neither #cast nor #places`);
    }
  }
  const bare = (text: string) => text.replaceAll(/[\s\uFEFF]+/g, "");
  if (bare(told) !== bare(story))
    faults.push(`the sentences are not the story: ${difference(bare(told), bare(story))}`);
  return faults;
}

function partNamed(name: string): Part {
  if (name === "cast" || name === "places" || name === "sentences") return name;
  throw new Error(`#${name} is no part of a file of labels`);
}

function personOf({ aliases = NONE, ...row }: Record<string, string>): LabelledPerson {
  return LabelledPersonSchema.parse({ ...row, aliases: aliases === NONE ? [] : aliases.split(" / ") });
}

function sentenceOf(row: Record<string, string>): LabelledSentence {
  const { n, text, kind, speaker, named, mode, place, hour, weather, seen, deeds, posture, hands } = row;
  return LabelledSentenceSchema.parse({
    n: Number(n),
    text,
    kind,
    speakers: speaker === UNKNOWN ? [] : words(speaker),
    speakerUnknown: speaker === UNKNOWN,
    named: z.enum(["yes", "no", NONE]).parse(named) === "yes",
    mode,
    place: told(place),
    hour: told(hour),
    weather: told(weather),
    seen: words(seen),
    deeds: entries(deeds).map(({ who, what }) => {
      const [verb, to] = what.split(">");
      return to === undefined ? { who, verb } : { who, verb, to };
    }),
    posture: entries(posture).map(({ who, what }) => ({ who, posture: what })),
    hands: entries(hands).map(({ who, what }) => ({ who, thing: what })),
    things: phrases(row.things),
    unreal: phrases(row.unreal),
  });
}

const told = (cell: string | undefined) => (cell === UNKNOWN || cell === NONE ? undefined : cell);
const words = (cell = "") => (cell === NONE ? [] : cell.split(" "));
const phrases = (cell = "") => (cell === NONE ? [] : cell.split("; "));

/** Parses `c1:climb>tree; c2:laugh` into pairs of id and text. */
function entries(cell = ""): { who: string; what: string }[] {
  return phrases(cell).map((entry) => {
    const colon = entry.indexOf(":");
    if (colon < 0) throw new Error(`"${entry}" has no ":" between the id and the text`);
    return { who: entry.slice(0, colon), what: entry.slice(colon + 1) };
  });
}

function difference(told: string, story: string): string {
  let at = 0;
  while (at < told.length && told[at] === story[at]) at++;
  return `at character ${at} the labels have "${told.slice(at, at + 20)}", the story "${story.slice(at, at + 20)}"`;
}
