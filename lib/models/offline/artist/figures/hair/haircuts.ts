// Haircuts as data: the fringe's locks, the sides, the crown and what hangs behind. Angles are degrees round the head
// from the middle of the face (negative: the near side), heights are head space.

import type { CharacterDesign } from "../../closed/cast.ts";
import { hashOf } from "../../pen/chance.ts";

/** A point of the hairline; `tip` is where a lock ends. */
type Lock = readonly [phi: number, y: number, tip?: "tip"];

export interface Haircut {
  fringe: readonly Lock[];
  /** How far the locks before the ears hang. */
  side: number;
  /** Whether the sides hide the ears. */
  covers: boolean;
  volume: number;
  crown: "smooth" | "spiky" | "messy" | "curly" | "quiff" | "brush";
  /** Where the hair ends at the nape. */
  nape: number;
  /** Hair behind the shoulders: how far it hangs, how wide it is, how it ends. */
  back?: { length: number; width: number; hem: "straight" | "points" | "curls" };
  extra?: "ponytail" | "twin-tails" | "bun";
}

const FRINGES = {
  straight: [
    [-60, -6],
    [-54, 0, "tip"],
    [-46, -12],
    [-38, -4, "tip"],
    [-28, -13],
    [-20, -6, "tip"],
    [-8, -14],
    [0, -5, "tip"],
    [9, -13],
    [18, -6, "tip"],
    [27, -12],
    [36, -4, "tip"],
    [45, -11],
    [52, 2, "tip"],
  ],
  parted: [
    [-62, 0],
    [-56, 10, "tip"],
    [-44, -8],
    [-36, -2, "tip"],
    [-26, -22],
    [-20, -34],
    [-8, -20],
    [8, -4, "tip"],
    [16, -14],
    [32, 2, "tip"],
    [40, -6],
    [52, 8, "tip"],
  ],
  middle: [
    [-64, 2],
    [-56, 9, "tip"],
    [-48, -8],
    [-34, -18],
    [-16, -28],
    [-1, -40],
    [14, -28],
    [32, -16],
    [46, -4],
    [54, 9, "tip"],
  ],
  jagged: [
    [-62, -4],
    [-52, 5, "tip"],
    [-44, -18],
    [-32, -3, "tip"],
    [-23, -22],
    [-6, 2, "tip"],
    [-2, -18],
    [18, -2, "tip"],
    [22, -19],
    [40, -1, "tip"],
    [46, -12],
    [54, 4, "tip"],
  ],
  swept: [
    [-62, 2],
    [-55, 9, "tip"],
    [-46, -8],
    [-36, -2, "tip"],
    [-26, -18],
    [-8, -12, "tip"],
    [2, -25],
    [18, -33],
    [31, -38],
    [38, -26],
    [46, -14],
    [52, -4, "tip"],
  ],
  back: [
    [-64, -4],
    [-57, 2, "tip"],
    [-50, -16],
    [-38, -27],
    [-20, -33],
    [-6, -24, "tip"],
    [2, -36],
    [20, -37],
    [34, -32],
    [44, -20],
    [52, -8, "tip"],
  ],
  bristle: [
    [-64, -6],
    [-58, -1, "tip"],
    [-53, -15],
    [-44, -19, "tip"],
    [-38, -24],
    [-28, -20, "tip"],
    [-20, -26],
    [-10, -21, "tip"],
    [-2, -27],
    [9, -21, "tip"],
    [17, -26],
    [28, -20, "tip"],
    [36, -23],
    [44, -14, "tip"],
    [52, -11],
  ],
  tufts: [
    [-62, -10],
    [-48, -12, "tip"],
    [-42, -22],
    [-28, -12, "tip"],
    [-20, -24],
    [-4, -12, "tip"],
    [2, -25],
    [20, -13, "tip"],
    [26, -24],
    [42, -12, "tip"],
    [52, -14],
  ],
  curls: [
    [-58, -6, "tip"],
    [-52, 4],
    [-42, 5],
    [-36, -5, "tip"],
    [-30, -1],
    [-18, -2],
    [-11, -12, "tip"],
    [-2, -6],
    [12, -3],
    [21, -10, "tip"],
    [28, 2],
    [41, 3],
    [46, -6, "tip"],
    [52, 4],
  ],
} as const satisfies Record<string, readonly Lock[]>;

type Fringe = keyof typeof FRINGES;

interface Style extends Omit<Haircut, "fringe"> {
  fringes: readonly [Fringe, ...Fringe[]];
}

const STYLES: Readonly<Record<Exclude<CharacterDesign["hair"]["style"], "bald">, Style>> = {
  short: {
    fringes: ["jagged", "parted", "straight"],
    side: 16,
    covers: false,
    volume: 5,
    crown: "messy",
    nape: 26,
  },
  crop: { fringes: ["tufts", "bristle"], side: 9, covers: false, volume: 2, crown: "brush", nape: 18 },
  bob: {
    fringes: ["straight", "parted"],
    side: 44,
    covers: true,
    volume: 6,
    crown: "smooth",
    nape: 40,
    back: { length: 45, width: 48, hem: "straight" },
  },
  long: {
    fringes: ["straight", "parted", "middle"],
    side: 62,
    covers: true,
    volume: 5,
    crown: "smooth",
    nape: 40,
    back: { length: 150, width: 56, hem: "points" },
  },
  ponytail: {
    fringes: ["parted", "swept", "jagged"],
    side: 34,
    covers: false,
    volume: 4,
    crown: "smooth",
    nape: 22,
    extra: "ponytail",
  },
  "twin-tails": {
    fringes: ["straight", "jagged"],
    side: 36,
    covers: false,
    volume: 4,
    crown: "smooth",
    nape: 24,
    extra: "twin-tails",
  },
  bun: {
    fringes: ["parted", "middle", "swept"],
    side: 22,
    covers: false,
    volume: 3,
    crown: "smooth",
    nape: 20,
    extra: "bun",
  },
  spiky: { fringes: ["tufts", "jagged"], side: 14, covers: false, volume: 8, crown: "spiky", nape: 28 },
  messy: { fringes: ["jagged", "parted"], side: 22, covers: false, volume: 8, crown: "messy", nape: 32 },
  curly: {
    fringes: ["curls"],
    side: 38,
    covers: true,
    volume: 10,
    crown: "curly",
    nape: 36,
    back: { length: 42, width: 55, hem: "curls" },
  },
  swept: { fringes: ["swept", "back"], side: 13, covers: false, volume: 6, crown: "quiff", nape: 24 },
};

/** Null for a bald head. */
export function haircut(design: CharacterDesign): Haircut | null {
  const { style } = design.hair;
  if (style === "bald") return null;
  const { fringes, ...rest } = STYLES[style];
  const fringe = fringes[hashOf(design.look, design.id, "fringe") % fringes.length] ?? fringes[0];
  return { ...rest, fringe: FRINGES[fringe] };
}
