// Positions and sizes of things that nobody holds: on walls, along them, and on the ground where people leave room.
import type { Composition, PanelView } from "../camera/view.ts";
import { listed } from "../closed/listed.ts";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { boxed, clamp, ellipse, lerp, type Pt, placed, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { drawPart } from "./parts.ts";
import { type Box, drawProp, type Spot, sizeOf } from "./props.ts";
import { isFurniture, traitsOf } from "./thing-traits.ts";

/** Things that can be on a wall if told: paper, and things that are hung up. */
export const PINNED: ReadonlySet<Prop> = new Set(
  listed(
    "photo poster map letter ticket scroll newspaper mask hat cap straw-hat sedge-hat coat uniform gun sword",
    "bow shield guitar fan key",
  ),
);

/** Whether a thing hangs on the wall of its room. */
export const hangs = (prop: Prop, { told, scene }: PanelView["picture"]): boolean =>
  traitsOf(prop).rests === "wall" ||
  isRung(prop, { told }) ||
  (PINNED.has(prop) && isIndoors(scene.place.kind) && told.things.onWall === true);

/** Things that stand along a wall or free in the open, never between two people who talk. */
const ALONG_WALLS: ReadonlySet<Prop> = new Set(
  listed(
    "piano shelf cupboard drawer fridge stove sofa bed television washing-machine curtain bath gramophone",
    "bench flag sink",
  ),
);

/** Position and true size of a thing as far behind the people as the wall allows; undefined for things that stand in front. */
export function behindPeople(
  prop: Prop,
  { camera, width, picture: { figures } }: PanelView,
): { y: number; box: Box } | undefined {
  if (!ALONG_WALLS.has(prop) || figures.length === 0) return undefined;
  const z = camera.distance + 1.7;
  const { wide: w, high: h, metres } = sizeOf(prop);
  const k = Math.min((metres * camera.focal) / z / h, (width * 0.7) / w);
  return { y: camera.see(0, 0, z)[1], box: { k, width: w * k, height: h * k } };
}

/** Distance in metres of a sheet behind the people, and its height there; at its true size it would be too small to see. */
const BEHIND = 3;
const POSTER = 0.62;

export function poster(prop: Prop, { camera, height }: PanelView): Box {
  const { wide, high } = sizeOf(prop);
  const tall = Math.min(height * 0.3, (POSTER * camera.focal) / (camera.distance + BEHIND));
  const k = tall / high;
  return { k, width: wide * k, height: tall };
}

/** Size of a thing at the figures' scale, within limits: legible, and at most the given share of the panel's height. */
export function boxFor(prop: Prop, { width, height }: PanelView, plan: Composition, share: number): Box {
  const { wide: w, high: h, metres } = sizeOf(prop);
  // Furniture beside whole figures may be larger, up to its true height; otherwise a desk would look like a stool.
  const beside = isFurniture(prop) && plan.standing.length > 0;
  const tallest = metres >= 2 ? 0.62 : metres > 1 || beside ? share * 1.8 : share;
  const widest = Math.min(0.8, share * (beside ? 2 : 1.6));
  const largest = Math.min((width * widest) / w, (height * tallest) / h);
  const smallest = (height * Math.min(share * 0.3, 0.12)) / h;
  const k = clamp((metres * plan.metre) / h, Math.min(smallest, largest), largest);
  return { k, width: w * k, height: h * k };
}

export function floorOf(prop: Prop, view: PanelView, plan: Composition, tall: number): number {
  const { height, picture, camera } = view;
  if (PINNED.has(prop) && hangs(prop, picture))
    return Math.max(height * 0.1, camera.see(0, 1.62, camera.distance + BEHIND)[1]) + tall / 2;
  if (hangs(prop, picture)) return height * 0.3 + tall / 2;
  return Math.min(height * 0.97, Math.max(plan.groundY, height * 0.7));
}

/** Half the width of a person's legs, in metres. */
const LEGS = 0.13;

/** Y of a thing that would hide a figure's legs: behind the heels, because people are drawn last. */
export function behindHeels(
  plan: Composition,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): number {
  const hidden = plan.standing.filter(
    (one) => Math.abs(one.x - x) < width / 2 + plan.metre * LEGS && y - height < one.groundY,
  );
  return Math.min(y, ...hidden.map(({ groundY }) => groundY - plan.metre * 0.04));
}

/** The middle of the widest gap between or beside the people, as a share of the width. */
export function freeX(
  { width }: PanelView,
  plan: Composition,
  wide: number,
  { jitter, beside }: { jitter: number; beside: readonly Spot[] },
): number {
  const taken = plan.standing.map(({ x }) => x).toSorted((a, b) => a - b);
  const stops = [0, ...taken, width];
  let best = { x: width / 2, gap: -1 };
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to === undefined || to - from <= best.gap) continue;
    const share = i === 0 ? 0.38 : i === stops.length - 2 ? 0.62 : 0.5;
    best = { x: from + (to - from) * share, gap: to - from };
  }
  const free = clamp(best.x + (jitter - 0.5) * best.gap * 0.2, wide * 0.5, width - wide * 0.5);
  // Beside another thing, on the side farther from people.
  const over = beside.find((spot) => Math.abs(spot.x - free) < (spot.width + wide) * 0.5);
  if (!over) return free / width;
  const step = (over.width + wide) * 0.72;
  const room = (x: number) => Math.min(...taken.map((other) => Math.abs(other - x)), x * 2, (width - x) * 2);
  const x = room(over.x - step) > room(over.x + step) ? over.x - step : over.x + step;
  return clamp(x, wide * 0.5, width - wide * 0.5) / width;
}

