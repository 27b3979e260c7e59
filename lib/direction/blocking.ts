// Places people in a picture: position, facing, visible side, and held things.
import { isUnsureOf } from "../manga/guesses.ts";
import type { Direction } from "../manga/language.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import type { Random } from "../manga/seeded-random.ts";
import type { View } from "../manga/staging.ts";
import type { Figure } from "../manga/storyboard.ts";
import { handsOf, heldThings } from "./beat-things.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import { isA } from "./nouns.ts";
import { castOf, type Framing } from "./shots.ts";
import type { Scope } from "./suited-shots.ts";

export interface Blocking {
  direction: Direction;
  /** Characters over whose shoulder a picture can look. Animals and robots are excluded. */
  humans: ReadonlySet<string>;
  sides: ReadonlyMap<string, number>;
  random: Random;
}

/** The facts of a beat that determine whom its pictures can show. */
export function scopeOf(beat: Beat, humans: ReadonlySet<string>): Scope {
  const people = speakersFirst(beat);
  const held = handsOf(beat);
  const speakers = [...new Set(beat.lines.map(({ speaker }) => speaker))];
  const speaker = people.find(
    ({ character }) => speakers.length === 1 && character === speakers[0],
  )?.character;
  const listener = people.length === 2 ? people.find(({ character }) => character !== speaker) : undefined;
  const holder = people.find(({ character, doing }) => {
    const what = held.get(character);
    return humans.has(character) && what !== undefined && !isA(what, "long") && does(doing, "hands");
  });
  const isIdle = ({ character, doing, feeling }: Acting): boolean =>
    does(doing, "idle") && !held.has(character) && !feels(feeling, "worth-seeing") && humans.has(character);
  return {
    people,
    speaker,
    listener: speaker !== undefined && listener && isIdle(listener) ? listener.character : undefined,
    holder: holder?.character,
    humans,
  };
}

/** Sorts people: speakers first, then those who act, then those who are only present. Within a rank the beat's order stays. */
function speakersFirst({ figures, lines, around = [] }: Beat): readonly Acting[] {
  const isAround = (id: string) => around.some(({ character }) => character === id);
  const rank = ({ character, doing }: Acting): number =>
    lines.some(({ speaker }) => speaker === character)
      ? 2
      : isAround(character) || does(doing, "idle")
        ? 0
        : 1;
  return figures.toSorted((a, b) => rank(b) - rank(a));
}

export function placeFigures(beat: Beat, framing: Framing, blocking: Blocking): Figure[] {
  const { direction, sides, random, humans } = blocking;
  const scope = scopeOf(beat, humans);
  const shown = castOf(scope, framing);
  const sideOf = ({ character }: Acting) => sides.get(character) ?? 0.5;
  // A carried person has the position of their carrier.
  const standing = shown.filter(({ carriedBy }) => !shown.some(({ character }) => character === carriedBy));
  const ordered = standing.toSorted((a, b) => sideOf(a) - sideOf(b));
  const listener = framing.cut === "over" ? scope.listener : undefined;
  const together = shown.filter(({ doing }) => does(doing, "goes")).length > 1 && !meet(shown);
  const nearest = random.next() < 0.5 ? standing[0] : standing.at(-1);
  const touching = shown.some(({ doing }) => does(doing, "touches"));
  const isBackSeen = ({ character }: Acting): boolean =>
    character === listener || (humans.has(character) && isUnsureOf(beat, character));
  const isSpeaking = ({ character }: Acting) => beat.lines.some(({ speaker }) => speaker === character);
  const isSilent = !shown.some(isSpeaking);
  return shown.map((person) => {
    const bearer = standing.find(({ character }) => character === person.carriedBy) ?? person;
    const alone = standing.length === 1;
    const at = alone
      ? 0.5 + (sideOf(bearer) - 0.5) * 0.5
      : spread(ordered.indexOf(bearer), standing.length, { ...framing, touching });
    const speaks = isSpeaking(person);
    const ahead = direction === "rtl" ? "left" : "right";
    const inward = at > 0.5 ? "left" : at < 0.5 ? "right" : ahead;
    const goesOn = does(person.doing, "goes") && (alone || together);
    return {
      ...asFramed(person, framing, beat),
      view: isBackSeen(person) ? "back" : viewOf(person.doing, framing, { alone, speaks, random }),
      facing: isTurned(person, beat) ? opposite(inward) : goesOn ? ahead : inward,
      side: Math.round(at * 100) / 100,
      depth: depthOf(framing.shot, { speaks, isSilent, listener, person: bearer, shown: standing, nearest }),
      ...(speaks ? { speaks: true as const } : {}),
    };
  });
}

