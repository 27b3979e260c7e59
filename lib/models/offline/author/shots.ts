// Chooses how each beat is framed: what suits it, never twice the same composition in a row.
import type { Beat } from "../../../manga/plot.ts";
import type { Angle, Shot } from "../../../manga/staging.ts";
import type { Animal } from "../animal-words.ts";
import { isAside, tellsOfAnimals } from "./asides.ts";
import { handsOf } from "./hands.ts";
import type { Random } from "./random.ts";

/**
 * Who of a beat's people a picture is of: all whom the shot holds; one of them alone; who speaks, over the shoulder of who
 * listens; only the hands with what is in them; only the eyes; only the feet.
 */
export type Cut = "all" | "one" | "over" | "hands" | "eyes" | "feet";

export interface Framing {
  shot: Shot;
  angle: Angle;
  cut: Cut;
}

export interface Framed extends Framing {
  /** Whom the picture shows. */
  who: readonly string[];
}

const STRONG = /^(?:cry|furious|shout|shocked|terrified|afraid|surprised|pain|laugh|determined|shy|angry)$/u;

/** What hands do, and a face alone does not show. */
const GESTURE = /^(?:reach|offer|wave|arms-up|point|hands-on-hips|arms-crossed|bow|hold|carry|throw|push)$/u;

/** Shots that look the same to the eye, whatever they are called: a face, near people, whole people, a place with people. */
const SIZE: Readonly<Record<Shot, number>> = {
  detail: 0,
  close: 1,
  bust: 2,
  half: 2,
  full: 3,
  long: 4,
  establishing: 4,
};

/** Whether a picture is of the same people as another. */
const isOf = (who: readonly string[], others: readonly string[]): boolean =>
  who.length === others.length && who.every((id) => others.includes(id));

/** Eyes are a face again. */
const sizeOf = ({ shot, cut }: Framing): number => (cut === "eyes" ? SIZE.close : SIZE[shot]);

/** Whether two neighbouring pictures would look alike: by the same shot of as many people, or of the same people at about the same size. */
export function isAlike(a: Framed | undefined, b: Framed): boolean {
  if (a === undefined) return false;
  if (a.shot === b.shot && a.angle === b.angle && a.who.length === b.who.length) return true;
  const single = a.who.length === 1 && b.who.length === 1 && a.cut !== "hands" && b.cut !== "hands";
  if (single && sizeOf(a) === sizeOf(b) && a.angle === b.angle && sizeOf(a) <= SIZE.half) return true;
  return isOf(a.who, b.who) && sizeOf(a) === sizeOf(b) && (a.cut === "over") === (b.cut === "over");
}

