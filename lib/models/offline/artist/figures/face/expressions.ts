// Every expression as eyes, brows, mouth and marks: what changes on a face, and nothing of whose face it is.
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
  /** One eye is shut; the eyes of an animal are lights of their own. */
  wink?: boolean | undefined;
  shining?: boolean | undefined;
  lids: "open" | "happy" | "shut" | "squeeze";
  mouth: Mouth;
  marks: readonly Mark[];
  gaze: readonly [number, number];
  stances: keyof typeof STANCES;
};

export const EXPRESSIONS: Readonly<Record<Expression, ExpressionLook>> = measuresOf("expressions");

/** Other faces of the same feeling, or everybody would be sad alike, and the same for a whole scene. */
const SHADES: Readonly<Partial<Record<Expression, readonly Partial<ExpressionLook>[]>>> = groupsOf("shades");

type MouthSort = Partial<Record<"gape" | "opens" | "drop", number>> & {
  jagged?: true;
  speaking?: Mouth;
  silent?: Mouth;
};

export const MOUTHS: Readonly<Record<Mouth, MouthSort>> = measuresOf("mouths");

/**
 * The look of a feeling, with an open mouth where something is said. `moment` chooses among its shades; whoever speaks looks at
 * somebody, with the first of them.
 */
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

/** What a face is told to do that no expression's name says: it yawns, shuts its eyes, opens one of them or winks. */
export type FaceTold = NonNullable<FigureTold["face"]>;

/** The look of a feeling with what is told. */
export function withTold(look: ExpressionLook, told: FaceTold | undefined): ExpressionLook {
  if (told === "yawns")
    return { ...look, lids: "shut", browUp: 0.5, browTilt: -0.3, mouth: "gasp", marks: ["tear"] };
  if (told === "shut") return { ...look, lids: "shut", open: 1 };
  return told === "one-eye" ? { ...look, lids: "open", wink: true } : look;
}
