// A beat while it is being made, and what the author remembers from one beat of a scene to the next.

import { lengthOf } from "../../../manga/text-length.ts";
import type { Person } from "../closed/concept.ts";
import type { Beat } from "../closed/plot.ts";
import type { Pose } from "../closed/staging.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./staying.ts";

/** A beat before it has a number, with what paging needs to know. */
export interface Draft extends Omit<Beat, "id"> {
  /** Something turns here: a page may end before it. */
  turn: boolean;
  /** First of its scene. */
  opens: boolean;
}

/** What carries over from one beat to the next. */
export interface Memory {
  poses: Map<Person, Pose>;
  /** Where those are who stay in their poses. */
  places: Map<Person, Place>;
  heard: Set<string>;
  last: Person | undefined;
  /** The two people seen last, from the scene before too. */
  recent: Person[];
  /** Strangers who came where it was eerie. */
  uncanny: Set<Person>;
  /** Who has been seen in the scene. */
  seen: Set<Person>;
  /** Whose names a reader knows: from captions so far, or from what is said soon after they come. One for the whole book. */
  named: Set<string>;
  /** Parts of people that the text names like things. */
  parts: Parts;
}

export function remember(memory: Memory, people: readonly Person[]): void {
  for (const person of people) memory.seen.add(person);
  const earlier = memory.recent.filter((person) => !people.includes(person));
  memory.recent = [...earlier, ...people].slice(-2);
}

/** How much a moment matters, by its marks, its sounds and its feelings. */
export function weigh(
  text: string,
  { sounds, turn, felt }: { sounds: number; turn: boolean; felt: boolean },
): number {
  const marks = text.match(/[！!]/gu)?.length ?? 0;
  const weight =
    2 +
    (turn ? 1 : 0) +
    (felt ? 0.6 : 0) +
    Math.min(1, marks * 0.4) +
    (sounds > 0 ? 0.5 : 0) -
    (lengthOf(text) < 8 ? 0.4 : 0);
  return Math.max(1, Math.min(4, Math.round(weight)));
}
