// How far apart people stand across a panel: neighbours do not overlap, two who talk are near, nobody leaves a path.
import { clamp } from "../pen/curves.ts";

/** Half of the width in metres of a path that people keep to. */
const HALF_PATH = 1.25;

/** Draws people in to the middle, as far as their path is narrower than the panel; they keep their order. */
export function keepOnPath(xs: number[], width: number, metre: number): void {
  const reach = Math.max(...xs.map((x) => Math.abs(x - width / 2)));
  const most = Math.max(HALF_PATH, xs.length * 0.34) * metre;
  if (reach <= most) return;
  for (const [i, x] of xs.entries()) xs[i] = width / 2 + ((x - width / 2) * most) / reach;
}

/** Two who have to do with each other stand no farther apart than so, however wide the panel is. */
export function drawTogether(xs: number[], most: number): void {
  const [a, b] = xs;
  if (a === undefined || b === undefined || b - a <= most) return;
  const give = (b - a - most) / 2;
  xs[0] = a + give;
  xs[1] = b - give;
}

/** The share of a panel that people keep free at its sides: a page may be trimmed there. */
const MARGIN = 0.02;

/** Moves neighbours apart until they do not overlap, or shares what room there is, and keeps all inside. */
export function spread(spans: readonly { half: number; wanted: number }[], width: number): number[] {
  const total = spans.reduce((sum, { half }) => sum + half * 2, 0);
  const squeeze = Math.min(1, (width * 0.98) / Math.max(1, total));
  const halves = spans.map(({ half }) => half * squeeze);
  const edge = spans.map(({ half }) => Math.min(half * 0.96 + width * MARGIN, width / 2));
  const xs = spans.map(({ wanted }, i) => clamp(wanted, edge[i] ?? 0, width - (edge[i] ?? 0)));
  for (let i = 1; i < xs.length; i++) {
    xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + (halves[i - 1] ?? 0) + (halves[i] ?? 0));
  }
  let limit = Number.POSITIVE_INFINITY;
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] ?? 0, width - (edge[i] ?? 0), limit);
    limit = (xs[i] ?? 0) - (halves[i] ?? 0) - (halves[i - 1] ?? 0);
  }
  return xs;
}
