// The offline author's answers to the questions about plan, beats, looks and storyboard: it reads what the prompt shows, and says what it
// makes of it in the words of the answers.

import * as z from "zod";
import type { CharacterDesign } from "../../lib/manga/cast.ts";
import { type Concept, type Person, PersonSchema } from "../../lib/manga/concept.ts";
import { DirectionSchema, type Language } from "../../lib/manga/language.ts";
import { type Beat, BeatSchema, type Scene, SceneSchema, VoiceSchema } from "../../lib/manga/plot.ts";
import { MoodSchema } from "../../lib/manga/staging.ts";
import { type Story, StoryUnitSchema } from "../../lib/manga/story.ts";
import type { Figure, PanelDraft } from "../../lib/manga/storyboard.ts";
import { codeDirector } from "../../lib/models/code-director.ts";
import { knownActing, knownPlace, knownThings } from "../../lib/models/hosted/as-known.ts";
import { offlineAuthor } from "../../lib/models/offline/author/author.ts";
import type { Draft } from "../../lib/models/offline/author/draft.ts";
import { fitBeats } from "../../lib/models/offline/author/fitting.ts";
import { stage } from "../../lib/models/offline/author/plot.ts";
import type { CharactersAnswer } from "../../lib/models/prompts/characters/characters.ts";
import type { BeatsAnswer } from "../../lib/models/prompts/plot/beats.ts";
import type { PlanAnswer } from "../../lib/models/prompts/plot/plan.ts";
import type { StoryboardAnswer } from "../../lib/models/prompts/storyboard/panels.ts";
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
  units: z.array(z.string()),
});
export const StoryboardDataSchema = z.object({
  task: z.literal("storyboard"),
  page: z.int(),
  direction: DirectionSchema,
  scenes: z.array(
    SceneSchema.pick({ id: true, hour: true, weather: true, mood: true }).extend({
      place: z.array(z.string()),
    }),
  ),
  beats: z.array(
    BeatSchema.pick({ scene: true, kind: true, weight: true }).extend({
      units: z.array(z.tuple([z.string(), z.string(), z.string()], VoiceSchema)),
      action: z.string().default(""),
      people: z.array(z.tuple([z.string(), z.string()])),
      things: z.string().default(""),
      effects: BeatSchema.shape.effects.default([]),
    }),
  ),
});

const BRIEF: Brief = { direction: "rtl", style: "manga", seed: 0 };
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

function peopleOf(rows: readonly z.infer<typeof PersonRowSchema>[]): Person[] {
  return rows.map(([id, is, name, ...aliases]) => {
    const [age, gender, kind] = is.split(" ");
    return PersonSchema.parse({ id, name, aliases, role: "support", kind, age, gender, notes: "" });
  });
}

export function planAnswer({ pages, people, units }: z.infer<typeof PlanDataSchema>): PlanAnswer {
  const { beats, scenes } = stage(storyOf(units), peopleOf(people));
  const firsts = new Map<string, string>();
  for (const { scene, units: told } of beats) {
    const [first] = told;
    if (first !== undefined && !firsts.has(scene)) firsts.set(scene, first);
  }
  const at = (id: string | undefined) => units.findIndex(([own]) => own === id);
  const told = [...new Map(scenes.map(({ scene }) => [scene.id, scene])).values()]
    .filter(({ id }) => firsts.has(id))
    .toSorted((a, b) => at(firsts.get(a.id)) - at(firsts.get(b.id)));
  const begins = told.map(({ id }, index) => (index === 0 ? 0 : at(firsts.get(id))));
  return {
    scenes: told.map(({ place, hour, weather, season, mood, people: present }, index) => ({
      from: units[begins[index] ?? 0]?.[0] ?? "",
      to: units[(begins[index + 1] ?? units.length) - 1]?.[0] ?? "",
      ...{ place: place.name, kind: place.kind, people: present, hour, weather, season, mood },
    })),
    goesOn: false,
    pages: Array.from({ length: pages }, (_, page) => ({
      first: units[Math.floor((page * units.length) / pages)]?.[0] ?? "",
      hook: page % 2 === 0,
    })),
  };
}

export function beatsAnswer({ beats: wanted, people, scenes }: z.infer<typeof BeatsDataSchema>): BeatsAnswer {
  const story = storyOf(scenes.flatMap(({ units }) => units));
  const told = new Set<string>();
  // A long speech is several beats here, and one unit.
  const isNew = (unit: string) => !told.has(unit) && told.add(unit) !== undefined;
  return {
    beats: fitted(stage(story, peopleOf(people)).beats, wanted, story).map((beat) => {
      const units = beat.units.filter(isNew);
      const lines = beat.lines.filter(({ unit }) => units.includes(unit));
      return {
        ...{ units, action: beat.action },
        lines: lines.map(({ unit, speaker, guessed, voice }) => ({
          ...{ unit, speaker: speaker ?? "", guessed, voice },
        })),
        people: beat.people.map(({ character, ...acting }) => ({ who: character, ...toldActing(acting) })),
        ...{ things: beat.props, effects: beat.effects, sounds: beat.sounds },
        caption: cutOut(beat.caption, story),
        ...{ kind: beat.kind, weight: beat.weight },
      };
    }),
  };
}

