// Where animals are that are in a picture beside its figures: on the ground where people leave room, nearer or farther; in the sky;
// on wires, roofs, boughs and things; on somebody's shoulder or arms.

import type { Composition } from "../../camera/composition.ts";
import type { PanelView } from "../../camera/view.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { clamp } from "../../pen/curves.ts";
import type { Named } from "../../pen/pen.ts";
import { isIndoors } from "../../places/places.ts";
import { onHigh, onSomebody, onThing } from "./sight-seats.ts";
import { type Layout, LEAST, perUnit, type SightSpot, spot, tallOf } from "./sight-sizes.ts";
import { isBird, type Sight } from "./sights.ts";

/** `named`: what is drawn already, for those that sit on it. */
export function spotsOf(
  sights: readonly Sight[],
  view: PanelView,
  plan: Composition,
  named: readonly Named[],
): SightSpot[] {
  const layout: Layout = {
    ...{ view, plan, named },
    taken: plan.standing.map(({ x }) => x),
    rng: chance(hashOf(view.picture.scene.id, "sights")),
  };
  return sights.flatMap((sight) => placesOf(sight, layout));
}

const isNear = ({ picture: { shot } }: PanelView): boolean =>
  shot === "half" || shot === "bust" || shot === "close" || shot === "detail";

function placesOf(sight: Sight, layout: Layout): SightSpot[] {
  const { view, plan } = layout;
  const { shot, figures, scene } = view.picture;
  if ((shot === "close" || shot === "detail") && figures.length > 0) return [];
  const indoors = isIndoors(scene.place.kind);
  switch (sight.perch) {
    case "arms":
    case "shoulder":
      return onSomebody(sight, layout) ?? (isNear(view) ? [] : onGround(sight, layout));
    case "air":
      return inAir(sight, layout);
    case "wire":
    case "roof":
    case "branch":
      return indoors ? (isNear(view) ? [] : onGround(sight, layout)) : onHigh(sight, layout);
    case "sill":
    case "thing":
      return onThing(sight, layout) ?? (isNear(view) ? [] : onGround(sight, layout));
    default:
      return isNear(view) && plan.standing.length > 0 ? [] : onGround(sight, layout);
  }
}

/** On the ground, one beside or behind the other, on the side where there is most room. */
function onGround(sight: Sight, { view, plan, taken, rng }: Layout): SightSpot[] {
  const { camera, width, height } = view;
  const water = sight.perch === "water";
  const start = freest(taken, width, rng);
  const way = start > width / 2 ? -1 : 1;
  return sight.designs.map((design, i): SightSpot => {
    const { measures, tall } = tallOf(design, sight);
    const unit = perUnit(design, sight);
    const large = tall * unit > 0.7;
    const behind = sight.far
      ? 9 + i * 1.6
      : water
        ? 2.6 + i * 0.7
        : large
          ? 1.5 + i * 1.1
          : 0.25 + (i % 3) * 0.5;
    const z = camera.distance + (plan.standing.length === 0 && !sight.far ? behind * 0.7 : behind);
    const k = Math.max((camera.focal / z) * unit, (height * LEAST) / tall);
    const wide = (measures.right - measures.left) * k;
    const step = i === 0 ? 0 : Math.ceil(i / 2) * (i % 2 === 0 ? -0.86 : 0.86) * way;
    const middle = clamp(
      start + step * Math.max(wide, width * 0.09) + rng.between(-0.1, 0.1) * wide,
      wide * 0.46,
      width - wide * 0.46,
    );
    taken.push(middle);
    const flip =
      (sight.pose === "run" || sight.pose === "walk" ? way : middle < width / 2 ? 1 : -1) *
        (i % 3 === 2 ? -1 : 1) <
      0
        ? -1
        : 1;
    const [, y] = camera.see(0, 0, z);
    return spot(sight, design, {
      x: middle - ((measures.left + measures.right) / 2) * k * flip,
      y: Math.min(y, height * 0.985),
      scale: k,
      flip,
      layer: behind > 0.5 ? "behind" : "before",
    });
  });
}

/** The middle of the widest gap. */
function freest(taken: readonly number[], width: number, rng: Layout["rng"]): number {
  const stops = [width * -0.06, ...taken.toSorted((a, b) => a - b), width * 1.06];
  let best = { x: width / 2, gap: -1 };
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to !== undefined && to - from > best.gap) best = { x: (from + to) / 2, gap: to - from };
  }
  return best.x + rng.between(-0.06, 0.06) * best.gap;
}

/** Over the heads, where words are least; insects beside them. */
function inAir(sight: Sight, { view, plan, rng, taken }: Layout): SightSpot[] {
  const { width, height, picture } = view;
  const bird = isBird(sight.told.animal) || sight.told.animal === "bat";
  if (bird && isIndoors(picture.scene.place.kind) && isNear(view)) return [];
  const heads = plan.standing.map(({ face, scale }) => face[1] - 70 * scale);
  const top = height * (0.1 + picture.room * 0.045);
  const low = bird ? Math.max(top + height * 0.06, Math.min(height * 0.46, ...heads)) : height * 0.62;
  const n = sight.designs.length;
  const side = freest(taken, width, rng);
  return sight.designs.map((design, i): SightSpot => {
    const { measures, tall } = tallOf(design, sight);
    const share = (bird ? (n > 2 ? 0.1 : 0.15) : 0.075) * (sight.far ? 0.55 : 1) * rng.between(0.86, 1.12);
    const true1 = plan.metre * perUnit(design, sight) * 0.8;
    const scale = clamp(true1, (height * share * 0.6) / tall, (height * share) / tall);
    const wide = (measures.right - measures.left) * scale;
    const spread = n === 1 ? 0 : i / (n - 1) - 0.5;
    const flip = side > width / 2 ? -1 : 1;
    const x = clamp(
      (n > 2 ? width * 0.5 : side) + spread * Math.min(width * 0.7, wide * n * 1.25),
      wide * 0.55,
      width - wide * 0.55,
    );
    const y = clamp(
      top + (low - top) * (0.35 + (i % 2) * 0.35) + rng.between(-0.04, 0.04) * height,
      top + tall * scale * 0.6,
      height * 0.8,
    );
    return spot(sight, design, {
      x,
      y: y + tall * scale * 0.5,
      scale,
      flip,
      layer: bird ? "behind" : "before",
    });
  });
}
