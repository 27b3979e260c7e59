// Hands that read at the size of a panel: digits with a joint each, grouped behind a palm, a thumb before it.
// Hand space: the wrist is (0, 0), fingers point along x, the thumb is up; a hand is 60 long.
import { type Pt, placed, pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

export type HandShape = "relaxed" | "fist" | "open" | "point" | "flat" | "grip" | "pinch" | "cup";

interface Digit {
  /** Root, joint and tip. */
  bones: readonly Pt[];
  wide: number;
}

interface HandCut {
  /** Behind the palm, from the farthest. */
  behind: readonly Digit[];
  palm: readonly Pt[];
  /** What of the palm's edge shows. */
  edges: readonly (readonly Pt[])[];
  /** Over the palm. */
  before: readonly Digit[];
  /** Fingers that close round something, over the palm: seen from outside, each is a pad from its knuckle to its tip. */
  pads?: readonly (readonly Pt[])[];
  /** Knuckles and creases, drawn where the hand is large enough. */
  creases: readonly (readonly Pt[])[];
}

const digit = (text: string, wide: number): Digit => ({ bones: pts(text), wide });
const PALM = pts("-5,-9 10,-12 23,-12 31,-8 32,4 27,13 12,13 -5,9");
const BACK_EDGES = [pts("-5,-9 8,-12"), pts("-5,9 10,13 25,13.5")];

const HANDS: Readonly<Record<HandShape, HandCut>> = {
  relaxed: {
    behind: [
      digit("26,9 37,15 42,13", 4),
      digit("28,6 42,13 49,10", 4.4),
      digit("29,1 46,8 54,5", 4.6),
      digit("28,-6 44,-4 54,0", 4.7),
    ],
    palm: PALM,
    edges: [pts("-5,-9 10,-12 26,-11"), pts("-5,9 10,13 24,13.5")],
    before: [digit("7,-6 21,-12 34,-9", 4.9)],
    creases: [pts("33,3 40,5")],
  },
  fist: {
    behind: [],
    palm: pts(
      "-5,-9 8,-14 25,-17 36,-15 41,-11! 39.5,-7! 43,-3 41,1! 43,5 40.5,8! 41,12 36,16 24,17 10,13 -5,9",
    ),
    edges: [
      pts("-5,-9 8,-14 25,-17 36,-15 41,-11! 39.5,-7! 43,-3 41,1! 43,5 40.5,8! 41,12 36,16 24,17 10,13 -5,9"),
    ],
    before: [digit("9,-7 22,-9 33,-1", 5)],
    creases: [pts("39.5,-7 29,-6"), pts("41,1 31,2"), pts("40.5,8 30,8")],
  },
  open: {
    behind: [
      digit("25,11 37,19 47,25", 4),
      digit("29,6 45,12 58,16", 4.4),
      digit("31,0 48,1 63,2", 4.6),
      digit("29,-7 45,-11 58,-15", 4.5),
      digit("9,-7 20,-20 32,-28", 5),
    ],
    palm: pts("-5,-9 6,-12 16,-15 30,-10 33,3 28,13 13,15 -5,9"),
    edges: [pts("19,-14 25,-12 29,-11"), pts("-5,9 12,15 24,15.5"), pts("-5,-9 5,-11.5")],
    before: [],
    creases: [pts("15,-10 19,-1 16,9"), pts("27,-6 25,4 20,8")],
  },
  point: {
    behind: [digit("27,-8 47,-10 68,-9", 4.8)],
    palm: pts("-5,-9 10,-13 26,-12 36,-5 42,-1 40,3! 42,7 39,10! 39,14 30,17 12,14 -5,9"),
    edges: [pts("-5,-9 10,-13 24,-13"), pts("36,-5 42,-1 40,3! 42,7 39,10! 39,14 30,17 12,14 -5,9")],
    before: [digit("8,-6 22,-6 34,0", 4.9)],
    creases: [pts("40,3 31,4"), pts("39,10 29,10")],
  },
  flat: {
    behind: [
      digit("26,10 42,12 54,10", 4),
      digit("28,6 46,7 60,6", 4.4),
      digit("29,0 48,0 64,0", 4.6),
      digit("28,-6 46,-7 60,-6", 4.5),
    ],
    palm: PALM,
    edges: [pts("-5,-9 10,-12 26,-11"), pts("-5,9 10,13 24,14")],
    before: [digit("6,-7 19,-17 33,-19", 4.9)],
    creases: [pts("12,-6 22,0 20,8")],
  },
  grip: {
    behind: [digit("9,-8 23,-17 35,-15", 4.9)],
    palm: pts("-5,-9 8,-12 22,-15 30,-14 33,4 28,16 10,13 -5,9"),
    edges: [...BACK_EDGES, pts("8,-12 22,-15")],
    before: [],
    pads: [
      pts("22,10.4 33,9.8 39,12 39.5,15.6 35,17.4 24,17.6 19.6,15.6 19.4,12"),
      pts("20,3 35,2.4 42.4,4.6 43,8.6 38,10.8 22,11.4 16.8,9 16.6,5.2"),
      pts("19,-5.4 36,-6 44,-3.4 44.4,1.2 39,3.2 21,3.8 15.4,1.2 15.2,-3.2"),
      pts("21,-14 35,-14.6 42,-12 42.6,-7.4 37,-5.2 22,-4.8 16.8,-7.2 16.6,-11.6"),
    ],
    creases: [],
  },
  pinch: {
    behind: [digit("26,9 37,15 32,19", 4), digit("28,6 42,12 37,16", 4.4), digit("29,1 46,7 42,12", 4.6)],
    palm: PALM,
    edges: [pts("-5,-9 10,-12 25,-12"), pts("-5,9 10,13 25,13.5")],
    before: [digit("28,-8 44,-13 53,-3", 4.5), digit("8,-4 27,-1 50,0", 4.8)],
    creases: [],
  },
  cup: {
    behind: [
      digit("26,10 38,18 48,18", 4),
      digit("28,6 44,12 55,12", 4.4),
      digit("29,0 48,4 60,5", 4.6),
      digit("28,-7 46,-6 58,-3", 4.5),
    ],
    palm: PALM,
    edges: [pts("-5,-9 10,-12 26,-11"), pts("-5,9 10,13 24,13.5")],
    before: [digit("7,-7 20,-17 34,-20", 4.8)],
    creases: [pts("32,3 40,7"), pts("32,-3 40,-1")],
  },
};

/** How far along the hand its middle, or what it grips, lies. */
const REACH: Readonly<Record<HandShape, number>> = {
  relaxed: 30,
  fist: 22,
  open: 34,
  point: 34,
  flat: 34,
  grip: 30,
  pinch: 48,
  cup: 34,
};

export interface HandSpec {
  wrist: Pt;
  elbow: Pt;
  length: number;
  shape: HandShape;
  /** 1: thumb on the left of the way it points, −1: on the right. */
  thumb: 1 | -1;
}

/** Where a hand holds what it holds. */
export function gripOf({ wrist, elbow, length, shape }: Omit<HandSpec, "thumb">): Pt {
  const r = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  const reach = (REACH[shape] * length) / 60;
  return [wrist[0] + Math.cos(r) * reach, wrist[1] + Math.sin(r) * reach];
}

/** Draws a hand and returns the middle of its grip. */
export function drawHand(pen: Pen, spec: HandSpec): Pt {
  const { wrist, elbow, length, shape, thumb } = spec;
  const degrees = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI;
  const k = length / 60;
  const p = pen.at(placed(wrist[0], wrist[1], degrees, k, k * thumb));
  const { behind, palm, edges, before, pads = [], creases } = HANDS[shape];
  for (const one of behind) drawDigit(p, one);
  p.silhouetted(palm, "white");
  for (const edge of edges) p.line(edge, 0.85, "none");
  if (p.scale > 0.28) for (const crease of creases) p.line(crease, 0.45, "end");
  for (const one of before) drawDigit(p, one);
  for (const pad of pads) p.shape(pad, "white", 0.8);
  return gripOf(spec);
}

/** A digit without a line across its root. */
function drawDigit(p: Pen, { bones: [a, b, c], wide }: Digit): void {
  if (!a || !b || !c) return;
  const [ux, uy] = unit(a, b);
  const [vx, vy] = unit(b, c);
  const [mx, my] = unit([0, 0], [ux + vx, uy + vy]);
  const side = (at: Pt, dx: number, dy: number, w: number): Pt => [at[0] - dy * w, at[1] + dx * w];
  const tip = wide * 0.78;
  const outline: Pt[] = [
    side(a, ux, uy, -wide),
    side(b, mx, my, -wide),
    side(c, vx, vy, -tip),
    [c[0] + vx * wide * 0.9, c[1] + vy * wide * 0.9],
    side(c, vx, vy, tip),
    side(b, mx, my, wide),
    side(a, ux, uy, wide),
  ];
  p.silhouetted(outline, "white");
  p.line(outline, 0.8, "none");
}

function unit(a: Pt, b: Pt): Pt {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}
