// Every expression as eyes, brows, mouth and marks: the changes of a face, independent of whose face it is.
import type { Word } from "../../closed/listed.ts";
import { groupsOf, measuresOf } from "../../closed/measures.ts";
import type { Expression } from "../../closed/staging.ts";
import type { FigureTold } from "../../closed/told.ts";
import type { STANCES } from "../body/poses.ts";

export type Mouth =
  | Word<"line smile smirk frown wavy laugh grin shout gasp scream small oh uneasy quiver snarl firm">
  | Word<"talk clench cry">;
type Mark = Word<"tear tears sweat sweats vein blush deep-blush gloom shade snooze bags flash puff">;

export type ExpressionLook = Record<"open" | "iris" | "tilt" | "browUp" | "browTilt" | "browSkew", number> & {
  /** `wink`: one eye is shut; `shining`: an animal's eyes emit light. */
  wink?: boolean | undefined;
  shining?: boolean | undefined;
  lids: "open" | "happy" | "shut" | "squeeze";
  mouth: Mouth;
  marks: readonly Mark[];
  gaze: readonly [number, number];
  stances: keyof typeof STANCES;
};

export const EXPRESSIONS: Readonly<Record<Expression, ExpressionLook>> = measuresOf("expressions");

/** Variants of an expression, so that it does not look the same on everybody and throughout a scene. */
const SHADES: Readonly<Partial<Record<Expression, readonly Partial<ExpressionLook>[]>>> = groupsOf("shades");

type MouthSort = Partial<Record<"gape" | "opens" | "drop", number>> & {
  jagged?: true;
  speaking?: Mouth;
  silent?: Mouth;
};

export const MOUTHS: Readonly<Record<Mouth, MouthSort>> = measuresOf("mouths");

/** The look of an expression, with an open mouth for a speaker. `moment` chooses a variant; a speaker gets the first, which looks at somebody. */
export function feelingOf(
  expression: Expression,
  speaks: boolean | undefined,
  moment: number,
): ExpressionLook {
  const feeling = EXPRESSIONS[expression];
  const shades = SHADES[expression] ?? [];
  const shade = shades[(moment % (shades.length + 1)) - 1];
  if (!speaks) {
    const mute = { ...feeling, ...shade };
    return expression === "cry" ? { ...mute, mouth: MOUTHS[mute.mouth].silent ?? mute.mouth } : mute;
  }
  const turned = shade?.gaze === undefined && shade?.lids === undefined ? { ...feeling, ...shade } : feeling;
  return { ...turned, mouth: MOUTHS[turned.mouth].speaking ?? turned.mouth };
}

/** What a face is told to do that no expression expresses: yawn, shut the eyes, open one of them, wink. */
export type FaceTold = NonNullable<FigureTold["face"]>;

/** The look of an expression with a told action. */
export function withTold(look: ExpressionLook, told: FaceTold | undefined): ExpressionLook {
  if (told === "yawns")
    return { ...look, lids: "shut", browUp: 0.5, browTilt: -0.3, mouth: "gasp", marks: ["tear"] };
  if (told === "shut") return { ...look, lids: "shut", open: 1 };
  return told === "one-eye" ? { ...look, lids: "open", wink: true } : look;
}
