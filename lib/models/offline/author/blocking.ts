// Places people in a picture: who stands on which side all through a scene, whom they face, what they hold.
import type { Direction } from "../../../manga/language.ts";
import type { Beat, Plot } from "../closed/plot.ts";
import type { Pose, Prop, View } from "../closed/staging.ts";
import type { Figure } from "../closed/storyboard.ts";
import { handsOf } from "./hands.ts";
import { handful } from "./other-hand.ts";
import type { Random } from "./random.ts";
import { castOf, type Framing } from "./shots.ts";
import type { Scope } from "./suited-shots.ts";
import { isEmptied } from "./things.ts";

/**
 * Where each person of a scene stands: 0 is the left, 1 the right. Who most often speaks first in a panel stands on the side
 * that is read first, so that balloons and their speakers come in the same order.
 */
export function sidesOf(plot: Plot, scene: string, direction: Direction): ReadonlyMap<string, number> {
  const known = asked.get(plot) ?? new Map<string, ReadonlyMap<string, number>>();
  asked.set(plot, known);
  const key = `${scene} ${direction}`;
  const sides = known.get(key) ?? standIn(plot, scene, direction);
  known.set(key, sides);
  return sides;
}

/** Each beat of a page asks for the sides of its scene. */
const asked = new WeakMap<Plot, Map<string, ReadonlyMap<string, number>>>();

function standIn(plot: Plot, scene: string, direction: Direction): Map<string, number> {
  const beats = plot.pages.flatMap((page) => page.beats).filter((beat) => beat.scene === scene);
  const order = new Set<string>();
  const leads = new Map<string, number>();
  for (const { lines } of beats) {
    const speakers = [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))];
    for (const speaker of speakers) order.add(speaker);
    const [first, second] = speakers;
    if (!first || !second) continue;
    leads.set(first, (leads.get(first) ?? 0) + 1);
    leads.set(second, (leads.get(second) ?? 0) - 1);
  }
  for (const { people } of beats) for (const { character } of people) order.add(character);
  const ranked = [...order].toSorted((a, b) => (leads.get(b) ?? 0) - (leads.get(a) ?? 0));
  const slots = [0.74, 0.26, 0.5, 0.9, 0.1];
  const sides = new Map<string, number>();
  for (const [index, id] of ranked.entries()) {
    const slot = slots[index % slots.length] ?? 0.5;
    sides.set(id, direction === "rtl" ? slot : 1 - slot);
  }
  return sides;
}

/** Whether the first two speakers of a beat stand the other way round than they speak, so that their tails would cross. */
export function isCrossed(
  { lines }: Beat,
  sides: ReadonlyMap<string, number>,
  direction: Direction,
): boolean {
  const [first, second] = [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))];
  if (!first || !second) return false;
  const before = (sides.get(first) ?? 0.5) - (sides.get(second) ?? 0.5);
  return direction === "rtl" ? before < 0 : before > 0;
}

const MOVING = new Set<Pose>(["walk", "run", "ride", "climb", "jump"]);

export interface Blocking {
  direction: Direction;
  /** Who has a back to look over; animals and robots have not. */
  humans: ReadonlySet<string>;
  sides: ReadonlyMap<string, number>;
  /** What is in people's hands from before. */
  kept: ReadonlyMap<string, readonly Prop[]>;
  /** Who has lost the sword that they wear. */
  unarmed: ReadonlySet<string>;
  random: Random;
}

/** What of a beat decides whom its pictures can be of. */
export function scopeOf(beat: Beat, humans: ReadonlySet<string>): Scope {
  const people = speakersFirst(beat);
  const held = handsOf(beat);
  const speakers = [...new Set(beat.lines.map(({ speaker }) => speaker))];
  const speaker = people.find(
    ({ character }) => speakers.length === 1 && character === speakers[0],
  )?.character;
  const listener = people.length === 2 ? people.find(({ character }) => character !== speaker) : undefined;
  const holder = people.find(
    ({ character, pose }) =>
      humans.has(character) && held.has(character) && !LONG.has(held.get(character)) && HANDS.test(pose),
  );
  return {
    people,
    speaker,
    listener:
      speaker !== undefined && listener && isIdle(listener, held, humans) ? listener.character : undefined,
    holder: holder?.character,
    humans,
  };
}

