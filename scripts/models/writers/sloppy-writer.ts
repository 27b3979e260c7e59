// A writer that answers Mekuri's requests plausibly but imperfectly, as hosted models do. It fills any schema in the request from the data
// in the prompt and its own vocabulary; then slips are added at configured rates. It is deterministic. `hooks` defines keys with a meaning:
// a new request needs a line there only for such a key.
import { type Answerer, type Question, RawText } from "../../../emulators/models/generate.ts";
import { type Random, randomOf } from "../../../emulators/models/random.ts";
import { SLIPS, type Slip, withSlips } from "../../../emulators/models/slips.ts";
import { type Hooks, type Site, writeValue } from "../../../emulators/models/value-writer.ts";
import { type JsonSchema, JsonSchemaSchema } from "../../../emulators/models/wire.ts";
import { namesIn, type Reading, readPrompt, type Unit } from "./sloppy-reading.ts";
import { freeText } from "./sloppy-words.ts";

export interface SloppyOptions {
  seed: number;
  /** Share of answers with each slip. Default: `SLIP_RATE`. */
  rates?: Partial<Record<Slip, number>>;
}

export interface SloppyWriter {
  answer: Answerer;
  /** Number of answers with each slip so far. */
  slips(): Record<string, number>;
}

/** With twelve kinds of slips, about half of the answers have one. */
const SLIP_RATE = 0.06;

export function sloppyWriter({ seed, rates = {} }: SloppyOptions): SloppyWriter {
  const counts: Record<string, number> = {};
  return {
    slips: () => ({ ...counts }),
    async answer(question) {
      const schema = question.schema ?? schemaIn(question.texts);
      const reading = readPrompt(question.texts);
      if (schema === undefined || reading === undefined) return undefined;
      const random = randomOf(`${seed}/${question.hash}`);
      const known = { reading, heads: question.pictures[0]?.heads ?? [] };
      const context: Place = { known, units: reading.units, index: 0 };
      const value = writeValue(schema, { context, hooks, random });
      const names = new Map(reading.people.map(({ id, name }) => [id, name]));
      const rateOf = (slip: Slip) => rates[slip] ?? SLIP_RATE;
      const { text, slips } = withSlips(value, schema, { random, rateOf, names });
      for (const slip of slips) counts[slip] = (counts[slip] ?? 0) + 1;
      return new RawText(text);
    },
  };
}

/** Disables all slips: the writer's careful answer. */
export const NO_SLIPS = Object.fromEntries(SLIPS.map((slip) => [slip, 0]));

/** In JSON mode without a schema parameter, the prompt contains the schema. */
function schemaIn(texts: readonly string[]): JsonSchema | undefined {
  for (const line of texts.join("\n").split("\n")) {
    if (!line.startsWith('{"')) continue;
    const parsed = JsonSchemaSchema.safeParse(parsedOr(line));
    if (parsed.success && parsed.data.properties !== undefined) return parsed.data;
  }
  return undefined;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line of prose that begins like JSON.
    return undefined;
  }
}

/** The writer's knowledge at a position of its answer. */
interface Place {
  known: { reading: Reading; heads: Question["pictures"][number]["heads"] };
  /** The units that this part of the answer is about. */
  units: readonly Unit[];
  /** Index of the item in its array. */
  index: number;
  unit?: Unit;
  person?: { id: string; name: string };
  text?: { id: string; kind: string };
}

type Here = Site<Place>;

const hooks: Hooks<Place> = {
  value(site) {
    const special = VALUES[site.key];
    return special === undefined ? undefined : special(site);
  },
  items(site) {
    const { key, context, random, schema } = site;
    const special = ITEMS[key]?.(site);
    if (special !== undefined) return special;
    const { units } = context;
    const inner = schema.items ?? {};
    if (key === "units") return units.map((unit, index) => ({ ...context, unit, index }));
    if (inner.properties?.unit !== undefined) return spokenIn(context);
    if (inner.properties?.who !== undefined || inner.properties?.character !== undefined)
      return seenIn(context, random);
    if (isAboutUnits(inner)) return chunks(context, countOf(site));
    return undefined;
  },
  prose: ({ key, context, random }) => freeText(key, context.known.reading.language, random),
};

