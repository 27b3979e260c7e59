// Trees, bushes and hills at their places in the camera's view.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { type Sheet, sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { made, type Stage } from "../stage.ts";
import { isSnowedOn } from "../weather/light.ts";

/** A ridge of hills across the whole paper. */
export function ridge(
  stage: Stage,
  rng: Chance,
  { base, height, paint }: { base: number; height: number; paint: Paint },
): void {
  const { width } = stage;
  const pen = stage.pen.of(MATERIALS.hill);
  const tops = Array.from({ length: 7 }, (_, i): Pt => {
    return [-60 + ((width + 120) * i) / 6, base - height * (0.55 + (rng.next() - 0.5) * 0.55)];
  });
  pen.fill([[-60, base + 4, 1], ...tops, [width + 60, base + 4, 1]], paint);
  pen.line(tops, 0.7, "none");
}

/** An outline of foliage: a bumpy ball. */
function leaves(rng: Chance, cx: number, cy: number, rx: number, ry: number, n = 9): Pt[] {
  const points: Pt[] = [];
  for (let i = 0; i < n; i++) {
    const a = (i / n) * Math.PI * 2;
    const b = ((i + 0.5) / n) * Math.PI * 2;
    const k = rng.between(0.88, 1.04);
    points.push(corner([cx + Math.cos(a) * rx * 0.88, cy + Math.sin(a) * ry * 0.88]), [
      cx + Math.cos(b) * rx * k * 1.06,
      cy + Math.sin(b) * ry * k * 1.06,
    ]);
  }
  return points;
}

export interface TreeSpec {
  x: number;
  z: number;
  h: number;
  kind: "round" | "pine" | "bare";
  tone?: number;
}

export function treeKind(rng: Chance, season: Season, wild: boolean): TreeSpec["kind"] {
  if (wild && rng.flip(0.5)) return "pine";
  return season === "winter" ? "bare" : "round";
}

const leafOf = ({ picture: { scene } }: Stage) =>
  MATERIALS[scene.season === "autumn" ? "autumn" : scene.season === "winter" ? "pine" : "leaf"];

export function tree(stage: Stage, rng: Chance, { x, z, h, kind, tone = 0.32 }: TreeSpec): void {
  const { camera } = stage;
  const pen = stage.pen.of(kind === "pine" ? MATERIALS.pine : MATERIALS.wood);
  const [px, foot] = camera.see(x, 0, z);
  const [, top] = camera.see(x, h, z);
  const size = foot - top;
  if (size < 8 || px < -size || px > stage.width + size) return;
  const w = size * 0.05;
  const weight = Math.min(1, Math.max(0.4, size / 260));
  if (kind === "pine") {
    const snowed = isSnowedOn(stage.picture);
    drawOnSheet(pen, "country/pine", sheetAt([px, top], size), {
      ...{ rng, bold: weight },
      paints: {
        leaves: { tone: snowed ? Math.max(tone, 0.56) : tone },
        shade: { tone: Math.min(0.9, tone + 0.25) },
      },
    });
    if (snowed)
      drawOnSheet(stage.lamp.of(MATERIALS.snow), "country/pine-snow", sheetAt([px, top], size), {
        rng,
        bold: weight,
      });
    return;
  }
  // The trunk curves, widens at its foot, and forks under the crown.
  const bow = (Math.round(x * 7) % 2 ? 1 : -1) * 0.035;
  const look = {
    ...{ rng, bold: weight, paints: { bark: tone > 0.6 ? "black" : { tone: 0.3 } } as const },
    given: { bow, bend: bow * 0.4, fork: bow * 0.3 },
  };
  const sheet = sheetAt([px, foot], size);
  drawOnSheet(pen, "country/trunk", sheet, look);
  if (tone <= 0.6 && size > 60) {
    const { left, right } = { left: bow * 0.5, right: bow * 0.6 };
    drawOnSheet(pen, "country/trunk-shaded", sheet, {
      ...look,
      bold: 1,
      given: { ...look.given, left, right },
    });
  }
  if (kind === "bare") {
    const snow = stage.picture.scene.weather === "snow";
    drawBareCrown(pen, rng, { from: [px, foot - size * 0.52], size, weight: (w / pen.nib) * 1.15, snow });
    return;
  }
  const leafy = made(stage, leafOf(stage));
  const heads: [number, number, number, number][] = [
    [-0.2, 0.56, 0.19, 0.16],
    [0.21, 0.58, 0.2, 0.17],
    [rng.between(-0.12, 0.12), 0.74, 0.27, 0.23],
    [rng.between(-0.24, -0.12), 0.7, 0.16, 0.15],
    [rng.between(0.1, 0.24), 0.68, 0.17, 0.15],
  ];
  for (const [dx, dy, rx, ry] of heads) {
    const k = rng.between(0.85, 1.12);
    const cluster = [px + dx * size, foot - dy * size, rx * size * k, ry * size * k] as const;
    foliage(leafy, rng, cluster, { tone, weight });
  }
}

