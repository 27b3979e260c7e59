// Which four-legged animal somebody is, by kind and by name, and what tells one breed from another: size, limbs, tail, markings.
import type { CharacterDesign, Fill } from "../../../manga/cast.ts";
import type { Paint } from "../../../manga/drawing.ts";
import type { Pose } from "../../../manga/staging.ts";
import { coatOf } from "./coats.ts";
import { type Pt, pts } from "./curves.ts";
import { paintOf } from "./hair-ink.ts";

export type Species = "cat" | "dog" | "fox" | "wolf" | "rabbit" | "bear";
export type Posture = "sit" | "walk" | "run" | "sleep";

/** A trunk that bodies are drawn by: bodies of one form share their postures. */
export type Form = "lithe" | "hunched" | "heavy";

export interface Breed {
  species: Species;
  size: number;
  form: Form;
  /** Half widths of a leg at hip, knee and foot. */
  legs: readonly [number, number, number];
  tail: readonly Pt[];
  /** The tail's own end in another paint, if it has one. */
  tailTip?: readonly Pt[];
  /** How high the head reaches above its middle, and how far it reaches to either side of the hips. */
  crown: number;
  reach: readonly [back: number, front: number];
}

const THIN = [17, 9, 7] as const;
const BRUSH = pts("4,8 -16,2 -34,6 -58,-6 -84,-34 -98,-72! -72,-74 -46,-58 -26,-30 -8,-12");
const BRUSH_TIP = pts("-74,-34! -84,-34 -98,-72! -72,-74 -58,-64! -70,-56 -64,-46! -78,-44");

const BREEDS: Readonly<Record<Species, Breed>> = {
  cat: {
    species: "cat",
    size: 1,
    form: "lithe",
    legs: THIN,
    tail: pts("0,0 -26,-4 -44,-34 -40,-70 -54,-92! -44,-88 -30,-67 -34,-32 -19,2 8,7"),
    crown: 60,
    reach: [130, 140],
  },
  dog: {
    species: "dog",
    size: 1.42,
    form: "lithe",
    legs: [18, 10, 8],
    tail: pts("0,0 -20,-16 -28,-42 -18,-56! -8,-52 -16,-36 -8,-12 10,4"),
    crown: 42,
    reach: [100, 145],
  },
  fox: {
    species: "fox",
    size: 1.16,
    form: "lithe",
    legs: [16, 8, 6],
    tail: BRUSH,
    tailTip: BRUSH_TIP,
    crown: 74,
    reach: [175, 155],
  },
  wolf: {
    species: "wolf",
    size: 1.62,
    form: "lithe",
    legs: [20, 10, 8],
    tail: pts("6,6 -12,-2 -28,10 -44,34 -50,64! -34,58 -28,66! -18,44 -8,24 6,16"),
    crown: 66,
    reach: [130, 160],
  },
  rabbit: {
    species: "rabbit",
    size: 0.84,
    form: "hunched",
    legs: THIN,
    tail: pts("6,4 -6,10 -18,4 -22,-8 -14,-18 0,-16"),
    crown: 116,
    reach: [110, 110],
  },
  bear: {
    species: "bear",
    size: 1.9,
    form: "heavy",
    legs: [30, 22, 19],
    tail: pts("6,8 -6,8 -12,-2 -6,-12 4,-10"),
    crown: 56,
    reach: [135, 160],
  },
};

/** Names that make a creature one of these; a wolf's cub is a wolf. */
const NAMED: readonly (readonly [RegExp, Species])[] = [
  [/\b(?:fox|vixen)(?:es)?\b|狐|きつね|キツネ/iu, "fox"],
  [/\bwol(?:f|ves)\b|狼|おおかみ|オオカミ/iu, "wolf"],
  [/\b(?:rabbits?|hares?|bunn(?:y|ies))\b|兎|兔|うさぎ|ウサギ|ラビット/iu, "rabbit"],
  [/\b(?:bears?|pandas?)\b|熊|(?:^|[^ァ-ヶー])クマ|くま|パンダ/iu, "bear"],
];

/** The animal that somebody is drawn as; undefined for who does not go on four legs. */
export function speciesOf({ kind, name, description }: CharacterDesign): Species | undefined {
  if (kind === "cat" || kind === "dog") return kind;
  if (kind !== "creature") return undefined;
  return [name, description].flatMap((said) => NAMED.find(([word]) => word.test(said))?.[1] ?? [])[0];
}

export const breedOf = (species: Species): Breed => BREEDS[species];

/** Coats that each breed can have; another fill becomes the first. */
const COATS: Readonly<Partial<Record<Species, readonly [Fill, ...Fill[]]>>> = {
  fox: ["mid", "white", "light"],
  wolf: ["dark", "light", "white", "black"],
  bear: ["black", "dark", "white"],
  rabbit: ["white", "light", "mid", "black"],
};

export function furOf(design: CharacterDesign, species: Species): Paint {
  const coats = COATS[species];
  if (!coats) return coatOf(design);
  return paintOf(coats.includes(design.hair.fill) ? design.hair.fill : coats[0]);
}

const RUNNING: ReadonlySet<Pose> = new Set(["run", "jump", "fall", "fight", "throw", "dance", "climb"]);
const WALKING: ReadonlySet<Pose> = new Set([
  "walk",
  "stand",
  "push",
  "reach",
  "carry",
  "look-back",
  "point",
  "bow",
  "offer",
]);

export function postureOf(pose: Pose): Posture {
  if (pose === "lie" || pose === "sleep") return "sleep";
  if (RUNNING.has(pose)) return "run";
  return WALKING.has(pose) ? "walk" : "sit";
}

export interface HeadPlace {
  at: Pt;
  tilt: number;
}

const HEADS: Readonly<Record<Form, Readonly<Record<Posture, HeadPlace>>>> = {
  lithe: {
    sit: { at: [16, -132], tilt: 0 },
    walk: { at: [82, -122], tilt: 2 },
    run: { at: [92, -120], tilt: -4 },
    sleep: { at: [50, -38], tilt: 18 },
  },
  hunched: {
    sit: { at: [26, -106], tilt: 0 },
    walk: { at: [46, -98], tilt: 4 },
    run: { at: [66, -100], tilt: -6 },
    sleep: { at: [44, -40], tilt: 12 },
  },
  heavy: {
    sit: { at: [12, -158], tilt: 0 },
    walk: { at: [92, -110], tilt: 4 },
    run: { at: [100, -112], tilt: -2 },
    sleep: { at: [60, -38], tilt: 14 },
  },
};

/** How far up a jump carries. */
export const liftOf = (pose: Pose): number => (pose === "jump" ? -46 : 0);

/** Where the head of a lithe body goes that leaps, or lies in wait. */
const ACTING: Readonly<Partial<Record<Pose, HeadPlace>>> = {
  jump: { at: [48, -216], tilt: -12 },
  crouch: { at: [88, -74], tilt: 2 },
};

/** Where the head goes, in the breed's own space. */
export function headPlace({ form }: Breed, pose: Pose): HeadPlace {
  const acting = form === "lithe" ? ACTING[pose] : undefined;
  if (acting) return acting;
  const { at, tilt } = HEADS[form][postureOf(pose)];
  const down =
    pose === "bow" || pose === "look-down" || pose === "eat" || pose === "drink" || pose === "hands-on-face";
  const up = pose === "look-up";
  return {
    at: [at[0] + (down ? 6 : 0), at[1] + liftOf(pose) + (down ? 16 : 0)],
    tilt: tilt + (down ? 20 : up ? -22 : 0),
  };
}
