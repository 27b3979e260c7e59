// Burst backgrounds of strong feelings besides wedges (a ring of spikes, a torn black field, streams from
// both sides), and backgrounds of dread (drips, closing darkness, cross-hatching).
import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import { corner, type Pt, polar, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { paper, wholeRing } from "../places/stage.ts";

/** A point round the middle of a panel, at share `k` of the way to its edges. */
const round =
  ({ width, height }: PanelView) =>
  (angle: number, k: number): Pt =>
    polar([width * 0.5, height * 0.47], angle, width * 0.5 * k, height * 0.5 * k);

/** An urchin flash (uni-flash): a ring of fine strokes, tapered at both ends. */
export function drawUrchin(pen: Pen, view: PanelView, rng: Chance, weight: number): void {
  const at = round(view);
  const n = 150;
  for (let i = 0; i < n; i++) {
    const a = ((i + rng.next() * 0.8) / n) * Math.PI * 2;
    const from = rng.between(0.74, 0.98);
    const to = from + rng.between(0.3, 0.95);
    const wide = (weight * rng.between(0.7, 1.5)) / Math.hypot(view.width, view.height);
    pen.fill(
      [
        at(a, from),
        at(a - wide, from + (to - from) * 0.45),
        at(a, to),
        at(a + wide, from + (to - from) * 0.45),
      ].map(corner),
      "black",
    );
  }
}

/** A black flash: black with a jagged opening round the face, with long and short points. */
export function drawBlackFlash(pen: Pen, view: PanelView, rng: Chance): void {
  pen.fill(paper(view), "black");
  const at = round(view);
  const n = 72;
  const torn: Pt[] = [];
  for (let i = 0; i < n; i++) {
    const a = ((i + rng.between(-0.3, 0.3)) / n) * Math.PI * 2;
    const far = i % 6 === 0 ? rng.between(1.3, 1.7) : rng.between(0.95, 1.25);
    torn.push(corner(at(a, far)), corner(at(a + Math.PI / n, rng.between(0.72, 0.86))));
  }
  pen.fill(torn, "white");
}

/** Slanted streams of lines from both sides, heavy at the frame, with a free middle. */
export function drawStreams(pen: Pen, { width, height }: PanelView, rng: Chance, weight: number): void {
  const slope = rng.between(0.12, 0.3) * (rng.flip() ? 1 : -1);
  const bundles = 9;
  for (const side of [1, -1] as const)
    for (let b = 0; b < bundles; b++) {
      const middle = (height * (b + rng.next())) / bundles;
      for (let i = rng.int(3, 6); i > 0; i--) {
        const y = middle + rng.between(-0.05, 0.05) * height;
        const long = width * rng.between(0.14, 0.38);
        const w = weight * rng.between(0.3, 1.5);
        const x = side === 1 ? -20 : width + 20;
        pen.fill(
          [
            corner([x, y - w - slope * long * side]),
            corner([x + side * long, y]),
            corner([x, y + w - slope * long * side]),
          ],
          "black",
        );
      }
    }
}

/** Black that drips from the top edge. */
export function drawDrips(pen: Pen, { width, height }: PanelView, rng: Chance): void {
  const edge: Pt[] = [corner([-40, -40]), corner([-40, height * 0.2])];
  for (let x = -20; x < width + 20; ) {
    const w = width * rng.between(0.018, 0.05);
    const long = height * rng.between(0.16, 0.2 + 0.4 * Math.abs((x / width) * 2 - 1));
    edge.push(
      [x, height * 0.12],
      [x + w * 0.1, long],
      [x + w * 0.5, long + w * 0.5],
      [x + w * 0.9, long],
      [x + w, height * 0.12],
    );
    x += w * rng.between(1.3, 2.2);
  }
  pen.fill([...edge, corner([width + 40, height * 0.2]), corner([width + 40, -40])], "black");
}

/** Darkness that closes in from the edges on a pale middle, in tapering strokes. */
export function drawGloom(pen: Pen, view: PanelView, rng: Chance): void {
  const { width, height } = view;
  const [cx, cy] = [width * rng.between(0.42, 0.58), height * 0.52];
  const far = Math.hypot(width, height) * 0.56;
  pen.fill(paper(view), { tone: wholeRing([cx, cy], [far * 0.16, far], [0, 0.2], [0.55, 0.7], [1, 1]) });
  for (let i = 0; i < 120; i++) {
    const a = (i + rng.next()) * ((Math.PI * 2) / 120);
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const reach = rng.between(0.34, 0.62);
    // Each stroke curls to one side.
    const aside = rng.between(-0.12, 0.12);
    pen.line(
      [
        [cx + ux * width * 0.75, cy + uy * height * 0.75],
        [cx + (ux - uy * aside) * width * (reach + 0.08), cy + (uy + ux * aside) * height * (reach + 0.08)],
        [cx + ux * width * reach, cy + uy * height * reach],
      ],
      rng.between(1.6, 4.2),
      "end",
    );
  }
}

/** Bundles of pen strokes, cross-hatched towards one side until it is nearly black. */
export function drawHatching(pen: Pen, view: PanelView, rng: Chance): void {
  const { width, height } = view;
  const side = rng.flip() ? 1 : -1;
  const x = (t: number): number => (side > 0 ? t * width : width - t * width);
  pen.fill(paper(view), { tone: 0.42 });
  for (const [reach, turn] of through([0.95, 0.5], [0.7, -0.6], [0.46, 1.2], [0.3, 0.1]))
    for (let i = 0; i < 44; i++) {
      const [t, v] = [reach * rng.next() ** 1.4, rng.between(-0.1, 1.1)];
      const long = height * rng.between(0.1, 0.22);
      const a = turn + rng.between(-0.08, 0.08);
      const [dx, dy] = [Math.sin(a) * long * side, Math.cos(a) * long];
      for (const off of [0, 6, 12])
        pen.line(
          [
            [x(t) - dx + off, v * height - dy],
            [x(t) + off + 2, v * height],
            [x(t) + dx + off, v * height + dy],
          ],
          rng.between(0.7, 1.3),
          "both",
        );
    }
}

interface Rays {
  at: Pt;
  n: number;
  /** Number of wedges in a group; absent: random. */
  bunch?: number;
  /** Radius that stays free, as a share of the half diagonal. */
  from: number;
  /** Random ranges: start as a multiple of `from`, and width as a multiple of the weight; `far` is in diagonals. */
  begin: readonly [number, number];
  wide: readonly [number, number];
  far: number;
  weight: number;
  paint: "black" | "white";
}

export function rays(pen: Pen, { width, height }: PanelView, rng: Chance, told: Rays): void {
  const [cx, cy] = told.at;
  const far = Math.hypot(width, height) * told.far;
  let a = rng.between(0, 1);
  const bunch = told.bunch ?? rng.int(3, 7);
  for (let i = 0; i < told.n; i++) {
    a += (Math.PI * 2 * (i % bunch === 0 ? 0.6 + bunch * 0.4 : 0.6)) / told.n;
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const start = told.from * rng.between(...told.begin) * Math.hypot(width * ux, height * uy);
    const w = told.weight * rng.between(...told.wide);
    pen.fill(
      [
        [cx + ux * start, cy + uy * start, 1],
        [cx + ux * far - uy * w * 2, cy + uy * far + ux * w * 2, 1],
        [cx + ux * far + uy * w * 2, cy + uy * far - ux * w * 2, 1],
      ],
      told.paint,
    );
  }
}
