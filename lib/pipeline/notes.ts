// The notes of a claim for the timeline: sentences about what was done otherwise than asked. Their number and length are limited, because
// they may quote a model's answer, and a step may ask many questions.
import type { Clock } from "./clock.ts";

/** The number of different sentences of one claim that are kept. */
const MOST_NOTES = 50;
/** The number of code points of a sentence that are kept. */
const MOST_CHARACTERS = 300;

export interface Note {
  text: string;
  /** By the worker's own clock. */
  atMs: number;
}

export interface Notes {
  note(notice: string): void;
  /** Each different sentence once, in order; the last one counts those that were left out. */
  told(): Note[];
}

export function openNotes({ now }: Pick<Clock, "now">): Notes {
  const notes = new Map<string, Note>();
  const rest = { count: 0, atMs: 0 };
  return {
    note(notice) {
      const text = shortened(notice);
      if (text === "" || notes.has(text)) return;
      const atMs = now();
      if (notes.size < MOST_NOTES) notes.set(text, { text, atMs });
      else Object.assign(rest, { count: rest.count + 1, atMs });
    },
    told() {
      const more = rest.count === 0 ? [] : [{ text: `and ${rest.count} more`, atMs: rest.atMs }];
      return [...notes.values(), ...more];
    },
  };
}

/** The sentences of one call, as one text within the same limits. */
export function notedIn(notices: readonly string[]): string {
  const { note, told } = openNotes({ now: () => 0 });
  for (const notice of notices) note(notice);
  return told()
    .map(({ text }) => text)
    .join(" ");
}

/** Firestore refuses lone surrogates, so the cut is between code points. */
function shortened(notice: string): string {
  const points = [...notice.trim().toWellFormed()];
  if (points.length <= MOST_CHARACTERS) return points.join("");
  return `${points.slice(0, MOST_CHARACTERS - 1).join("")}…`;
}
