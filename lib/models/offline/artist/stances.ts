// How somebody merely stands or sits: nobody waits like a post. The feeling and the person choose the stance,
// so that it stays the same whoever asks, and a hand that holds something is brought up.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Angle, Expression, Pose, Prop, View } from "../../../manga/staging.ts";
import type { Picture } from "../../../manga/storyboard.ts";
import { hashOf } from "./chance.ts";
import { limb, type PoseSpec } from "./pose-spec.ts";
import { POSES } from "./poses.ts";
import { STANCES, type Stance } from "./stance-sets.ts";

export interface Posing {
  design: CharacterDesign;
  pose: Pose;
  expression: Expression;
  view: View;
  holds: Prop | null;
  /** A number of the moment: whoever merely stands shifts their weight from one panel to the next. */
  moment: number;
  angle: Angle;
}

/**
 * What of a picture bears on how bodies are held and seen: other people, shots or places are another moment; another take is not,
 * nor is another name.
 */
export const seenIn = ({ scene, shot, angle, figures }: Picture): Pick<Posing, "moment" | "angle"> => ({
  moment: hashOf(
    scene.id,
    shot,
    angle,
    ...figures.map(({ character, pose, at }) => `${character} ${pose} ${at}`),
  ),
  angle,
});

/** Where the camera stands over people (1) or under them (−1). */
const FROM_ABOVE: Readonly<Record<Angle, number>> = { level: 0, tilted: 0, high: 1, low: -1 };

/** The body's angles for a pose: a stance of one's own where the pose leaves it open, a hand up where it holds something. */
export function posed({ design, pose, expression, view, holds, moment, angle }: Posing): PoseSpec {
  const named = POSES[pose];
  const stance = pose === "stand" ? stanceOf(design, expression, { view, moment }) : {};
  const base = { ...named, ...stance, above: FROM_ABOVE[angle] };
  if (holds === null || base.acting !== "none" || base.support === "bed") return base;
  return { ...base, nearArm: limb(18, 24, 108, -10), nearHand: "grip", acting: "near" };
}

function stanceOf(
  design: CharacterDesign,
  expression: Expression,
  { view, moment }: Pick<Posing, "view" | "moment">,
): Stance {
  const { id, look, kind, age } = design;
  if (kind !== "human") return {};
  const stances = STANCES[expression].filter((one) => hasPockets(design) || !usesPocket(one));
  const stance =
    stances[hashOf(id, look, view, expression, moment) % stances.length] ?? STANCES[expression][0];
  // Arms that are only a stance act for nobody: words may cover them, and a thing may be put in them.
  const { acting: _, ...rest } = stance;
  return age === "child" ? { ...rest, lean: (rest.lean ?? 0) * 0.7 } : rest;
}

const usesPocket = ({ nearArm, farArm }: Stance): boolean =>
  nearArm?.touch === "pocket" || farArm?.touch === "pocket";

/** Trousers and shorts have pockets, unless a long garment hangs over them. */
const hasPockets = ({ clothes: { top, bottom } }: CharacterDesign): boolean =>
  (bottom === "trousers" || bottom === "shorts") && !UNPOCKETED.has(top);

const UNPOCKETED: ReadonlySet<CharacterDesign["clothes"]["top"]> = new Set([
  "kimono",
  "robe",
  "armor",
  "apron",
]);
