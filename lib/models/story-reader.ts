// Ports for analysing an uploaded story: its units, its size, its people and places. Implemented by `reading/pooled-reader.ts` in worker
// threads, because untrusted text must not block the event loop that serves other requests.
import type { Person } from "../manga/concept.ts";
import type { Language } from "../manga/language.ts";
import type { Place } from "../manga/place.ts";
import type { Rename } from "../manga/rename.ts";
import type { Story } from "../manga/story.ts";

/** Counts of a whole story, made by segmentation in linear time. */
export interface StorySize {
  /** The normalized text, as a session stores it. */
  text: string;
  /** The language of the text. */
  language: Language;
  /** Unicode code points. */
  characters: number;
  /** Spoken lines. */
  lines: number;
  /** Pages needed if pictures replace half of the narration, as manga pages and as 4-koma. */
  pages: { manga: number; yonkoma: number };
  /** Pages needed if all narration is lettered. */
  fullPages: { manga: number; yonkoma: number };
  /** Pages that the spoken lines alone need, a lower bound for a book. May exceed the longest book. */
  fewestPages: number;
}

export type StorySurvey =
  | ({ kind: "usable" } & StorySize)
  /** `reason` is a sentence for the user. */
  | { kind: "unusable"; reason: string }
  /** Neither Japanese nor English. */
  | { kind: "foreign" };

/** People and places found at the beginning of a story. */
export interface StoryGlimpse {
  /** Code points that were read. */
  characters: number;
  people: Pick<Person, "name" | "kind">[];
  places: Pick<Place, "name" | "kind">[];
}

/** What the offline reader finds in a whole story, for a person to correct before the book is made. `sure`: 0 (a guess) to 1 (stated). */
export interface StoryFindings {
  people: (Pick<Person, "name" | "aliases" | "role" | "kind" | "age" | "sex"> & {
    sure: number;
    lines: number;
  })[];
  places: (Pick<Place, "name" | "kind"> & { sure: number })[];
  lines: {
    /** Id of the line's unit. */
    unit: string;
    text: string;
    /** Name of one of `people`; null: nobody of them. */
    speaker: string | null;
    sure: number;
    /** The text does not say who speaks. */
    guessed: boolean;
  }[];
}

/**
 * Each method throws `TerminalError("story-unreadable")`, with advice for the user, if it exceeds its CPU time or memory; `BusyError`
 * if the worker queue is full; the signal's reason on abort.
 */
export interface StoryReader {
  /** Checks and counts a text before a session starts. */
  survey(raw: string, signal?: AbortSignal): Promise<StorySurvey>;
  /** The units that all phases refer to, with renamed characters. Throws a RangeError if no unit is left. */
  segment(
    story: { text: string; language: Language; renames: readonly Rename[] },
    signal?: AbortSignal,
  ): Promise<Story>;
}

/** Separate from `StoryReader` because it loads the offline reader with its dictionary. Used before a session starts. */
export interface EstimateReader extends StoryReader {
  /** A fast approximation. The session's own reader may find other people and places. */
  glimpse(story: Pick<StorySize, "text" | "language">, signal?: AbortSignal): Promise<StoryGlimpse>;
  /** The whole reading. The offline reader of a session finds the same. */
  findings(story: Pick<StorySize, "text" | "language">, signal?: AbortSignal): Promise<StoryFindings>;
}
