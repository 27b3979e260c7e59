// Something near and cut by the frame, black against the scene: a post, a trunk with leaves, a curtain, a plant.
// It stands where nobody does, in some takes of wide pictures, and gives them depth.
import type { PlaceKind } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { corner, type Pt, sharp } from "./curves.ts";
import { AMBIENT, MATERIALS, type Material, SOFT_AMBIENT } from "./materials.ts";
import { type Pen, PLAIN_LIGHT } from "./pen.ts";
import { isIndoors } from "./places.ts";
import type { PanelView } from "./view.ts";

type Near = "post" | "leaves" | "curtain" | "plant";

const NEAR: Readonly<Partial<Record<PlaceKind, readonly [Near, ...Near[]]>>> = {
  street: ["post"],
  station: ["post"],
  bridge: ["post"],
  city: ["post"],
  rooftop: ["post"],
  alley: ["post"],
  forest: ["leaves"],
  field: ["leaves"],
  garden: ["leaves"],
  mountain: ["leaves"],
  river: ["leaves"],
  village: ["leaves"],
  temple: ["leaves"],
  castle: ["leaves"],
  room: ["curtain", "plant"],
  hospital: ["curtain"],
  office: ["plant"],
  shop: ["plant"],
  kitchen: ["plant"],
};

export function drawForeground(
  pen: Pen,
  { picture, width, height, seed }: PanelView,
  plan: Composition,
): void {
  const kinds = NEAR[picture.scene.place.kind];
  const wide = picture.shot === "establishing" || picture.shot === "long";
  const rng = chance(hashOf(seed, "near"));
  if (!kinds || !wide || rng.flip(0.35)) return;
  const reach = plan.metre * 0.55;
  const left = Math.min(width, ...plan.standing.map(({ x }) => x - reach));
  const right = width - Math.max(0, ...plan.standing.map(({ x }) => x + reach));
  const room = Math.min(Math.max(left, right), width * 0.26);
  if (room < width * 0.12) return;
  const side: 1 | -1 = left === right ? (rng.flip() ? 1 : -1) : left > right ? -1 : 1;
  const at = (u: number, v: number): Pt => [side < 0 ? u * room : width - u * room, v * height];
  const kind = rng.pick(kinds);
  const ambient = (isIndoors(picture.scene.place.kind) ? SOFT_AMBIENT : AMBIENT)[picture.scene.hour];
  const shaded = pen.of(MADE_OF[kind]).inLight({ ...PLAIN_LIGHT, ambient });
  DRAW[kind](shaded.withNib(3), at, () => rng.next());
}

const MADE_OF: Readonly<Record<Near, Material>> = {
  post: MATERIALS.concrete,
  leaves: MATERIALS.pine,
  curtain: MATERIALS.cloth,
  plant: MATERIALS.leaf,
};

type Place = (u: number, v: number) => Pt;

const DRAW: Readonly<Record<Near, (pen: Pen, at: Place, next: () => number) => void>> = {
  post(pen, at) {
    pen.shape(sharp([at(0.04, -0.1), at(0.24, -0.1), at(0.27, 1.1), at(0.02, 1.1)]), "black", 0.6);
    pen.stroke([at(0.2, -0.1), at(0.22, 1.1)], "white", 0.5);
    pen.shape(sharp([at(0.05, 0.5), at(0.25, 0.49), at(0.26, 0.66), at(0.04, 0.67)]), "white", 0.8);
    for (const v of [0.53, 0.57, 0.61]) pen.line([at(0.08, v), at(0.15, v - 0.006), at(0.21, v)], 1);
    for (const v of [0.06, 0.1, 0.78])
      pen.stroke([at(0.05, v), at(0.14, v + 0.008), at(0.25, v)], "white", 0.5);
    for (const v of [0.02, 0.07]) pen.line([at(0.2, v), at(0.9, v + 0.03), at(1.7, v - 0.14)], 0.9, "end");
  },
  leaves(pen, at, next) {
    const trunk = [
      at(-0.2, -0.1),
      at(0.2, -0.1),
      at(0.14, 0.4),
      at(0.22, 0.8),
      corner(at(0.5, 1.1)),
      corner(at(-0.3, 1.1)),
    ];
    const bark = pen.of(MATERIALS.wood);
    bark.fill(trunk, "black");
    for (const u of [-0.02, 0.08]) bark.stroke([at(u, 0.1), at(u + 0.03, 0.45), at(u, 0.8)], "white", 0.4);
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
        pen.fill(
          [
            corner([x, y]),
            [x + dx * 0.5 - dy * 0.3, y + dy * 0.5 + dx * 0.3],
            corner([x + dx, y + dy]),
            [x + dx * 0.5 + dy * 0.3, y + dy * 0.5 - dx * 0.3],
          ],
          "black",
        );
      }
    }
  },
  curtain(pen, at) {
    const fold = (u: number, sway: number): Pt[] => [
      at(u, -0.1),
      at(u + sway, 0.4),
      at(u - sway, 0.8),
      at(u + sway * 0.5, 1.1),
    ];
    pen.shape(
      [
        corner(at(-0.3, -0.1)),
        ...fold(0.62, 0.06).map((p, i) => (i === 0 || i === 3 ? corner(p) : p)),
        corner(at(-0.3, 1.1)),
      ],
      { tone: 0.72 },
      1.2,
    );
    for (const u of [0.06, 0.22, 0.38, 0.5]) pen.line(fold(u, 0.05), 1.6, "end");
  },
  plant(pen, at, next) {
    for (let i = 0; i < 7; i++) {
      const rise = 0.25 + ((i * 3) % 7) * 0.17;
      const root = at(0.1 + next() * 0.1, 1.06);
      const tip = at(0.16 + Math.cos(rise) * 0.8, 1 - Math.sin(rise) * 0.34 - next() * 0.05);
      const [dx, dy] = [tip[0] - root[0], tip[1] - root[1]];
      const knee: Pt = [root[0] + dx * 0.35, root[1] + dy * 0.72];
      pen.line([root, knee, [root[0] + dx * 0.6, root[1] + dy * 0.9]], 1.1, "end");
      drawLeaf(pen, [root[0] + dx * 0.52, root[1] + dy * 0.86], [tip[0], tip[1] + Math.abs(dx) * 0.22]);
    }
  },
};

/** A broad leaf from its stalk to its point: the one half in shade, a white rib and veins between. */
function drawLeaf(pen: Pen, stalk: Pt, point: Pt): void {
  const [dx, dy] = [point[0] - stalk[0], point[1] - stalk[1]];
  const on = (t: number, across: number): Pt => [
    stalk[0] + dx * t - dy * across,
    stalk[1] + dy * t + dx * across,
  ];
  const upper = [on(0.18, 0.2), on(0.48, 0.28), on(0.8, 0.16)];
  const lower = [on(0.8, -0.16), on(0.48, -0.28), on(0.18, -0.2)];
  pen.shape([corner(stalk), ...upper, corner(point), ...lower], { tone: 0.55 }, 0.7);
  pen.fill([corner(stalk), on(0.5, 0), corner(point), ...lower], "black");
  pen.stroke([stalk, on(0.5, 0.01), point], "white", 0.4);
  for (const t of [0.3, 0.5, 0.7])
    for (const s of [1, -1]) pen.stroke([on(t, 0), on(t + 0.12, s * 0.17 * (1.1 - t))], "white", 0.25);
}
