// What a told deed does to the hands: something is taken, used, put down, given to somebody.
import type { Phrase } from "../text/clause.ts";
import type { Deed } from "./deed.ts";
import { type Named, namedThing } from "./phrase-nouns.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** How sure it is that what is taken is in the hand, and what is used. */
const TAKEN = 0.9;
const USED = 0.75;

/** Changes the hands of whoever acts, and of whom they give to. */
export function handle({ clause, words, agents, sure, to }: Deed, scene: Scene): void {
  const { predicate, objects, places, manner } = clause;
  const thing = objects.flatMap((phrase) => heldThing(phrase, words) ?? [])[0];
  const pronoun = thing === undefined && objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const what = thing?.what ?? (pronoun ? scene.lastThing : undefined);
  const does = (kind: string) => words.does(kind, predicate);
  const inHand = [...places, ...manner].some(({ head, marker }) => marker !== undefined && words.is("hand-place", head.toLowerCase()));
  for (const agent of agents) {
    const body = bodyOf(scene, agent);
    const hold = (held: string, how: number) => {
      body.hands = body.hands.filter((one) => one.value.what !== held).slice(-1);
      body.hands.push({ value: { what: held }, sure: sure * how * (pronoun ? 0.8 : 1) });
    };
    if (does("give") || does("release")) {
      const given = body.hands.filter(({ value }) => what !== undefined && isSame(value.what, what));
      body.hands = body.hands.filter((one) => !given.includes(one));
      if (does("give") && what !== undefined && to !== undefined) {
        const taker = bodyOf(scene, to.value);
        taker.hands = [...taker.hands.slice(-1), { value: { what }, sure: sure * to.sure * TAKEN }];
      }
    } else if (what !== undefined && does("take")) hold(what, TAKEN);
    else if (what !== undefined && does("handle")) hold(what, USED);
    else if (inHand) {
      const with_ = thing ?? manner.flatMap((phrase) => heldThing(phrase, words) ?? [])[0];
      if (with_ !== undefined) hold(with_.what, USED);
    }
  }
}

function heldThing(phrase: Phrase, words: Deed["words"]): Named | undefined {
  const thing = namedThing(phrase, words);
  if (thing === undefined || thing.kind === "sky" || thing.kind === "nature" && !/stone|石/u.test(thing.head)) return undefined;
  if (words.is("unheld", thing.head)) return undefined;
  return thing;
}

/** `the note` is the `crumpled note`. */
const isSame = (held: string, named: string): boolean => held === named || held.endsWith(named) || named.endsWith(held);
