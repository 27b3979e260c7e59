// Effects of an action on things in hands: taking, using, putting down, giving.
import type { Held } from "../../../../manga/moment.ts";
import type { Sure } from "../facts.ts";
import { type Deed, isReal } from "./deed.ts";
import type { Named, Noun } from "./nouns.ts";
import { bodyOf, type Scene } from "./scene.ts";

/** Certainty that a taken thing is in the hand, and that a used one is. */
const TAKEN = 0.95;
const USED = 0.9;

/** Classes of verbs, by their effect on the thing. A verb in several classes counts for the first. */
const GRIPS = ["give", "let-fall", "release", "take", "handle"] as const;

interface Grip extends Held {
  does: (typeof GRIPS)[number];
  sure: number;
}

/** The thing of an action, and the effect on it. */
function gripOf(deed: Deed): Grip | undefined {
  const { predicate, objects, places, manner, words } = deed;
  const named = firstThing(objects);
  const around = [...places, ...manner].filter(({ marker }) => marker !== undefined);
  const does =
    GRIPS.find(deed.does) ?? (around.some(({ noun }) => words.is("hand-place", noun)) ? "handle" : undefined);
  const [how] = around.flatMap(({ marker, noun }) => words.value("held-at", `${marker} ${noun}`) ?? []);
  if (named && canBeHeld(named, words) && does !== undefined)
    return { what: named.what, ...(how && { how }), does, sure: does === "take" ? TAKEN : USED };
  // A thing with a preposition of instrument: "went down the corridor with a lamp", "cut it with a knife".
  const tool = around.find(({ marker = "" }) => words.is("instrument", marker));
  const isUsed = words.is("tool-kind", words.kindOfVerb(predicate) ?? "");
  return tool?.thing && isUsed && canBeHeld(tool.thing, words)
    ? { what: tool.thing.what, does: "handle", sure: USED }
    : undefined;
}

const firstThing = (nouns: readonly Noun[]): Named | undefined =>
  nouns.flatMap(({ thing }) => thing ?? [])[0];

/** Updates the hands of agents and receivers. Returns the thing that is in the hand during the action, even if it is then put down. */
export function updateHands(deed: Deed, scene: Scene): Held | undefined {
  const { agents, sure, whom, holders, real, subject } = deed;
  if (holders && subject?.thing && canBeHeld(subject.thing, deed.words))
    for (const id of holders.value)
      hold(scene, id, { value: { what: subject.thing.what }, sure: holders.sure * real });
  const grip = gripOf(deed);
  if (grip === undefined) return undefined;
  const { does, sure: gripped, ...held } = grip;
  // A thing that is put on the head stays held there.
  const isKept = does === "take" || does === "handle" || held.how !== undefined;
  for (const agent of agents) hold(scene, agent, { value: held, sure: isKept ? real * gripped : 0 });
  if (does === "give" && whom !== undefined)
    hold(scene, whom.value, { value: held, sure: sure * whom.sure * gripped });
  return does === "let-fall" || does === "give" ? undefined : held;
}

/** For an unreal clause (落としそうになる, "did not drop the rope"): a thing that is not let go of is in the hand. */
export function keepUndropped(deed: Deed, scene: Scene): void {
  const isUndone = ["told", "supposed", "likened"].includes(deed.predicate.mood);
  const grip = isUndone ? gripOf(deed) : undefined;
  if (grip?.does !== "let-fall" || deed.who === undefined) return;
  const { value, sure } = deed.who;
  for (const id of value) hold(scene, id, { value: { what: grip.what }, sure: sure * TAKEN });
}

/** The thing that a speaker says they have: "I have soup". */
export function hadBySpeaker(deed: Deed): string[] {
  const { subject, predicate, objects, rank, words } = deed;
  const isOwn = words.is("self", subject?.head.toLowerCase() ?? "") && words.is("has", predicate.lemma);
  const isTold = rank === "main" && predicate.tense === "present" && isReal(deed);
  const had = isOwn && isTold ? firstThing(objects) : undefined;
  return had !== undefined && canBeHeld(had, words) ? [had.what] : [];
}

/** Puts a thing in a hand. A character holds at most two things. Certainty 0 removes the thing. */
function hold(scene: Scene, id: string, held: Sure<Held>): void {
  const body = bodyOf(scene, id);
  body.hands = body.hands.filter((one) => !isSame(one.value.what, held.value.what));
  if (held.sure > 0) body.hands = [...body.hands.slice(-1), held];
}

const UNHELD: ReadonlySet<string> = new Set(["sky", "nature", "substance", "animal", "crowd"]);

/** Whether a thing can be held: it is not a liquid, and not too large for a hand. */
const canBeHeld = ({ kind, head }: Named, words: Deed["words"]): boolean =>
  !UNHELD.has(kind) && !words.is("unheld", head);

/** Whether two names mean one thing: `the note` is the `crumpled note`. */
const isSame = (held: string, named: string): boolean => held.endsWith(named) || named.endsWith(held);
