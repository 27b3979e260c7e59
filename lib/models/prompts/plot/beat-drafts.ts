// Repairs the beats of an answer: units in story order and in one beat each, a line for every speech, ids instead of names.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Beat, Line, Sound } from "../../../manga/plot.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import type { RepairCounter } from "../../hosted/text-question.ts";
import { actingsOf, type PeopleLookup, peopleLookup } from "../acting.ts";
import { isInLanguage } from "../in-language.ts";
import type { FindPerson } from "../named-people.ts";
import { clipped, openWord, openWords } from "../open-words.ts";
import { inReadingOrder } from "../reading-order.ts";
import { thingsOf } from "../things.ts";
import type { BeatsAnswer } from "./beats.ts";
import { captionIn } from "./captions.ts";

/** A beat without its number and scene. Its lines are all of its speech, in order. */
export interface BeatDraft extends Omit<Beat, "id" | "scene" | "units" | "lines" | "chapter"> {
  units: StoryUnit[];
  /** Speaker and voice by unit. */
  voices: ReadonlyMap<string, Spoken>;
}
type Spoken = Pick<Line, "speaker" | "guessed" | "voice">;

const MOST = { figures: 6, around: 8, things: 6, effects: 3, sounds: 3, action: 160, sound: 12 } as const;
const MOST_WEIGHT = 5;

interface Reading {
  /** The units that the beats may tell. */
  units: readonly StoryUnit[];
  language: Language;
  people: readonly Person[];
  repairs: RepairCounter;
}

type AnsweredBeat = BeatsAnswer["beats"][number];

export function beatDrafts({ beats }: BeatsAnswer, reading: Reading): BeatDraft[] {
  const { units, people, repairs } = reading;
  const known = peopleLookup(people, repairs);
  const positions = new Map(units.map(({ id }, at) => [id, at]));
  const named = beats.map((beat) => {
    const told = beat.units.flatMap((id) => positionOf(id, positions, repairs));
    // A beat that names a unit as a line also tells that unit.
    const spoken = beat.lines.flatMap(({ unit }) => positions.get(unit.trim()) ?? []);
    return [...told, ...spoken.filter((at) => units[at]?.kind === "speech" && !told.includes(at))];
  });
  const { places, moved } = inReadingOrder(named, units.length);
  const disordered = named.filter((told) => told.some((at, index) => at < (told[index - 1] ?? -1))).length;
  if (moved + disordered > 0) repairs.count("units out of order or twice", moved + disordered);
  const voices = voicesIn(beats, { positions, find: known.find, reading });
  return places.flatMap(({ place, units: own }) => {
    const beat = beats[place];
    // A beat is dropped if none of the units that it named are left for it.
    if (beat === undefined || (own.length === 0 && beat.units.length > 0)) return [];
    const told = own.flatMap((at) => units[at] ?? []);
    return [draftOf(beat, told, { known, voices, reading })];
  });
}

function positionOf(id: string, positions: ReadonlyMap<string, number>, repairs: RepairCounter): number[] {
  const at = positions.get(id.trim());
  if (at === undefined) repairs.count("a unit that does not exist");
  return at === undefined ? [] : [at];
}

interface Voicing {
  positions: ReadonlyMap<string, number>;
  find: FindPerson;
  reading: Reading;
}

/** Speaker and voice of each speech. The first of several lines counts; a label in the story overrides the answer. */
function voicesIn(
  beats: readonly AnsweredBeat[],
  { positions, find, reading: { units, repairs } }: Voicing,
): Map<string, Spoken> {
  const voices = new Map<string, Spoken>();
  for (const { unit: told, speaker, guessed, voice } of beats.flatMap(({ lines }) => lines)) {
    const unit = units[positions.get(told.trim()) ?? -1];
    if (unit?.kind !== "speech") repairs.count("a line for a unit that is not speech");
    else if (voices.has(unit.id)) repairs.count("units out of order or twice");
    else {
      const labelled = voiceByLabel(unit, find).speaker;
      const who = labelled ?? find(speaker, repairs) ?? null;
      voices.set(unit.id, { speaker: who, guessed: labelled === null && (guessed || who === null), voice });
    }
  }
  return voices;
}

