// Chooses the framing of each beat among suitable ones, never the same composition twice in a row.
import { isGuessed, isUnsureOf } from "../manga/guesses.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import type { Random } from "../manga/seeded-random.ts";
import type { Angle, Shot } from "../manga/staging.ts";
import { handsOf, hasMovingThing, thingsOf } from "./beat-things.ts";
import { does } from "./deeds.ts";
import { anglesFor, type Cut, cutsFor, type Scope, suitability, TALK } from "./suited-shots.ts";

export interface Framing {
  shot: Shot;
  angle: Angle;
  cut: Cut;
}

export interface Framed extends Framing {
  /** Ids of the visible characters. */
  who: readonly string[];
}

/** Apparent size of people in a shot. Shots of one size look alike: a face, near people, full figures, a place with people. */
const SIZE: Readonly<Record<Shot, number>> = {
  detail: 0,
  close: 1,
  bust: 2,
  half: 2,
  full: 3,
  long: 4,
  establishing: 4,
};

/** Whether two pictures show the same people. */
const isOf = (who: readonly string[], others: readonly string[]): boolean =>
  who.length === others.length && who.every((id) => others.includes(id));

/** A shot of eyes has the size of a face. */
const sizeOf = ({ shot, cut }: Framing): number => (cut === "eyes" ? SIZE.close : SIZE[shot]);

/**
 * Whether two neighbouring pictures look alike: the same shot and angle with the same number of people, or the same people at about the
 * same size.
 */
export function isAlike(a: Framed | undefined, b: Framed): boolean {
  if (a === undefined) return false;
  if (a.shot === b.shot && a.angle === b.angle && a.who.length === b.who.length) return true;
  const single = a.who.length === 1 && b.who.length === 1 && a.cut !== "hands" && b.cut !== "hands";
  if (single && sizeOf(a) === sizeOf(b) && a.angle === b.angle && sizeOf(a) <= SIZE.half) return true;
  return isOf(a.who, b.who) && sizeOf(a) === sizeOf(b) && (a.cut === "over") === (b.cut === "over");
}

/** The characters that a picture shows. Close frames hold one or two people, details hands, eyes or nobody. */
export function castOf(
  { people, speaker, holder, listener, humans }: Scope,
  { shot, cut }: Framing,
): readonly Acting[] {
  const only = (id: string | undefined) => people.filter(({ character }) => character === id);
  switch (cut) {
    case "one":
      return speaker === undefined ? people.slice(0, 1) : only(speaker);
    case "over":
      return [...only(speaker), ...only(listener)];
    case "hands":
      return only(holder);
    case "feet":
      return people.slice(0, 1);
    case "eyes":
      return people.filter(({ character }) => humans.has(character)).slice(0, 1);
    default:
      if (shot === "detail") return [];
      return people.slice(0, shot === "close" ? 1 : shot === "bust" ? 2 : 4);
  }
}

const hasLying = ({ figures }: Beat): boolean => figures.some(({ doing }) => does(doing, "lies"));

interface Around {
  scope: Scope;
  /** All visible characters are small animals, which a far shot would lose. */
  tiny: boolean;
  /** The panel belongs to a 4-koma strip, which is too small for far views after the first. */
  strip: boolean;
  /** The place would be unrecognizable from a high angle. */
  tall: boolean;
  before: Framed | undefined;
  /** The next picture, if it is known already. */
  after?: Framed | undefined;
  used: readonly Framed[];
  random: Random;
}

/** The framing of a beat, given the previous one and the framings used on the page. */
export function frameBeat(beat: Beat, around: Around): Framing {
  const [best] = framingsFor(beat, around);
  if (best) return best.framing;
  const shot = around.before?.shot;
  return around.scope.people.length === 0
    ? { shot: shot === "establishing" ? "long" : "establishing", angle: "level", cut: "all" }
    : { shot: shot === "half" ? "full" : "half", angle: "level", cut: "all" };
}

/** All possible framings of a beat, the best first. */
export function framingsFor(beat: Beat, around: Around): { framing: Framing; worth: number }[] {
  const { scope, tiny, tall, before, after, used, random } = around;
  const people = scope.people.length;
  const seen = sightOf(beat);
  const whole = Object.entries(suitability(beat)) as [Shot, number][];
  const options = [
    ...(seen.hasMovementBeside ? [{ shot: "full" as const, cut: "all" as const, suits: 3 }] : []),
    ...whole.map(([shot, suits]) => ({ shot, cut: "all" as Cut, suits })),
    ...cutsFor(beat, scope),
  ];
  const ranked: { framing: Framing; worth: number }[] = [];
  for (const { shot, cut, suits } of options) {
    if (suits <= 0 || (tiny && shot === "establishing")) continue;
    // A held thing is shown in the hand that holds it.
    if (shot === "detail" && cut === "all" && seen.held > 0) continue;
    for (const angle of anglesFor(shot, beat)) {
      if (tall && angle.angle === "high") continue;
      const framing = { shot, angle: angle.angle, cut };
      const who = castOf(scope, framing).map(({ character }) => character);
      const framed = { ...framing, who };
      if (isAlike(before, framed) || (after && isAlike(after, framed))) continue;
      if (showsGuess(framed, beat)) continue;
      if (who.length === 0 && before?.who.length === 0 && people > 0) continue;
      const risen = tall && angle.angle === "low" ? 0.7 : 0;
      const worth =
        suits +
        angle.suits +
        risen -
        similarityCost(framed, { before, used }) -
        omissionCost(framed, { beat, seen, around }) +
        random.next() * 0.7;
      ranked.push({ framing, worth });
    }
  }
  return ranked.toSorted((a, b) => b.worth - a.worth);
}

