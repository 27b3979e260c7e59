// Limits for reading a story, which end a reading in quadratic time, whether the text was crafted for it or not.
import type { Language } from "../../manga/language.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { WorkMemoryError, WorkTimeoutError } from "../../work/work.ts";

/** CPU time of one reading in ms; the longest ordinary story takes a quarter of it. */
export const READING_CPU_MS = 20_000;

/** The data that reading loads into its worker (`WorkOptions.loads`): 105 MB for Japanese, 75 MB for English. */
export const dictionaryOf = (language: Language): string => `dictionary ${language}`;

const WHAT_TO_DO =
  "Its sentences or spoken lines are too long or too tangled; cut the longest ones, or make two books of it.";

/** Awaits a reading. Throws `TerminalError("story-unreadable")` if it exceeded its time or memory. */
export async function readWithin<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof WorkTimeoutError) {
      const seconds = error.limitMs / 1_000;
      throw unreadable(`Reading the story takes longer than ${seconds} s of CPU time.`, error);
    }
    if (error instanceof WorkMemoryError) {
      throw unreadable("Reading the story takes more memory than it may.", error);
    }
    throw error;
  }
}

const unreadable = (what: string, cause: Error): TerminalError =>
  new TerminalError("story-unreadable", `${what} ${WHAT_TO_DO}`, { cause });
