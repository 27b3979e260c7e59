// Things that nobody holds: set down where the people leave room, near enough to be read, or large when they are the picture.
import type { Prop } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { clamp, ellipse, type Pt, placed } from "./curves.ts";
import { drawFixture, type Fixture } from "./fixtures.ts";
import type { Sketch } from "./panel.ts";
import type { Pen } from "./pen.ts";
import { drawProp, liesIn, sizeOf } from "./props.ts";
import type { PanelView } from "./view.ts";

/** On walls; everything else stands on the ground. */
const ON_WALLS: ReadonlySet<Prop> = new Set(["window", "clock", "mirror"]);

/** Props that a pose brings with it. */
const BROUGHT: Readonly<Partial<Record<Prop, "row" | "ride">>> = { boat: "row", oar: "row", bicycle: "ride" };

export function placeProps(pen: Pen, view: PanelView, plan: Composition, sketch: Sketch): void {
  const { figures, scene, shot, props } = view.picture;
  const near = shot === "detail" || shot === "close";
  if (near && figures.length > 0) return;
  const there = (prop: Prop) =>
    figures.some(({ holds, pose }) => holds === prop || liesIn(prop, holds) || pose === BROUGHT[prop]) ||
    (prop === "boat" && figures.length > 0);
  const loose = [...new Set(props)].filter((prop) => !there(prop)).slice(0, 3);
  const rng = chance(hashOf(scene.id, ...loose));
  for (const [i, prop] of loose.entries()) {
    if ((prop === "door" || prop === "window") && !near && scene.place.kind !== "abstract") {
      sketch.keep.push(setInWall(pen, view, plan, { kind: prop, jitter: rng.next() }));
      continue;
    }
    const share = near ? 0.66 : figures.length === 0 ? 0.4 : 0.2;
    const box = boxFor(prop, view, plan, share);
    const player = prop === "piano" ? plan.standing.find(({ figure }) => figure.pose === "sit") : undefined;
    const along = player
      ? clamp(player.x + plan.metre * 0.78 * (player.figure.facing === "left" ? -1 : 1), 0, view.width) /
        view.width
      : figures.length === 0
        ? 0.5 + (i - (loose.length - 1) / 2) * 0.32
        : freeX(view, plan, box.width, rng.next());
    place(pen, view, sketch, {
      prop,
      x: view.width * along,
      y: floorOf(prop, view, plan, box.height, near),
      ...box,
    });
  }
}

/** A door or a window in the wall: before whoever pushes it, else where the people leave room. */
function setInWall(
  pen: Pen,
  view: PanelView,
  plan: Composition,
  { kind, jitter }: { kind: Fixture; jitter: number },
): Pt[] {
  const pusher = plan.standing.find(({ figure }) => figure.pose === "push" || figure.pose === "reach");
  if (!pusher) {
    const wide = plan.metre * 0.5;
    const x = view.width * freeX(view, plan, Math.min(wide, view.width * 0.5), jitter);
    return drawFixture(pen, view, { kind, x, open: false });
  }
  const towards = pusher.figure.facing === "left" ? -1 : 1;
  return drawFixture(pen, view, { kind, x: pusher.x + towards * plan.metre * 0.75, open: true });
}

/** How large a thing is drawn: true to the people's scale, yet large enough to read and small enough to fit. */
function boxFor(prop: Prop, { width, height }: PanelView, plan: Composition, share: number) {
  const { extent, metres } = sizeOf(prop);
  const [w, h] = [extent[2] - extent[0], extent[3] - extent[1]];
  const tallest = share > 0.6 ? share : metres >= 2 ? 0.62 : metres > 1 ? share * 1.8 : share;
  const largest = Math.min((width * Math.min(0.8, share * 1.6)) / w, (height * tallest) / h);
  const smallest = (height * Math.min(share * 0.3, 0.12)) / h;
  const k = share > 0.6 ? largest : clamp((metres * plan.metre) / h, Math.min(smallest, largest), largest);
  return { k, width: w * k, height: h * k };
}

function floorOf(
  prop: Prop,
  { height, picture }: PanelView,
  plan: Composition,
  tall: number,
  near: boolean,
): number {
  if (near) return height * (0.5 + picture.room * 0.03) + tall / 2;
  if (ON_WALLS.has(prop)) return height * 0.3 + tall / 2;
  return Math.min(height * 0.97, Math.max(plan.groundY, height * 0.7));
}

interface Placed {
  prop: Prop;
  /** The middle of its foot. */
  x: number;
  y: number;
  k: number;
  width: number;
  height: number;
}

function place(pen: Pen, view: PanelView, sketch: Sketch, { prop, x, y, k, width, height }: Placed): void {
  const [left, , right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  if (!ON_WALLS.has(prop) && view.picture.scene.place.kind !== "abstract") {
    pen.fill(ellipse(x, y, width * 0.55, Math.min(width, height) * 0.07, 10), { veil: 0.35 });
  }
  const at = placed(x - ((left + right) / 2) * k, y - low * k, 0, k);
  pen.withNib(nib).haloed(nib, (p) => drawProp(p.at(at), prop, view.picture.props));
  const corners: Pt[] = [
    [x - width / 2, y - height],
    [x + width / 2, y],
  ];
  sketch.keep.push(corners);
}

/** The middle of the widest gap between the people, or beside them, as a share of the width. */
function freeX({ width }: PanelView, plan: Composition, wide: number, jitter: number): number {
  const taken = plan.standing.map(({ x }) => x).toSorted((a, b) => a - b);
  const stops = [0, ...taken, width];
  let best = { x: width / 2, gap: -1 };
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to === undefined || to - from <= best.gap) continue;
    const share = i === 0 ? 0.38 : i === stops.length - 2 ? 0.62 : 0.5;
    best = { x: from + (to - from) * share, gap: to - from };
  }
  return clamp(best.x + (jitter - 0.5) * best.gap * 0.2, wide * 0.5, width - wide * 0.5) / width;
}