/** The speaker by the story's label, which is certain; without a label the speaker is unknown. */
export function voiceByLabel({ label = "" }: StoryUnit, find: FindPerson): Spoken {
  const speaker = find(label, { count: () => undefined }) ?? null;
  return { speaker, guessed: speaker === null, voice: "speech" };
}

interface Drafting {
  known: PeopleLookup;
  voices: Map<string, Spoken>;
  reading: Reading;
}

function draftOf(beat: AnsweredBeat, units: StoryUnit[], { known, voices, reading }: Drafting): BeatDraft {
  const { repairs, language } = reading;
  for (const unit of units) {
    if (unit.kind !== "speech" || voices.has(unit.id)) continue;
    repairs.count("speech without a speaker");
    voices.set(unit.id, voiceByLabel(unit, known.find));
  }
  const people = actingsOf(beat.figures, MOST.figures + MOST.around, known);
  const around = people.slice(MOST.figures);
  const [ground, light, focus] = [beat.ground, beat.light, beat.focus].map(openWord);
  return {
    kind: units.length === 0 && beat.kind !== "establish" ? "silence" : beat.kind,
    units,
    voices,
    action: actionOf(beat, units, reading),
    figures: people.slice(0, MOST.figures),
    // The most important characters come first; the others are visible where the whole place is.
    ...(around.length > 0 && { around }),
    things: thingsOf(beat.things, MOST.things, repairs),
    ...(ground !== undefined && { ground }),
    ...(light !== undefined && { light }),
    effects: nonEmpty(beat.effects, MOST.effects, repairs),
    sounds: soundsOf(beat, repairs),
    caption: captionIn(beat.caption, units, { language, repairs }),
    ...(focus !== undefined && { focus }),
    weight: within(beat.weight, MOST_WEIGHT),
  };
}

/** Non-empty texts, at most `most`. */
function nonEmpty(texts: readonly string[], most: number, repairs: RepairCounter): string[] {
  const filled = texts.filter((text) => text.trim() !== "");
  if (filled.length < texts.length) repairs.count("empty strings");
  if (filled.length > most) repairs.count("more items than asked");
  return openWords(filled, most);
}

/** A whole number from 1 to `most`. */
export const within = (told: number, most: number): number =>
  Math.min(most, Math.max(1, Math.round(Number.isFinite(told) ? told : 1)));

/** A text in another language than the story's is replaced by the story's own words. */
function actionOf(
  { action }: AnsweredBeat,
  units: readonly StoryUnit[],
  { language, repairs }: Reading,
): string {
  const own = units.find(({ kind }) => kind === "narration")?.text ?? "";
  const told = clipped(action, MOST.action);
  if (told === "") return clipped(own, MOST.action);
  if (isInLanguage(told, language)) return told;
  repairs.count("an action in another language");
  return clipped(own, MOST.action);
}

function soundsOf({ sounds }: AnsweredBeat, repairs: RepairCounter): Sound[] {
  const filled = sounds.filter(({ text }) => text.trim() !== "");
  if (filled.length < sounds.length) repairs.count("empty strings");
  if (filled.length > MOST.sounds) repairs.count("more items than asked");
  return filled.slice(0, MOST.sounds).map(({ text, loudness, hard }) => {
    const short = clipped(text, MOST.sound);
    if (short !== text.trim()) repairs.count("a sound that is too long");
    return { text: short.trim(), loudness: within(loudness, MOST_WEIGHT), hard };
  });
}

/** Merges beats of two answers about the same units, in reading order. */
export function joinDrafts(drafts: readonly BeatDraft[], units: readonly StoryUnit[]): BeatDraft[] {
  const positions = new Map(units.map(({ id }, at) => [id, at]));
  const named = drafts.map((draft) => draft.units.flatMap(({ id }) => positions.get(id) ?? []));
  const voices = new Map(drafts.flatMap((draft) => [...draft.voices]));
  return inReadingOrder(named, units.length).places.flatMap(({ place, units: own }) => {
    const draft = drafts[place];
    if (draft === undefined || (own.length === 0 && draft.units.length > 0)) return [];
    return [{ ...draft, units: own.flatMap((at) => units[at] ?? []), voices }];
  });
}
