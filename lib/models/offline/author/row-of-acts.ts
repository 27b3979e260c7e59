// What somebody does first and what they do then are two pictures: おにぎりを食べて、森へ帰っていった.
import type { Pose, Prop } from "../../../manga/staging.ts";
import { handledIn, toolIn } from "./acting.ts";
import type { Draft } from "./draft.ts";
import { handsOf } from "./hands.ts";
import { findCues } from "./lexicon.ts";
import { otherHandIn } from "./other-hand.ts";
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

/** One beat, or several where one person alone does several such things: with another pose, or with another thing in the hand. */
export function inTurn(draft: Draft, reading: Reading): Draft[] {
  const posed = byPose(draft, reading);
  return posed.length > 1 ? posed : byThing(draft, reading);
}

/** Sentences, and what is done one after the other in one of them. */
const ACTS = {
  ja: /(?<=。)|(?<=(?:[てでちりしみびぎいえれけせきち])、)/u,
  en: /(?<=[.!?]) |(?:, then |,? and then |, and |, | and )(?=(?:he |she |they )?(?:[a-z]+(?:ed)|took|held|cut|ate|drank|put|laid|drew|threw|lit|read|wrote)\b)/u,
} as const;

/** Most pictures of one person's hands in a row. */
const MOST_ACTS = 3;

/** ドライバーを握った。のこぎりで板を切った: a hand has one thing at a time, unless the other has another. */
function byThing(draft: Draft, { story, lexicon }: Reading): Draft[] {
  const [person, ...others] = draft.people;
  if (!person?.holds || others.length > 0 || draft.lines.length > 0) return [draft];
  const groups: { words: string[]; holds: Prop | undefined }[] = [];
  for (const words of draft.action.split(ACTS[story.language])) {
    const holds =
      toolIn(words, lexicon) ?? handledIn(words, lexicon).find((prop) => draft.props.includes(prop));
    const last = groups.at(-1);
    if (!last || (holds && last.holds && holds !== last.holds && groups.length < MOST_ACTS))
      groups.push({ words: [words], holds });
    else {
      last.words.push(words);
      last.holds ??= holds;
    }
  }
  if (groups.length < 2) return [draft];
  return groups.map(({ words, holds }, index): Draft => {
    const action = words.join(story.language === "ja" ? "" : ", ");
    const props = readProps(action, lexicon, [], true);
    const other = holds && otherHandIn(action, lexicon, { holds, handled: handledIn(action, lexicon) });
    const { alsoHolds: _, ...one } = person;
    const acts = {
      ...{ ...one, ...(holds ? { holds } : {}), ...(other ? { alsoHolds: other } : {}) },
      pose: index === 0 ? person.pose : ("hold" as const),
    };
    const first = { ...draft, action, props, people: [acts] };
    return index === 0
      ? first
      : {
          ...first,
          ...{
            kind: "action",
            units: [],
            chapter: undefined,
            caption: "",
            sounds: [],
            effects: [],
            turn: false,
            opens: false,
          },
          weight: Math.min(2, draft.weight),
        };
  });
}

/** One beat, or two where one person alone does two such things in one sentence. */
function byPose(draft: Draft, { story, lexicon }: Reading): Draft[] {
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
    ...{
      action: then,
      units: [],
      chapter: undefined,
      caption: "",
      sounds: [],
      effects: [],
      turn: false,
      opens: false,
    },
    props: readProps(then, lexicon, [], true),
    people: [{ ...person, pose: after }],
    weight: Math.max(2, draft.weight - 1),
  };
  return [doing, going];
}
