// Likeness of figures at thumbnail size, measured on drawn pixels: a cast that the offline reader designs
// together can be told apart, and so can poses and animals.

import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../../drawing/grey-pixels.ts";
import type { Character } from "../../../../manga/cast.ts";
import type { Concept, Person } from "../../../../manga/concept.ts";
import type { Drawing } from "../../../../manga/drawing.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { styleOf } from "../../../../manga/style-presets.ts";
import { findFacts } from "../../reader/offline-reader.ts";
import { designCast } from "../../reader/telling/cast.ts";
import { drawBeast } from "../animals/animals.ts";
import { ANIMALS, EVERY } from "../animals/sample-animals.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { PoseSchema } from "../closed/staging.ts";
import { IDENTITY } from "../pen/curves.ts";
import { extentOf, type Pen, penOn } from "../pen/pen.ts";
import { GIRL } from "../sample-panel.ts";
import { closedRequest } from "../vocabulary/closed-request.ts";
import { drawHuman } from "./figure.ts";
import { type FigureSpec, UNTOLD } from "./figure-job.ts";

/** Side of a thumbnail in pixels. */
const SIDE = 96;

/** Pixels of a figure: grey (0 black, 1 white), and whether the figure covers the pixel. */
interface Thumbnail {
  grey: Float32Array;
  covered: Uint8Array;
}

/** How much of a figure each crop shows from its top, in the units that head space and figure space share. */
const CROPS = { head: 150, half: 330, whole: undefined } as const;

type Shown = Pick<FigureSpec, "design" | "pose"> & { crop: keyof typeof CROPS };

/** Renders a drawing to greys (0 black … 1 white), one pixel for each unit, on a sheet of the given colour. */
type Pixels = (drawing: Drawing, sheet: "white" | "black") => Float32Array;

/**
 * Draws a figure as panels do, in three-quarter view and calm, at one scale for all. People have their hips
 * at x = 0, so that long hair does not shift them; animals are centred.
 */
function thumbnail({ design, pose, crop }: Shown, pixels: Pixels): Thumbnail {
  const spec: FigureSpec = { ...UNTOLD, design, pose };
  const draw = (pen: Pen) => {
    if (design.kind === "human") drawHuman(pen, spec);
    else drawBeast(pen, spec, design.kind);
  };
  const [left, top, right, low] = extentOf(draw);
  const scale = SIDE / (CROPS[crop] ?? Math.max(right - left, low - top));
  const middle = crop === "whole" ? (left + right) / 2 : 0;
  const items: Drawing["items"] = [];
  penOn(items, IDENTITY, Math.max(0.8, 2.4 * scale))
    .at([scale, 0, 0, scale, SIDE / 2 - middle * scale, -top * scale])
    .haloed(0, draw);
  const drawing = { width: SIDE, height: SIDE, margin: 0, items };
  const [grey, onBlack] = [pixels(drawing, "white"), pixels(drawing, "black")];
  return {
    grey,
    covered: Uint8Array.from(grey, (one, i) => (Math.abs(one - (onBlack[i] ?? 0)) < 0.5 ? 1 : 0)),
  };
}

interface Unlikeness {
  /** Mean absolute difference of grey over the union of both figures, 0 … 1. */
  tone: number;
  /** Share of the silhouettes' union that they do not have in common, 0 … 1. */
  shape: number;
  /** Both in one number: tone counts fully and shape by half, because outlines in the same crop are similar. */
  both: number;
}

function unlikeness(a: Thumbnail, b: Thumbnail): Unlikeness {
  let [union, common, sum] = [0, 0, 0];
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    const [inA, inB] = [a.covered[i] === 1, b.covered[i] === 1];
    if (!inA && !inB) continue;
    union += 1;
    if (inA && inB) common += 1;
    sum += Math.abs((a.grey[i] ?? 1) - (b.grey[i] ?? 1));
  }
  const tone = union === 0 ? 0 : sum / union;
  const shape = union === 0 ? 0 : 1 - common / union;
  return { tone, shape, both: tone + shape * 0.5 };
}

type Sort = readonly [age: string, sex: Person["sex"]];

const MIXED: readonly Sort[] = [
  ["teen", "female"],
  ["teen", "male"],
  ["adult", "female"],
  ["adult", "male"],
  ["child", "male"],
  ["elder", "female"],
  ["elder", "male"],
  ["child", "female"],
  ["teen", "female"],
  ["adult", "male"],
];
const MEN: readonly Sort[] = MIXED.map(() => ["adult", "male"]);
const GIRLS: readonly Sort[] = MIXED.map(() => ["teen", "female"]);

const STYLE = styleOf("manga");
const facts = await findFacts(segmentStory("Nothing is told of anybody here.", "en"));

/** The designs that the artist makes for people whom the offline reader designs together. */
function castOf(sorts: readonly Sort[], seed: number): readonly CharacterDesign[] {
  const people = sorts.map(
    ([age, sex], i): Person => ({
      ...{ id: `c${i + 1}`, name: `Person ${i + 1}`, aliases: [], role: "support" },
      ...{ kind: "human", age, sex, notes: "" },
    }),
  );
  const concept: Concept = {
    ...{ title: "A cast", language: "en", genre: "Drama", themes: [], mood: "neutral" },
    ...{ world: "", audience: "", people, pages: 1, style: STYLE },
  };
  return designCast(concept, facts, seed).characters.map(designOf);
}

function designOf(design: Character): CharacterDesign {
  const portrait = { design, style: STYLE, width: 600, height: 800, seed: 3 } as const;
  const { request } = closedRequest({ kind: "portrait", ...portrait });
  if (request.kind !== "portrait") throw new TypeError("the request is not for a portrait");
  return request.design;
}

