// A crowd of strangers behind the acting figures. The nearest are drawn as whole, varied figures; behind them
// are overlapping silhouettes, and behind these only tone.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Composition, PanelView } from "../camera/view.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Expression, Mood, PlaceKind } from "../closed/staging.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { type Pt, placed, rowsOf } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait } from "../places/places.ts";
import { drawPart } from "../things/parts.ts";
import { SETS } from "./body/poses.ts";
import { drawHuman } from "./figure.ts";
import { nibFor, UNTOLD } from "./figure-job.ts";
import { FIGURE_METRE } from "./hands/hands.ts";

/** Limits of the ground in metres left and right of the middle: a platform ends at its wall and its rails, a bridge at its railings. */
const GROUND: Readonly<Partial<Record<PlaceKind, readonly [number, number]>>> = {
  station: [-3, 1.5],
  bridge: [-1.6, 1.6],
  ...{ train: [-1, 1], bus: [-0.5, 0.5] },
};

/** The x range of a panel with ground at a distance. */
function groundAt({ camera, width, picture }: PanelView, z: number, margin: number): [number, number] {
  const ground = GROUND[picture.scene.place.kind];
  if (ground === undefined) return [-margin, width + margin];
  const [from, to] = ground.map((x) => camera.see(x, 0, z)[0]);
  return [Math.max(-margin, from ?? 0), Math.min(width + margin, to ?? width)];
}

const FELT = measuresOf<Mood, { crowd?: readonly [Expression, ...Expression[]] }>("felt");
const USUAL: readonly [Expression, ...Expression[]] = ["calm", "smile", "thoughtful", "surprised"];

/** Draws the crowd; returns a box for each head that lettering should keep free. */
export function drawCrowd(pen: Pen, view: PanelView, plan: Composition): Pt[][] {
  const { picture } = view;
  if (!hasTrait(picture.scene.place.kind, "public")) return [];
  if (!["establishing", "long", "full"].includes(picture.shot)) return [];
  if (!picture.told.crowd) return [];
  const rng = chance(hashOf(picture.scene.id, "crowd", view.seed));
  drawThrong(pen, view, rng);
  return [
    ...drawRow(pen, view, plan, { rng, dz: 1.9, apart: 0.72 }),
    ...drawRow(pen, view, plan, { rng, dz: 1, apart: 1.05 }),
  ];
}

/** The farthest rows: overlapping heads and shoulders. The last row is only tone; nearer ones have their own hair and coats. */
function drawThrong(pen: Pen, view: PanelView, rng: Chance): void {
  const { camera, picture } = view;
  const dark = picture.scene.hour === "night";
  const cloth = pen.of(MATERIALS.cloth);
  for (const [dz, tone] of rowsOf([6.4, dark ? 0.56 : 0.14], [4.8, dark ? 0.66 : 0.24], [3.2, null])) {
    const z = camera.distance + dz;
    const k = camera.focal / z;
    const [, foot] = camera.see(0, 0, z);
    const [left, right] = groundAt(view, z, k * 0.4);
    for (let x = left + k * rng.between(0, 0.4); x < right; x += k * rng.between(0.34, 0.6)) {
      const tall = k * rng.between(0.8, 1.08);
      const [hat, long, raised] = [rng.flip(0.2), rng.flip(0.4), rng.flip(0.15)];
      const coat = tone ?? rng.pick(dark ? [0.5, 0.62, 0.74, 0.84] : [0.06, 0.16, 0.3, 0.5]);
      // They look away, because at this size a face would be two dots, and a crowd of those looks uncanny.
      const hair = tone ?? rng.pick<Paint>(["black", "black", { tone: 0.6 }, { tone: 0.4 }]);
      drawPart(cloth.withNib(1.5).at(placed(x, foot, 0, tall / 100)), "crowds/somebody", {
        paints: { coat: { tone: coat }, hair: typeof hair === "number" ? { tone: hair } : hair },
        is: [
          tone === null ? "near" : "far",
          hat ? "hat" : long ? "long" : "short",
          raised ? "raised" : "lowered",
        ],
      });
    }
  }
}

interface Row {
  rng: Chance;
  /** Metres behind the acting figures, and between neighbours. */
  dz: number;
  apart: number;
}

/** Whole figures of varied age and height, most of them turned towards the action. */
function drawRow(pen: Pen, view: PanelView, plan: Composition, { rng, dz, apart }: Row): Pt[][] {
  const { camera, width, height, picture } = view;
  const z = camera.distance + dz;
  const k = camera.focal / z;
  const [, foot] = camera.see(0, 0, z);
  const heads: Pt[][] = [];
  const middle = plan.standing[0]?.x ?? width / 2;
  const stirred = ["tense", "heroic", "comic"].includes(picture.scene.mood);
  const [left, right] = groundAt(view, z, k * 0.3);
  for (let x = left + k * rng.between(0, 0.6); x < right; x += k * apart * rng.between(0.7, 1.35)) {
    const taken = plan.standing.some((other) => Math.abs(other.x - x) < plan.metre * 0.36);
    const near = z - rng.between(0, 0.5);
    const scale = (camera.focal / near / FIGURE_METRE) * rng.between(0.95, 1.04);
    if (taken || foot - k * 1.7 > height) continue;
    const facing = x < middle ? 1 : -1;
    const flip = rng.flip(0.8) ? facing : -facing;
    const matrix = placed(x, camera.see(0, 0, near)[1], 0, scale * flip, scale);
    const nib = nibFor(scale * 100);
    const spec = {
      ...UNTOLD,
      design: stranger(rng),
      pose: rng.pick(SETS[stirred ? "stirred" : "at-ease"]),
      expression: rng.pick(FELT[picture.scene.mood].crowd ?? USUAL),
      view: rng.pick(["three-quarter", "three-quarter", "profile", "back", "front"] as const),
      moment: rng.int(0, 11),
      angle: picture.angle,
      mood: picture.scene.mood,
    };
    pen.withNib(nib).haloed(nib * 0.4, (p) => {
      const { face } = drawHuman(p.at(matrix), spec);
      if (face) heads.push(face.corners);
    });
  }
  return heads;
}

/** The random design of a stranger. */
function stranger(rng: Chance): CharacterDesign {
  const male = rng.flip();
  const id = `x${rng.int(0, 1e6)}`;
  const age = rng.pick(["adult", "adult", "teen", "elder", "child"] as const);
  const grown = age === "adult" || age === "elder";
  const fill = () => rng.pick(["white", "light", "mid", "light", "mid", "dark", "black"] as const);
  return {
    id,
    name: "",
    kind: "human",
    age,
    gender: male ? "male" : "female",
    build: rng.pick(["average", "slim", "broad", "small"] as const),
    beard: male && rng.flip(0.2) && grown ? "moustache" : "none",
    glasses: rng.flip(0.18),
    look: rng.int(0, 999),
    description: "",
    hair: {
      style: male
        ? rng.pick(["short", "crop", "messy", "swept"] as const)
        : rng.pick(["bob", "long", "ponytail", "bun", "curly"] as const),
      fill: rng.pick(["black", "dark", "mid", "black", "white"] as const),
    },
    clothes: {
      top: rng.pick(["shirt", "sweater", "jacket", "coat", "hoodie"] as const),
      topFill: fill(),
      bottom: male ? "trousers" : rng.pick(["skirt", "trousers", "dress"] as const),
      bottomFill: fill(),
      hat: rng.flip(0.12) ? "cap" : "none",
    },
  };
}
