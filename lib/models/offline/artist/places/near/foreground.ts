// Foreground objects cropped by the frame, as dark silhouettes that give depth: a post, a trunk with leaves, a hedge, a bicycle, a
// table, a curtain. They stand at one side of wide pictures in some takes, where no figure and no thing is.

import type { Composition, PanelView } from "../../camera/view.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import type { Word } from "../../closed/listed.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { PlaceKind } from "../../closed/staging.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, type Pt } from "../../pen/curves.ts";
import { HOURS, MATERIALS, type MaterialName } from "../../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../../pen/pen.ts";
import { sheetAlong, sheetAt } from "../paper.ts";
import { isIndoors, isUnderGlass } from "../places.ts";
import { hasStalls } from "../rooms/shop.ts";
import { drawOnSheet } from "../sheets.ts";
import { isTrainRoof } from "../travel/carriage.ts";

type Near = Word<"post leaves curtain plant grasses table chair rail hedge sign wheel lamp">;

/** Maps a point of the side strip to the panel: 0 … 1 from the edge inwards, 0 … 1 from top to bottom. */
type Place = (u: number, v: number) => Pt;

/** Draws a foreground object in the strip. Objects with random parts are code; the others are in `assets/places/near`. */
function drawNear(pen: Pen, kind: Near, at: Place, rng: Chance): void {
  const grown = GROWN[kind];
  if (grown) {
    grown(pen, at, () => rng.next(), rng);
    return;
  }
  const across = Math.abs(at(1, 0)[0] - at(0, 0)[0]);
  if (kind !== "wheel") {
    drawOnSheet(pen, `near/${kind}`, at, { rng, given: { bolt: 4 / across } });
    return;
  }
  const r = Math.min(across * 0.5, Math.abs(at(0, 0.24)[1] - at(0, 0)[1]));
  const out = at(0, 0)[0] < at(1, 0)[0] ? -1 : 1;
  drawOnSheet(pen, "near/wheel", sheetAt(at(0.34, 0.84), r), { rng, given: { out } });
}