/** What reaches so far beyond a hand that a picture of the hand would show a stick. */
const LONG: ReadonlySet<Prop | undefined> = new Set<Prop>([
  ...(["umbrella", "broom", "oar", "stick", "spear", "fishing-rod", "shovel", "rake", "net", "bow"] as const),
  ...(["skis", "crutch", "plank", "hose", "rope"] as const),
]);

/** What is done with a thing in the hand. */
const HANDS = /^(?:hold|offer|carry|reach|read|write|drink|eat|phone|push)$/u;

/** Faces that are worth more than what their owner looks at. */
const WORTH_SEEING = /^(?:cry|furious|shout|shocked|terrified|afraid|laugh|pain)$/u;

/** Whether nothing is lost when only somebody's back is seen. */
const isIdle = (
  { character, pose, expression }: Beat["people"][number],
  held: ReadonlyMap<string, Prop>,
  humans: ReadonlySet<string>,
): boolean =>
  pose === "stand" && !held.has(character) && !WORTH_SEEING.test(expression) && humans.has(character);

export function placeFigures(beat: Beat, framing: Framing, blocking: Blocking): Figure[] {
  const { direction, sides, random, humans, kept, unarmed } = blocking;
  const scope = scopeOf(beat, humans);
  const shown = castOf(scope, framing);
  const ordered = shown.toSorted((a, b) => (sides.get(a.character) ?? 0.5) - (sides.get(b.character) ?? 0.5));
  const held = handsOf(beat);
  const listener = framing.cut === "over" ? scope.listener : undefined;
  const together = shown.filter(({ pose }) => MOVING.has(pose)).length > 1 && !MEETS.test(beat.action);
  const nearest = random.next() < 0.5 ? shown[0] : shown.at(-1);
  return shown.map((person) => {
    const side = sides.get(person.character) ?? 0.5;
    const rank = ordered.indexOf(person);
    const at =
      shown.length === 1
        ? 0.5 + (side - 0.5) * 0.5
        : spread(rank, shown.length, { ...framing, touching: shown.some(({ pose }) => TOUCHES.test(pose)) });
    const speaks = beat.lines.some(({ speaker }) => speaker === person.character);
    const moving = MOVING.has(person.pose);
    const ahead = direction === "rtl" ? "left" : "right";
    const inward = at > 0.5 ? "left" : at < 0.5 ? "right" : ahead;
    return {
      character: person.character,
      pose: framing.cut === "feet" ? onFoot(person.pose) : framing.cut === "eyes" ? "stand" : person.pose,
      expression: person.expression,
      view:
        person.character === listener
          ? "back"
          : viewOf(person.pose, framing, { alone: shown.length === 1, speaks, random }),
      facing:
        person.pose === "look-back" || looksAway(person.pose, beat)
          ? opposite(inward)
          : moving && (shown.length === 1 || together)
            ? ahead
            : inward,
      at: Math.round(at * 100) / 100,
      depth: depthOf(framing.shot, { speaks, listener, person, shown, nearest }),
      ...(speaks ? { speaks: true as const } : {}),
      ...(unarmed.has(person.character) ? { unarmed: true as const } : {}),
      ...(framing.cut === "eyes" || framing.cut === "feet"
        ? { holds: null }
        : handsFull(person, framing, { beat, held, kept })),
    };
  });
}

/**
 * How many steps away somebody stands. Of two who are seen whole one is nearer, so that a room lies between them;
 * from near, whoever listens stands back.
 */