/** What a picture of the beat needs to show besides faces. */
interface Sight {
  /** Something moves beside the people. */
  hasMovementBeside: boolean;
  /** Number of people who hold something. */
  held: number;
  /** There is a thing that a face alone would leave out. */
  loose: boolean;
  /** Cost of a bust, which cuts off things that nobody holds, and hands that are not raised. */
  below: number;
  /** Arms or hands are expressive. */
  acts: boolean;
  lies: boolean;
}

function sightOf(beat: Beat): Sight {
  const { figures, weight } = beat;
  const things = thingsOf(beat);
  const held = handsOf(beat);
  const inHands = new Set(held.values());
  const isPeak = weight >= 5;
  return {
    hasMovementBeside: figures.length > 0 && hasMovingThing(beat),
    held: held.size,
    loose: figures.length > 0 && things.length > 0 && !isPeak,
    below: isPeak ? 0 : things.some(({ what }) => !inHands.has(what)) ? 1.1 : held.size > 0 ? 0.7 : 0,
    acts: figures.some(({ doing }) => does(doing, "gesture")) || (TALK.has(beat.kind) && things.length > 0),
    lies: hasLying(beat),
  };
}

/** Cost of similarity to other framings of the page. */
function similarityCost(framed: Framed, { before, used }: Pick<Around, "before" | "used">): number {
  const { shot, angle, cut, who } = framed;
  const repeated =
    used.filter((other) => other.shot === shot).length * 0.55 +
    used.filter((other) => other.shot === shot && isOf(other.who, who)).length * 0.6;
  const again = cut === "all" ? 0 : used.filter((other) => other.cut === cut).length * 0.5;
  // Two pictures of people at the same size look alike, also with different people.
  const near = before?.shot === shot ? 1.1 : before && sizeOf(before) === sizeOf(framed) ? 0.7 : 0;
  // Repeated high or low angles lose their expression.
  const tilted =
    angle === "level"
      ? 0
      : (before?.angle === angle ? 0.5 : 0) + used.filter((other) => other.angle === angle).length * 0.2;
  return repeated + again + near + tilted;
}

/** Cost of each acting character outside the frame. */
const LEFT_OUT = 0.3;

/** Cost of what a framing does not show. */
function omissionCost(
  framed: Framed,
  { beat, seen, around }: { beat: Beat; seen: Sight; around: Around },
): number {
  const { shot, cut, who } = framed;
  const { scope, tiny, strip, used } = around;
  const people = scope.people.length;
  const unseen =
    shot === "close" && cut !== "eyes" && seen.held > 0 && beat.lines.length === 0
      ? // A face does not show what the hands hold.
        2.6
      : shot === "close" && seen.acts
        ? 1.3
        : who.length > 0 && cut !== "hands" && seen.loose && sizeOf(framed) < SIZE.half
          ? 1
          : shot === "bust"
            ? seen.below
            : 0;
  // A far shot loses a person who only looks, and small animals.
  const looks = people === 1 && beat.kind !== "establish" && does(beat.figures[0]?.doing ?? "", "looks");
  const lost =
    (shot === "long" ? (tiny ? 2 : looks ? 1.2 : 0) : 0) +
    (strip && used.length > 0 && sizeOf(framed) >= SIZE.full ? 1.4 : 0) +
    (strip && shot === "detail" && people > 0 ? 2 : 0);
  // A near shot of people does not show movement beside them.
  const aside = seen.hasMovementBeside && sizeOf(framed) < SIZE.full ? 2 : 0;
  // A picture of a thing alone omits characters whom the page has not shown.
  const missed =
    who.length > 0
      ? 0
      : scope.people.filter(({ character }) => !used.some((other) => other.who.includes(character))).length *
        2;
  // A picture of some of the people omits others who act.
  const left = scope.people.filter(
    ({ character, doing }) => who.length > 0 && !who.includes(character) && !does(doing, "idle"),
  ).length;
  // A lying person takes the whole width of a near picture.
  const crowded = who.length > 1 && sizeOf(framed) < SIZE.full && seen.lies ? 1.6 : 0;
  return unseen + lost + aside + missed + left * LEFT_OUT + crowded + guessLoss(framed, beat);
}

/** Whether a picture would show the face or hands of a character whose identity is guessed. */
const showsGuess = ({ shot, who }: Framed, beat: Beat): boolean =>
  (shot === "bust" || SIZE[shot] < SIZE.half) && who.some((id) => isUnsureOf(beat, id));

/** Cost of showing guesses: much of a guessed place in a wide shot, or a single face beside words that may be another's. */
function guessLoss(framed: Framed, beat: Beat): number {
  const place =
    isGuessed(beat, "place") && framed.who.length > 0 ? Math.max(0, sizeOf(framed) - SIZE.half) : 0;
  const speaker = isGuessed(beat, "speaker") && framed.who.length === 1 && sizeOf(framed) < SIZE.full ? 1 : 0;
  return place + speaker;
}
