// What a deed does with a thing in somebody's hands: it is taken, used, put down, given to somebody.
import type { Sure } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import { type Deed, isReal, type Reading } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import { type Named, namedThing } from "./phrase-nouns.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** How sure it is that what is taken is in the hand, and what is used. */
const TAKEN = 0.95;
const USED = 0.9;
const MEANT_BY_IT = 0.8;

interface Grip {
  what: string;
  change: "takes" | "uses" | "puts" | "drops" | "gives";
  sure: number;
}

/** What the deed does with which thing. */
function gripOf(
  { predicate, objects, places, manner }: Clause,
  words: DeedWords,
  it?: string,
): Grip | undefined {
  const does = (kind: string) => doesWithHands(kind, { predicate, objects }, words);
  const named = objects.flatMap((phrase) => namedThing(phrase, words) ?? [])[0];
  const isPronoun = named === undefined && objects.some(({ head }) => words.is("it", head.toLowerCase()));
  const held = isPronoun ? it : named && canBeHeld(named, words) ? named.what : undefined;
  const around = [...places, ...manner].filter(({ marker }) => marker !== undefined);
  const isIn = (kind: string) => (phrase: Phrase) => words.is(kind, phrase.head.toLowerCase());
  if (held !== undefined) {
    const change = changeOf(does) ?? (around.some(isIn("hand-place")) ? "uses" : undefined);
    const sure = (change === "takes" ? TAKEN : USED) * (isPronoun ? MEANT_BY_IT : 1);
    if (change !== undefined) return { what: held, change, sure };
  }
  // "Went down the corridor with a lamp", "cut it with a knife".
  const tool = around.find(({ marker }) => words.is("instrument", marker ?? ""));
  const instrument = tool && !isIn("unheld")(tool) ? namedThing(tool, words) : undefined;
  const isUsed =
    instrument && canBeHeld(instrument, words) && words.is("tool-kind", words.kindOfVerb(predicate) ?? "");
  return isUsed ? { what: instrument.what, change: "uses", sure: USED } : undefined;
}

function changeOf(does: (kind: string) => boolean): Grip["change"] | undefined {
  if (does("give")) return "gives";
  if (does("let-fall")) return "drops";
  if (does("release")) return "puts";
  return does("take") ? "takes" : does("handle") ? "uses" : undefined;
}

/** Changes the hands of whoever acts, and of whom they give to. What is in the hand meanwhile, also if it is put down then. */
export function handle({ clause, words, agents, sure, to }: Deed, scene: Scene): string | undefined {
  const grip = gripOf(clause, words, scene.lastThing);
  const named = clause.objects.flatMap((phrase) => namedThing(phrase, words) ?? [])[0];
  scene.lastThing = named?.what ?? scene.lastThing;
  if (grip === undefined) return undefined;
  const { what, change } = grip;
  const isKept = change === "takes" || change === "uses";
  for (const agent of agents) hold(scene, agent, { value: what, sure: isKept ? sure * grip.sure : 0 });
  if (change === "gives" && to !== undefined)
    hold(scene, to.value, { value: what, sure: sure * to.sure * grip.sure });
  return change === "drops" || change === "gives" ? undefined : what;
}

/** 落としそうになる, "did not drop the rope": what somebody does not let go of is in their hand. */
export function holdOn(
  { clauses }: Pick<Sentence, "clauses">,
  { people, words, at, scene }: Reading & { scene: Scene },
): void {
  for (const clause of clauses) {
    const { mood } = clause.predicate;
    const isUndone = !isReal(clause) && (mood === "told" || mood === "supposed" || mood === "likened");
    const grip = isUndone ? gripOf(clause, words, scene.lastThing) : undefined;
    const who = grip?.change === "drops" ? people.subject(at, clause) : undefined;
    for (const id of who?.value ?? [])
      if (grip && who) hold(scene, id, { value: grip.what, sure: who.sure * TAKEN });
  }
}

/** "I have soup": what whoever says so has with them. */
export function hadBySpeaker({ clauses, words: [...all] }: Sentence, words: DeedWords): string | undefined {
  if (words.is("asks", all.at(-1)?.text ?? "")) return undefined;
  for (const clause of clauses) {
    const { subject, predicate, objects, rank } = clause;
    const isOwn = words.is("self", subject?.head.toLowerCase() ?? "") && words.is("has", predicate.lemma);
    if (!isOwn || rank !== "main" || predicate.tense !== "present" || !isReal(clause)) continue;
    const had = objects.flatMap((phrase) => namedThing(phrase, words) ?? [])[0];
    if (had !== undefined && canBeHeld(had, words)) return had.what;
  }
  return undefined;
}

/** Two hands hold two things; sure of none of it: no longer in the hand. */
function hold(scene: Scene, id: string, { value: what, sure }: Sure<string>): void {
  const body = bodyOf(scene, id);
  body.hands = body.hands.filter((one) => !isSame(one.value.what, what));
  if (sure > 0) body.hands = [...body.hands.slice(-1), { value: { what }, sure }];
}

/** 傘をさす: a verb that is one of hands with this object alone. */
export const doesWithHands = (
  kind: string,
  { predicate, objects }: Pick<Clause, "predicate" | "objects">,
  words: DeedWords,
): boolean =>
  words.does(kind, predicate) || objects.some(({ head }) => words.is(kind, `${head}を${predicate.lemma}`));

const UNHELD: ReadonlySet<string> = new Set(["sky", "nature", "substance", "animal"]);

/** Neither what is poured nor what is too large for a hand. */
const canBeHeld = ({ kind, head }: Named, words: DeedWords): boolean =>
  !UNHELD.has(kind) && !words.is("unheld", head);

/** `the note` is the `crumpled note`. */
const isSame = (held: string, named: string): boolean =>
  held === named || held.endsWith(named) || named.endsWith(held);