/** The acting as the frame shows it. Eyes and feet are shown without held things; a hand is shown with one held thing. */
function asFramed(person: Acting, { shot, cut }: Framing, beat: Beat): Acting {
  if (cut === "eyes") return { ...person, doing: "stand", hands: [] };
  // A picture of feet shows them walking, or standing below a person who looks down.
  if (cut === "feet")
    return { ...person, doing: does(person.doing, "goes") ? "walk" : "look-down", hands: [] };
  const hands = heldThings(person, beat);
  return { ...person, hands: shot === "detail" ? hands.slice(0, 1) : hands };
}

/** Whether two of the people look at each other. Otherwise those who walk or run face the same way. */
const meet = (shown: readonly Acting[]): boolean =>
  shown.some(({ gaze }) => shown.some(({ character }) => character === gaze));

/** Whether the person looks over their shoulder, or looks away from the people present. */
const isTurned = ({ doing, gaze }: Acting, { figures }: Beat): boolean =>
  does(doing, "turns") || (figures.length > 1 && (gaze === "away" || gaze === "back"));

const opposite = (facing: "left" | "right"): "left" | "right" => (facing === "left" ? "right" : "left");

interface Depth {
  speaks: boolean;
  /** No visible character speaks. */
  isSilent: boolean;
  listener: string | undefined;
  person: Acting;
  shown: readonly Acting[];
  nearest: Acting | undefined;
}

/** Depth of a figure, in steps from the viewer. Of two full figures one is nearer, for depth; in close shots a listener is farther back. */
function depthOf(
  shot: Framing["shot"],
  { speaks, isSilent, listener, person, shown, nearest }: Depth,
): number {
  const two = shown.length === 2;
  const back = Number(person !== nearest);
  if (shot === "establishing") return two ? 1 + back * 2 : 2;
  if (shot === "long") return two ? back * 2 : speaks || person === shown[0] ? 1 : 2;
  if (listener !== undefined) return Number(person.character !== listener);
  if (shot === "full" && two) return back;
  return speaks || isSilent || shown.length === 1 ? 0 : 1;
}

function spread(rank: number, count: number, { shot, touching }: Framing & { touching: boolean }): number {
  const wide = shot === "long" || shot === "establishing" || (shot === "full" && count === 2);
  const margin = wide ? (touching && count === 2 ? 0.38 : 0.3) : count === 2 ? 0.26 : 0.17;
  return margin + (rank / (count - 1)) * (1 - 2 * margin);
}

function viewOf(
  doing: string,
  { shot }: Framing,
  how: { alone: boolean; speaks: boolean; random: Random },
): View {
  if (does(doing, "turns")) return "three-quarter";
  if (shot === "establishing" && how.alone) return how.random.next() < 0.5 ? "back" : "three-quarter";
  if (does(doing, "goes")) return how.random.next() < 0.6 ? "profile" : "three-quarter";
  if (!how.alone) return how.random.next() < (how.speaks ? 0.3 : 0.65) ? "profile" : "three-quarter";
  return shot === "close" || shot === "detail"
    ? how.random.pick(["front", "three-quarter"])
    : how.random.pick(["three-quarter", "three-quarter", "front"]);
}
