// Every expression as eyes, brows, mouth and marks: what changes on a face, and nothing of whose face it is.
import type { Expression } from "../../closed/staging.ts";

export type Mouth =
  | "line"
  | "smile"
  | "smirk"
  | "frown"
  | "wavy"
  | "laugh"
  | "grin"
  | "shout"
  | "gasp"
  | "scream"
  | "small"
  | "oh"
  | "uneasy"
  | "quiver"
  | "snarl"
  | "firm"
  | "talk"
  | "clench"
  | "cry";
type Mark =
  | "tear"
  | "tears"
  | "sweat"
  | "sweats"
  | "vein"
  | "blush"
  | "deep-blush"
  | "gloom"
  | "shade"
  | "snooze"
  | "bags"
  | "flash"
  | "puff";

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
}

const look = (change: Partial<ExpressionLook>): ExpressionLook => ({
  open: 1,
  lids: "open",
  iris: 1,
  tilt: 0,
  browUp: 0,
  browTilt: 0,
  browSkew: 0,
  mouth: "line",
  marks: [],
  gaze: [0.07, 0],
  ...change,
});

export const EXPRESSIONS: Readonly<Record<Expression, ExpressionLook>> = {
  calm: look({}),
  smile: look({ open: 0.95, browUp: 0.15, mouth: "smile", marks: ["blush"] }),
  laugh: look({ lids: "happy", browUp: 0.5, mouth: "laugh", marks: ["blush"] }),
  grin: look({ browUp: 0.2, browTilt: 0.25, mouth: "grin" }),
  sad: look({ open: 0.72, tilt: -0.3, browUp: 0.1, browTilt: -0.9, mouth: "frown", gaze: [0.03, 0.16] }),
  cry: look({ lids: "shut", browUp: 0.2, browTilt: -0.7, mouth: "cry", marks: ["tears"] }),
  angry: look({ open: 0.82, tilt: 0.35, browUp: -0.45, browTilt: 0.9, mouth: "snarl" }),
  furious: look({
    open: 0.9,
    iris: 0.72,
    tilt: 0.4,
    browUp: -0.6,
    browTilt: 1.1,
    mouth: "clench",
    marks: ["vein", "shade"],
  }),
  shout: look({ open: 1.05, iris: 0.85, tilt: 0.2, browUp: -0.15, browTilt: 0.7, mouth: "shout" }),
  surprised: look({ open: 1.26, iris: 0.84, browUp: 1, browTilt: -0.15, mouth: "oh" }),
  shocked: look({
    open: 1.3,
    iris: 0.5,
    browUp: 0.9,
    browTilt: -0.4,
    mouth: "gasp",
    marks: ["gloom", "sweat", "flash"],
  }),
  afraid: look({
    open: 1.15,
    iris: 0.6,
    tilt: -0.2,
    browUp: 0.4,
    browTilt: -0.95,
    mouth: "quiver",
    marks: ["sweats", "shade"],
  }),
  worried: look({ open: 0.95, iris: 0.92, browUp: 0.2, browTilt: -0.85, mouth: "uneasy", marks: ["sweat"] }),
  shy: look({
    open: 0.78,
    browUp: 0.2,
    browTilt: -0.45,
    mouth: "wavy",
    marks: ["deep-blush"],
    gaze: [-0.14, 0.16],
  }),
  determined: look({ open: 0.94, tilt: 0.24, browUp: -0.4, browTilt: 0.8, mouth: "firm" }),
  tired: look({
    open: 0.42,
    browUp: -0.05,
    browTilt: -0.35,
    mouth: "small",
    marks: ["bags", "puff"],
    gaze: [0.04, 0.14],
  }),
  pain: look({ lids: "squeeze", browUp: -0.3, browTilt: 0.4, mouth: "clench", marks: ["sweats"] }),
  smug: look({ open: 0.52, browUp: 0.1, browTilt: 0.35, browSkew: 1, mouth: "smirk", gaze: [0.14, 0] }),
  thoughtful: look({ open: 0.8, browUp: 0, browTilt: 0.2, browSkew: 0.6, mouth: "line", gaze: [0.2, -0.2] }),
  terrified: look({
    open: 1.36,
    iris: 0.42,
    tilt: -0.15,
    browUp: 0.75,
    browTilt: -1,
    mouth: "scream",
    marks: ["gloom", "sweats", "tear", "flash"],
  }),
  asleep: look({ lids: "shut", mouth: "small", marks: ["snooze"] }),
};

