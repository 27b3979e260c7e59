// Things that nobody holds: set down where the people leave room, near enough to be read, or large when they are the picture.
import type { Prop } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import { clamp, ellipse, type Pt, placed, rect } from "./curves.ts";
import { drawFixture, type Fixture } from "./fixtures.ts";
import type { Pen } from "./pen.ts";
import { kitchenDoor } from "./places.ts";
import { drawProp, liesIn, sizeOf } from "./props.ts";
import { sellsClocks } from "./shop.ts";
import { sinksIn, splashOf } from "./splash.ts";
import { drawTableTop } from "./table-top.ts";
import type { PanelView } from "./view.ts";

/** On walls; everything else stands on the ground. */
const ON_WALLS: ReadonlySet<Prop> = new Set(["window", "clock", "mirror", "handprint"]);

/** Prints lie in the ground itself, and throw no shadow on it. */
const FLAT: ReadonlySet<Prop> = new Set(["footprints", "handprint"]);

/** Things that a throw or a fall takes off their feet. */
const TUMBLES: ReadonlySet<Prop> = new Set([
  ...([
    "lamp",
    "lantern",
    "umbrella",
    "book",
    "pen",
    "phone",
    "cup",
    "bottle",
    "key",
    "oar",
    "sword",
  ] as const),
  ...(["stick", "flower", "bowl", "bell", "candle", "camera", "guitar", "broom", "mirror", "hat"] as const),
  ...(["straw-hat", "comb", "photo", "watering-can", "flashlight", "box", "basket", "bag", "fish"] as const),
]);

const FLIES =
  /\b(?:flew|flies|flung|hurled|thr(?:ew|own)|tossed|sailed through|spun through)\b|飛[んび]|舞い?上が|投げ|放り|吹き飛/iu;
const FALLEN =
  /\b(?:fell|fallen|dropped|knocked over|toppled|tipped over|rolled|lay|lying|tumbled|slipped from)\b|落[ちとし]|倒れ|転が|ころが|散らば|横たわ|放り出/iu;

/** How a thing that nobody holds is there, by what the text says happens. */
type Way = "stands" | "lies" | "flies" | "sinks";

function wayOf(prop: Prop, view: PanelView): Way {
  const { action } = view.picture;
  if (!TUMBLES.has(prop)) return "stands";
  if (sinksIn(view)) return "sinks";
  return FLIES.test(action) ? "flies" : FALLEN.test(action) ? "lies" : "stands";
}

/** Props that a pose brings with it. */
const BROUGHT: Readonly<Partial<Record<Prop, "row" | "ride">>> = { boat: "row", oar: "row", bicycle: "ride" };

/** Gives a box for each thing that words should leave free, by two corners. */
export function placeProps(pen: Pen, view: PanelView, plan: Composition): Pt[][] {
  const { figures, scene, shot, props } = view.picture;
  const near = shot === "detail" || shot === "close";
  if (near && figures.length > 0) return [];
  const keep: Pt[][] = [];
  const there = (prop: Prop) =>
    figures.some(({ holds, pose }) => holds === prop || liesIn(prop, holds) || pose === BROUGHT[prop]) ||
    (prop === "boat" && figures.length > 0) ||
    (prop === "clock" && !near && scene.place.kind === "shop" && sellsClocks(scene.place.name));
  const loose = [...new Set(props)]
    .filter((prop) => !there(prop) && !props.some((vessel) => liesIn(prop, vessel)))
    .filter((prop) => prop !== "footprints" || showsGround(view.picture))
    .slice(0, 3);
  const rng = chance(hashOf(scene.id, ...loose));
  const [first] = loose;
  if (near && first && !ON_WALLS.has(first))
    drawTableTop(pen, view, floorOf(first, view, plan, boxFor(first, view, plan, 0.66).height, near));
  for (const [i, prop] of loose.entries()) {
    if ((prop === "door" || prop === "window") && !near && scene.place.kind !== "abstract") {
      keep.push(setInWall(pen, view, plan, { kind: prop, jitter: rng.next() }));
      continue;
    }
    const user = prop === "piano" ? plan.standing.find(({ figure }) => figure.pose === "sit") : undefined;
    const share = near ? 0.66 : user ? 0.5 : figures.length === 0 ? 0.4 : 0.2;
    const way = wayOf(prop, view);
    const box = boxFor(prop, view, plan, share);
    const along = user
      ? clamp(user.x + plan.metre * 0.78 * (user.figure.facing === "left" ? -1 : 1), 0, view.width) /
        view.width
      : figures.length === 0
        ? 0.5 + (i - (loose.length - 1) / 2) * 0.32
        : freeX(view, plan, box.width, rng.next());
    const y = floorOf(prop, view, plan, box.height, near);
    const spot = { prop, x: view.width * along, y, ...box };
    keep.push(way === "stands" ? place(pen, view, spot) : tumble(pen, view, { ...spot, near, way }));
  }
  return keep;
}

