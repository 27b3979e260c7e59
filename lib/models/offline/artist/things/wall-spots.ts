// Finds room for hanging things on the drawn wall behind the people: no sheet covers a corner of the room, the edge of a board, or a head.

import type { Vec3 } from "../camera/camera.ts";
import type { Composition } from "../camera/view.ts";
import type { Pt } from "../pen/curves.ts";
import type { Stage, WallsSeen } from "../places/stage.ts";
import type { Box } from "./props.ts";

/** Records a wall that things may hang on. */
export function showWall({ seen, camera }: Stage, corners: readonly Vec3[]): void {
  seen.walls.push(camera.outline(corners));
}

/** Records what hangs on a wall or hides it. */
export function takeWall({ seen, camera }: Stage, corners: readonly Vec3[]): void {
  seen.taken.push(camera.outline(corners));
}

/** Left, top, right, foot. */
type Edges = readonly [number, number, number, number];

const edgesOf = (corners: readonly Pt[]): Edges => {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** The share of the first box that lies inside the second. */
function shareIn([l, t, r, f]: Edges, [l2, t2, r2, f2]: Edges): number {
  const w = Math.min(r, r2) - Math.max(l, l2);
  const h = Math.min(f, f2) - Math.max(t, t2);
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.max(1, (r - l) * (f - t));
}

/** Scales that are tried in turn until one fits. */
const SIZES = [1, 0.8, 0.62] as const;
const STEPS = 28;

/**
 * A place on a wall for a thing with its desired middle `x` and foot `y`; undefined without a drawn wall. If
 * the wall has no room, the whole thing may hang on a board.
 */
export function spotOnWall(
  { walls, taken }: WallsSeen,
  { standing }: Composition,
  { x: wanted, y, box, width }: { x: number; y: number; box: Box; width: number },
): (Box & { x: number; y: number }) | undefined {
  const [wall] = walls;
  if (!wall || wall.length < 3) return undefined;
  const across = wall.map(([x]) => x).toSorted((a, b) => a - b);
  // The range of x between the inner ends of both sides, which slope in perspective.
  const [from, to] = [across[1] ?? 0, across.at(-2) ?? width];
  const things = taken.filter((corners) => corners.length > 2).map(edgesOf);
  const heads = standing.map(({ face: [x, y], scale }): Edges => {
    const r = 66 * scale;
    return [x - r, y - r * 1.2, x + r, y + r];
  });
  const bodies = standing.map(
    ({ face: [x, y], scale, groundY }): Edges => [x - 70 * scale, y, x + 70 * scale, groundY],
  );
  let best: { cost: number; spot: Box & { x: number; y: number } } | undefined;
  for (const size of SIZES)
    for (let i = 0; i <= STEPS; i++) {
      const [w, h] = [box.width * size, box.height * size];
      const x = w / 2 + ((width - w) * i) / STEPS;
      const foot = y - (box.height - h) / 2;
      const edges: Edges = [x - w / 2, foot - h, x + w / 2, foot];
      const over = Math.max(0, from - edges[0], edges[2] - to) / w;
      let cost = (1 - size) * 1.5 + (Math.abs(x - wanted) / width) * 0.6 + (over > 0 ? 3 + over * 3 : 0);
      for (const thing of things) {
        const share = shareIn(edges, thing);
        if (share > 0.99) cost += 1;
        else if (share > 0.005) cost += 3 + share * 3;
      }
      for (const head of heads) cost += shareIn(edges, head) > 0.01 ? 2 + shareIn(edges, head) * 3 : 0;
      for (const body of bodies) cost += shareIn(edges, body) * 2;
      if (cost < (best?.cost ?? Infinity))
        best = { cost, spot: { k: box.k * size, width: w, height: h, x, y: foot } };
    }
  return best?.spot;
}