/** How well each shot tells a beat; higher is better. */
function suitability(beat: Beat, people: number): Partial<Record<Shot, number>> {
  const strong = beat.people.some(({ expression }) => STRONG.test(expression));
  const talkers = new Set(beat.lines.map(({ speaker }) => speaker)).size;
  const moving = beat.people.some(({ pose }) =>
    /^(?:run|walk|fall|jump|climb|fight|throw|push|dance|ride|row|embrace|carry)$/u.test(pose),
  );
  const handed =
    beat.props.length > 0 && beat.people.some(({ pose }) => /^(?:hold|reach|read|write)$/u.test(pose));
  // Animals by themselves are looked at where they are.
  if (people === 0 && tellsOfAnimals(beat.action))
    return { long: 3, full: 2.8, establishing: beat.kind === "establish" ? 2.8 : 1.8 };
  if (people === 0)
    return beat.props.length > 0 && beat.kind !== "establish"
      ? { detail: 3.8, establishing: 2.2, long: 1 }
      : { establishing: 3, long: 2.4, detail: beat.props.length > 0 ? 2 : 0 };
  switch (beat.kind) {
    case "establish":
      return moving || handed || beat.people.some(({ pose }) => pose === "offer")
        ? { long: 3, full: 2.2, establishing: 1.2 }
        : { long: 2.9, full: 2, establishing: 1.9 };
    case "narration":
      if (strong && people > 0) return { full: 2.9, long: 2, half: 1.8, establishing: 0.6 };
      return {
        long: 2.6,
        full: beat.weight === 5 ? 2.9 : 2,
        establishing: 1.5,
        half: 0.8,
        detail: beat.props.length > 0 && beat.weight < 5 ? 3 : 0,
      };
    case "action":
      return moving
        ? { full: 3, long: 2.2, half: 1.6, ...(strong ? { bust: 1.4 } : {}) }
        : {
            half: 2.6,
            full: people > 1 ? 2.6 : 2.2,
            bust: people > 1 ? 1 : strong ? 2.6 : 1.6,
            long: 1.2,
            // The peak of a story is in a face, and the face is large.
            close: people > 1 ? 0 : beat.weight === 5 ? 3.2 : strong ? 1.8 : 0.4,
          };
    case "dialogue":
      if (moving) return { full: 3, half: 2.4, bust: 1.6, long: 1.2 };
      return people > 1
        ? { half: 2.7, bust: 2.6, full: 1.8, long: 1, close: talkers > 1 ? 0 : strong ? 1.4 : 0.3 }
        : { bust: 2.8, half: 2.3, close: strong ? 3 : 1.6, full: 1 };
    case "reaction":
      return people > 1
        ? { bust: 3, half: 2.4, close: 1.6 }
        : { close: 3, bust: 2.6, half: 0.8, detail: 0.5 };
    default:
      if (strong && people > 0) return { close: 2.9, bust: 2.2, half: 1.4, long: 1 };
      return { long: 2.2, detail: beat.props.length > 0 ? 2.6 : 0.6, close: 2, full: 1.2, bust: 1 };
  }
}

/** What of a beat decides whom its pictures can be of. */
export interface Scope {
  people: Beat["people"];
  /** The only one who speaks. */
  speaker: string | undefined;
  /** Whose back the reader may look over, at the one who speaks. */
  listener: string | undefined;
  /** Whoever holds something. */
  holder: string | undefined;
  /** Who has eyes to look into: animals and robots are drawn too simply for it. */
  humans: ReadonlySet<string>;
}