const GROWN: Readonly<Partial<Record<Near, (pen: Pen, at: Place, next: () => number, rng: Chance) => void>>> =
  {
    leaves(pen, at, next, rng) {
      drawOnSheet(pen.of(MATERIALS.wood), "near/bough-trunk", at, { rng });
      for (let b = 0; b < 3; b++) {
        const tip = at(0.75 + next() * 0.6, 0.02 + b * 0.09 + next() * 0.06);
        const root = at(0.1, -0.02 + b * 0.1);
        pen.line([root, [(root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 8], tip], 2.4, "end");
        for (let i = 0; i < 12; i++) {
          const t = 0.25 + (i / 12) * 0.8;
          const [x, y] = [root[0] + (tip[0] - root[0]) * t, root[1] + (tip[1] - root[1]) * t];
          const a = next() * 6.28;
          const l = 16 + next() * 20;
          const [dx, dy] = [Math.cos(a) * l, Math.sin(a) * l * 0.8 + 6];
          drawOnSheet(pen, "near/leaf", sheetAlong([x, y], [dx, dy]), { rng, paints: { leaf: "black" } });
        }
      }
    },
    grasses(pen, at, next) {
      for (let i = 0; i < 26; i++) {
        const u = -0.15 + next() * 1.2;
        const tall = (0.12 + next() * 0.26) * (1.1 - Math.max(0, u) * 0.75);
        const lean = (next() - 0.35) * 0.36;
        const half = 0.018 + next() * 0.02;
        const paint = i % 5 === 4 ? ({ tone: 0.5 } as const) : "black";
        pen.shape(
          [
            corner(at(u - half, 1.06)),
            at(u + lean * 0.25 - half, 1.02 - tall * 0.55),
            corner(at(u + lean, 1 - tall)),
            at(u + lean * 0.25 + half, 1.02 - tall * 0.55),
            corner(at(u + half, 1.06)),
          ],
          paint,
          0.4,
        );
        if (i % 6 === 0) {
          const [x, y] = at(u + lean, 1 - tall);
          for (let seed = 0; seed < 4; seed++)
            pen.shape(ellipse(x + (seed % 2 ? 5 : -5), y + seed * 6, 4, 6, 6), "white", 0.4);
        }
      }
    },
    hedge(pen, at, next, rng) {
      const [x0, y0] = at(0, 1);
      const [x1, y1] = at(1, 0.62);
      const unit = Math.abs(x1 - x0) / 9;
      const lumps: Pt[] = [];
      for (let i = 0; i <= 8; i++) {
        const t = i / 8;
        const high = (1 - t ** 2.2) * (0.72 + next() * 0.28);
        lumps.push([x0 + (x1 - x0) * (t * 1.1 - 0.1), y0 + (y1 - y0) * high + 12]);
      }
      const crown: Pt[] = lumps.flatMap(([x, y], i): Pt[] => [
        corner([x - (unit * Math.sign(x1 - x0)) / 2, y + unit * 0.35]),
        [x, y - unit * (0.2 + (i % 3) * 0.14)],
      ]);
      pen.shape([...crown, corner(at(1.1, 1.1)), corner(at(-0.3, 1.1))], "black", 0.8);
      // Single lit leaves outside the silhouette, fewer towards the foot.
      for (let i = 0; i < 46; i++) {
        const [lx, ly] = lumps[Math.floor(next() * 7)] ?? [x0, y0];
        const [x, y] = [lx + unit * (next() - 0.5) * 1.4, ly + (y0 - y1) * next() ** 1.8 * 0.55 + unit * 0.2];
        const a = 0.5 + next() * 2.2;
        const l = unit * (0.22 + next() * 0.2);
        const [dx, dy] = [Math.cos(a) * l, Math.sin(a) * l];
        const leaf = i % 4 === 0 ? "white" : { tone: 0.45 };
        drawOnSheet(pen, "near/hedge-leaf", sheetAlong([x, y], [dx, dy]), { rng, paints: { leaf } });
      }
    },
    plant(pen, at, next, rng) {
      for (let i = 0; i < 7; i++) {
        const rise = 0.25 + ((i * 3) % 7) * 0.17;
        const root = at(0.1 + next() * 0.1, 1.06);
        const tip = at(0.16 + Math.cos(rise) * 0.8, 1 - Math.sin(rise) * 0.34 - next() * 0.05);
        const [dx, dy] = [tip[0] - root[0], tip[1] - root[1]];
        const knee: Pt = [root[0] + dx * 0.35, root[1] + dy * 0.72];
        pen.line([root, knee, [root[0] + dx * 0.6, root[1] + dy * 0.9]], 1.1, "end");
        const stalk: Pt = [root[0] + dx * 0.52, root[1] + dy * 0.86];
        const long: Pt = [tip[0] - stalk[0], tip[1] + Math.abs(dx) * 0.22 - stalk[1]];
        drawOnSheet(pen, "near/broad-leaf", sheetAlong(stalk, long), { rng });
      }
    },
  };

const NEAR = measuresOf<PlaceKind, { near?: readonly Near[] }>("places");

/** Objects that do not fit beside people in historical dress. */
const MODERN: ReadonlySet<Near> = new Set(["post", "sign", "wheel", "lamp"]);
const OLD_DRESS: ReadonlySet<CharacterDesign["clothes"]["top"]> = new Set(["kimono", "robe", "armor"]);

export function drawForeground(
  pen: Pen,
  { picture, width, height, seed }: PanelView,
  { standing, metre }: Composition,
  things: readonly (readonly Pt[])[],
): void {
  const old = standing.some(({ design }) => OLD_DRESS.has(design.clothes.top));
  const { kind: place } = picture.scene.place;
  const near = (place === "shop" && hasStalls(picture)) || isTrainRoof(picture) ? [] : NEAR[place].near;
  const kinds = near?.filter((kind) => !old || !MODERN.has(kind));
  const rng = chance(hashOf(seed, "near"));
  const often = { establishing: 0.95, long: 0.7 }[picture.shot as string] ?? 0;
  if (!kinds || kinds.length === 0 || isUnderGlass(picture) || !rng.flip(often)) return;
  const reach = metre * 0.55;
  const taken = [
    ...standing.flatMap(({ x }) => [x - reach, x + reach]),
    ...things.flatMap((corners) => corners.map(([x]) => x)),
  ];
  const left = Math.min(width, ...taken);
  const right = width - Math.max(0, ...taken);
  const room = Math.min(Math.max(left, right), width * 0.3, height * 0.62);
  if (room < Math.min(width * 0.1, height * 0.2)) return;
  const side: 1 | -1 = left === right ? (rng.flip() ? 1 : -1) : left > right ? -1 : 1;
  const at = (u: number, v: number): Pt => [side < 0 ? u * room : width - u * room, v * height];
  const kind = kinds[rng.int(0, kinds.length - 1)];
  if (!kind) return;
  const ambient = HOURS[picture.scene.hour][isIndoors(picture.scene.place.kind) ? "lamplit" : "open"];
  const shaded = pen.of(MATERIALS[MADE_OF[kind]]).inLight({ ...PLAIN_LIGHT, ambient, seen: againstLight });
  drawNear(shaded.withNib(3), kind, at, rng);
}

/** Light of a backlit foreground: greys become nearly black, and white becomes grey. */
const againstLight = (grey: number): number => 0.4 + Math.min(1, grey * 1.25) * 0.58;

const MADE_OF: Readonly<Record<Near, MaterialName>> = {
  ...{ post: "concrete", rail: "concrete", grasses: "pine", table: "wood", chair: "wood", leaves: "pine" },
  ...{ curtain: "cloth", plant: "leaf", hedge: "leaf", sign: "metal", wheel: "metal", lamp: "cloth" },
};
