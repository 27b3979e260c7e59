// What the author knows of a language, as data: the tables of words of `words/`, and those that only a reader of prose wants.
// The code that reads is the same for every language.
import type { Effect, Mood } from "../closed/staging.ts";
import type { NounKind } from "../noun-kinds.ts";
import type { Cues, Found } from "../words/cues.ts";
import type { ActingWords, LooksWords, SettingWords, ThingWords } from "../words/word-tables.ts";

interface SoundCue {
  when: RegExp;
  text: string;
  loudness: number;
  hard: boolean;
}

export interface Lexicon extends SettingWords, ActingWords, ThingWords, LooksWords {
  /** Nouns that no list here has, where they stand in a text, by what they stand for. */
  unlisted: (text: string) => readonly Found<NounKind>[];
  moods: Cues<Mood>;
  /** Narration that begins another time: the next day, three years later. */
  timeSkip: RegExp;
  /** Somebody who is named because they are not there. */
  absent: RegExp;
  /** What has gone wrong, and what makes it right again. */
  trouble: RegExp;
  relief: RegExp;
  /** Words before a turn of the story. */
  turn: RegExp;
  effects: Cues<Effect>;
  sounds: { written: RegExp; never: RegExp; loud: RegExp; events: readonly SoundCue[] };
  genres: Cues<string>;
  themes: Cues<string>;
  /** What a picture cannot show: thoughts, reasons, time that passes. */
  unseen: RegExp;
}
