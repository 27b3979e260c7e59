// Answers as a model of 7 to 14 billion parameters gives them to the requests for small models: nearly right, with faults reported for such
// models. It knows only the part of the story in the request. No real model was tested; the faults are from reports, and their rates are
// guesses:
// - JSON in fences or between sentences, also where a schema was sent: ollama/ollama#15540, microsoft/essex-toolkit#437
// - the schema itself in place of data: leonbreukelman/smactorio#165, getzep/graphiti#868
// - an empty answer: ollama/ollama#11777; two values, one after the other: letta-ai/letta#269
// - an array that should be empty and is not: vllm-project/vllm#13821
// - values outside the schema, numbers as strings: ollama/ollama#8063
// - an answer that ends at the limit: NousResearch/hermes-agent#43900
import * as z from "zod";
import { type Answerer, RawText } from "../../../emulators/models/generate.ts";
import { type Random, randomOf } from "../../../emulators/models/random.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import { offlineReader } from "../../../lib/models/offline/reader/offline-reader.ts";
import { TerminalError } from "../../../lib/pipeline/errors.ts";
import { BRIEF, beatsAnswer, charactersAnswer, planAnswer } from "./offline-staging.ts";

export const SMALL_SLIPS = [
  ...(["fenced", "talkative", "name-for-id", "unit-unknown", "out-of-order", "row-missing"] as const),
  ...(["number-as-string", "id-in-brackets", "wrong-first", "nothing", "cut-off"] as const),
  ...(["schema-echo", "silent", "twice"] as const),
] as const;
export type SmallSlip = (typeof SMALL_SLIPS)[number];

/** Default share of answers with each slip. */
const SLIP_RATE = 0.05;

type Row = [id: string, text: string];
type Value = Record<string, unknown>;

const RowSchema = z.tuple([z.string(), z.string()]);
const PersonRowSchema = z.tuple([z.string(), z.string(), z.string()], z.string());
const DataSchema = z.looseObject({
  task: z.string(),
  units: z.array(RowSchema).optional(),
  people: z.union([z.array(PersonRowSchema), z.array(z.string())]).optional(),
  beats: z.number().optional(),
  lines: z.array(z.string()).optional(),
  beginning: z.string().optional(),
  person: z.looseObject({ name: z.string() }).optional(),
});
type Data = z.infer<typeof DataSchema>;

const signal = new AbortController().signal;

export interface SmallWriterOptions {
  seed: number;
  rates?: Partial<Record<SmallSlip, number>>;
}

export interface SmallWriter {
  answer: Answerer;
  /** Number of answers with each slip so far. */
  slips(): Record<string, number>;
}

/** Disables all slips. */
export const NO_SMALL_SLIPS = Object.fromEntries(SMALL_SLIPS.map((slip) => [slip, 0]));

export function smallWriter({ seed, rates = {} }: SmallWriterOptions): SmallWriter {
  const counts: Record<string, number> = {};
  return {
    slips: () => ({ ...counts }),
    async answer({ texts, hash, schema }) {
      const data = dataIn(texts);
      if (data === undefined) return undefined;
      const random = randomOf(`${seed}/${hash}`);
      const value = await valueFor(data).catch((error: unknown) => {
        // The program cannot read a passage with two languages, such as a signboard in a Japanese story; a model would answer something.
        if (!(error instanceof TerminalError)) throw error;
        return plainValue(data);
      });
      const wanted = SMALL_SLIPS.filter((slip) => random.isTrue(rates[slip] ?? SLIP_RATE));
      const slips = wanted.filter((slip) => slipped(value, slip, { random, data }));
      for (const slip of slips) counts[slip] = (counts[slip] ?? 0) + 1;
      if (slips.includes("silent")) return new RawText("");
      if (slips.includes("schema-echo")) return new RawText(JSON.stringify(schema ?? { type: "object" }));
      return new RawText(textOf(value, slips));
    },
  };
}