function depthOf(
  shot: Framing["shot"],
  {
    speaks,
    listener,
    person,
    shown,
    nearest,
  }: {
    speaks: boolean;
    listener: string | undefined;
    person: Beat["people"][number];
    shown: Beat["people"];
    nearest: Beat["people"][number] | undefined;
  },
): number {
  const two = shown.length === 2;
  const back = Number(person !== nearest);
  if (shot === "establishing") return two ? 1 + back * 2 : 2;
  if (shot === "long") return two ? back * 2 : speaks || person === shown[0] ? 1 : 2;
  if (listener !== undefined) return Number(person.character !== listener);
  if (shot === "full" && two) return back;
  return speaks || shown.length === 1 ? 0 : 1;
}

/** What hands have: what the beat puts into them, then what they had. A picture of a hand is of one, and of what it has. */
function handsFull(
  { character, pose, alsoHolds }: Beat["people"][number],
  { shot }: Framing,
  {
    beat,
    held,
    kept,
  }: { beat: Beat; held: ReadonlyMap<string, Prop>; kept: ReadonlyMap<string, readonly Prop[]> },
): Pick<Figure, "holds" | "alsoHolds"> {
  const others = [...held].flatMap(([id, prop]) => (id === character ? [] : [prop]));
  const own = held.get(character);
  const more = [alsoHolds, ...(kept.get(character) ?? [])].flatMap((prop) => prop ?? []);
  const free = [
    ...(own ? [own] : []),
    ...more.filter((prop) => !others.includes(prop) && !isEmptied(prop, beat.action)),
  ];
  const [holds = null, other] = handful(free, pose);
  return { holds, ...(other && shot !== "detail" ? { alsoHolds: other } : {}) };
}

/** Those who walk or run go the same way, unless it is to each other. */
const MEETS =
  /向かい合|互いに|駆け寄|歩み寄|近づ|すれ違|出会|\b(?:met|collided|bumped|passed|each other|one another|(?:to|towards?|up to|at|past) (?:him|her|them|[A-Z][a-z]+))\b/u;

/** What feet do: they go, or they stand under whoever looks down at them. */
const onFoot = (pose: Pose): Pose => (MOVING.has(pose) ? "walk" : "look-down");

/** Whoever will not look at somebody turns away from them. */
const looksAway = (pose: Pose, { action, people }: Beat): boolean =>
  pose === "look-down" && people.length > 1 && AVOIDS.test(action);

const AVOIDS =
  /目を(?:そら|逸ら)|顔を(?:そむけ|背け)|背を向け|\b(?:did not|didn['’]t|would not|wouldn['’]t|could not) look at (?:him|her|them|me|anyone)\b|\b(?:looked|turned) away\b|avoided (?:his|her|their)/u;

const opposite = (facing: "left" | "right"): "left" | "right" => (facing === "left" ? "right" : "left");

/** Speakers first, then those who act most visibly. */
function speakersFirst({ people, lines }: Beat): Beat["people"] {
  const speaks = (id: string) => lines.some(({ speaker }) => speaker === id);
  return people.toSorted((a, b) => Number(speaks(b.character)) - Number(speaks(a.character)));
}

const TOUCHES = /^(?:fight|embrace|push|offer|reach)$/u;

function spread(rank: number, count: number, { shot, touching }: Framing & { touching: boolean }): number {
  const wide = shot === "long" || shot === "establishing" || (shot === "full" && count === 2);
  const margin = wide ? (touching && count === 2 ? 0.38 : 0.3) : count === 2 ? 0.26 : 0.17;
  return margin + (rank / (count - 1)) * (1 - 2 * margin);
}

function viewOf(
  pose: Pose,
  { shot }: Framing,
  how: { alone: boolean; speaks: boolean; random: Random },
): View {
  if (pose === "look-back") return "three-quarter";
  if (shot === "establishing" && how.alone) return how.random.next() < 0.5 ? "back" : "three-quarter";
  if (MOVING.has(pose)) return how.random.next() < 0.6 ? "profile" : "three-quarter";
  if (!how.alone) return how.random.next() < (how.speaks ? 0.3 : 0.65) ? "profile" : "three-quarter";
  return shot === "close" || shot === "detail"
    ? how.random.pick(["front", "three-quarter"])
    : how.random.pick(["three-quarter", "three-quarter", "front"]);
}
