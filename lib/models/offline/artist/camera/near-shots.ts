// How near the camera comes to somebody whom the panel cuts off, and what of them it must keep: both hands, the face.
import type { Shot } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { skeletonOf } from "../figures/body/skeleton.ts";
import { isHeldOut, posed } from "../figures/body/stances.ts";
import { clamp } from "../pen/curves.ts";
import { type Person, personOf } from "./person.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import type { Size } from "./word-room.ts";

/** Poses of a hand that the picture is of. */
export const HELD_OUT = /^(?:wave|point|offer)$/u;

/** Poses of arms that would be cut off at the elbow: the camera steps back for their hands. */
const STRETCHED = /^(?:wave|point|offer|reach|fight|throw|push|arms-up)$/u;

/** How much nearer the camera is from moment to moment, or one bust after another would be cut at the same button. */
const CROPS: Readonly<Partial<Record<Shot, readonly [number, ...number[]]>>> = {
  bust: [0.88, 1, 1.12, 1.22],
  half: [0.94, 1, 1.09],
  close: [0.93, 1, 1.08],
};

export function cropOf(people: readonly Person[], { shot, room }: Picture): number {
  const [one] = people;
  const crops = CROPS[shot];
  // What somebody rides is in the picture as far as its handlebars.
  if (one?.figure.pose === "ride" && one.seen.mount) return 0.86;
  if (!one || !crops || people.length > 1 || one.figure.holds || one.design.kind !== "human") return 1;
  const crop = crops[(one.seen.moment >> 3) % crops.length] ?? 1;
  return room > 1 ? Math.min(crop, 1.05) : crop;
}

/**
 * How much smaller whoever is alone is for a hand that the picture is of, or that has something, to be in it. In a panel that is far
 * taller than wide there is room above and below for that.
 */
export function handRoom(
  people: readonly Person[],
  shot: Shot,
  { heads, tall }: { heads: number; tall: number },
): number {
  const [one] = people;
  if (people.length !== 1 || !one) return 1;
  const { holds, pose } = one.figure;
  const upright = tall > 1.5;
  const shows =
    shot === "half"
      ? holds !== null || STRETCHED.test(pose)
      : shot === "bust" && !holds && (upright ? STRETCHED : HELD_OUT).test(pose);
  if (!shows || one.design.kind === "ghost") return 1;
  const least = upright ? 0.56 : shot === "half" ? 0.74 : 0.8;
  return clamp(98 / ((one.right - one.left) * heads), least, 1);
}

/**
 * Where somebody whom the panel has room for is seen with both hands, and an animal not cut off behind its head. Without the room
 * the back gives way to a hand that holds something, as far as the face stays.
 */
export function within(
  { left, right, faceX, figure }: Person,
  { x, scale }: { x: number; scale: number },
  width: number,
): number {
  const flip = flipOf(figure);
  const [behind, ahead] = [left * flip * scale, right * flip * scale];
  const [from, to] = [Math.min(behind, ahead), Math.max(behind, ahead)];
  if (to - from <= width * 0.98) return clamp(x, width * 0.01 - from, width * 0.99 - to);
  if (!figure.holds && figure.pose !== "ride" && !STRETCHED.test(figure.pose)) return x;
  const shown = flip === 1 ? Math.min(x, width * 0.98 - to) : Math.max(x, width * 0.02 - from);
  return clamp(shown, width * 0.3 - faceX * flip * scale, width * 0.7 - faceX * flip * scale);
}

/** A listener before the speaker, seen from behind and cut by the frame. */
export const isTurnedAway = ({ figure: { view }, design }: Person): boolean =>
  view === "back" && design.kind === "human";

/** Whoever would reach across a neighbour, or with half a hand out of the panel, says what they say with a hand on themselves. */
export function apart(
  standing: Standing,
  person: Person | undefined,
  { all, size }: { all: readonly Standing[]; size: Size },
): Standing {
  const { figure, design, x, scale } = standing;
  if (!person || figure.pose !== "stand" || design.kind !== "human") return standing;
  const flip = flipOf(figure);
  const blocks = all.some((other) => {
    const ahead = (other.x - x) * flip;
    return ahead > 0 && ahead - 70 * other.scale < person.right * scale;
  });
  if (!blocks && !cutsHand(standing, person, size)) return standing;
  const closer = personOf(figure, design, { ...person.seen, tight: true });
  return { ...standAt(closer, standing), tight: true };
}

/** Whether a hand that is held out lies across the panel's edge: a few fingers in a corner are nobody's. */
function cutsHand(
  { figure, design, x, groundY, scale }: Standing,
  { seen }: Person,
  { width, height }: Size,
): boolean {
  const pose = posed({ ...figure, design, ...seen });
  const { arms, measures } = skeletonOf(design, pose, figure.view);
  const reach = measures.hand * scale;
  return (["near", "far"] as const).some((side) => {
    if (!isHeldOut(side === "near" ? pose.nearArm : pose.farArm)) return false;
    const [wx, wy] = arms[side].wrist.p;
    const [left, low] = [x + wx * flipOf(figure) * scale, groundY + wy * scale];
    const out = Math.max(-left, left - width, low - height);
    return out > -reach * 0.9 && out < reach;
  });
}
