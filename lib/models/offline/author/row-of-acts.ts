// What somebody does first and what they do then are two pictures: おにぎりを食べて、森へ帰っていった.
import type { Pose } from "../../../manga/staging.ts";
import type { Draft } from "./draft.ts";
import { handsOf } from "./hands.ts";
import { findCues } from "./lexicon.ts";
import type { Reading } from "./scenes.ts";
import { readProps } from "./things.ts";

/** Acts that a picture can be of, done with something. */
const FIRST = new Set<Pose>([
  "eat",
  "drink",
  "hold",
  "offer",
  "throw",
  "read",
  "write",
  "phone",
  "pray",
  "embrace",
]);
/** Acts that end what was done there. */
const THEN = new Set<Pose>(["walk", "run", "climb", "jump", "ride", "sleep", "dance"]);

const CLAUSE = {
  ja: /(?<=[てで]、)/u,
  en: /(?:, then |,? and then | and )(?=[a-z]+(?:ed|an|ent|ode|ept)\b)/u,
} as const;

/** One beat, or two where one person alone does two such things in one sentence. */
export function inTurn(draft: Draft, { story, lexicon }: Reading): Draft[] {
  const [person, ...others] = draft.people;
  if (!person || others.length > 0 || draft.units.length !== 1 || draft.lines.length > 0) return [draft];
  const [first, then, ...more] = draft.action.split(CLAUSE[story.language]);
  if (first === undefined || then === undefined || more.length > 0) return [draft];
  const poseIn = (words: string, of: ReadonlySet<Pose>) =>
    findCues(words, lexicon.poses).findLast(({ value }) => of.has(value))?.value;
  const [before, after] = [poseIn(first, FIRST), poseIn(then, THEN)];
  if (!before || !after) return [draft];
  const props = readProps(first, lexicon, [], true);
  const doing: Draft = {
    ...draft,
    action: first,
    props,
    people: [{ ...person, pose: before }],
  };
  if (handsOf({ id: "", ...doing }).size === 0) return [draft];
  const going: Draft = {
    ...draft,
    ...{ action: then, units: [], caption: "", sounds: [], effects: [], turn: false, opens: false },
    props: readProps(then, lexicon, [], true),
    people: [{ ...person, pose: after }],
    weight: Math.max(2, draft.weight - 1),
  };
  return [doing, going];
}