/** Whom a picture shows; close frames hold one or two people, details hands, eyes or nobody. */
export function castOf(
  { people, speaker, holder, listener, humans }: Scope,
  { shot, cut }: Framing,
): Beat["people"] {
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

const TALK: ReadonlySet<Beat["kind"]> = new Set(["dialogue", "reaction", "silence"]);

/** The other ways to look at a beat than at all its people. */
function cutsFor(
  beat: Beat,
  { people, speaker, listener, holder, humans }: Scope,
): { shot: Shot; cut: Cut; suits: number }[] {
  const strong = beat.people.some(({ expression }) => STRONG.test(expression));
  const cuts: { shot: Shot; cut: Cut; suits: number }[] = [];
  const one = people.length > 1 && TALK.has(beat.kind) && (speaker !== undefined || beat.lines.length === 0);
  if (one)
    cuts.push(
      { shot: "bust", cut: "one", suits: 2.5 },
      { shot: "close", cut: "one", suits: strong ? 2.8 : 1.9 },
      { shot: "half", cut: "one", suits: 1.8 },
    );
  if (listener !== undefined)
    cuts.push({ shot: "half", cut: "over", suits: 2.6 }, { shot: "bust", cut: "over", suits: 2.5 });
  if (holder !== undefined && beat.weight < 5)
    cuts.push({
      ...{ shot: "detail", cut: "hands" },
      suits: beat.lines.length > 0 ? 1.4 : people.length > 1 || strong || beat.props.length > 1 ? 0.8 : 2.5,
    });
  const first = people[0];
  // What is left under a shoe no whole figure shows.
  if (beat.props.includes("handprint") && beat.lines.length === 0)
    cuts.push({ shot: "detail", cut: "all", suits: 3.8 });
  // Whoever has something to do with a thing is seen with it, not by the eyes alone.
  const stares =
    beat.lines.length === 0 &&
    beat.props.length === 0 &&
    first &&
    humans.has(first.character) &&
    EYES.test(first.expression);
  if (stares && TALK.has(beat.kind))
    cuts.push({ shot: "detail", cut: "eyes", suits: beat.kind === "silence" ? 2.4 : 2.1 });
  const steps =
    beat.lines.length === 0 && people.length === 1 && first && !strong && humans.has(first.character);
  if (
    steps &&
    beat.weight < 5 &&
    beat.kind !== "establish" &&
    (STEPS.test(beat.action) || FOOTFALL.test(heardIn(beat)))
  )
    cuts.push({ shot: "detail", cut: "feet", suits: 2.9 });
  return cuts;
}

/** What is told of feet, and what is heard of them. */
const STEPS = /足(?:もと|元|音|下)|靴|\b(?:footsteps?|shoes|boots|(?:his|her|its|my) feet)\b/iu;
const FOOTFALL = /^(?:コツ|カツ|ザッ|ペタ|ヒタ|TAP|STOMP|CLACK)/iu;

const heardIn = ({ sounds }: Beat): string => sounds[0]?.text ?? "";

/** Looks that are worth nothing but the eyes. */
const EYES = /^(?:shocked|terrified|afraid|surprised|determined|angry|furious|cry|thoughtful)$/u;

const LOOKS = /^look-/u;

const hasLying = ({ people }: Beat): boolean => people.some(({ pose }) => pose === "lie" || pose === "sleep");

interface Around {
  scope: Scope;
  /** Nobody but small animals is there, whom a far frame would lose. */
  tiny: boolean;
  /** The animals that people of the story are. */
  beasts: ReadonlySet<Animal>;
  /** A panel of 4-koma, too small for far views once the place has been seen. */
  strip: boolean;
  /** What stands there would not be seen from above. */
  tall: boolean;
  before: Framed | undefined;
  /** The picture that follows, where it is known already. */
  after?: Framed | undefined;
  used: readonly Framed[];
  random: Random;
}

/** The framing of a beat, given the one before it and what the page has used already. */
export function frameBeat(beat: Beat, around: Around): Framing {
  const [best] = framingsFor(beat, around);
  if (best) return best.framing;
  const shot = around.before?.shot;
  return around.scope.people.length === 0
    ? { shot: shot === "establishing" ? "long" : "establishing", angle: "level", cut: "all" }
    : { shot: shot === "half" ? "full" : "half", angle: "level", cut: "all" };
}

/** All framings that a beat could have there, the best first. */
export function framingsFor(beat: Beat, around: Around): { framing: Framing; worth: number }[] {
  const { scope, beasts, tiny, tall, strip, before, after, used, random } = around;
  const people = scope.people.length;
  const whole = Object.entries(suitability(beat, people)) as [Shot, number][];
  // What stands beside people is lost near a face.
  const strays = people > 0 && isAside(beat.action, beasts);
  const held = handsOf(beat);
  const inHands = new Set(held.values());
  const loose = people > 0 && beat.props.length > 0 && beat.weight < 5;
  // Things that nobody holds lie lower than a bust shows, and so do hands that are not raised.
  const below =
    beat.weight < 5 ? (beat.props.some((prop) => !inHands.has(prop)) ? 1.1 : held.size > 0 ? 0.7 : 0) : 0;
  const options = [
    ...(strays ? [{ shot: "full" as const, cut: "all" as const, suits: 3 }] : []),
    ...whole.map(([shot, suits]) => ({ shot, cut: "all" as Cut, suits })),
    ...cutsFor(beat, scope),
  ];
  const ranked: { framing: Framing; worth: number }[] = [];
  for (const { shot, cut, suits } of options) {
    if (suits <= 0 || (tiny && shot === "establishing")) continue;
    // What somebody holds is looked at in their hand.
    if (shot === "detail" && cut === "all" && held.size > 0) continue;
    for (const angle of anglesFor(shot, beat)) {
      if (tall && angle.angle === "high") continue;
      const framing = { shot, angle: angle.angle, cut };
      const who = castOf(scope, framing).map(({ character }) => character);
      const framed = { ...framing, who };
      if (isAlike(before, framed) || (after && isAlike(after, framed))) continue;
      if (who.length === 0 && before?.who.length === 0 && people > 0) continue;
      const repeated =
        used.filter((other) => other.shot === shot).length * 0.55 +
        used.filter((other) => other.shot === shot && isOf(other.who, who)).length * 0.6;
      const again = cut === "all" ? 0 : used.filter((other) => other.cut === cut).length * 0.5;
      // People as large as those before them make two pictures one, whoever they are.
      const near = before?.shot === shot ? 1.1 : before && sizeOf(before) === sizeOf(framing) ? 0.7 : 0;
      const acts =
        beat.people.some(({ pose }) => GESTURE.test(pose)) || (TALK.has(beat.kind) && beat.props.length > 0);
      const unseen =
        shot === "close" && cut !== "eyes" && held.size > 0 && beat.lines.length === 0
          ? // A face does not show what its owner's hands have.
            2.6
          : shot === "close" && acts
            ? 1.3
            : who.length > 0 && cut !== "hands" && loose && sizeOf(framing) < SIZE.half
              ? 1
              : shot === "bust"
                ? below
                : 0;
      // The same look from above or below, again and again, is a habit and says nothing.
      const tilted =
        angle.angle === "level"
          ? 0
          : (before?.angle === angle.angle ? 0.5 : 0) +
            used.filter((other) => other.angle === angle.angle).length * 0.2;
      const risen = tall && angle.angle === "low" ? 0.7 : 0;
      // Whoever only looks is lost in a far frame, and small animals always are.
      const looks = people === 1 && beat.kind !== "establish" && LOOKS.test(beat.people[0]?.pose ?? "");
      const lost =
        (shot === "long" ? (tiny ? 2 : looks ? 1.2 : 0) : 0) +
        (strip && used.length > 0 && sizeOf(framed) >= SIZE.full ? 1.4 : 0) +
        (strip && shot === "detail" && people > 0 ? 2 : 0);
      // A dog that is nobody's, or a flag that falls, is beside people, not in a face.
      const aside = strays && sizeOf(framing) < SIZE.full ? 2 : 0;
      // A picture of a thing alone leaves out whoever the page has not shown.
      const missed =
        who.length > 0
          ? 0
          : scope.people.filter(({ character }) => !used.some((other) => other.who.includes(character)))
              .length * 2;
      // Whoever lies is all that a near picture has room for.
      const crowded = who.length > 1 && sizeOf(framed) < SIZE.full && hasLying(beat) ? 1.6 : 0;
      const worth =
        suits +
        angle.suits -
        missed -
        crowded -
        aside -
        repeated -
        again -
        near -
        unseen -
        lost -
        tilted +
        risen +
        random.next() * 0.7;
      ranked.push({ framing, worth });
    }
  }
  return ranked.toSorted((a, b) => b.worth - a.worth);
}

function anglesFor(shot: Shot, beat: Beat): { angle: Angle; suits: number }[] {
  const moved = beat.people.length === 0 || beat.people.some(({ expression }) => STRONG.test(expression));
  const tense =
    beat.effects.some((effect) => /^(?:impact|speed|focus|flash)$/u.test(effect)) ||
    (beat.weight >= 4 && beat.kind !== "establish" && moved);
  const low = beat.people.some(
    ({ expression, pose }) =>
      /determined|furious|smug|grin/u.test(expression) || pose === "look-up" || pose === "jump",
  );
  const high = beat.people.some(
    ({ expression, pose }) =>
      /sad|cry|tired|asleep|afraid/u.test(expression) ||
      /^(?:lie|sleep|crouch|kneel|look-down|fall)$/u.test(pose),
  );
  const angles: { angle: Angle; suits: number }[] = [{ angle: "level", suits: 0.5 }];
  if (shot === "detail") return [...angles, { angle: "high", suits: 0.2 }];
  angles.push({ angle: "high", suits: high ? 0.7 : shot === "establishing" || shot === "long" ? 0.4 : -0.3 });
  angles.push({ angle: "low", suits: low ? 0.7 : -0.2 });
  if (tense) angles.push({ angle: "tilted", suits: 0.35 });
  return angles;
}