function textOf(value: Value, slips: readonly SmallSlip[]): string {
  const json = JSON.stringify(value, null, 2);
  const cut = slips.includes("cut-off") ? json.slice(0, Math.ceil(json.length * 0.7)) : json;
  const fenced = slips.includes("fenced") ? `\`\`\`json\n${cut}\n\`\`\`` : cut;
  if (slips.includes("twice")) return `${cut}\n${cut}`;
  return slips.includes("talkative")
    ? `Sure! Here is the JSON:\n\n${fenced}\n\nLet me know if you need more.`
    : fenced;
}

/** The request's data. Of a truncated prompt only the last rows remain, and the model takes them for the whole. */
function dataIn(texts: readonly string[]): Data | undefined {
  const all = texts.join("\n");
  const whole = /<data>\n(.*)\n<\/data>/s.exec(all)?.[1];
  if (whole !== undefined) return DataSchema.parse(JSON.parse(whole));
  const rows = [...all.matchAll(/\["(u\d+)","((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, id = "", text = ""]): Row => [id, JSON.parse(`"${text}"`)],
  );
  return rows.length === 0 ? undefined : { task: "small-beats", units: rows, people: [], beats: 2 };
}

async function valueFor(data: Data): Promise<Value> {
  const units = data.units ?? [];
  const echo = { first: units[0]?.[0] ?? "", last: units.at(-1)?.[0] ?? "" };
  switch (data.task) {
    case "small-people":
      return { ...echo, people: await peopleIn(units) };
    case "small-book":
      return bookOf(data);
    case "small-looks":
      return looksOf(data);
    case "small-scenes":
      return { ...echo, scenes: await scenesIn(data) };
    case "small-lines":
      return { ...echo, lines: await linesIn(data) };
    default:
      return { ...echo, beats: await beatsIn(data) };
  }
}

/** The answer for a passage that the reader cannot read: one scene, one beat, uncertain speakers. */
function plainValue({ task, units = [], lines = [] }: Data): Value {
  const [first = "", last = ""] = [units[0]?.[0], units.at(-1)?.[0]];
  const scene = { from: first, place: "", kind: "", hour: "", weather: "", people: "" };
  const beat = { from: first, who: "", does: "", feels: "", holds: "", others: "", things: "", strength: 1 };
  return {
    ...{ first, last },
    ...(task === "small-people" ? { people: [] } : {}),
    ...(task === "small-scenes" ? { scenes: [scene] } : {}),
    ...(task === "small-lines"
      ? { lines: lines.map((unit) => ({ unit, speaker: "", sure: false, voice: "speech" })) }
      : {}),
    ...(task === "small-beats" ? { beats: [beat] } : {}),
  };
}

const isJapanese = (text: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);

async function peopleIn(units: readonly Row[]): Promise<Value[]> {
  const text = units.map(([, told]) => told).join("\n");
  const story = segmentStory(text, isJapanese(text) ? "ja" : "en");
  const { output } = await offlineReader().read("concept", { story, brief: BRIEF }, signal);
  return output.people.map(({ name, aliases, kind, sex, age, notes }) => ({
    ...{ name, also: aliases.join(", "), kind, sex, age, notes: notes.slice(0, 80) },
  }));
}

function bookOf({ people = [], beginning = "" }: Data): Value {
  const isJa = isJapanese(beginning);
  return {
    title: "",
    ...(isJa
      ? { genre: "ドラマ", theme: "別れ", world: "ある町の話。", audience: "一般" }
      : { genre: "drama", theme: "parting", world: "A small town, long ago.", audience: "everybody" }),
    mood: "neutral",
    protagonist: typeof people[0] === "string" ? people[0] : "",
  };
}

async function looksOf({ person, passages }: Data): Promise<Value> {
  const told = z.array(z.string()).catch([]).parse(passages);
  const name = person?.name ?? "";
  const { characters } = await charactersAnswer({
    task: "characters",
    book: { genre: "-", world: told.join(" ") || name, mood: "neutral" },
    people: [["c1", "adult, unknown, human", name]],
    design: [{ id: "c1", role: "support", notes: "" }],
    units: told.map((text, at): Row => [`u${String(at + 1).padStart(4, "0")}`, text]),
  });
  const [look] = characters;
  const {
    face = "",
    eyes = "",
    hair = "",
    beard = "",
    build = "",
    height = "",
    marks = "",
    accessories = "",
  } = look ?? {};
  const [usual] = look?.outfits ?? [];
  return {
    ...{ face, eyes, hair, beard, build, height, marks, clothes: usual?.worn ?? "", accessories },
    description: look?.description ?? name,
  };
}

const QUOTED = /^(?:(?<label>[^「"]{1,20}): )?[「"](?<said>.*)[」"]$/su;

/** Units in the format of requests for large models. */
function kindRows(units: readonly Row[]) {
  return units.map(([id, text]): [string, "speech" | "narration", string, ...string[]] => {
    const { label, said } = QUOTED.exec(text)?.groups ?? {};
    if (said === undefined) return [id, "narration", text];
    return label === undefined ? [id, "speech", said || text] : [id, "speech", said || text, label];
  });
}

const rowsOfPeople = ({ people = [] }: Data) => people.filter((row) => typeof row !== "string");

async function scenesIn(data: Data): Promise<Value[]> {
  const units = kindRows(data.units ?? []);
  const answer = await planAnswer({ task: "plan", pages: 1, people: rowsOfPeople(data), units });
  return answer.scenes.map(({ from, place, people, hour, weather }) => {
    const found = answer.places.find(({ id }) => id === place);
    return {
      from,
      place: found?.name || found?.kind || "",
      kind: found?.kind ?? "",
      hour,
      weather,
      people: people.join(", "),
    };
  });
}

const beatsOf = (data: Data) =>
  beatsAnswer({
    ...{ task: "beats", beats: data.beats ?? 2, people: rowsOfPeople(data) },
    scenes: [{ units: kindRows(data.units ?? []) }],
  });

async function linesIn(data: Data): Promise<Value[]> {
  const { beats } = await beatsOf(data);
  return beats
    .flatMap(({ lines }) => lines)
    .filter(({ unit }) => data.lines?.includes(unit))
    .map(({ unit, speaker, guessed, voice }) => ({ unit, speaker, sure: !guessed, voice }));
}

async function beatsIn(data: Data): Promise<Value[]> {
  const { beats } = await beatsOf(data);
  return beats
    .filter(({ units }) => units.length > 0)
    .map(({ units, figures, things, weight }) => {
      const [first, ...others] = figures;
      return {
        ...{
          from: units[0] ?? "",
          who: first?.who ?? "",
          does: first?.doing ?? "",
          feels: first?.feeling ?? "",
        },
        ...{ holds: first?.hands ?? "", others: others.map(({ who }) => who).join(", ") },
        ...{ things: things.map(({ what }) => what).join(", "), strength: weight },
      };
    });
}

/** Adds a slip to the value, or to its text; false if there is no place for it. */
function slipped(value: Value, slip: SmallSlip, { random, data }: { random: Random; data: Data }): boolean {
  const rows = [value.scenes, value.beats, value.lines].find((list) => Array.isArray(list));
  const list: Value[] = Array.isArray(rows) ? rows : [];
  const row = list.length > 0 ? random.pick(list) : undefined;
  switch (slip) {
    case "wrong-first":
      if (typeof value.first !== "string" || data.units === undefined || data.units.length < 3) return false;
      value.first = data.units[1]?.[0] ?? "";
      return true;
    case "id-in-brackets":
      if (typeof value.first !== "string") return false;
      value.first = `["${value.first}"`;
      return true;
    case "name-for-id": {
      const [known] = rowsOfPeople(data);
      const key = ["who", "speaker"].find((name) => row !== undefined && name in row);
      if (row === undefined || key === undefined || known === undefined) return false;
      row[key] = known[2];
      return true;
    }
    case "unit-unknown": {
      const key = ["from", "unit"].find((name) => row !== undefined && name in row);
      if (row === undefined || key === undefined) return false;
      row[key] = "u9999";
      return true;
    }
    case "out-of-order":
      if (list.length < 2) return false;
      list.reverse();
      return true;
    case "row-missing":
      if (list.length < 2) return false;
      list.splice(random.between(0, list.length - 1), 1);
      return true;
    case "number-as-string":
      if (row === undefined || typeof row.strength !== "number") return false;
      row.strength = String(row.strength);
      return true;
    case "nothing":
      if (list.length === 0) return false;
      list.splice(0);
      return true;
    default:
      return true;
  }
}
