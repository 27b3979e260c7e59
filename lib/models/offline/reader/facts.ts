// Data passed between the parts of the offline reader: the parsed story, its people, speakers, places and times, and the content of each
// sentence. Each fact has a certainty; facts below `SURE_ENOUGH` are not drawn.
import type { Language } from "../../../manga/language.ts";
import type { Acting, Thing } from "../../../manga/moment.ts";
import type { Sound, Voice } from "../../../manga/plot.ts";
import type { Hour, Weather } from "../../../manga/staging.ts";
import type { CastNote, StoryUnit } from "../../../manga/story.ts";
import type { Clause, Phrase, Sentence } from "./text/clause.ts";

/** A fact and the probability that it is correct: 0 (one guess among many) to 1 (stated explicitly). */
export interface Sure<T> {
  value: T;
  sure: number;
}

/** Minimum certainty of facts that are drawn. Calibrated on the development set: nine in ten facts at or above it are correct. */
export const SURE_ENOUGH = 0.7;

/** A unit of the story with its sentences and clauses. Offsets count from the start of `unit.text`. */
export interface ReadUnit {
  unit: StoryUnit;
  sentences: Sentence[];
}

/** A note of the cast; its words' offsets point into `notes`. */
export interface ReadNote extends CastNote {
  sentences: readonly Sentence[];
}

export interface ReadStory {
  language: Language;
  title?: string;
  /** The user's notes on the cast; they count as certain. */
  cast: readonly ReadNote[];
  units: readonly ReadUnit[];
}

/** Position of a sentence: the unit's index, and the sentence's index in the unit. */
export interface SentencePlace {
  unit: number;
  sentence: number;
}

/** A character: a person, an animal, or a thing that acts like a person. */
export interface FoundPerson {
  /** `c1`, `c2` …, the most important first. */
  id: string;
  /** The text's most frequent name without an article; for a nameless narrator the pronoun: `私`, `I`. */
  name: string;
  /** Every other name and description, as written. */
  aliases: string[];
  /** English noun: `human`, `camel`, `eel`; a group that acts as one: `group of humans`. */
  kind: Sure<string>;
  age: Sure<string>;
  sex: Sure<"female" | "male" | "unknown">;
  /** `acts`: does or says something in a narrated scene. `told-of`: is only remembered, mentioned or imagined. */
  part: "acts" | "told-of";
  /** Certainty that the character exists and is distinct from all others of the list. */
  sure: number;
  /** Tells the story in the first person. */
  narrator?: true;
  /** Quotes from the text about appearance and nature. */
  notes: string[];
}

/** A reference to a character: by name, noun or pronoun, or by an omitted subject (then `from` = `to` = start of the clause). */
export interface Mention extends SentencePlace {
  from: number;
  to: number;
  /** Ids of the characters. A phrase can refer to several (`they`, `二人`, `Mina and Ken`). */
  who: Sure<string[]>;
  form: "name" | "noun" | "pronoun" | "first-person" | "second-person" | "left-out";
}

export interface People {
  people: readonly FoundPerson[];
  /** In the order of the text. */
  mentions(at: SentencePlace): readonly Mention[];
  /** The subject of a clause, including omitted and shared subjects. Undefined: not a character, or unknown. */
  subject(at: SentencePlace, clause: Clause): Sure<string[]> | undefined;
  /** The characters that a phrase refers to. */
  meant(at: SentencePlace, phrase: Phrase): Sure<string[]> | undefined;
}

/** The speaker of a unit of kind `speech`. */
export interface Spoken {
  /** Id of the character. Null if nobody of the cast is likely. */
  speaker: Sure<string | null>;
  /** The text is unambiguous: by a speech tag, an introduction, or turn-taking. */
  named: boolean;
  /** The addressee, if the text names one. */
  to?: Sure<string>;
  voice: Voice;
}

export interface Speakers {
  /** By index of the unit. Undefined for a unit that is not direct speech. */
  of(unit: number): Spoken | undefined;
}

export interface FoundPlace {
  /** `l1`, `l2` … */
  id: string;
  /** The name in the text. Empty if it has none. */
  name: string;
  /** English noun phrase. The text's own noun if no English one is known. */
  kind: string;
  /** The text's words for its condition: `run-down`, `雪の積もった`. */
  state?: string;
  landmarks: string[];
}

/** Place and time of one sentence. `undefined`: the text does not say. */
export interface Setting {
  place: Sure<string | undefined>;
  hour: Sure<Hour | undefined>;
  weather: Sure<Weather | undefined>;
  season?: "spring" | "summer" | "autumn" | "winter";
  ground?: string;
  /** The sentence describes something seen from the scene. The scene does not move, and the people described are not present. */
  afar?: true;
  /** The scene changes: another place, or an unnarrated time has passed. */
  jump: boolean;
}

export interface Settings {
  places: readonly FoundPlace[];
  at(sentence: SentencePlace): Setting;
}

/** The content of one sentence. Negated, unreal, remembered, compared, quoted and future events are excluded. */
export interface SentenceFacts {
  /** All characters who are physically present and can be drawn. */
  present: Sure<string>[];
  /** Characters who do something in this sentence, the most important first; uncertain fields are omitted. */
  acting: Sure<Acting>[];
  /** For present characters who do nothing in this sentence, their earlier posture, hands, position, seat, mount. */
  meanwhile: Sure<Acting>[];
  things: Sure<Thing>[];
  /** Narrated sounds (onomatopoeia, `the bell rang`), with the letters to draw. */
  sounds: Sure<Sound>[];
  /** The subject of a close-up. */
  focus?: Sure<string>;
  /** In direct speech: a thing that the speaker says they have. */
  had?: string;
  /** `told`: an event happens. `state`: a visible state. `unreal`: nothing may be drawn. `frame`: outside the scene (comment, title). */
  reality: Sure<"told" | "state" | "unreal" | "frame">;
}

export interface Deeds {
  at(sentence: SentencePlace): SentenceFacts;
}
