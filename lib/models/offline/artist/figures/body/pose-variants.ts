// Other ways of the commonest poses, from moment to moment, and what a feeling does to a body that is busy with something.
import { groupsOf } from "../../closed/measures.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { PoseSpec } from "./pose-spec.ts";
import type { Stance } from "./stance-sets.ts";

/** What each way changes of the pose; the first is the pose itself. */
export const VARIANTS: Readonly<Partial<Record<Pose, readonly Stance[]>>> = groupsOf("pose-variants");

/** What a feeling does to a body that is busy otherwise: what it adds to how far it leans, bows and arches. */
export const BORNE: Readonly<Partial<Record<Expression, Pick<PoseSpec, "lean" | "nod" | "arch">>>> = {
  sad: { lean: 4, nod: 11, arch: -7 },
  cry: { lean: 6, nod: 13, arch: -9 },
  tired: { lean: 5, nod: 10, arch: -8 },
  worried: { lean: 2, nod: 6, arch: -4 },
  shy: { lean: 2, nod: 8, arch: -4 },
  smug: { lean: -4, nod: -6, arch: 4 },
  grin: { lean: -3, nod: -5, arch: 4 },
  laugh: { lean: -5, nod: -8, arch: 5 },
  surprised: { lean: -5, nod: -3, arch: -3 },
  shocked: { lean: -7, nod: -3, arch: -4 },
  angry: { lean: 4, nod: -4, arch: -2 },
  furious: { lean: 6, nod: -5, arch: -3 },
};