/** Number of items of an array of story parts. */
function countOf({ key, context: { known, units }, random }: Here): number {
  const wanted = known.reading.wanted[key];
  if (wanted !== undefined) return wanted;
  if (key === "scenes") return 1 + Math.floor(units.length / random.between(9, 18));
  return Math.max(1, Math.round(units.length / random.between(2, 3)));
}

function isAboutUnits({ properties = {} }: JsonSchema): boolean {
  return Object.keys(properties).some((name) => UNIT_KEYS.has(name));
}
const UNIT_KEYS = new Set(["units", "from", "first", "beats", "panels"]);

/** Splits a position's units into `count` runs, or fewer if there are fewer units. */
function chunks(context: Place, count: number): Place[] {
  const { units } = context;
  const length = units.length === 0 ? count : Math.min(count, units.length);
  const startOf = (index: number) => Math.floor((index * units.length) / length);
  return Array.from({ length }, (_, index) => ({
    ...{ ...context, index },
    units: units.slice(startOf(index), startOf(index + 1)),
  }));
}

/** One item for each line of dialogue. */
const spokenIn = (context: Place): Place[] =>
  context.units.filter(({ kind }) => kind === "speech").map((unit, index) => ({ ...context, unit, index }));

/** The people named or speaking there; otherwise any one, or nobody. */
function seenIn(context: Place, random: Random): Place[] {
  const { people } = context.known.reading;
  const said = context.units.map(({ text, speaker = "" }) => `${text} ${speaker}`).join(" ");
  const named = people.filter(({ id, name }) => said.includes(name) || said.includes(id)).slice(0, 3);
  const seen = named.length > 0 || people.length === 0 || random.isTrue(0.2) ? named : [random.pick(people)];
  return seen.map((person, index) => ({ ...context, person, index }));
}

const persons = (context: Place): Place[] =>
  context.known.reading.people.map((person, index) => ({ ...context, person, index }));

/** Arrays whose number of items has a meaning. */
const ITEMS: Record<string, (site: Here) => readonly Place[] | undefined> = {
  characters: ({ context }) => persons(context),
  people({ context, schema, random }) {
    const { reading } = context.known;
    if (schema.items?.properties?.name === undefined) {
      return schema.items?.properties === undefined ? seenIn(context, random) : undefined;
    }
    const names = namesIn(reading.units, reading.language);
    return names.map((name, index) => ({ ...context, person: { id: `c${index + 1}`, name }, index }));
  },
  texts: ({ context }) => {
    const { texts } = context.known.reading;
    return texts.length === 0 ? undefined : texts.map((text, index) => ({ ...context, text, index }));
  },
  faces: ({ context }) => persons(context).slice(0, context.known.heads.length),
  keep: () => [],
  aliases: () => [],
  effects: ({ context, random }) => (random.isTrue(0.1) ? [context] : []),
  sounds: ({ context, random }) => (random.isTrue(0.08) ? [context] : []),
  places: ({ context }) => [0, 1].map((index) => ({ ...context, index })),
  landmarks: ({ context }) => [context],
  outfits: ({ context }) => [context],
  things: ({ context, random }) => (random.isTrue(0.4) ? [context] : []),
};

