// Every pose, as `assets/measures/poses.tsv` has it.
import { measuresOf } from "../../closed/measures.ts";
import type { Pose } from "../../closed/staging.ts";
import type { PoseSpec } from "./pose-spec.ts";

export const POSES: Readonly<Record<Pose, PoseSpec>> = measuresOf("poses");
