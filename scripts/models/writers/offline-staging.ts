// The offline reader's answers to requests about plan, beats and looks, from the data in the prompt. `plain-director.ts` answers requests
// about panels.
import * as z from "zod";
import { CastSchema, type Character } from "../../../lib/manga/cast.ts";
import { type Concept, type Person, PersonSchema } from "../../../lib/manga/concept.ts";
import type { Language } from "../../../lib/manga/language.ts";
import type { Acting } from "../../../lib/manga/moment.ts";
import type { Place } from "../../../lib/manga/place.ts";
import { type Plot, PlotSchema } from "../../../lib/manga/plot.ts";
import { MoodSchema } from "../../../lib/manga/staging.ts";
import { type Story, StoryUnitSchema } from "../../../lib/manga/story.ts";
import { fewestPages } from "../../../lib/manga/story-pages.ts";
import { styleOf } from "../../../lib/manga/style-presets.ts";
import { factsOf } from "../../../lib/models/offline/reader/offline-reader.ts";
import { designCast } from "../../../lib/models/offline/reader/telling/cast.ts";
import { peopleOf as peopleIn } from "../../../lib/models/offline/reader/telling/concept.ts";
import { plotBook } from "../../../lib/models/offline/reader/telling/plot.ts";
import type { StoryFacts } from "../../../lib/models/offline/reader/telling/story-facts.ts";
import type { ActingAnswer } from "../../../lib/models/prompts/acting.ts";
import type { CharactersAnswer } from "../../../lib/models/prompts/characters/characters.ts";
import { handsText } from "../../../lib/models/prompts/open-words.ts";
import type { BeatsAnswer } from "../../../lib/models/prompts/plot/beats.ts";
import type { PlaceAnswer } from "../../../lib/models/prompts/plot/places.ts";
import type { PlanAnswer } from "../../../lib/models/prompts/plot/plan.ts";
import { thingAnswer } from "../../../lib/models/prompts/things.ts";
import type { Brief } from "../../../lib/models/reader.ts";

const PersonRowSchema = z.tuple([z.string(), z.string(), z.string()], z.string());
const UnitRowSchema = z.tuple([z.string(), StoryUnitSchema.shape.kind, z.string()], z.string());
const BookSchema = z.object({ genre: z.string(), world: z.string(), mood: MoodSchema });

export const PlanDataSchema = z.object({
  task: z.literal("plan"),
  pages: z.int(),
  people: z.array(PersonRowSchema),
  units: z.array(UnitRowSchema),
});
export const BeatsDataSchema = z.object({
  task: z.literal("beats"),
  beats: z.int(),
  people: z.array(PersonRowSchema),
  scenes: z.array(z.object({ units: z.array(UnitRowSchema) })),
});
export const CharactersDataSchema = z.object({
  task: z.literal("characters"),
  book: BookSchema,
  people: z.array(PersonRowSchema),
  design: z.array(PersonSchema.pick({ id: true, role: true, notes: true })),
  units: z.array(z.tuple([z.string(), z.string()])),
});

/** Values that the answers do not depend on. */
export const BRIEF: Brief = { direction: "rtl", style: "manga", seed: 0 };

const languageOf = (text: string): Language => (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? "ja" : "en");

function storyOf(rows: readonly z.infer<typeof UnitRowSchema>[], people: readonly Person[]): Story {
  const [opening] = rows;
  return {
    ...(opening?.[1] === "heading" ? { title: opening[2] } : {}),
    ...(people.length > 0 ? { cast: people.map(({ name }) => ({ name, notes: "" })) } : {}),
    language: languageOf(rows.map(([, , text]) => text).join("")),
    units: rows.map(([id, kind, text, label], paragraph) => ({
      ...{ id, kind, text, ruby: [], paragraph },
      ...(label === undefined ? {} : { label }),
    })),
  };
}

