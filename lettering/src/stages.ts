// In which order the rules of placing give way where a panel has too little room. Words never do.

import type { Girth } from "./balloon-body.ts";

/** 10 pt: nothing is set smaller unless the paper itself is too small. */
export const SMALLEST = 35.3;

/** What holds at one stage of giving way. */
export interface Stage {
  shrink: number;
  girth: Girth;
  /** Distance from faces; null lets words cover them, at a price. */
  faceMargin: number | null;
  /** Distance of balloons from the frame; null lets balloons cross it while their text stays inside. */
  frameMargin: number | null;
  /** Letters must stay within the panel, not just on the paper. */
  inPanel: boolean;
  /** What of a panel its words may cover: what suits its picture, half of it, or all. */
  cover: "suits" | "half" | "all";
  /** Texts that would be read in the wrong order are no way out. */
  ordered: boolean;
  /** How much worse than the best one a breaking may be. */
  breaks: number;
  /** Places tried across and down, and arrangements that the search goes on from: what bounds its work. */
  grid: number;
  beam: number;
  /** What it costs for each text to go on to this stage although an earlier one found places; Infinity where that is no reason. */
  tax: number;
}

const FULL = { grid: 18, beam: 16 };

const CALM: readonly Stage[] = [
  { shrink: 1, girth: "ample" as const, faceMargin: 14, frameMargin: 9, tax: 0 },
  { shrink: 0.93, girth: "ample" as const, faceMargin: 12, frameMargin: 8, tax: 0.25 },
  { shrink: 0.86, girth: "snug" as const, faceMargin: 9, frameMargin: 7, tax: 0.6 },
  { shrink: 0.78, girth: "snug" as const, faceMargin: 8, frameMargin: 6, tax: 1.1 },
].map((stage) => ({ ...stage, ...FULL, inPanel: true, cover: "suits", ordered: true, breaks: 2.5 }));

/** At the smallest size, on no face. `tax` is of those that stay within the frame and break no word. */
const tight = (cover: Stage["cover"], girth: Girth, tax = Infinity): Stage[] =>
  [
    { faceMargin: 7, frameMargin: 6, breaks: 2.5, tax },
    { faceMargin: 10, frameMargin: null, breaks: 2.5, tax: Infinity },
    { faceMargin: 9, frameMargin: 4, breaks: Infinity, tax: Infinity },
    { faceMargin: 2, frameMargin: null, breaks: Infinity, tax: Infinity },
  ].map((stage) => ({ ...stage, ...FULL, shrink: 0, girth, inPanel: true, cover, ordered: true }));

const LAST: readonly Stage[] = [
  { frameMargin: 4, inPanel: true },
  { frameMargin: null, inPanel: true },
  { frameMargin: null, inPanel: false },
].map((stage) => ({
  ...{ ...stage, ...FULL, shrink: 0, girth: "boxed", faceMargin: null },
  ...{ cover: "all", ordered: false, breaks: Infinity, tax: Infinity },
}));

export const STAGES: readonly Stage[] = [
  ...CALM,
  // A word in pieces is worse than a picture that is covered a little more.
  ...[...tight("suits", "snug", 1.3), ...tight("suits", "boxed", 1.4)].filter(
    ({ breaks }) => breaks !== Infinity,
  ),
  ...tight("half", "snug"),
  ...tight("half", "boxed"),
  ...tight("all", "boxed"),
  ...LAST,
];

/** The last ways again, looked through coarsely: for panels on which all of the search was spent in vain. */
export const COARSE_STAGES: readonly Stage[] = LAST.map((stage) => ({ ...stage, grid: 6, beam: 2 }));
