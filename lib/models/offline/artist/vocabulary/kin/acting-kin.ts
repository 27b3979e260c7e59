// Verbs and turns of speech for what people do, by the pose that shows it, in both languages. English verbs stand in their base form,
// irregular ones with all of their forms apart by commas; of Japanese what all forms of a word begin with.

import type { Expression, Pose } from "../../closed/staging.ts";
import { wordsOf } from "../listed-kin.ts";

/** Turns of speech, which tell more than the verbs in them. */
export const POSE_PHRASES: Readonly<Partial<Record<Pose, string>>> = wordsOf("pose-phrases");

/** Verbs by pose: what means the same, as far as a picture tells. */
export const POSE_VERBS: Readonly<Partial<Record<Pose, string>>> = wordsOf("pose-verbs");

/** Verbs whose own pose is not drawn, by the nearest. */
export const POSE_KIN: Readonly<Partial<Record<Pose, string>>> = wordsOf("pose-kin");

/** Feelings by the face that shows them. */
export const FACE_WORDS: Readonly<Record<Expression, string>> = wordsOf("face-words");
