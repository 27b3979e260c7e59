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
  /** How sure it is that somebody is here, by id. */
  present: Map<string, number>;
  bodies: Map<string, Body>;
  /** The thing that `it` means in a hand: the last that was named. */
  lastThing?: string;
}

/** That somebody who was here is still here after a further sentence; that a body and hands are still as they were. */
const STAYS = 0.985;
const KEEPS = 0.985;
/** Of a verb of motion: whoever walked may have arrived. */
const MOVES_ON = 0.5;
const TRANSIENT: ReadonlySet<string> = new Set(["walk", "run", "climb", "fall", "jump", "fly", "swim", "bow", "dance"]);

export const emptyScene = (): Scene => ({ present: new Map(), bodies: new Map() });

export function bodyOf({ bodies }: Scene, id: string): Body {
  const known = bodies.get(id);
  if (known !== undefined) return known;
  const body: Body = { hands: [] };
  bodies.set(id, body);
  return body;
}

export function enter(scene: Scene, id: string, sure: number): void {
  scene.present.set(id, Math.max(sure, scene.present.get(id) ?? 0));
}

export function leave(scene: Scene, id: string): void {
  scene.present.delete(id);
  scene.bodies.delete(id);
}

/** A sentence passes. */
export function passOn(scene: Scene): void {
  for (const [id, sure] of scene.present) scene.present.set(id, sure * STAYS);
  for (const body of scene.bodies.values()) {
    const { posture } = body;
    if (posture) posture.sure *= TRANSIENT.has(posture.value) ? MOVES_ON : KEEPS;
    for (const held of body.hands) held.sure *= KEEPS;
    for (const fact of [body.where, body.seat, body.mount, body.carriedBy]) if (fact) fact.sure *= KEEPS;
  }
}

/** The scene goes to another place without a jump: whoever does not go along is hardly seen there. */
export function moveOn(scene: Scene, going: ReadonlySet<string>, staysSure: number): void {
  for (const [id, sure] of scene.present) if (!going.has(id)) scene.present.set(id, Math.min(sure, staysSure));
}

/** Whoever rises or goes leaves seat and place. */
export function rise(body: Body): void {
  delete body.where;
  delete body.seat;
  delete body.mount;
}
