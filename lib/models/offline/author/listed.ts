// More than two things in one breath: `handed down a case, a hatbox, a lunch box and a hat`. Two hands have two of them; the next
// pictures have what comes after.
import type { Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import type { Draft } from "./draft.ts";
import { gripsIn, isInHand } from "./grips.ts";
import { findThings } from "./thing-cues.ts";
import { isLarge, wordsFor } from "./things.ts";

/** The beat, and others of what a list has besides, for one person's hands. */
export function byHandfuls(draft: Draft, later: Partial<Draft>): Draft[] {
  const [person, ...others] = draft.people;
  if (!person?.holds || others.length > 0 || draft.lines.length > 0) return [draft];
  const lexicon = wordsFor(draft.action);
  const grips = gripsIn(draft.action, lexicon);
  if (grips.some(({ tool }) => tool)) return [draft];
  const listed = [
    ...new Set(grips.filter((grip) => isInHand(grip) && LISTED.has(grip.deed)).map(({ thing }) => thing)),
  ].filter((thing) => !isLarge(thing));
  const rest = listed.filter((thing) => thing !== person.holds && thing !== person.alsoHolds);
  const cues = findThings(draft.action, lexicon);
  const start = cues.find(({ value }) => value === rest[0])?.at;
  if (listed[0] !== person.holds || start === undefined) return [draft];
  if (/[.!?。]/u.test(draft.action.slice(0, start))) return [draft];
  const { alsoHolds: _, ...acts } = person;
  const shown = handfulsOf(rest).slice(0, MOST_LATER);
  const first = { ...draft, props: draft.props.filter((prop) => !shown.flat().includes(prop)) };
  return [
    first,
    ...shown.map(([holds, alsoHolds]): Draft => {
      const at = cues.find(({ value }) => value === holds)?.at ?? start;
      const hands = { ...(holds ? { holds } : {}), ...(alsoHolds ? { alsoHolds } : {}) };
      return {
        ...{ ...draft, ...later },
        action: draft.action.slice(at),
        props: [holds, alsoHolds].flatMap((prop) => prop ?? []),
        people: [{ ...acts, pose: person.pose === "offer" ? "offer" : "hold", ...hands }],
        kind: "action",
        weight: Math.min(2, draft.weight),
      };
    }),
  ];
}

/** Pictures that a list has besides its first. */
const MOST_LATER = 2;

/** As much as two hands have, again and again. */
function handfulsOf(things: readonly Prop[]): Prop[][] {
  const [one, ...more] = things;
  if (!one) return [];
  const other = traitsOf(one).both ? undefined : more.find((prop) => !traitsOf(prop).both);
  return [other ? [one, other] : [one], ...handfulsOf(more.filter((prop) => prop !== other))];
}

/** What lists are of: things that are had or given, and not used one after the other. */
const LISTED: ReadonlySet<string> = new Set(["has", "gives"]);
