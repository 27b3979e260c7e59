// What holds in a scene from one sentence to the next: who is there, how each one's body is, and what is in whose hands. It ends where the
// scene jumps.
import type { Held } from "../../../../manga/moment.ts";
import type { Sure } from "../facts.ts";

export interface Body {
  /** `sit`, `stand`, `lie` …; of verbs of motion until the next sentence. */
  posture?: Sure<string>;
  hands: Sure<Held>[];
  where?: Sure<string>;
  seat?: Sure<string>;
  mount?: Sure<string>;
  carriedBy?: Sure<string>;
}

export interface Scene {
  /** How sure it is that somebody is here, and how often this scene has told of them, by id. */
  present: Map<string, { sure: number; told: number }>;
  bodies: Map<string, Body>;
  /** The thing that `it` means in a hand: the last that was named. */
  lastThing?: string;
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
  const known = bodies.get(id);
  if (known !== undefined) return known;
  const body: Body = { hands: [] };
  bodies.set(id, body);
  return body;
}

export function enter(scene: Scene, id: string, sure: number): void {
  const before = scene.present.get(id);
  scene.present.set(id, { sure: Math.max(sure, before?.sure ?? 0), told: (before?.told ?? 0) + 1 });
}

export function leave(scene: Scene, id: string): void {
  scene.present.delete(id);
  scene.bodies.delete(id);
}

/** A sentence passes. While somebody speaks, time hardly does. */
export function passOn(scene: Scene, isSaid: boolean): void {
  const slowness = isSaid ? SPEECH : 1;
  for (const one of scene.present.values())
    one.sure *= 1 - slowness * Math.max(1 - STAYS.often, (1 - STAYS.once) / Math.max(1, one.told));
  for (const [id, { sure }] of scene.present) if (sure < FORGOTTEN) leave(scene, id);
  for (const body of scene.bodies.values()) {
    const { posture } = body;
    if (posture) posture.sure *= TRANSIENT.has(posture.value) ? MOVES_ON : KEEPS;
    for (const held of body.hands) held.sure *= 1 - slowness * (1 - HOLDS);
    for (const fact of [body.where, body.seat, body.mount, body.carriedBy]) if (fact) fact.sure *= KEEPS;
  }
}

/** The scene goes to another place without a jump: whoever does not go along is hardly seen there. */
export function moveOn(scene: Scene, going: ReadonlySet<string>, staysSure: number): void {
  for (const [id, one] of scene.present) if (!going.has(id)) one.sure = Math.min(one.sure, staysSure);
}

/** Whoever rises or goes leaves seat and place. */
export function rise(body: Body): void {
  delete body.where;
  delete body.seat;
  delete body.mount;
}

export function nameThing({ named }: Scene, what: string): void {
  const noun = what.slice(what.lastIndexOf(" ") + 1);
  if (noun !== what) named.set(noun, what);
}
