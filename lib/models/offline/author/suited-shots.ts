// What suits a beat, each by itself: the shots that tell it, the other ways to look at it than at all its people, and the angles.
import type { Beat } from "../closed/plot.ts";
import type { Angle, Shot } from "../closed/staging.ts";
import { tellsOfAnimals } from "./asides.ts";

/**
 * Who of a beat's people a picture is of: all whom the shot holds; one of them alone; who speaks, over the shoulder of who
 * listens; only the hands with what is in them; only the eyes; only the feet.
 */
export type Cut = "all" | "one" | "over" | "hands" | "eyes" | "feet";

const STRONG = /^(?:cry|furious|shout|shocked|terrified|afraid|surprised|pain|laugh|determined|shy|angry)$/u;

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

/** How well each shot tells a beat; higher is better. */
export function suitability(beat: Beat, people: number): Partial<Record<Shot, number>> {
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

/** Beats in which people talk, or do not. */
export const TALK: ReadonlySet<Beat["kind"]> = new Set(["dialogue", "reaction", "silence"]);

/** The other ways to look at a beat than at all its people. */
export function cutsFor(
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

/** The angles that suit a shot of a beat. */
export function anglesFor(shot: Shot, beat: Beat): { angle: Angle; suits: number }[] {
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