/** Keys whose value has a meaning beyond its type. */
const VALUES: Record<string, (site: Here) => unknown> = {
  units: ({ schema, context }) => (schema.type === "string" ? context.unit?.id : undefined),
  unit: ({ context }) => context.unit?.id,
  from: ({ context, path }) => (isOutfit(path) ? "" : context.units[0]?.id),
  first: ({ context }) => context.units[0]?.id,
  to(site) {
    if (site.path.includes("figures")) return somebodyElse(site);
    return isOutfit(site.path) ? "" : site.context.units.at(-1)?.id;
  },
  carriedBy: (site) => somebodyElse(site),
  place: ({ context, path, random }) =>
    path.at(-2) === "scenes" && context.known.reading.task === "plan" ? random.pick(["l1", "l2"]) : undefined,
  kind: ({ path, schema }) => (path.at(-2) === "people" && schema.enum === undefined ? "human" : undefined),
  outfit: () => "o1",
  // The next keys are those of a picture check's answer.
  heads: ({ context }) => context.known.reading.people.length,
  likeness: () => 2,
  badHands: () => false,
  lettersWhere: () => "",
  border: () => false,
  zoneClear: () => true,
  who: ({ context }) => context.person?.id,
  character: ({ context }) => context.person?.id,
  people: ({ schema, context }) => (schema.type === "string" ? context.person?.id : undefined),
  name: ({ context, path }) => (path.at(-2) === "people" ? context.person?.name : undefined),
  id({ context, path }) {
    const around = path.at(-2) ?? "";
    if (around === "texts") return context.text?.id;
    if (around === "characters") return context.person?.id;
    if (around === "places") return `l${context.index + 1}`;
    if (around === "scene") return context.known.reading.scenes[0];
    return around === "" ? undefined : `${around.slice(0, 1)}${context.index + 1}`;
  },
  scene: ({ schema, context }) =>
    schema.type === "string" ? (context.known.reading.scenes[0] ?? "s1") : undefined,
  speaker: speakerOf,
  text: textOf,
  caption({ context, random }) {
    const told = context.units.filter(({ kind }) => kind === "narration");
    if (told.length === 0 || random.isTrue(0.75)) return "";
    const sentence = random.pick(told).text;
    return sentence.slice(0, context.known.reading.language === "ja" ? 40 : 100);
  },
  action: actionOf,
  notes: () => "",
  title: ({ context: { known, units } }) => known.reading.title ?? units[0]?.text.slice(0, 24),
  pages({ schema, context: { known, units } }) {
    if (schema.type !== "integer" && schema.type !== "number") return undefined;
    return known.reading.wanted.pages ?? Math.max(1, Math.ceil(units.length / 8));
  },
  number: ({ context }) => context.index + 1,
  letters: () => false,
  box: ({ context }) => context.known.heads[context.index],
  mouth({ context }) {
    const [top, left, bottom, right] = context.known.heads[context.index] ?? [];
    if (top === undefined || left === undefined || bottom === undefined || right === undefined) return [];
    return [Math.round(top + (bottom - top) * 0.78), Math.round((left + right) / 2)];
  },
};

const isOutfit = (path: readonly string[]) => path.includes("outfits");

function somebodyElse({ context, random }: Here): string {
  const others = context.known.reading.people.filter(({ id }) => id !== context.person?.id);
  return others.length === 0 ? "" : random.pick(others).id;
}

/** Mostly the story's own words; sometimes, or if there are none, the writer's. */
function actionOf({ key, context, random }: Here): string {
  const { language } = context.known.reading;
  const own = freeText(key, language, random);
  if (context.units.length === 0 || random.isTrue(0.2)) return own;
  const told = random.pick(context.units).text.slice(0, language === "ja" ? 40 : 90);
  return language === "ja" ? `${told}……そんな場面。` : `The moment of this: ${told}`;
}

/** The speaker in the data, or a person named nearby; otherwise nobody, in the form that the schema allows. */
function speakerOf({ context, nullable, random }: Here): string | null {
  const { people } = context.known.reading;
  const nobody = nullable ? null : "";
  const { speaker } = context.unit ?? {};
  if (speaker !== undefined) return people.some(({ id }) => id === speaker) ? speaker : nobody;
  const said = context.units.map(({ text }) => text).join(" ");
  const named = people.filter(({ name }) => said.includes(name));
  if (named.length > 0) return random.pick(named).id;
  return people.length === 0 || random.isTrue(0.2) ? nobody : random.pick(people).id;
}

function textOf({ context, path, random }: Here): string | undefined {
  const { reading } = context.known;
  if (context.text !== undefined) {
    const { id, kind } = context.text;
    if (kind === "sound") return freeText("sound", reading.to, random);
    const place = id.replace("/", " ");
    return reading.to === "ja" ? `${place}のあたりの言葉。` : `Something like ${place}.`;
  }
  if (path.at(-2) === "sounds") return freeText("sound", reading.language, random);
  return context.unit?.text;
}
