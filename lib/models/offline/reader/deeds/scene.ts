// State of a scene between sentences: who is present, the state of each body, and the things in hands. A jump of the scene resets it.
import type { Acting, Held } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";
import { type Deed, visibilityOf } from "./deed.ts";

/** Facts about a body besides its hands. */
type BodyFact = "posture" | "where" | "seat" | "mount" | "carriedBy" | "feeling";

export interface Body {
  hands: Sure<Held>[];
  /** A posture of motion (`run`) and a feeling count until the next sentence. */
  facts: Map<BodyFact, Sure<Partial<Acting>>>;
}

export interface Scene {
  /** By id: certainty that a character is present now (`sure`) and was before this sentence (`was`), and number of mentions (`told`). */
  present: Map<string, { sure: number; was: number; told: number }>;
  bodies: Map<string, Body>;
  /** Full names of things, by noun: `the can` is the `watering can`. */
  named: Map<string, string>;
}

/** Certainty that a character is still present after one more sentence, if mentioned once, or often. */
const STAYS = { once: 0.92, often: 0.985 } as const;
/** Minimum certainty of presence. Below it a character is removed, so that a scene with thousands of names stays small. */
const FORGOTTEN = 0.3;
/** Factor on the changes during a sentence of direct speech. */
const SPEECH = 0.3;
/** Certainty per sentence that a body is unchanged, and that hands still hold their things. */
const KEEPS = 0.997;
const HOLDS = 0.9;
/** Factor for postures of motion: a person who walked may have arrived. */
const MOVES_ON = 0.5;
const TRANSIENT: ReadonlySet<string> = new Set("walk run climb fall jump fly swim bow dance".split(" "));

/** Certainty that the patient of an action is present, relative to its agent. */
const PATIENT = 0.85;
/** Certainty of presence if only a state is stated, which may be remembered: for a new character, and for one who was present. */
const STATE = 0.5;
const STATE_AGAIN = 0.8;

export const emptyScene = (): Scene => ({ present: new Map(), bodies: new Map(), named: new Map() });

export function bodyOf({ bodies }: Scene, id: string): Body {
  const body = bodies.get(id) ?? { hands: [], facts: new Map() };
  bodies.set(id, body);
  return body;
}

/** The acting of a character without an action: the state of the body. `doing` is the posture. */
export function bodyStateOf(id: string, scene: Scene): Acting {
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

/** Advances by one sentence. Direct speech advances time only slightly. */
export function advance(scene: Scene, isSaid: boolean): void {
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

/** Characters who are absent or have left, according to a clause. */
export function absentIn({ predicate, words, who, does }: Deed): string[] {
  const { mood, polarity, voice, lemma } = predicate;
  const isAbsent =
    polarity === "negative"
      ? (mood === "told" || mood === "comment") && words.is("exist", lemma)
      : (mood === "remembered" && does("leave")) || (voice === "passive" && words.is("gone", lemma));
  return isAbsent && who !== undefined && who.sure >= SURE_ENOUGH ? who.value : [];
}

/** Adds the agents to the scene. Returns those who leave, who are still visible in this sentence. */
export function updatePresence(deeds: readonly Deed[], scene: Scene): Iterable<string> {
  const going = new Set<string>();
  for (const deed of deeds) {
    const { words, agents, sure, whom, places, does } = deed;
    const shows = visibilityOf(deed) > 0;
    const isLeaving =
      does("leave") || (does("motion") && places.some(({ head }) => words.is("away", head.toLowerCase())));
    for (const agent of agents) {
      enter(scene, agent, sure * (shows ? 1 : scene.present.has(agent) ? STATE_AGAIN : STATE));
      if (isLeaving) going.add(agent);
      else going.delete(agent);
    }
    // A character who is sought, awaited or only heard is not present.
    const isBeside = places.some(({ who }) => whom !== undefined && who?.value.includes(whom.value));
    if (whom !== undefined && (shows || isBeside) && !does("hear") && !does("seek"))
      enter(scene, whom.value, does("carry-person") ? Math.min(sure, whom.sure) : sure * whom.sure * PATIENT);
  }
  return going;
}
