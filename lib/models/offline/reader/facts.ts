// What the parts of the offline reader tell each other: the story read into clauses, who is in it, who says each line, where and when each
// sentence is, and what is seen there. Each fact carries how sure it is; what is less sure than `SURE_ENOUGH` is not drawn.
import type { Language } from "../../../manga/language.ts";
import type { Acting, Thing } from "../../../manga/moment.ts";
import type { Sound, Voice } from "../../../manga/plot.ts";
import type { Hour, Weather } from "../../../manga/staging.ts";
import type { CastNote, StoryUnit } from "../../../manga/story.ts";
import type { Clause, Phrase, Sentence } from "./text/clause.ts";

/** A fact, and how likely it is to be right: 0 (a guess among many) to 1 (the text says so in plain words). */
export interface Sure<T> {
  value: T;
  sure: number;
}

/** Below it a picture stays neutral. Calibrated on the development set: of facts that are at least as sure, nine in ten are right. */
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
  /** What the person says of the cast beside the story; counts as sure. */
  cast: readonly ReadNote[];
  units: readonly ReadUnit[];
}

/** A sentence by its unit's index and its own index in the unit. */
export interface SentencePlace {
  unit: number;
  sentence: number;
}

/** Somebody of the story: a person, an animal or a thing with a will. */
export interface FoundPerson {
  /** `c1`, `c2` … in the order in which they matter. */
  id: string;
  /** As the text mostly calls them, without an article; of a narrator without a name: `私`, `I`. */
  name: string;
  /** Every other name and description that means them, as the text writes it. */
  aliases: string[];
  /** English noun: `human`, `camel`, `eel`; a group that acts as one: `group of humans`. */
  kind: Sure<string>;
  age: Sure<string>;
  sex: Sure<"female" | "male" | "unknown">;
  /** `acts`: does or says something in a told scene. `told-of`: is only remembered, mentioned or imagined. */
  part: "acts" | "told-of";
  /** That they exist and are nobody else of the list. */
  sure: number;
  /** Tells the story in the first person. */
  narrator?: true;
  /** The text's own words about how they look and what they are, quoted. */
  notes: string[];
}

/** Where the text means somebody: by name, noun or pronoun, or by leaving the subject out (then `from` = `to` = start of the clause). */
export interface Mention extends SentencePlace {
  from: number;
  to: number;
  /** Ids; several where the phrase means several (`they`, `二人`, `Mina and Ken`). */
  who: Sure<string[]>;
  form: "name" | "noun" | "pronoun" | "first-person" | "second-person" | "left-out";
}

export interface People {
  people: readonly FoundPerson[];
  /** In the order of the text. */
  mentions(at: SentencePlace): readonly Mention[];
  /** Who does what the clause says: its subject, also where it is left out or shared. Undefined: nobody of the list, or unknown. */
  subject(at: SentencePlace, clause: Clause): Sure<string[]> | undefined;
  /** Whom a phrase means. */
  meant(at: SentencePlace, phrase: Phrase): Sure<string[]> | undefined;
}

/** Who utters a unit of kind `speech`. */
export interface Spoken {
  /** Null where nobody of the cast can be named. */
  speaker: Sure<string | null>;
  /** True where the text leaves no doubt who: by a tag or an introduction, or by the turns of the talk. */
  named: boolean;
  /** To whom, as far as it is told. */
  to?: Sure<string>;
  voice: Voice;
}

export interface Speakers {
  /** By index of the unit; undefined where the unit is not spoken. */
  of(unit: number): Spoken | undefined;
}

export interface FoundPlace {
  /** `l1`, `l2` … */
  id: string;
  /** As the text calls it; empty where it names none. */
  name: string;
  /** English noun phrase, or the text's own noun where it is not known in English. */
  kind: string;
  /** Words of the text for how it is: `run-down`, `雪の積もった`. */
  state?: string;
  landmarks: string[];
}

/** Where and when one sentence is. `undefined` value: the text does not tell. */
export interface Setting {
  place: Sure<string | undefined>;
  hour: Sure<Hour | undefined>;
  weather: Sure<Weather | undefined>;
  season?: "spring" | "summer" | "autumn" | "winter";
  ground?: string;
  /** Seen from the scene, which stays where it is: nobody of it is there. */
  afar?: true;
  /** True where the scene jumps: another place, or an untold time has passed. */
  jump: boolean;
}

export interface Settings {
  places: readonly FoundPlace[];
  at(sentence: SentencePlace): Setting;
}

/** What one sentence shows. Nothing of it is negated, unreal, remembered, likened, quoted or future. */
export interface SentenceFacts {
  /** Everybody who is bodily there and could be in the picture. */
  present: Sure<string>[];
  /** Who does something in this sentence, the most important first; fields that are not sure enough are left out. */
  acting: Sure<Acting>[];
  /** Of those present who do nothing in this sentence, what holds from before: posture, hands, where, seat, mount. */
  meanwhile: Sure<Acting>[];
  things: Sure<Thing>[];
  /** Sounds that are told (onomatopoeia, `the bell rang`), with the letters to draw. */
  sounds: Sure<Sound>[];
  /** What a look from near would be at. */
  focus?: Sure<string>;
  /** Of a spoken sentence: what whoever speaks says that they have with them. */
  had?: string;
  /** `told`: happens. `state`: is so and is seen. `unreal`: nothing of it may be drawn. `frame`: no part of the scene (comment, title). */
  reality: Sure<"told" | "state" | "unreal" | "frame">;
}

export interface Deeds {
  at(sentence: SentencePlace): SentenceFacts;
}
