// The offline author's answers to the questions about plan, beats and looks: it reads what the prompt shows, and says what it makes of it
// in the words of the answers. `plain-director.ts` answers the questions about panels.
import * as z from "zod";
import type { Character } from "../../lib/manga/cast.ts";
import { type Concept, type Person, PersonSchema } from "../../lib/manga/concept.ts";
import type { Language } from "../../lib/manga/language.ts";
import type { Acting } from "../../lib/manga/moment.ts";
import type { Place } from "../../lib/manga/place.ts";
import type { Plot } from "../../lib/manga/plot.ts";
import { MoodSchema } from "../../lib/manga/staging.ts";
import { type Story, StoryUnitSchema } from "../../lib/manga/story.ts";
import { styleOf } from "../../lib/manga/style-presets.ts";
import { offlineAuthor } from "../../lib/models/offline/author/author.ts";
import type { ActingAnswer } from "../../lib/models/prompts/acting.ts";
import type { CharactersAnswer } from "../../lib/models/prompts/characters/characters.ts";
import { toldHands } from "../../lib/models/prompts/open-words.ts";
import type { BeatsAnswer } from "../../lib/models/prompts/plot/beats.ts";
import type { PlaceAnswer } from "../../lib/models/prompts/plot/places.ts";
import type { PlanAnswer } from "../../lib/models/prompts/plot/plan.ts";
import { toldThing } from "../../lib/models/prompts/things.ts";
import type { Brief } from "../../lib/models/reader.ts";

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

/** What the answers do not depend on. */
export const BRIEF: Brief = { direction: "rtl", style: "manga", seed: 0 };
const signal = new AbortController().signal;

const languageOf = (text: string): Language => (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? "ja" : "en");

function storyOf(rows: readonly z.infer<typeof UnitRowSchema>[]): Story {
  const [opening] = rows;
  return {
    ...(opening?.[1] === "heading" ? { title: opening[2] } : {}),
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

/** The author's plot of some units, on so many pages that no speech is left out. */
async function plotOf(
  rows: readonly z.infer<typeof UnitRowSchema>[],
  people: readonly Person[],
  leastPages: number,
): Promise<Plot> {
  const story = storyOf(rows);
  const speech = new Set(story.units.filter(({ kind }) => kind === "speech").map(({ id }) => id));
  for (let pages = Math.max(1, leastPages); ; pages += 1) {
    const concept = conceptOf({ people: [...people], language: story.language, pages });
    const { output } = await offlineAuthor().read("plot", { story, brief: BRIEF, concept }, signal);
    if (pages >= story.units.length || !output.leftOut.some((id) => speech.has(id))) return output;
  }
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
  // A long speech is several beats of the author's, and one unit.
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
          ...{ things: things.map(toldThing), ground, light, focus, effects, sounds },
          caption: cutOut(beat.caption, texts),
          ...{ kind, weight },
        };
      }),
  };
}

/** The author ends an English clause with a full stop, which the story does not have there. */
const cutOut = (caption: string, texts: readonly string[]): string =>
  texts.some((text) => text.includes(caption)) ? caption : caption.replace(/\.$/, "");

function toldActing({ character, hands, gaze = "", ...told }: Acting): ActingAnswer & { where: string } {
  const { doing, feeling, posture, seat, mount, carriedBy, leads, to } = told;
  const [face, where, without] = [told.face, told.where, told.without].map((words) => words?.join("; "));
  return {
    ...{ who: character, doing, feeling, gaze, hands: toldHands(hands), where: where ?? "" },
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
  const story = storyOf(rows.length > 0 ? rows : [["u0001", "narration", book.world || "-"]]);
  const concept = conceptOf({ ...book, people: asked, language: story.language });
  const { output } = await offlineAuthor().read("characters", { story, brief: BRIEF, concept }, signal);
  return { characters: output.characters.map(toldLook) };
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
