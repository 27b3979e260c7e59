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

export interface ExpressionLook {
  /** One eye is shut. */
  wink?: boolean | undefined;
  /** The eyes of an animal are lights of their own. */
  shining?: boolean | undefined;
  /** 0 shut, 1 open, above 1 wide; lids that are not "open" ignore it. */
  open: number;
  lids: "open" | "happy" | "shut" | "squeeze";
  /** Size of the iris; small ones are shock. */
  iris: number;
  /** Inner corners down (positive: anger) or up (negative: grief). */
  tilt: number;
  /** Brows: up, and their inner ends down (positive) or up (negative). */
  browUp: number;
  browTilt: number;
  /** How much higher the near brow is than the far one, for faces that doubt. */
  browSkew: number;
  mouth: Mouth;
  marks: readonly Mark[];
  /** Where the eyes look: right of straight ahead, and down. */
  gaze: readonly [number, number];
  /** How those stand who feel it: a set of `stances.tsv`. */
  stances: keyof typeof STANCES;
}

export const EXPRESSIONS: Readonly<Record<Expression, ExpressionLook>> = measuresOf("expressions");

/** Other faces of the same feeling, or everybody would be sad alike, and the same for a whole scene. */
const SHADES: Readonly<Partial<Record<Expression, readonly Partial<ExpressionLook>[]>>> = groupsOf("shades");

interface MouthSort {
  /** Radians that the jaw hangs, seen from the side; a mouth without is shut. */
  gape?: number;
  /** Of animals: degrees that a long jaw hangs, and how far a short one does, for one as wide as the muzzle's. */
  opens?: number;
  drop?: number;
  /** Its line is a zigzag on a muzzle. */
  jagged?: true;
  /** What becomes of it where it speaks; and where whoever weeps has no words, and presses the lips together. */
  speaking?: Mouth;
  silent?: Mouth;
}

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