/** Other faces of the same feeling, or everybody would be sad alike, and the same for a whole scene. */
const SHADES: Readonly<Partial<Record<Expression, readonly Partial<ExpressionLook>[]>>> = {
  calm: [
    { open: 0.9, gaze: [0.12, 0.04] },
    { mouth: "small", browUp: 0.15 },
    { browSkew: 0.5, open: 0.94 },
  ],
  smile: [
    { lids: "happy", browUp: 0.35 },
    { open: 0.86, browTilt: -0.25, gaze: [0.12, 0.02] },
  ],
  laugh: [{ lids: "open", open: 0.84, browUp: 0.7, browTilt: -0.2 }],
  sad: [
    { lids: "shut", browTilt: -0.75, mouth: "line" },
    { open: 0.8, gaze: [-0.17, 0.12], mouth: "small", browTilt: -0.8 },
    { open: 0.92, iris: 0.94, browUp: 0.35, browTilt: -1.05, mouth: "wavy", gaze: [0.06, 0.02] },
  ],
  cry: [
    {
      lids: "open",
      open: 0.86,
      iris: 1.04,
      browUp: 0.35,
      browTilt: -1.05,
      mouth: "quiver",
      gaze: [0.05, 0.02],
    },
    { lids: "squeeze", browUp: 0, browTilt: -0.4 },
  ],
  angry: [
    { mouth: "firm", browTilt: 1.05, open: 0.74 },
    { mouth: "frown", gaze: [-0.16, 0.02], open: 0.78 },
  ],
  surprised: [
    { mouth: "small", iris: 0.78, browSkew: 0.4 },
    { mouth: "oh", open: 1.18, browTilt: -0.5, marks: ["sweat"] },
  ],
  worried: [
    { mouth: "frown", marks: [], browTilt: -0.75, gaze: [-0.14, 0.06] },
    { mouth: "wavy", open: 1.04, browSkew: 0.4 },
    { mouth: "small", marks: [], open: 0.84, browUp: 0, gaze: [0.04, 0.15] },
  ],
  shocked: [
    { iris: 0.62, mouth: "oh", marks: ["gloom", "sweat"] },
    { open: 1.16, browUp: 0.4, browTilt: -0.9, marks: ["sweats", "shade"] },
  ],
  afraid: [{ mouth: "oh", iris: 0.55, marks: ["sweats"] }],
  shy: [
    { lids: "shut", mouth: "wavy" },
    { gaze: [0.18, 0.16], mouth: "small", open: 0.86 },
  ],
  determined: [
    { mouth: "line", open: 1, browTilt: 0.65 },
    { mouth: "frown", browTilt: 0.75, open: 0.88 },
  ],
  thoughtful: [
    { gaze: [0.06, 0.2], open: 0.72, browTilt: -0.1 },
    { lids: "shut", browTilt: 0.35, browSkew: 0 },
    { gaze: [-0.18, -0.05], mouth: "small" },
  ],
};

/** What becomes of a closed mouth that speaks. */
const SPEAKING: Partial<Record<Mouth, Mouth>> = {
  ...{ line: "talk", frown: "small", wavy: "small", smirk: "talk", smile: "laugh", small: "talk" },
  ...{ firm: "talk", uneasy: "talk", snarl: "shout", clench: "shout" },
};

/** Whoever weeps without a word presses the lips together. */
const SILENT: Partial<Record<Mouth, Mouth>> = { cry: "wavy", quiver: "wavy" };

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
    return expression === "cry" ? { ...mute, mouth: SILENT[mute.mouth] ?? mute.mouth } : mute;
  }
  const turned = shade?.gaze === undefined && shade?.lids === undefined ? { ...feeling, ...shade } : feeling;
  return { ...turned, mouth: SPEAKING[turned.mouth] ?? turned.mouth };
}
