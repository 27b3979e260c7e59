// What holds in a scene from one sentence to the next: who is there, how each one's body is, and what is in whose hands. It ends where the
// scene jumps.
import type { Acting, Held } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";
import { type Deed, showing } from "./deed.ts";

/** What holds of a body besides its hands. */
type BodyFact = "posture" | "where" | "seat" | "mount" | "carriedBy" | "feeling";

export interface Body {
  hands: Sure<Held>[];
  /** A posture (`sit`, `stand`) of a verb of motion counts until the next sentence, as a feeling does. */
  facts: Map<BodyFact, Sure<Partial<Acting>>>;
}

export interface Scene {
  /** How sure it is that somebody is here and was a sentence before, as whoever is told of again still is, and how often that was, by id. */
  present: Map<string, { sure: number; was: number; told: number }>;
  bodies: Map<string, Body>;
  /** Things as they were called with more than their noun, by noun: `the can` is the `watering can`. */
  named: Map<string, string>;
}

/** That somebody of whom the scene has told once, and as often as it may, is still here after a further sentence. */
const STAYS = { once: 0.92, often: 0.985 } as const;
/** Whoever is as unlikely here is forgotten, so that a scene of thousands of names stays small. */
const FORGOTTEN = 0.3;
/** How much less a sentence that is spoken changes. */
const SPEECH = 0.3;
/** That a body is still as it was, and that hands still hold what they held. */
const KEEPS = 0.997;
const HOLDS = 0.9;
/** Of a verb of motion: whoever walked may have arrived. */
const MOVES_ON = 0.5;
const TRANSIENT: ReadonlySet<string> = new Set("walk run climb fall jump fly swim bow dance".split(" "));

/** Somebody to whom a deed is done is there less surely than whoever does it. */
const PATIENT = 0.85;
/** Somebody of whom only a state is told may be a memory or a thought; less so if they were here before. */
const STATE = 0.5;
const STATE_AGAIN = 0.8;

export const emptyScene = (): Scene => ({ present: new Map(), bodies: new Map(), named: new Map() });

export function bodyOf({ bodies }: Scene, id: string): Body {
  const body = bodies.get(id) ?? { hands: [], facts: new Map() };
  bodies.set(id, body);
  return body;
}

/** What holds of somebody's body; `doing` is the posture. */
export function heldBy(id: string, scene: Scene): Acting {
  const { hands, facts } = bodyOf(scene, id);
  const sure = <T>(held: Iterable<Sure<T>>) =>
    [...held].flatMap((one) => (one.sure >= SURE_ENOUGH ? [one.value] : []));
  const acting: Acting = { character: id, doing: "stand", feeling: "neutral", hands: sure(hands) };
  Object.assign(acting, ...sure(facts.values()));
  return { ...acting, doing: acting.posture ?? acting.doing };
}

function enter({ present }: Scene, id: string, sure: number): void {
  const { was, told } = present.get(id) ?? { was: 0, told: 0 };
  present.set(id, { sure: Math.max(sure, was), was: Math.max(sure, was), told: told + 1 });
}

export function leave(scene: Scene, id: string): void {
  scene.present.delete(id);
  scene.bodies.delete(id);
}

/** A sentence passes. While somebody speaks, time hardly does. */
export function passOn(scene: Scene, isSaid: boolean): void {
  const slowness = isSaid ? SPEECH : 1;
  for (const [id, one] of scene.present) {
    one.was = one.sure;
    one.sure *= 1 - slowness * Math.max(1 - STAYS.often, (1 - STAYS.once) / Math.max(1, one.told));
    if (one.sure < FORGOTTEN) leave(scene, id);
  }
  for (const { hands, facts } of scene.bodies.values()) {
    facts.delete("feeling");
    for (const held of hands) held.sure *= 1 - slowness * (1 - HOLDS);
    for (const fact of facts.values())
      fact.sure *= TRANSIENT.has(fact.value.posture ?? "") ? MOVES_ON : KEEPS;
  }
}

/** Whom a clause misses: they are not there, are gone, or had left before it. */
export function missedBy({ predicate, words, who, does }: Deed): string[] {
  const { mood, polarity, voice, lemma } = predicate;
  const isAbsent =
    polarity === "negative"
      ? (mood === "told" || mood === "comment") && words.is("exist", lemma)
      : (mood === "remembered" && does("leave")) || (voice === "passive" && words.is("gone", lemma));
  return isAbsent && who !== undefined && who.sure >= SURE_ENOUGH ? who.value : [];
}

/** Lets in whoever acts. Who goes away, and is seen in this sentence still. */
export function comeAndGo(deeds: readonly Deed[], scene: Scene): Iterable<string> {
  const going = new Set<string>();
  for (const deed of deeds) {
    const { words, agents, sure, whom, places, does } = deed;
    const shows = showing(deed) > 0;
    const isLeaving =
      does("leave") || (does("motion") && places.some(({ head }) => words.is("away", head.toLowerCase())));
    for (const agent of agents) {
      enter(scene, agent, sure * (shows ? 1 : scene.present.has(agent) ? STATE_AGAIN : STATE));
      if (isLeaving) going.add(agent);
      else going.delete(agent);
    }
    // Whoever is looked for, waited for or heard of is not there.
    const isBeside = places.some(({ who }) => whom !== undefined && who?.value.includes(whom.value));
    if (whom !== undefined && (shows || isBeside) && !does("hear") && !does("seek"))
      enter(scene, whom.value, does("carry-person") ? Math.min(sure, whom.sure) : sure * whom.sure * PATIENT);
  }
  return going;
}
