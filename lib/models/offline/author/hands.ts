// Who holds what: things that a beat names go to whoever uses them, and stay in the hand until they are put down.
import type { Beat, Plot } from "../../../manga/plot.ts";
import type { Pose, Prop } from "../../../manga/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { isEmptied, isHuge, isLarge, isOnBody, isSetDown } from "./things.ts";

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
]);

const IN_HAND = /\bin (?:his|her|its|one|each) hands?\b|手に(?:した|して|持[っち]|提げ|下げ)|片手に/iu;

const EATEN = /食べ(?:て|た|終)|平らげ|\b(?:ate|eaten|finished (?:it|the))\b/u;

/** 櫛だった。刀も沈んでいた。櫛だけを拾った: what is told of first is picked up, the rest stays where it lies. */
const PICKED_UP = /拾[いっ]|すくい上げ|\bpicked (?:it|them|the [a-z]+) up\b|\bpicked up\b/iu;

/** Gives the beat's portable props to those whose pose wants one, else to the first who may hold it. */
export function handsOf(beat: Beat): Map<string, Prop> {
  const held = new Map<string, Prop>();
  const eats = beat.people.some(({ pose }) => pose === "eat");
  const others = beat.people.flatMap(({ alsoHolds }) => alsoHolds ?? []);
  const free = beat.props.filter(
    (prop) =>
      !isLarge(prop) &&
      !others.includes(prop) &&
      !isEmptied(prop, beat.action) &&
      !(traitsOf(prop).eaten && !eats && EATEN.test(beat.action)),
  );
  for (const { character, holds } of beat.people)
    if (holds && free.includes(holds)) held.set(character, holds);
  for (const { character, pose } of beat.people) {
    if (held.has(character)) continue;
    const wanted =
      pose === "eat"
        ? free.find((prop) => traitsOf(prop).eaten)
        : BY_POSE[pose]?.find((prop) => free.includes(prop));
    if (wanted) held.set(character, wanted);
  }
  for (const prop of free) {
    if ([...held.values()].includes(prop) || isHuge(prop, beat.action)) continue;
    const reaching = beat.people.find(
      ({ character, pose }) =>
        !held.has(character) &&
        /^(?:hold|offer|carry|reach|throw)$/u.test(pose) &&
        (pose === "offer" || !isSetDown(beat.action) || (prop === free[0] && PICKED_UP.test(beat.action))),
    );
    const able =
      reaching ??
      beat.people.find(
        ({ character, pose }) =>
          !held.has(character) &&
          (HOLDING.has(pose) || IN_HAND.test(beat.action)) &&
          (prop === "umbrella" ||
            isOnBody(prop, beat.action) ||
            (!isSetDown(beat.action) && traitsOf(prop).held === "carried")),
      );
    if (able) held.set(able.character, prop);
  }
  return held;
}

type Kept = ReadonlyMap<string, readonly Prop[]>;

/** What somebody still has in the hands from an earlier beat of the scene, and nobody has put down, given or thrown away. */
export function keptIn(plot: Plot, beat: Beat): Kept {
  const known = kept.get(plot) ?? keepAll(plot);
  kept.set(plot, known);
  return known.get(beat.id) ?? NOTHING;
}

const NOTHING: Kept = new Map();
const kept = new WeakMap<Plot, ReadonlyMap<string, Kept>>();

function keepAll({ pages, scenes }: Plot): Map<string, Kept> {
  const places = new Map(scenes.map(({ id, place }) => [id, place.kind]));
  const hours = new Map(scenes.map(({ id, hour }) => [id, hour]));
  const beats = pages.flatMap((page) => page.beats);
  const inScene = new Map<string, Map<string, readonly Prop[]>>();
  let offered = new Map<string, readonly Prop[]>();
  const all = new Map<string, Kept>();
  for (const [index, beat] of beats.entries()) {
    const before = beats[index - 1]?.scene ?? "";
    const isSamePlace = places.get(before) === places.get(beat.scene);
    const isDark = hours.get(before) === "night" && hours.get(beat.scene) === "night";
    const now =
      inScene.get(beat.scene) ??
      takenAlong(beats.slice(index, index + AHEAD), { isSamePlace, isDark }, inScene.get(before));
    inScene.set(beat.scene, now);
    const own = handsOf(beat);
    const taken = new Set(own.values());
    for (const [character, props] of now) {
      const isGone = (prop: Prop) =>
        beat.props.includes(prop) && !own.has(character) && isSetDown(beat.action);
      now.set(
        character,
        props.filter((prop) => !taken.has(prop) && !isGone(prop)),
      );
    }
    const poseOf = (id: string) => beat.people.find(({ character }) => character === id)?.pose;
    const holds = (id: string) => {
      const pose = poseOf(id);
      return pose !== undefined && (own.has(id) || STILL_HOLDING.has(pose));
    };
    // Whoever offers something with one picture and says so in the next has not put it away between them.
    const stillOffered = [...offered].filter(([id]) => poseOf(id) === "offer" && !own.has(id));
    all.set(beat.id, new Map([...[...now].filter(([id]) => holds(id)), ...stillOffered]));
    offered = new Map([...own].flatMap(([id, prop]) => (poseOf(id) === "offer" ? [[id, [prop]]] : [])));
    for (const { character, pose, alsoHolds } of beat.people) {
      const prop = own.get(character);
      if (!prop) continue;
      const left = traitsOf(prop).both ? [] : (now.get(character) ?? []);
      const given = pose === "throw" || pose === "offer" ? [] : [prop, ...(alsoHolds ? [alsoHolds] : [])];
      now.set(character, [...new Set([...given.filter((one) => traitsOf(one).kept), ...left])].slice(0, 2));
    }
  }
  return all;
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
  before: Kept = NOTHING,
): Map<string, readonly Prop[]> {
  const comesAlong = (character: string, prop: Prop) =>
    isSamePlace || (isDark && LIGHTS.has(prop)) || putsDown(beats, character, prop);
  return new Map(
    [...before].map(([character, props]) => [character, props.filter((prop) => comesAlong(character, prop))]),
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
