// Those without a name: people in a crowd behind the ones who act, as shapes with hair, coats and no faces.
import type { Paint } from "../../../manga/drawing.ts";
import type { PlaceKind } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { corner, ellipse, type Pt } from "./curves.ts";
import { MATERIALS } from "./materials.ts";
import type { Pen } from "./pen.ts";
import type { PanelView } from "./view.ts";

/** Words of the story that fill a place with people. */
const CROWDED =
  /\b(?:crowds?|crowded|everybody|everyone|passengers|audience|people|townsfolk|villagers|full of|was full)\b|大勢|人混み|人ごみ|人々|群衆|観客|行列|乗客|みんな|満員|人だかり/iu;
const DESERTED =
  /\b(?:nobody|no one|empty|everyone (?:thinks|says|knows))\b|誰もいな|いたのに|いたはず|だれもいな|人気のな/iu;

/** Where strangers gather. */
const PUBLIC: ReadonlySet<PlaceKind> = new Set([
  ...([
    "street",
    "station",
    "train",
    "city",
    "village",
    "temple",
    "castle",
    "bridge",
    "shore",
    "garden",
  ] as const),
  ...(["classroom", "office", "shop", "rooftop", "field"] as const),
]);

export function drawCrowd(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, camera, width, height } = view;
  if (!PUBLIC.has(picture.scene.place.kind)) return;
  const wide = picture.shot === "establishing" || picture.shot === "long" || picture.shot === "full";
  if (!wide) return;
  if (!CROWDED.test(picture.action) || DESERTED.test(picture.action)) return;
  const rng = chance(hashOf(picture.scene.id, "crowd", view.seed));
  const rows = [3.4, 2.2, 1.2];
  for (const [row, dz] of rows.entries()) {
    const z = camera.distance + dz;
    const k = camera.focal / z;
    const [, foot] = camera.see(0, 0, z);
    const step = k * 0.62;
    for (let x = step * rng.between(-0.5, 0.5); x < width + step; x += step * rng.between(0.8, 1.5)) {
      const taken = plan.standing.some((other) => Math.abs(other.x - x) < plan.metre * 0.42);
      if (taken || foot - k * 1.7 > height) continue;
      somebody(pen.withNib(Math.max(1.2, Math.min(2.6, k / 70))), [x, foot], k * rng.between(0.88, 1.06), {
        kind: rng.int(0, 5),
        paint: rng.pick<Paint>(["white", { tone: 0.16 }, { tone: 0.34 }, "black", { tone: 0.55 }]),
        hair: rng.pick<Paint>(["black", { tone: 0.5 }, { tone: 0.25 }, "black"]),
        turned: rng.flip(0.35),
        far: row === 0,
      });
    }
  }
}

const oval = ([x, y]: Pt, rx: number, ry: number, n: number): Pt[] => ellipse(x, y, rx, ry, n);

interface Look {
  kind: number;
  paint: Paint;
  hair: Paint;
  turned: boolean;
  far: boolean;
}

/** A body of about 1.65 m, feet at a point, `k` units to the metre. */
function somebody(pen: Pen, [x, y]: Pt, k: number, { kind, paint, hair, turned, far }: Look): void {
  const at = (u: number, v: number): Pt => [x + u * k, y - v * k];
  const cloth = pen.of(MATERIALS.cloth);
  const long = kind % 3 === 0;
  for (const s of [-1, 1])
    cloth.shape(
      [
        corner(at(s * 0.04, 0.8)),
        corner(at(s * 0.16, 0.8)),
        corner(at(s * 0.14, 0)),
        corner(at(s * 0.03, 0)),
      ],
      "black",
      0.5,
    );
  const hem = long ? 0.36 : 0.72;
  cloth.shape(
    [
      corner(at(-0.08, 1.4)),
      at(-0.22, 1.3),
      at(-0.27, 0.95),
      corner(at(-0.23, hem)),
      corner(at(0.23, hem)),
      at(0.27, 0.95),
      at(0.22, 1.3),
      corner(at(0.08, 1.4)),
    ],
    paint,
    0.9,
  );
  if (!far) {
    for (const s of [-1, 1]) cloth.line([at(s * 0.2, 1.2), at(s * 0.17, 0.95), at(s * 0.19, 0.72)], 0.6);
    if (!turned) cloth.line([at(0, 1.36), at(0.01, 1), at(0, hem + 0.04)], 0.5);
  }
  const face = pen.of(MATERIALS.plain);
  face.shape(oval(at(0, 1.52), 0.105 * k, 0.135 * k, 12), "white", 0.8);
  const locks = pen.of(MATERIALS.wood);
  if (turned || kind === 4) {
    locks.shape(oval(at(0, 1.54), 0.115 * k, 0.14 * k, 12), hair, 0.8);
    return;
  }
  locks.shape(
    [
      corner(at(-0.12, 1.48)),
      at(-0.13, 1.62),
      at(0, 1.7),
      at(0.13, 1.62),
      corner(at(0.12, 1.48)),
      at(0.07, 1.57),
      at(-0.02, 1.6),
      at(-0.09, 1.56),
    ],
    hair,
    0.7,
  );
  if (kind === 5)
    cloth.shape(
      [
        corner(at(-0.18, 1.6)),
        at(-0.1, 1.66),
        at(-0.08, 1.76),
        at(0.08, 1.76),
        at(0.1, 1.66),
        corner(at(0.18, 1.6)),
      ],
      "black",
      0.7,
    );
  if (far) return;
  for (const s of [-1, 1]) pen.fill(oval(at(s * 0.04, 1.52), 0.012 * k, 0.018 * k, 6), "black");
  pen.line([at(-0.03, 1.45), at(0.02, 1.445)], 0.5, "none");
}
