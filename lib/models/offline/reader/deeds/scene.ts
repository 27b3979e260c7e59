// What holds in a scene from one sentence to the next: who is there, how each one's body is, and what is in whose hands. It ends where the
// scene jumps.
import type { Acting, Held } from "../../../../manga/moment.ts";
import { SURE_ENOUGH, type Sure } from "../facts.ts";

/** What holds of a body besides its hands. */
type BodyFact = "posture" | "where" | "seat" | "mount" | "carriedBy" | "feeling";

export interface Body {
  hands: Sure<Held>[];
  /** A posture (`sit`, `stand`) of a verb of motion counts until the next sentence, as a feeling does. */
  facts: Map<BodyFact, Sure<Partial<Acting>>>;
}

export interface Scene {
  /** How sure it is that somebody is here, and how often this scene has told of them, by id. */
  present: Map<string, { sure: number; told: number }>;
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

export function enter({ present }: Scene, id: string, sure: number): void {
  const before = present.get(id);
  present.set(id, { sure: Math.max(sure, before?.sure ?? 0), told: (before?.told ?? 0) + 1 });
}

export function leave(scene: Scene, id: string): void {
  scene.present.delete(id);
  scene.bodies.delete(id);
}

/** A sentence passes. While somebody speaks, time hardly does. */
export function passOn(scene: Scene, isSaid: boolean): void {
  const slowness = isSaid ? SPEECH : 1;
  for (const [id, one] of scene.present) {
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