/** A cluster of leaves: ragged edge, shade and a black area away from the light, single leaves in the light; snow on it if it snows. */
function foliage(
  { pen, lamp, picture }: Stage,
  rng: Chance,
  [x, y, rx, ry]: readonly [number, number, number, number],
  { tone, weight, marks = 9 }: { tone: number; weight: number; marks?: number },
): void {
  const n = Math.max(9, Math.min(marks + 6, Math.round(rx / 7)));
  const outline = leaves(rng, x, y, rx, ry, n);
  pen.shape(outline, { tone }, weight);
  pen.inside(outline, (p) => {
    p.fill(leaves(rng, x + rx * 0.32, y + ry * 0.5, rx * 0.95, ry * 0.75, n), {
      tone: Math.min(0.92, tone + 0.24),
    });
    p.fill(leaves(rng, x + rx * 0.5, y + ry * 0.85, rx * 0.75, ry * 0.5, n), "black");
  });
  if (isSnowedOn({ scene: picture.scene })) {
    const cap: Sheet = (u, v) => [x + u * rx, y + v * ry];
    drawOnSheet(lamp.of(MATERIALS.snow), "country/snow-cap", cap, { rng, bold: weight });
    return;
  }
  const s = Math.max(2.5, rx * 0.09);
  for (let i = 0; i < Math.min(marks, rx / 6); i++) {
    const a = rng.between(2.4, 5.6);
    const d = rng.between(0.2, 0.85);
    const [lx, ly] = [x + Math.cos(a) * rx * d, y + Math.sin(a) * ry * d];
    pen.line(through([lx, ly], [lx + s * 0.7, ly - s * 0.8], [lx + s * 1.6, ly - s * 0.1]), 0.45);
  }
}

export function bush(
  stage: Stage,
  rng: Chance,
  spec: { x: number; z: number; w: number; h: number; tone?: number; flowers?: boolean },
): void {
  const { camera } = stage;
  const pen = stage.pen.of(leafOf(stage));
  const [px, foot] = camera.see(spec.x, 0, spec.z);
  const k = camera.focal / spec.z;
  const [w, h] = [spec.w * k, spec.h * k];
  if (w < 6 || px < -w || px > stage.width + w) return;
  const look = { tone: spec.tone ?? 0.35, weight: 0.6, marks: 4 };
  const leafy = made(stage, leafOf(stage));
  for (const [dx, dy, k] of rowsOf([-0.26, 0.36, 0.62], [0.28, 0.34, 0.58], [0, 0.48, 0.8]))
    foliage(leafy, rng, [px + dx * w, foot - dy * h, w * 0.5 * k, h * 0.62 * k], look);
  if (!spec.flowers) return;
  for (let i = 0; i < 9; i++) {
    const r = Math.max(2.5, h * 0.06);
    const [fx, fy] = [px + w * rng.between(-0.45, 0.45), foot - h * rng.between(0.1, 0.9)];
    pen.fill(ellipse(fx, fy, r, r, 5), "white");
  }
}

interface Branch {
  from: Pt;
  /** Radians; upwards is −π/2. */
  angle: number;
  length: number;
  /** In nibs. */
  weight: number;
  forks: number;
}

interface Crown {
  /** Where the trunk ends, and the height of the whole tree. */
  from: Pt;
  size: number;
  weight: number;
  snow: boolean;
}

function drawBareCrown(pen: Pen, rng: Chance, { from, size, weight, snow }: Crown): void {
  const limbs = [-0.62, -0.24, 0.14, 0.56];
  for (const lean of limbs)
    drawBranch(pen, rng, snow, {
      from: [from[0] + lean * size * 0.03, from[1] + Math.abs(lean) * size * 0.1],
      angle: -Math.PI / 2 + lean * rng.between(1, 1.35),
      length: size * rng.between(0.2, 0.27),
      weight,
      forks: size > 60 ? 3 : 2,
    });
}

function drawBranch(
  pen: Pen,
  rng: Chance,
  snow: boolean,
  { from, angle, length, weight, forks }: Branch,
): void {
  const bend = rng.between(-0.28, 0.28);
  const along = (t: number): Pt => [
    from[0] + Math.cos(angle + bend * t) * length * t,
    from[1] + Math.sin(angle + bend * t) * length * t,
  ];
  const [middle, tip] = [along(0.5), along(1)];
  pen.line([from, middle, tip], Math.max(0.4, weight), "end");
  // A round joint, so that a limb does not begin with a straight cut.
  const r = (weight * pen.nib) / 2;
  if (weight > 0.7) pen.fill(ellipse(from[0], from[1], r, r, 10), "black");
  if (snow && weight > 0.7) {
    const up = weight * pen.nib * 0.4;
    pen.stroke(
      [along(0.25), middle, along(0.8)].map(([x, y]): Pt => [x, y - up]),
      "white",
      weight * 0.5,
    );
  }
  if (forks === 0) return;
  for (const side of [-1, 1] as const)
    drawBranch(pen, rng, snow, {
      from: along(rng.between(0.55, 0.95)),
      angle: angle + bend + side * rng.between(0.3, 0.62),
      length: length * rng.between(0.56, 0.74),
      weight: weight * 0.58,
      forks: forks - 1,
    });
}