/** The author ends an English clause with a full stop, which the story does not have there. */
const cutOut = (caption: string, { units }: Story): string =>
  units.some(({ text }) => text.includes(caption)) ? caption : caption.replace(/\.$/, "");

/** About as many beats as are wanted; more where speech would have no room. */
function fitted(drafts: readonly Draft[], wanted: number, { units, language }: Story): Draft[] {
  const speech = units.filter(({ kind }) => kind === "speech").map(({ id }) => id);
  for (let pages = Math.max(1, Math.round(wanted / 5)); pages < units.length; pages += 1) {
    const { beats, leftOut } = fitBeats(drafts, { pages, language, seed: BRIEF.seed });
    if (!speech.some((id) => leftOut.has(id))) return beats;
  }
  return [...drafts];
}

type Acting = Pick<Figure, "pose" | "expression" | "alsoHolds"> & { holds?: Figure["holds"] | undefined };

const toldActing = ({ pose, expression, holds, alsoHolds }: Acting) => ({
  ...{ doing: pose, feeling: expression },
  holding: [holds, alsoHolds].flatMap((prop) => prop ?? []).join(" and "),
});

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
  const rows = units.map((text, at): z.infer<typeof UnitRowSchema> => [unitId(at), "narration", text]);
  const story = storyOf(rows.length > 0 ? rows : [[unitId(0), "narration", book.world || "-"]]);
  const concept = conceptOf({ ...book, people: asked, language: story.language });
  const { output } = await offlineAuthor().read("characters", { story, brief: BRIEF, concept }, signal);
  return { characters: output.characters.map(toldLook) };
}

const unitId = (at: number) => `u${String(at + 1).padStart(4, "0")}`;

function conceptOf(told: Pick<Concept, "people" | "language"> & Partial<Concept>): Concept {
  return {
    ...{ title: "-", genre: "-", themes: [], mood: "neutral", world: "", audience: "", pages: 1 },
    ...told,
  };
}

function toldLook({ id, build, hair, beard, glasses, clothes, description }: CharacterDesign) {
  return {
    ...{ id, marks: "", hair: hair.style, hairTone: hair.fill, faceHair: beard, glasses },
    ...{ head: clothes.hat, upper: clothes.top, upperTone: clothes.topFill },
    ...{ lower: clothes.bottom, lowerTone: clothes.bottomFill, build, description },
  };
}

/** The page alone: its scenes, its beats, and people of whom only the ids matter here. */
export async function storyboardAnswer(
  data: z.infer<typeof StoryboardDataSchema>,
): Promise<StoryboardAnswer> {
  const { page, direction } = data;
  const language = languageOf(data.beats.flatMap(({ units }) => units.map(([, , text]) => text)).join(""));
  const scenes = data.scenes.map(({ place, ...scene }): Scene => {
    const [name = "", kind = name] = place;
    return { ...scene, place: knownPlace({ name, kind }), season: "summer", people: [] };
  });
  const beats = data.beats.map((beat, at) => beatOf(beat, at));
  const plot = { scenes, pages: [{ number: page, spread: false, hook: false, beats }], leftOut: [] };
  const story = storyOf([[unitId(0), "narration", "-"]]);
  const concept = conceptOf({ people: [], language });
  const input = { story, brief: { ...BRIEF, direction }, concept, cast: { characters: [] }, plot, page };
  const { output } = await codeDirector().direct(input, signal);
  return { panels: output.panels.map(toldPanel) };
}

function beatOf(
  { units, people, things, ...beat }: z.infer<typeof StoryboardDataSchema>["beats"][number],
  at: number,
): Beat {
  const narration = units.filter(([, speaker]) => speaker === "");
  return {
    ...{ id: `b${at + 1}`, ...beat, sounds: [], caption: "" },
    action: beat.action || narration.map(([, , text]) => text).join(""),
    units: units.map(([id]) => id),
    people: people.map(([character, told]) => {
      const [doing = "", feeling = "", ...holding] = told.split("; ");
      return { character, ...knownActing({ doing, feeling, holding: holding.join(" and ") }) };
    }),
    props: knownThings(things.split(", ")).props,
    lines: units
      .filter(([, speaker]) => speaker !== "")
      .map(([unit, speaker, text, voice = "speech"]) => ({
        ...{ unit, text, ruby: [], guessed: false, voice, speaker: speaker === "?" ? null : speaker },
      })),
  };
}

const SIDES = ["far left", "left", "middle", "right", "far right"] as const;
const DEPTHS = ["near", "middle", "far", "far"] as const;

function toldPanel({ units, weight, picture }: PanelDraft): StoryboardAnswer["panels"][number] {
  const { shot, angle, figures, props, effects, action } = picture;
  return {
    ...{ units, action, things: props, effects, shot, angle, weight },
    people: figures.map(({ character, view, facing, at, depth, ...acting }) => ({
      ...{ who: character, ...toldActing(acting) },
      seen: view === "three-quarter" ? `front ${facing}` : view === "profile" ? facing : view,
      side: SIDES[Math.min(4, Math.floor(at * 5))] ?? "middle",
      depth: DEPTHS[depth] ?? "middle",
    })),
  };
}
