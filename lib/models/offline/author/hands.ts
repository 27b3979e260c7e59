// Who holds what: things that a beat names go to whoever uses them, and stay in the hand until they are put down.
import type { Beat, Plot } from "../closed/plot.ts";
import type { Pose, Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { wholeOf } from "./called-short.ts";
import { afterwards, type Fate, type Grip, gripsIn, isInHand } from "./grips.ts";
import { findThings } from "./thing-cues.ts";
import { isEmptied, isHuge, isLarge, isOnBody, isSetDown, wordsFor } from "./things.ts";

/** Poses with a hand free for a thing. */
const HOLDING = new Set<Pose>([
  "hold",
  "offer",
  "carry",
  "read",
  "write",
  "drink",
  "eat",
  "phone",
  "reach",
  "throw",
  "row",
  "wave",
  "walk",
  "run",
  "stand",
  "sit",
  "crouch",
  "point",
]);
const BY_POSE: Partial<Record<Pose, readonly Prop[]>> = {
  read: ["book", "letter", "map", "newspaper", "scroll"],
  write: ["pen", "feather"],
  drink: ["cup", "bottle", "glass"],
  phone: ["phone"],
  row: ["oar"],
  fight: ["sword", "stick", "spear", "axe", "bat", "knife", "bow", "shield"],
  point: ["gun", "wand", "bow"],
};

/** Poses in which a hand that was full still is. */
const STILL_HOLDING = new Set<Pose>([
  "crouch",
  "stand",
  "walk",
  "run",
  "sit",
  "look-back",
  "look-up",
  "look-down",
  "hold",
  "think",
  "point",
  "kneel",
  "write",
  "offer",
  "reach",
  "wave",
]);

const EATEN = /食べ(?:て|た|終)|平らげ|\b(?:ate|eaten|finished (?:it|the))\b/u;

/** Every framing of a beat asks what its words do. */
function gripsOf(beat: Beat): readonly Grip[] {
  const grips =
    known.get(beat) ??
    gripsIn(beat.action, wordsFor(beat.action)).map((grip) => ({
      ...grip,
      thing: wholeOf(grip.thing, beat.props),
    }));
  known.set(beat, grips);
  return grips;
}

const known = new WeakMap<Beat, readonly Grip[]>();

/** What the words have done to a thing, and none of it with a hand. */
const isLeft = (prop: Prop, grips: readonly Grip[]): boolean => {
  const done = grips.filter(({ thing }) => thing === prop);
  return done.length > 0 && !done.some(isInHand);
};

/** Hands that do something in which a thing has its place. */
const REACHING = new Set<Pose>(["hold", "offer", "carry", "reach", "throw"]);

/** Gives the beat's portable props to those whose pose wants one, else to the first who may hold it. */
export function handsOf(beat: Beat): Map<string, Prop> {
  const held = new Map<string, Prop>();
  const grips = gripsOf(beat);
  const eats = beat.people.some(({ pose }) => pose === "eat");
  const others = beat.people.flatMap(({ alsoHolds }) => alsoHolds ?? []);
  const free = beat.props.filter(
    (prop) =>
      !isLarge(prop) &&
      !others.includes(prop) &&
      !isEmptied(prop, beat.action) &&
      !(
        traitsOf(prop).eaten &&
        !eats &&
        EATEN.test(beat.action) &&
        !beat.people.some(({ holds }) => holds === prop)
      ) &&
      !isLeft(prop, grips),
  );
  const isTaken = (prop: Prop) => [...held.values()].includes(prop);
  for (const { character, holds } of beat.people)
    if (holds && !isLarge(holds) && !isEmptied(holds, beat.action)) held.set(character, holds);
  for (const { character, pose } of beat.people) {
    if (held.has(character)) continue;
    // Those who eat together have each their own.
    const wanted =
      pose === "eat"
        ? free.find((prop) => traitsOf(prop).eaten)
        : BY_POSE[pose]?.find((prop) => free.includes(prop) && !isTaken(prop));
    if (wanted) held.set(character, wanted);
  }
  for (const prop of free) {
    if (isTaken(prop) || isHuge(prop, beat.action)) continue;
    const able = beat.people.find(
      ({ character, pose }) =>
        !held.has(character) &&
        ((REACHING.has(pose) && (pose === "offer" || !isSetDown(beat.action))) ||
          (HOLDING.has(pose) && isOnBody(prop, beat.action) && !grips.some(({ thing }) => thing === prop))),
    );
    if (able) held.set(able.character, prop);
  }
  return held;
}

type Kept = ReadonlyMap<string, readonly Prop[]>;

/** What somebody still has in the hands from an earlier beat of the scene, and nobody has put down, given or thrown away. */
export function keptIn(plot: Plot, beat: Beat): Kept {
  const all = kept.get(plot) ?? keepAll(plot);
  kept.set(plot, all);
  return all.get(beat.id) ?? NOTHING;
}

const NOTHING: Kept = new Map();
const kept = new WeakMap<Plot, ReadonlyMap<string, Kept>>();

function keepAll({ pages, scenes }: Plot): Map<string, Kept> {
  const places = new Map(scenes.map(({ id, place }) => [id, place.kind]));
  const hours = new Map(scenes.map(({ id, hour }) => [id, hour]));
  const beats = pages.flatMap((page) => page.beats);
  const inScene = new Map<string, Map<string, readonly Had[]>>();
  let offered = new Map<string, readonly Prop[]>();
  const all = new Map<string, Kept>();
  for (const [index, beat] of beats.entries()) {
    const before = beats[index - 1]?.scene ?? "";
    const here = [places.get(before), places.get(beat.scene)];
    const isSamePlace = here[0] === here[1] || here.includes("abstract");
    const isDark = hours.get(before) === "night" && hours.get(beat.scene) === "night";
    const now =
      inScene.get(beat.scene) ??
      takenAlong(beats.slice(index, index + AHEAD), { isSamePlace, isDark }, inScene.get(before));
    inScene.set(beat.scene, now);
    const own = handsOf(beat);
    const taken = new Set([...own.values(), ...beat.people.flatMap(({ alsoHolds }) => alsoHolds ?? [])]);
    for (const [character, things] of now) {
      const left = things.filter(
        ({ prop, until }) => until >= index && !taken.has(prop) && !isLeftBy(character, prop, beat),
      );
      // A hand that is wanted for something else lets small things go; the others it puts away before long.
      const busy = left
        .filter(({ prop }) => traitsOf(prop).kept)
        .map(({ prop, until }) => ({ prop, until: Math.min(until, index + LINGERS) }));
      now.set(character, own.has(character) ? busy : left);
    }
    const poseOf = (id: string) => beat.people.find(({ character }) => character === id)?.pose;
    const still = [...now].filter(([id]) => own.has(id) || STILL_HOLDING.has(poseOf(id) ?? "sleep"));
    // Whoever offers something with one picture and says so in the next has not put it away between them.
    const stillOffered = [...offered].filter(([id]) => poseOf(id) === "offer" && !own.has(id));
    all.set(
      beat.id,
      new Map([
        ...still.map(([id, things]) => [id, things.map(({ prop }) => prop)] as const),
        ...stillOffered,
      ]),
    );
    offered = new Map([...own].flatMap(([id, prop]) => (poseOf(id) === "offer" ? [[id, [prop]]] : [])));
    for (const { character, alsoHolds } of beat.people) {
      const prop = own.get(character);
      if (!prop) continue;
      const left = traitsOf(prop).both ? [] : (now.get(character) ?? []);
      now.set(character, left);
      for (const one of alsoHolds ? [alsoHolds, prop] : [prop]) {
        const keeper = keeperOf(character, one, beat);
        const until = traitsOf(one).kept ? FOR_GOOD : index + LINGERS;
        if (keeper) now.set(keeper, [{ prop: one, until }, ...(now.get(keeper) ?? [])].slice(0, 2));
      }
    }
  }
  return all;
}

interface Had {
  prop: Prop;
  /** The last beat in which it still is in the hand, where nobody speaks of it. */
  until: number;
}

/** Beats for which small things stay in the hand that no word puts away. */
const LINGERS = 4;
const FOR_GOOD = Number.POSITIVE_INFINITY;

function fateOf(prop: Prop, beat: Beat): Fate {
  const { action } = beat;
  const goesOn =
    PRONOUN.test(action) && !findThings(action, wordsFor(action)).some(({ value }) => value === prop);
  return afterwards(goesOn ? gripsIn(action, wordsFor(action), prop) : gripsOf(beat), prop);
}

const PRONOUN = /\b(?:it|them)\b|[そこ]れを/iu;

/** Whether the words have somebody part with what they held. */
const isLeftBy = (character: string, prop: Prop, beat: Beat): boolean =>
  beat.people.some((one) => one.character === character) &&
  (/^(?:gone|passed)$/u.test(fateOf(prop, beat)) || (beat.props.includes(prop) && isSetDown(beat.action)));

/** Who has a thing after a beat in which somebody had it: they still, or whoever alone is there to be given it. */
function keeperOf(character: string, prop: Prop, beat: Beat): string | undefined {
  const pose = beat.people.find((one) => one.character === character)?.pose;
  const fate = fateOf(prop, beat);
  if (fate === "passed" || (fate === "same" && pose === "offer")) {
    const [other, ...more] = beat.people.filter((one) => one.character !== character);
    return more.length === 0 ? other?.character : undefined;
  }
  return fate === "gone" || pose === "throw" || pose === "eat" ? undefined : character;
}

/** Beats within which somebody who went elsewhere may put down what they took along. */
const AHEAD = 6;

interface Way {
  /** Only the hour or the weather is another. */
  isSamePlace: boolean;
  /** It is night here and there. */
  isDark: boolean;
}

/** What comes along into a scene: all in the same place, a light through the dark, else what is put down there. */
function takenAlong(
  beats: readonly Beat[],
  { isSamePlace, isDark }: Way,
  before: ReadonlyMap<string, readonly Had[]> = new Map(),
): Map<string, readonly Had[]> {
  const comesAlong = (character: string, prop: Prop) =>
    isSamePlace || (isDark && LIGHTS.has(prop)) || putsDown(beats, character, prop);
  return new Map(
    [...before].map(([character, things]) => [
      character,
      things.filter(({ prop }) => comesAlong(character, prop)),
    ]),
  );
}

const LIGHTS = new Set<Prop>(["lantern", "paper-lantern", "paper-lantern", "flashlight", "candle"]);

/** Whoever puts a thing down has had it in the hand until then. */
function putsDown(beats: readonly Beat[], character: string, prop: Prop): boolean {
  const next = beats.find(({ props }) => props.includes(prop));
  return (
    next !== undefined && isSetDown(next.action) && next.people.some((one) => one.character === character)
  );
}
