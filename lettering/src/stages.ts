// The order in which the rules of placing are relaxed where a panel has too little room. No word is ever dropped.

import type { Tightness } from "./balloon-body.ts";

/** 10 pt in units: nothing is set smaller, unless the paper is too small for it. */
export const SMALLEST = 35.3;

/** The rules at one stage. */
export interface Stage {
  shrink: number;
  tightness: Tightness;
  /** Distance from faces in units; null lets words cover faces at a cost. */
  faceMargin: number | null;
  /** Distance of balloons from the frame in units; null lets balloons cross it while their text stays inside. */
  frameMargin: number | null;
  /** Letters must stay within the panel, not only on the paper. */
  inPanel: boolean;
  /** The part of a panel that its words may cover: what suits its picture, half of it, or all. */
  cover: "suits" | "half" | "all";
  /** A wrong reading order is forbidden. */
  ordered: boolean;
  /** The most that a breaking may cost over the best one. */
  breaks: number;
  /** Positions tried in each direction, and arrangements that the beam search keeps: both bound its work. */
  grid: number;
  beam: number;
  /** Cost for each text of using this stage although an earlier one found places; Infinity: only where none did. */
  surcharge: number;
}

const FULL = { grid: 18, beam: 16 };

const COMFORTABLE_STAGES: readonly Stage[] = [
  { shrink: 1, tightness: "ample" as const, faceMargin: 14, frameMargin: 9, surcharge: 0 },
  { shrink: 0.93, tightness: "ample" as const, faceMargin: 12, frameMargin: 8, surcharge: 0.25 },
  { shrink: 0.86, tightness: "snug" as const, faceMargin: 9, frameMargin: 7, surcharge: 0.6 },
  { shrink: 0.78, tightness: "snug" as const, faceMargin: 8, frameMargin: 6, surcharge: 1.1 },
].map((stage) => ({ ...stage, ...FULL, inPanel: true, cover: "suits", ordered: true, breaks: 2.5 }));

/** Stages at the smallest size, off faces. The surcharge is of those that stay within the frame and break no word. */
const tight = (cover: Stage["cover"], tightness: Tightness, surcharge = Infinity): Stage[] =>
  [
    { faceMargin: 7, frameMargin: 6, breaks: 2.5, surcharge },
    { faceMargin: 10, frameMargin: null, breaks: 2.5, surcharge: Infinity },
    { faceMargin: 9, frameMargin: 4, breaks: Infinity, surcharge: Infinity },
    { faceMargin: 2, frameMargin: null, breaks: Infinity, surcharge: Infinity },
  ].map((stage) => ({ ...stage, ...FULL, shrink: 0, tightness, inPanel: true, cover, ordered: true }));

const LAST_STAGES: readonly Stage[] = [
  { frameMargin: 4, inPanel: true },
  { frameMargin: null, inPanel: true },
  { frameMargin: null, inPanel: false },
].map((stage) => ({
  ...{ ...stage, ...FULL, shrink: 0, tightness: "boxed", faceMargin: null },
  ...{ cover: "all", ordered: false, breaks: Infinity, surcharge: Infinity },
}));

export const STAGES: readonly Stage[] = [
  ...COMFORTABLE_STAGES,
  // A broken word is worse than a picture that is covered a little more.
  ...[...tight("suits", "snug", 1.3), ...tight("suits", "boxed", 1.4)].filter(
    ({ breaks }) => breaks !== Infinity,
  ),
  ...tight("half", "snug"),
  ...tight("half", "boxed"),
  ...tight("all", "boxed"),
  ...LAST_STAGES,
];

/** The last stages with a coarser search, for panels on which the whole budget was spent without a result. */
export const COARSE_STAGES: readonly Stage[] = LAST_STAGES.map((stage) => ({ ...stage, grid: 6, beam: 2 }));
