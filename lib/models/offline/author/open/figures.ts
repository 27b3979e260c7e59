// The people of a beat in open words: what they do and feel, what their hands have, where they are.
import type { Acting, Held } from "../../../../manga/moment.ts";
import type { Expression, Pose, Prop } from "../../closed/staging.ts";
import type { FigureTold } from "../../closed/told.ts";
import { isMount, type MomentTold, type Somebody, type SomebodyTold } from "../told/told-in.ts";

/** Somebody of a beat, with what the beats before leave them. */
export interface Player extends Somebody {
  /** The things of `holds` that they have from before. */
  kept: ReadonlySet<Prop>;
  /** Have lost the sword that they wear. */
  unarmed: boolean;
  /** By age: a child is carried by whoever is none. */
  small: boolean;
}

const POSTURES: Readonly<Record<NonNullable<FigureTold["manner"]>, string>> = {
  ...{ astride: "astride", pickaback: "pickaback", rail: "on the rail", afloat: "afloat" },
  ...{ ladder: "on a ladder", keys: "at the piano", up: "upward", onto: "onto it" },
};
const FACES: Readonly<Record<NonNullable<FigureTold["face"]>, string>> = {
  ...{ yawns: "yawns", shut: "eyes shut", "one-eye": "one eye open" },
};
const LIFTED = { over: "over the head", eye: "before the eye" } as const;
const WORN = { back: "on the back", shoulder: "over the shoulder", round: "round the shoulders" } as const;
const CARRIED = { load: "carried", together: "together" } as const;

export function openFigure(
  one: Player,
  players: readonly Player[],
  told: MomentTold,
  action: string,
): Acting {
  const own = told.figures.get(one.character);
  if (!own) throw new RangeError(`nothing was read of ${one.character}`);
  const posture = own.manner ? POSTURES[own.manner] : own.curled ? "curled up" : undefined;
  const face = facesOf(own);
  const where = placesOf(own);
  const gaze = gazeOf(one, players, action);
  const [other] = players.filter((player) => player !== one);
  const mount = own.manner === "astride" ? mountOf(one, players, told) : undefined;
  const carrier = own.manner === "pickaback" ? carrierOf(players) : undefined;
  const to = players.length === 2 && (own.grips || own.pushesSomebody) ? other?.character : undefined;
  return {
    character: one.character,
    doing: one.pose,
    ...(posture ? { posture } : {}),
    feeling: one.expression,
    ...(face.length > 0 ? { face } : {}),
    ...(gaze ? { gaze } : {}),
    hands: handsOf(one, own),
    ...(where.length > 0 ? { where } : {}),
    ...(own.seat ? { seat: own.seat } : {}),
    ...(mount ? { mount } : {}),
    ...(carrier && carrier !== one ? { carriedBy: carrier.character } : {}),
    ...(own.leads && own.leads !== one.character ? { leads: own.leads } : {}),
    ...(to ? { to } : {}),
    ...(one.unarmed ? { without: ["sword"] } : {}),
  };
}

/** Most that a schema takes of such a list. */
const MOST = 4;

const facesOf = ({ face, cries, eyesShine, wetGlasses, breath }: SomebodyTold): string[] =>
  [
    face && FACES[face],
    cries && "cries out",
    eyesShine && "eyes shine",
    wetGlasses && "rain on the glasses",
    breath && "breath seen",
  ]
    .flatMap((word) => word || [])
    .slice(0, MOST);

const placesOf = (told: SomebodyTold): string[] =>
  [
    told.onWall && "on a wall",
    told.inWheels && "in what is pushed",
    told.cage && (told.cage === "in" ? "in a cage" : "out of the cage"),
    told.atTable && "at a table",
    told.atFootOfStairs && "at the foot of the stairs",
    told.inDoorway && "in a doorway",
    told.underLamp && "under a lamp",
  ]
    .flatMap((word) => word || [])
    .slice(0, MOST);

/** What is pushed comes first, since it fills the hands; what is kept comes after what the beat itself puts into them. */
function handsOf({ holds, kept }: Player, { holds: told, pushes, grips }: SomebodyTold): Held[] {
  const things = new Set([...(pushes ? [pushes] : []), ...holds, ...told.keys()]);
  const hands = [...things].map((what): Held => {
    const how = what === pushes ? "pushed" : kept.has(what) ? "kept" : howOf(told.get(what) ?? {});
    return { what, ...(how ? { how } : {}) };
  });
  return (grips ? [{ what: "arm", how: "gripped" }, ...hands] : hands).slice(0, MOST);
}

const howOf = ({ lift, worn, carries }: Pick<FigureTold, "lift" | "worn" | "carries">): string | undefined =>
  carries ? CARRIED[carries] : lift ? LIFTED[lift] : worn ? WORN[worn] : undefined;

const MOVING: ReadonlySet<Pose> = new Set(["walk", "run", "ride", "climb", "jump"]);

/** Those who walk or run go the same way, unless it is to each other. */
const MEETS =
  /向かい合|互いに|駆け寄|歩み寄|近づ|すれ違|出会|\b(?:met|collided|bumped|passed|each other|one another|(?:to|towards?|up to|at|past) (?:him|her|them|[A-Z][a-z]+))\b/u;

/** Whoever will not look at somebody turns away from them. */
const AVOIDS =
  /目を(?:そら|逸ら)|顔を(?:そむけ|背け)|背を向け|\b(?:did not|didn['’]t|would not|wouldn['’]t|could not) look at (?:him|her|them|me|anyone)\b|\b(?:looked|turned) away\b|avoided (?:his|her|their)/u;

/** Where somebody looks: away, or at whom they meet. */
function gazeOf(one: Player, players: readonly Player[], action: string): string | undefined {
  if (one.pose === "look-down" && players.length > 1 && AVOIDS.test(action)) return "away";
  if (!MOVING.has(one.pose) || !MEETS.test(action)) return undefined;
  return players.find((other) => other !== one && MOVING.has(other.pose))?.character;
}

/** The animal that somebody is astride of: one of the cast by id, another by its word. */
function mountOf(one: Player, players: readonly Player[], { animals }: MomentTold): string | undefined {
  if (one.kind !== "human") return undefined;
  return players.find(isMount)?.character ?? animals.find(({ perch }) => perch === "ridden")?.word;
}

/** Poses of whoever is carried. */
const UP = /^(?:climb|ride|sleep|sit)$/u;

/** Of two people, the one who has the other on the back: whoever climbs, rides or sleeps is carried; else the child. */
function carrierOf(players: readonly Player[]): Player | undefined {
  if (players.length !== 2 || players.some(({ kind }) => kind !== "human")) return undefined;
  const carried =
    players.find(({ pose }) => UP.test(pose)) ??
    players.find(({ small }, at) => small && players[1 - at]?.small === false) ??
    players.find(({ pose }, at) => pose !== "carry" && players[1 - at]?.pose === "carry") ??
    players[1];
  return players.find((one) => one !== carried);
}

/** Somebody who is there and does nothing of note. */
export const bystander = (character: string, pose: Pose, expression: Expression): Acting => ({
  ...{ character, doing: pose, feeling: expression },
  hands: [],
});