/** Things that hang from a cord. */
const ON_CORDS: ReadonlySet<Prop> = new Set(
  listed("chandelier wind-chime paper-lantern teru-teru-bozu shimenawa icicle"),
);

/** Whether a place is outdoors with ground for a post. */
export const hasNoWalls = (place: PlaceKind): boolean =>
  !isIndoors(place) && !/^(?:sea|sky|space|abstract)$/u.test(place);

/** Whether a hanging thing needs a holder because there is no wall. */
export const needsHolder = (prop: Prop, { picture }: PanelView): boolean =>
  hasNoWalls(picture.scene.place.kind) && hangs(prop, picture) && !(PINNED.has(prop) && prop !== "poster");

/** Draws the holder behind the thing. */
export function drawHolder(pen: Pen, view: PanelView, { prop, x, y, width, height }: Spot): void {
  const top = y - height;
  if (ON_CORDS.has(prop)) {
    for (const u of width > height * 1.6 ? [-0.42, 0.42] : [0])
      pen.line(
        sharp(through([x + width * u, top + height * 0.1], [x + width * u, -40]) as Pt[]),
        0.9,
        "none",
      );
    return;
  }
  const wood = pen.of(MATERIALS.wood);
  const { camera } = view;
  const foot = Math.max(y + height * 0.5, camera.see(0, 0, camera.distance + 1.2)[1]);
  const m = Math.max(6, Math.min(width, height) * 0.16);
  const [left, right] = [x - width / 2 - m, x + width / 2 + m];
  const post = m * 0.55;
  for (const px of [left + post, right - post]) {
    wood.fill(ellipse(px, foot, post * 2.2, post * 0.6, 10), { veil: 0.3 });
    wood.shape(sharp(boxed([px - post / 2, top - m], [px + post / 2, foot])), { tone: 0.5 }, 0.8);
  }
  // The board is as large as the frame; its roof is measured in margins.
  const at = (v: number): number => top - m + v;
  const board = ([u, v]: Pt): Pt => [lerp(left, right, u / 100), at((v * (height + m * 2)) / 100)];
  const roof = ([u, v]: Pt): Pt => [x + (u * m) / 100 + Math.sign(u) * (right - x), at((v * m) / 100)];
  drawPart(wood, "standing/board", { frames: { board, roof } });
}

export const isRung = (prop: Prop, { told }: Pick<Picture, "told">): boolean =>
  prop === "bell" && told.bellRings === true;

const SWING = 13;

/** Draws a bell with its middle at a point, `k` units to one of its own. */
export function drawRung(pen: Pen, [x, y]: Pt, k: number): void {
  const [left, top, right, low] = sizeOf("bell").extent;
  const hook: Pt = [x, y + (top - (top + low) / 2) * k];
  pen.line([[x, -40], hook], 2.2, "none");
  const hung = placed(hook[0], hook[1], SWING, k * 0.94);
  const draw = (p: Pen) => drawProp(p.at(hung).at(placed(-(left + right) / 2, -top)), "bell");
  pen.shadowed({ veil: 0.35 }, (p) => draw(p.at(placed(k * 6, k * 8))));
  pen.haloed(2, draw);
  const r = (low - top) * k;
  drawPart(pen.at(placed(x - r * 0.1, y, 0, r / 100)), "effects/ringing");
}
