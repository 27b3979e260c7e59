// What reading a story may take. Time that grows with the square of a text is ended here, whatever its writer had in mind.
import type { Language } from "../../manga/language.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { WorkMemoryError, WorkTimeoutError } from "../../work/work.ts";

/** CPU time of one reading, in ms: the longest honest story takes a quarter of it. */
export const READING_CPU_MS = 20_000;

/** What reading leaves loaded in its worker (`WorkOptions.loads`): 105 MB in Japanese, 75 MB in English. */
export const dictionaryOf = (language: Language): string => `dictionary ${language}`;

const WHAT_TO_DO =
  "Its sentences or spoken lines are too long or too tangled; cut the longest ones, or make two books of it.";

/** Gives what a reading gives. Throws `TerminalError("story-unreadable")` where it needed more time or memory than it may. */
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