/** Prints on the ground beside somebody's shoulders would be stains in the air. */
const showsGround = ({ shot, figures }: PanelView["picture"]): boolean =>
  (shot !== "bust" && shot !== "half") || figures.length === 0;

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
    const x =
      kind === "door" && view.picture.scene.place.kind === "kitchen"
        ? view.camera.see(kitchenDoor(view.picture), 0, view.camera.distance + 2.9)[0]
        : view.width * freeX(view, plan, Math.min(wide, view.width * 0.5), jitter);
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

function place(pen: Pen, view: PanelView, { prop, x, y, k, width, height }: Placed): Pt[] {
  const [left, , right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  if (!ON_WALLS.has(prop) && !FLAT.has(prop) && view.picture.scene.place.kind !== "abstract") {
    pen.fill(ellipse(x, y, width * 0.55, Math.min(width, height) * 0.07, 10), { veil: 0.35 });
  }
  const at = placed(x - ((left + right) / 2) * k, y - low * k, 0, k);
  pen.withNib(nib).haloed(nib, (p) => drawProp(p.at(at), prop, view.picture.props));
  return [
    [x - width / 2, y - height],
    [x + width / 2, y],
  ];
}

/** A thing in the air, turned as it spins and with the streaks of its way behind it, or on its side where it came to lie. */
function tumble(
  pen: Pen,
  view: PanelView,
  { prop, x, y, k, width, height, near, way }: Placed & { near: boolean; way: Exclude<Way, "stands"> },
): Pt[] {
  const [left, high, right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  const flies = way === "flies";
  const sinks = way === "sinks";
  const turn = sinks
    ? width > height
      ? 40
      : 124
    : flies
      ? x < view.width / 2
        ? -38
        : 38
      : width > height
        ? -8
        : 82;
  const half = flies || sinks ? height / 2 : Math.min(width, height) / 2;
  const { foot, size } = splashOf(view);
  const middle: Pt = sinks
    ? [foot[0], foot[1] - size * 0.66]
    : [x, flies && !near ? Math.min(y - height, view.height * 0.36) : y - half];
  if (sinks) fallen(pen.withNib(nib), middle, Math.max(width, height) / 2);
  else if (flies)
    streak(pen.withNib(nib), middle, { r: Math.max(width, height) / 2, side: turn < 0 ? -1 : 1 });
  else if (view.picture.scene.place.kind !== "abstract")
    pen.fill(ellipse(x, y, Math.max(width, height) * 0.5, half * 0.3, 10), { veil: 0.35 });
  const draw = (q: Pen) =>
    q.haloed(nib, (p) => {
      const turned = p.at(placed(middle[0], middle[1], turn, k));
      drawProp(turned.at(placed(-(left + right) / 2, -(high + low) / 2)), prop, view.picture.props);
    });
  if (sinks) pen.withNib(nib).inside(rect(-40, -40, view.width + 80, foot[1] + 40), draw);
  else draw(pen.withNib(nib));
  const reach = Math.max(width, height) / 2;
  return [
    [middle[0] - reach, middle[1] - (flies || sinks ? reach : half)],
    [middle[0] + reach, middle[1] + (flies || sinks ? reach : half)],
  ];
}

/** The way that something fell: lines straight down to it. */
function fallen(pen: Pen, [x, y]: Pt, r: number): void {
  for (const [i, off] of [-0.7, -0.42, -0.1, 0.3].entries()) {
    const from: Pt = [x + off * r, y - r * (i % 2 ? 0.7 : 0.95)];
    pen.scratch(
      [from, [from[0], from[1] - r * 0.7], [from[0], from[1] - r * (i % 2 ? 1.3 : 1.7)]],
      0.9,
      "end",
    );
  }
}

/** The way that something has flown: a bundle of lines that curve after it and thin out. */
function streak(pen: Pen, [x, y]: Pt, { r, side }: { r: number; side: 1 | -1 }): void {
  for (const [i, off] of [-0.62, -0.24, 0.12, 0.5].entries()) {
    const from: Pt = [x - side * r * 0.7, y + off * r];
    const long = r * (i % 2 ? 2.1 : 2.9);
    pen.line(
      [from, [from[0] - side * long * 0.5, from[1] + r * 0.16], [from[0] - side * long, from[1] + r * 0.8]],
      i % 2 ? 0.7 : 1.1,
      "end",
    );
  }
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
