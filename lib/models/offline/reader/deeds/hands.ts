// What a told deed does to the hands: something is taken, used, put down, given to somebody.
import type { Clause } from "../text/clause.ts";
import type { Deed } from "./deed.ts";
import { type Named, namedThing } from "./phrase-nouns.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** How sure it is that what is taken is in the hand, and what is used. */
const TAKEN = 0.95;
const USED = 0.85;

/** Changes the hands of whoever acts, and of whom they give to. */
export function handle({ clause, words, agents, sure, to }: Deed, scene: Scene): void {
  const { predicate, objects, places, manner } = clause;
  const does = (kind: string) => doesWithHands(kind, clause, words);
  const named = objects.flatMap((phrase) => namedThing(phrase, words) ?? [])[0];
  const isPronoun = named === undefined && objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const what = handled(named, isPronoun, { words, scene });
  const tool = [...places, ...manner].find(
    ({ marker = "", head }) => words.is("instrument", marker) && !words.is("unheld", head.toLowerCase()),
  );
  const instrument = tool && namedThing(tool, words);
  const inHand = [...places, ...manner].some(
    ({ head, marker }) => marker !== undefined && words.is("hand-place", head.toLowerCase()),
  );
  for (const agent of agents) {
    const body = bodyOf(scene, agent);
    const hold = (held: string, how: number) => {
      body.hands = body.hands.filter((one) => !isSame(one.value.what, held)).slice(-1);
      body.hands.push({ value: { what: held }, sure: sure * how * (isPronoun ? 0.8 : 1) });
    };
    if (does("give") || does("release")) {
      body.hands = body.hands.filter(({ value }) => what === undefined || !isSame(value.what, what));
      if (does("give") && what !== undefined && to !== undefined) {
        const taker = bodyOf(scene, to.value);
        taker.hands = [
          ...taker.hands.slice(-1),
          { value: { what }, sure: sure * to.sure * TAKEN * (isPronoun ? 0.8 : 1) },
        ];
      }
    } else if (what !== undefined && does("take")) hold(what, TAKEN);
    else if (what !== undefined && (does("handle") || inHand)) hold(what, USED);
    else if (instrument?.kind === "thing" && words.is("tool-kind", words.kindOfVerb(predicate) ?? ""))
      hold(instrument.what, USED);
  }
  if (named !== undefined) scene.lastThing = named.what;
}

function handled(
  named: Named | undefined,
  isPronoun: boolean,
  { words, scene }: { words: Deed["words"]; scene: Scene },
): string | undefined {
  const thing = named === undefined || canBeHeld(named, words) ? named : undefined;
  return thing?.what ?? (isPronoun ? scene.lastThing : undefined);
}

/** 傘をさす: a verb that is one of hands with this object alone. */
export const doesWithHands = (kind: string, { predicate, objects }: Clause, words: Deed["words"]): boolean =>
  words.does(kind, predicate) || objects.some(({ head }) => words.is(kind, `${head}を${predicate.lemma}`));

/** What is in the hand while somebody does the deed: also what they put down or throw, but for what falls. */
export function heldWhile({ clause, words }: Deed, scene: Scene): string | undefined {
  const does = (kind: string) => doesWithHands(kind, clause, words);
  const puts = does("release") && !does("let-fall");
  if (!puts && !does("take") && !does("handle")) return undefined;
  const named = clause.objects.flatMap((phrase) => namedThing(phrase, words) ?? [])[0];
  const isPronoun = clause.objects.some(({ head }) => words.is("it", head.toLowerCase()));
  return handled(named, isPronoun, { words, scene });
}

/** Neither what is poured nor what is too large for a hand. */
function canBeHeld({ kind, head }: Named, words: Deed["words"]): boolean {
  return (
    kind !== "sky" &&
    kind !== "nature" &&
    kind !== "substance" &&
    kind !== "animal" &&
    !words.is("unheld", head)
  );
}

/** `the note` is the `crumpled note`. */
const isSame = (held: string, named: string): boolean =>
  held === named || held.endsWith(named) || named.endsWith(held);