/** `72, female, human`. */
function peopleOf(rows: readonly z.infer<typeof PersonRowSchema>[]): Person[] {
  return rows.map(([id, is, name, ...aliases]) => {
    const [age, sex, ...kind] = is.split(", ");
    return PersonSchema.parse({
      ...{ id, name, aliases, role: "support", notes: "", age, sex, kind: kind.join(", ") },
    });
  });
}

function conceptOf(told: Pick<Concept, "people" | "language"> & Partial<Concept>): Concept {
  return {
    ...{ title: "-", genre: "-", themes: [], mood: "neutral", world: "", audience: "", pages: 1 },
    style: styleOf("manga"),
    ...told,
  };
}

/** The reader's plot of some units with the prompt's people, on enough pages that no dialogue is left out. */
async function plotOf(
  rows: readonly z.infer<typeof UnitRowSchema>[],
  people: readonly Person[],
  leastPages: number,
): Promise<Plot> {
  const story = storyOf(rows, people);
  const facts = await factsOf(story);
  const ids = promptIds(facts, people);
  const known = peopleIn(facts).filter(({ id }) => ids.has(id));
  const pages = Math.max(1, leastPages, fewestPages(story));
  const concept = conceptOf({ people: known, language: story.language, pages });
  return PlotSchema.parse(withIds(plotBook(story, concept, facts, BRIEF.seed), ids));
}

/** The prompt's ids by the reader's. */
const promptIds = ({ people: { people: found } }: StoryFacts, people: readonly Person[]) =>
  new Map(
    found.flatMap((own) => {
      const asked = people.find((one) => isCalledAlike(own, one));
      return asked === undefined ? [] : [[own.id, asked.id] as const];
    }),
  );

const namesOf = ({ name, aliases }: Pick<Person, "name" | "aliases">) =>
  [name, ...aliases].map((one) => one.toLowerCase().replace(/^the /, ""));

const isCalledAlike = (a: Pick<Person, "name" | "aliases">, b: Pick<Person, "name" | "aliases">): boolean =>
  namesOf(a).some((name) => namesOf(b).includes(name));

/** A copy with the prompt's ids of people. */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(one, ids)]));
}

export async function planAnswer({
  pages,
  people,
  units,
}: z.infer<typeof PlanDataSchema>): Promise<PlanAnswer> {
  const plot = await plotOf(units, peopleOf(people), pages);
  const firsts = new Map<string, string>();
  for (const { scene, units: told } of plot.pages.flatMap(({ beats }) => beats)) {
    const [first] = told;
    if (first !== undefined && !firsts.has(scene)) firsts.set(scene, first);
  }
  const at = (id: string | undefined) => units.findIndex(([own]) => own === id);
  const told = plot.scenes
    .filter(({ id }) => firsts.has(id))
    .toSorted((a, b) => at(firsts.get(a.id)) - at(firsts.get(b.id)));
  const begins = told.map(({ id }, index) => (index === 0 ? 0 : at(firsts.get(id))));
  const seen = new Set(told.map(({ place }) => place));
  return {
    places: plot.places.filter(({ id }) => seen.has(id)).map(toldPlace),
    scenes: told.map(({ id: _id, ...scene }, index) => ({
      from: units[begins[index] ?? 0]?.[0] ?? "",
      to: units[(begins[index + 1] ?? units.length) - 1]?.[0] ?? "",
      ...scene,
    })),
    goesOn: false,
    pages: Array.from({ length: pages }, (_, page) => ({
      first: units[Math.floor((page * units.length) / pages)]?.[0] ?? "",
      hook: page % 2 === 0,
    })),
  };
}

function toldPlace({ id, name, kind, landmarks, light = {}, ...place }: Place): PlaceAnswer {
  const { culture = "", state = "", floor = "", layout = "" } = place;
  return {
    ...{ id, name, kind, culture, state, floor, layout },
    landmarks: landmarks.map(({ what, side = "" }) => ({ what, side })),
    light: Object.entries(light)
      .map(([hour, word]) => `${hour}: ${word}`)
      .join("; "),
  };
}

