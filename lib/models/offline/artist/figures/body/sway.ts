// The curve that a body stands along, and other small changes from moment to moment.
import { hashOf } from "../../pen/chance.ts";
import { clamp } from "../../pen/curves.ts";
import { type Lens, swayed } from "../../pen/lens.ts";
import type { FigureSpec } from "../figure-job.ts";
import type { PoseSpec } from "./pose-spec.ts";
import type { Skeleton } from "./skeleton.ts";

/** One of several numbers, from moment to moment another. */
export function momentary(
  { design, moment }: Pick<FigureSpec, "design" | "moment">,
  what: string,
  of: readonly [number, ...number[]],
): number {
  return of[hashOf(design.id, moment, what) % of.length] ?? of[0];
}

/** Whoever stands does so along a curve: the hips over the leg that carries, and the trunk leaning under the head. */
export function swayIn(
  spec: Pick<FigureSpec, "design" | "moment" | "near" | "pose">,
  pose: PoseSpec,
  { yaw, head }: Skeleton,
): Lens | undefined {
  if (pose.support !== undefined || pose.turn !== 0 || pose.lift > 0.3) return undefined;
  const turn = (yaw * Math.PI) / 180;
  const strength = momentary(spec, "sway", [0.7, 1, 1.35]);
  const aside = -pose.hip * 2.4 * Math.cos(turn);
  const ahead = clamp(7 - pose.lean * 1.3, -10, 16) * Math.sin(turn);
  const slant =
    spec.near && spec.pose === "stand" ? momentary(spec, "slant", [-0.12, -0.06, 0, 0.06, 0.12]) : 0;
  return swayed({ hips: (aside + ahead) * strength, slant, head: head[1], tall: 60 - head[1] });
}
