// Chooses how each beat is framed: what suits it, never twice the same composition in a row.
import type { Beat } from "../../../manga/plot.ts";
import type { Angle, Shot } from "../../../manga/staging.ts";
import type { Random } from "./random.ts";

export interface Framing {
  shot: Shot;
  angle: Angle;
}

export interface Framed extends Framing {
  /** Figures in the picture. */
  figures: number;
}

const WIDE: readonly Shot[] = ["establishing", "long"];
const STRONG = /^(?:cry|furious|shout|shocked|afraid|surprised|pain|laugh|determined|shy|angry)$/u;

/** What hands do, and a face alone does not show. */
const GESTURE = /^(?:reach|offer|wave|arms-up|point|hands-on-hips|arms-crossed|bow|hold|carry|throw|push)$/u;

/** Whether two neighbouring pictures would look alike. */
export function isAlike(a: Framed | undefined, b: Framed): boolean {
  return a !== undefined && a.shot === b.shot && a.angle === b.angle && a.figures === b.figures;
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
  if (people === 0)
    return beat.props.length > 0 && beat.kind !== "establish"
      ? { detail: 3, establishing: 2.2, long: 1 }
      : { establishing: 3, long: 2.4, detail: beat.props.length > 0 ? 2 : 0 };
  switch (beat.kind) {
    case "establish":
      return moving || handed || beat.people.some(({ pose }) => pose === "offer")
        ? { long: 3, full: 2.2, establishing: 1.2 }
        : { long: 2.9, full: 2, establishing: 1.9 };
    case "narration":
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
            detail: handed && beat.weight < 5 ? 2 : 0,
            long: 1.2,
            close: people > 1 ? 0 : strong ? 1.8 : 0.4,
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
      return { long: 2.2, detail: beat.props.length > 0 ? 2.6 : 0.6, close: 2, full: 1.2, bust: 1 };
  }
}

interface Around {
  people: number;
  /** Nobody but small animals is there, whom a far frame would lose. */
  tiny: boolean;
  /** What stands there would not be seen from above. */
  tall: boolean;
  before: Framed | undefined;
  used: readonly Shot[];
  random: Random;
}

/** The framing of a beat, given the one before it and what the page has used already. */
export function frameBeat(beat: Beat, { people, tiny, tall, before, used, random }: Around): Framing {
  const options = Object.entries(suitability(beat, people)) as [Shot, number][];
  let best: { framing: Framing; worth: number } | undefined;
  for (const [shot, suits] of options) {
    if (suits <= 0 || (tiny && shot === "establishing")) continue;
    for (const angle of anglesFor(shot, beat)) {
      if (tall && angle.angle === "high") continue;
      const framing = { shot, angle: angle.angle };
      const figures = figuresIn(shot, people);
      if (isAlike(before, { ...framing, figures })) continue;
      if (figures === 0 && before?.figures === 0 && people > 0) continue;
      const repeated = used.filter((other) => other === shot).length * 0.55;
      const near =
        before?.shot === shot ? 1.1 : before && WIDE.includes(before.shot) && WIDE.includes(shot) ? 0.5 : 0;
      const unseen = shot === "close" && beat.people.some(({ pose }) => GESTURE.test(pose)) ? 1.3 : 0;
      const risen = tall && angle.angle === "low" ? 0.7 : 0;
      const lost = tiny && shot === "long" ? 2 : 0;
      const worth = suits + angle.suits - repeated - near - unseen - lost + risen + random.next() * 0.7;
      if (!best || worth > best.worth) best = { framing, worth };
    }
  }
  return best?.framing ?? { shot: before?.shot === "half" ? "bust" : "half", angle: "level" };
}

/** Close frames hold one or two people, details none. */
export function figuresIn(shot: Shot, people: number): number {
  if (shot === "detail") return 0;
  if (shot === "close") return Math.min(1, people);
  return shot === "bust" ? Math.min(2, people) : Math.min(4, people);
}

function anglesFor(shot: Shot, beat: Beat): { angle: Angle; suits: number }[] {
  const tense =
    beat.effects.some((effect) => /^(?:impact|speed|focus|flash)$/u.test(effect)) || beat.weight >= 4;
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
