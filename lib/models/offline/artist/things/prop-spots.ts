// Where things go that nobody holds, and how large they are there: on walls, along them, on the ground where people leave room.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import { listed } from "../closed/listed.ts";
import type { Prop } from "../closed/staging.ts";
import { clamp } from "../pen/curves.ts";
import { isIndoors } from "../places/places.ts";
import { sizeOf } from "./props.ts";
import { isRung } from "./rung.ts";
import type { Box, Spot } from "./thing-spot.ts";
import { isFurniture, traitsOf } from "./thing-traits.ts";

/** Paper, and what is hung up: on a wall where it is told. */
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

/** What stands along a wall, or about in the open: nobody has it between them and whom they talk to. */
const ALONG_WALLS: ReadonlySet<Prop> = new Set(
  listed(
    "piano shelf cupboard drawer fridge stove sofa bed television washing-machine curtain bath gramophone",
    "bench flag sink",
  ),
);

/** As far behind the people as the wall leaves room, at its true size there; undefined for what stands before it. */
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

/** Metres behind the people at which a sheet hangs, and how tall it is there: a poster, or it would be a speck. */
const BEHIND = 3;
const POSTER = 0.62;

export function poster(prop: Prop, { camera, height }: PanelView): Box {
  const { wide, high } = sizeOf(prop);
  const tall = Math.min(height * 0.3, (POSTER * camera.focal) / (camera.distance + BEHIND));
  const k = tall / high;
  return { k, width: wide * k, height: tall };
}

/** How large a thing is drawn, which may take a share of the panel's height: true to the people's scale, yet large enough to read and small enough to fit. */
export function boxFor(prop: Prop, { width, height }: PanelView, plan: Composition, share: number): Box {
  const { wide: w, high: h, metres } = sizeOf(prop);
  // Beside whole people furniture is as high as it is, or a desk would be a stool.
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

/** Where a thing stands that would hide somebody's legs: behind their heels, for people are drawn last. */
export function behindHeels(
  plan: Composition,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): number {
  const hidden = plan.standing.filter(
    (one) => Math.abs(one.x - x) < width / 2 + plan.metre * LEGS && y - height < one.groundY,
  );
  return Math.min(y, ...hidden.map(({ groundY }) => groundY - plan.metre * 0.04));
}

/** The middle of the widest gap between the people, or beside them, as a share of the width. */
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
  // One thing beside the other, on the side that is farther from people.
  const over = beside.find((spot) => Math.abs(spot.x - free) < (spot.width + wide) * 0.5);
  if (!over) return free / width;
  const step = (over.width + wide) * 0.72;
  const room = (x: number) => Math.min(...taken.map((other) => Math.abs(other - x)), x * 2, (width - x) * 2);
  const x = room(over.x - step) > room(over.x + step) ? over.x - step : over.x + step;
  return clamp(x, wide * 0.5, width - wide * 0.5) / width;
}