export async function beatsAnswer({
  beats: wanted,
  people,
  scenes,
}: z.infer<typeof BeatsDataSchema>): Promise<BeatsAnswer> {
  const rows = scenes.flatMap(({ units }) => units);
  const plot = await plotOf(rows, peopleOf(people), Math.round(wanted / 5));
  const told = new Set<string>();
  // The reader splits a long speech into several beats. It is one unit, so only the first beat has it.
  const isNew = (unit: string) => !told.has(unit) && told.add(unit) !== undefined;
  const texts = rows.map(([, , text]) => text);
  return {
    beats: plot.pages
      .flatMap(({ beats }) => beats)
      .map((beat) => {
        const units = beat.units.filter(isNew);
        const { action, things, effects, sounds, kind, weight, ground = "", light = "", focus = "" } = beat;
        return {
          ...{ units, action },
          lines: beat.lines
            .filter(({ unit }) => units.includes(unit))
            .map(({ unit, speaker, guessed, voice }) => ({
              ...{ unit, speaker: speaker ?? "", guessed, voice },
            })),
          figures: beat.figures.map(toldActing),
          ...{ things: things.map(thingAnswer), ground, light, focus, effects, sounds },
          caption: cutOut(beat.caption, texts),
          ...{ kind, weight },
        };
      }),
  };
}

/** The reader ends an English clause with a full stop that the story does not have. */
const cutOut = (caption: string, texts: readonly string[]): string =>
  texts.some((text) => text.includes(caption)) ? caption : caption.replace(/\.$/, "");

function toldActing({ character, hands, gaze = "", ...told }: Acting): ActingAnswer & { where: string } {
  const { doing, feeling, posture, seat, mount, carriedBy, leads, to } = told;
  const [face, where, without] = [told.face, told.where, told.without].map((words) => words?.join("; "));
  return {
    ...{ who: character, doing, feeling, gaze, hands: handsText(hands), where: where ?? "" },
    ...{ posture, face, seat, mount, carriedBy, leads, to, without },
  };
}

export async function charactersAnswer({
  book,
  people,
  design,
  units,
}: z.infer<typeof CharactersDataSchema>): Promise<CharactersAnswer> {
  const known = peopleOf(people);
  const asked = design.flatMap(({ id, role, notes }) => {
    const person = known.find((one) => one.id === id);
    return person === undefined ? [] : [{ ...person, role, notes }];
  });
  const rows = units.map(([id, text]): z.infer<typeof UnitRowSchema> => [id, "narration", text]);
  const story = storyOf(rows.length > 0 ? rows : [["u0001", "narration", book.world || "-"]], asked);
  const facts = await factsOf(story);
  const ids = promptIds(facts, asked);
  const owns = new Map([...ids].map(([own, prompt]) => [prompt, own]));
  // A person who is not found in the units gets an id that nobody else has.
  const found = asked.map((one) => ({ ...one, id: owns.get(one.id) ?? `${one.id} of the prompt` }));
  for (const [at, { id }] of found.entries()) ids.set(id, asked[at]?.id ?? id);
  const concept = conceptOf({ ...book, people: found, language: story.language });
  const cast = CastSchema.parse(withIds(designCast(concept, facts, BRIEF.seed), ids));
  return { characters: cast.characters.map(toldLook) };
}

function toldLook({ id, marks, accessories, outfits, description, ...look }: Character) {
  const { face = "", eyes = "", hair = "", beard = "", build = "", height = "" } = look;
  const { constant = "", words = "" } = look;
  return {
    ...{ id, face, eyes, hair, beard, build, height, constant, words, description },
    ...{ marks: marks.join(", "), accessories: accessories.join(", ") },
    outfits: outfits.map(({ worn, units }) => ({
      ...{ worn: worn.join(", "), from: units?.from ?? "", to: units?.to ?? "" },
    })),
  };
}
