// In which order the rules of placing give way where a panel has too little room. Words never do.

/** 10 pt: nothing is set smaller unless the paper itself is too small. */
export const SMALLEST = 35.3;

/** What holds at one stage of giving way. */
export interface Stage {
  shrink: number;
  /** Distance from faces; null lets words cover them, at a price. */
  faceMargin: number | null;
  /** Distance of balloons from the frame; null lets balloons cross it while their text stays inside. */
  frameMargin: number | null;
  /** Letters must stay within the panel, not just on the paper. */
  inPanel: boolean;
  capped: boolean;
  /** Texts that would be read in the wrong order are no way out. */
  ordered: boolean;
  /** How much worse than the best one a breaking may be. */
  breaks: number;
}

export const STAGES: readonly Stage[] = [
  { shrink: 1, faceMargin: 14, frameMargin: 9, inPanel: true, capped: true, ordered: true, breaks: 2.5 },
  { shrink: 0.93, faceMargin: 12, frameMargin: 8, inPanel: true, capped: true, ordered: true, breaks: 2.5 },
  { shrink: 0.86, faceMargin: 9, frameMargin: 7, inPanel: true, capped: true, ordered: true, breaks: 2.5 },
  { shrink: 0.78, faceMargin: 8, frameMargin: 6, inPanel: true, capped: true, ordered: true, breaks: 2.5 },
  { shrink: 0, faceMargin: 7, frameMargin: 6, inPanel: true, capped: false, ordered: true, breaks: 2.5 },
  { shrink: 0, faceMargin: 10, frameMargin: null, inPanel: true, capped: false, ordered: true, breaks: 2.5 },
  { shrink: 0, faceMargin: 9, frameMargin: 4, inPanel: true, capped: false, ordered: true, breaks: Infinity },
  {
    shrink: 0,
    faceMargin: 2,
    frameMargin: null,
    inPanel: true,
    capped: false,
    ordered: true,
    breaks: Infinity,
  },
  {
    shrink: 0,
    faceMargin: null,
    frameMargin: 4,
    inPanel: true,
    capped: false,
    ordered: false,
    breaks: Infinity,
  },
  {
    shrink: 0,
    faceMargin: null,
    frameMargin: null,
    inPanel: true,
    capped: false,
    ordered: false,
    breaks: Infinity,
  },
  {
    shrink: 0,
    faceMargin: null,
    frameMargin: null,
    inPanel: false,
    capped: false,
    ordered: false,
    breaks: Infinity,
  },
];
