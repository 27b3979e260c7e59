// Ports for reading a person's story: its units, its size, and who and where it is about. Implemented by `reading/pooled-reader.ts`,
// in the pool of workers: what a stranger wrote is never read on the event loop that serves others.
import type { Person } from "../manga/concept.ts";
import type { Language } from "../manga/language.ts";
import type { Place } from "../manga/place.ts";
import type { Rename } from "../manga/rename.ts";
import type { Story } from "../manga/story.ts";

/** A text that may become a book, counted as a whole by linear segmentation. */
export interface StorySize {
  /** The text, normalized: as a session keeps it. */
  text: string;
  /** In which it is written. */
  language: Language;
  /** Unicode code points. */
  characters: number;
  /** Spoken lines. */
  lines: number;
  /** Pages that the story takes by a reader that leaves half of the narration to its pictures, of panels and as strips of four. */
  pages: { manga: number; yonkoma: number };
  /** The same by a reader that letters all of it. */
  fullPages: { manga: number; yonkoma: number };
  /** Pages that its spoken lines alone take: fewer hold no whole book. May be more than a book has. */
  fewestPages: number;
}

export type StorySurvey =
  | ({ kind: "usable" } & StorySize)
  /** `reason` is a sentence for the person. */
  | { kind: "unusable"; reason: string }
  /** Neither Japanese nor English. */
  | { kind: "foreign" };

/** Who and where, read from the beginning of a story. */
export interface StoryGlimpse {
  /** Code points that were read; the rest was not. */
  characters: number;
  people: Pick<Person, "name" | "kind">[];
  places: Pick<Place, "name" | "kind">[];
}

/**
 * Each reading throws `TerminalError("story-unreadable")`, with a sentence that a person can act on, when it takes more CPU time or memory
 * than it may; `BusyError` when too many wait for a worker; the signal's reason when it aborts.
 */
export interface StoryReader {
  /** What a text is before anything starts. */
  survey(raw: string, signal?: AbortSignal): Promise<StorySurvey>;
  /** The units that all phases point to, with the names that people have today. Throws a RangeError where nothing is left to tell. */
  segment(
    story: { text: string; language: Language; renames: readonly Rename[] },
    signal?: AbortSignal,
  ): Promise<Story>;
}

/** For estimates alone: it brings the offline reader with its dictionary. */
export interface EstimateReader extends StoryReader {
  /** By a quick look; whoever writes the book may see it otherwise. */
  glimpse(story: Pick<StorySize, "text" | "language">, signal?: AbortSignal): Promise<StoryGlimpse>;
}
