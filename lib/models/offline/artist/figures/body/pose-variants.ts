// Other ways of the commonest poses, from moment to moment, and what a feeling does to a body that is busy with something.
import { groupsOf, measuresOf } from "../../closed/measures.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { PoseSpec } from "./pose-spec.ts";
import type { Stance } from "./stance-sets.ts";

/** What each way changes of the pose; the first is the pose itself. */
export const VARIANTS: Readonly<Partial<Record<Pose, readonly Stance[]>>> = groupsOf("pose-variants");

/** What a feeling does to a body that is busy otherwise: what it adds to how far it leans, bows and arches. */
export const BORNE: Readonly<Partial<Record<Expression, Pick<PoseSpec, "lean" | "nod" | "arch">>>> =
  measuresOf("borne");