interface Pair {
  who: string;
  head: Unlikeness;
  half: Unlikeness;
}

const standing = new Map<string, Thumbnail>();

/** Somebody who stands. Casts of one seed share many of their people, so each is drawn once. */
function thumbnailOf(design: CharacterDesign, crop: "head" | "half"): Thumbnail {
  const key = JSON.stringify([design, crop]);
  const known = standing.get(key) ?? thumbnail({ design, pose: "stand", crop }, greyPixels);
  standing.set(key, known);
  return known;
}

function pairsOf(cast: readonly CharacterDesign[]): Pair[] {
  const seen = cast.map((design) => ({
    who: `${design.id}: ${design.hair.fill} ${design.hair.style}, ${design.clothes.topFill} ${design.clothes.top}`,
    head: thumbnailOf(design, "head"),
    half: thumbnailOf(design, "half"),
  }));
  return seen.flatMap((a, i) =>
    seen.slice(i + 1).map((b) => ({
      who: `${a.who} and ${b.who}`,
      head: unlikeness(a.head, b.head),
      half: unlikeness(a.half, b.half),
    })),
  );
}

/** Least differences by cast size, for head and half figure together and for each; smaller casts must differ more. */
const LEAST: readonly (readonly [people: number, together: number, each: number])[] = [
  [2, 0.9, 0.3],
  [4, 0.65, 0.22],
  [7, 0.5, 0.15],
  [10, 0.42, 0.13],
];

describe("a cast at thumbnail size", () => {
  it.each([
    ["people of all ages", MIXED],
    ["men of one age", MEN],
    ["girls of one age", GIRLS],
  ] as const)(
    "differ visibly in head and half figure for every seed: %s",
    (_, sorts) => {
      const alike: string[] = [];
      for (let seed = 1; seed <= 5; seed += 1)
        for (const [people, together, each] of LEAST)
          for (const { who, head, half } of pairsOf(castOf(sorts.slice(0, people), seed)))
            if (head.both + half.both < together || Math.min(head.both, half.both) < each)
              alike.push(`seed ${seed}, ${people}: ${who}: ${head.both.toFixed(2)} ${half.both.toFixed(2)}`);
      expect(alike).toEqual([]);
    },
    60_000,
  );

  it("measures 0 for equal figures, little for jacket and uniform, and more for dark and white", () => {
    const [design] = castOf(MEN.slice(0, 1), 3);
    if (!design) throw new TypeError("the cast is empty");
    const picture = (change: Partial<CharacterDesign["clothes"]>) =>
      thumbnail(
        { design: { ...design, clothes: { ...design.clothes, ...change } }, pose: "stand", crop: "half" },
        greyPixels,
      );
    const jacket = picture({ top: "jacket", topFill: "dark" });
    expect(unlikeness(jacket, jacket)).toEqual({ tone: 0, shape: 0, both: 0 });
    const uniform = unlikeness(jacket, picture({ top: "uniform", topFill: "dark" }));
    const white = unlikeness(jacket, picture({ top: "jacket", topFill: "white" }));
    expect(uniform.both).toBeGreaterThan(0);
    expect(uniform.both).toBeLessThan(0.2);
    expect(white.both).toBeGreaterThan(uniform.both + 0.15);
  });
});

/** Plain clothes, so that only the pose differs. */
const PLAIN: CharacterDesign = {
  ...GIRL,
  build: "average",
  clothes: { top: "shirt", topFill: "light", bottom: "trousers", bottomFill: "dark", hat: "none" },
};

/** A greedy count of items that differ pairwise: each item is kept if it differs from all kept before it. */
function distinct<T>(all: readonly T[], unlike: (a: T, b: T) => boolean): T[] {
  const taken: T[] = [];
  for (const one of all) if (taken.every((other) => unlike(one, other))) taken.push(one);
  return taken;
}

describe("poses at thumbnail size", () => {
  it("have at least thirty clearly different silhouettes", () => {
    const poses = PoseSchema.options.map((pose) => ({
      pose,
      seen: thumbnail({ design: PLAIN, pose, crop: "whole" }, greyPixels),
    }));
    const unlike = distinct(poses, (a, b) => unlikeness(a.seen, b.seen).shape > 0.18);
    expect(unlike.map(({ pose }) => pose).length).toBeGreaterThanOrEqual(30);
  });
});

describe("animals at thumbnail size", () => {
  it("differ by outline alone when they sit, walk, run and sleep", () => {
    const alike: string[] = [];
    for (const pose of ["sit", "walk", "run", "sleep"] as const) {
      const seen = ANIMALS.map((design) => ({
        design,
        picture: thumbnail({ design, pose, crop: "whole" }, greyPixels),
      }));
      for (const [i, a] of seen.entries())
        for (const b of seen.slice(i + 1)) {
          const { shape } = unlikeness(a.picture, b.picture);
          if (shape < 0.15) alike.push(`${a.design.name} and ${b.design.name} ${pose}: ${shape.toFixed(2)}`);
        }
    }
    expect(alike).toEqual([]);
  });

  it("have a different drawing for every word of the table, standing and running", () => {
    const alike: string[] = [];
    for (const pose of ["stand", "run"] as const) {
      const seen = EVERY.map((design) => ({
        name: design.name,
        picture: thumbnail({ design, pose, crop: "whole" }, greyPixels),
      }));
      for (const [i, a] of seen.entries())
        for (const b of seen.slice(i + 1)) {
          const { both } = unlikeness(a.picture, b.picture);
          if (both < 0.08) alike.push(`${a.name} and ${b.name} ${pose}`);
        }
    }
    expect(alike).toEqual([]);
  });
});
