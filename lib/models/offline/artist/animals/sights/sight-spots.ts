// Places of animals that are not figures: on the ground where people leave room, at various distances; in the
// sky; on wires, roofs, boughs and drawn things; on a figure's shoulder or arms.

import type { Design } from "../../camera/design.ts";
import { flipOf } from "../../camera/standing.ts";
import type { Composition, PanelView } from "../../camera/view.ts";
import { isPose } from "../../figures/body/poses.ts";
import { bodyIn } from "../../figures/body/stances.ts";
import { FIGURE_METRE } from "../../figures/hands/hands.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { clamp, type Pt } from "../../pen/curves.ts";
import type { Named } from "../../pen/pen.ts";
import { isIndoors } from "../../places/places.ts";
import { isBird, type Layout, LEAST, perUnit, type Sight, type SightSpot, tallOf } from "./sights.ts";

/** Finds the spots; `named` lists drawn things that animals can sit on. */
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
  const { perch } = sight;
  if ((shot === "close" || shot === "detail") && figures.length > 0) return [];
  if (perch === "air") return inAir(sight, layout);
  const high = perch === "wire" || perch === "roof" || perch === "branch";
  if (high && !isIndoors(scene.place.kind)) return onHigh(sight, layout, perch);
  const borne = perch === "arms" || perch === "shoulder";
  const resting = perch === "sill" || perch === "thing";
  const found = borne ? onSomebody(sight, layout) : resting ? onThing(sight, layout) : undefined;
  // A near shot shows no ground, except for animals that are the only subject.
  const hasGround = !isNear(view) || (!high && !borne && !resting && plan.standing.length === 0);
  return found ?? (hasGround ? onGround(sight, layout) : []);
}

/** The spot of each animal of a sight, by its height. */
const spotsBy = (
  sight: Sight,
  at: (design: Design, i: number, size: ReturnType<typeof tallOf>) => Omit<SightSpot, "sight" | "design">,
): SightSpot[] =>
  sight.designs.map((design, i) => ({ sight, design, ...at(design, i, tallOf(design, sight)) }));

/** On the ground, beside or behind each other, on the side with the most room. */
function onGround(sight: Sight, { view, plan, taken, rng }: Layout): SightSpot[] {
  const { camera, width, height } = view;
  const water = sight.perch === "water";
  const start = freest(taken, width, rng);
  const way = start > width / 2 ? -1 : 1;
  return spotsBy(sight, (design, i, { measures, tall }) => {
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
    return {
      x: middle - ((measures.left + measures.right) / 2) * k * flip,
      y: Math.min(y, height * 0.985),
      scale: k,
      flip,
      layer: behind > 0.5 ? "behind" : "before",
    };
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

/** Above the heads, away from the words; insects beside the heads. */
function inAir(sight: Sight, { view, plan, rng, taken }: Layout): SightSpot[] {
  const { width, height, picture } = view;
  const bird = isBird(sight.told.animal) || sight.told.animal === "bat";
  if (bird && isIndoors(picture.scene.place.kind) && isNear(view)) return [];
  const heads = plan.standing.map(({ face, scale }) => face[1] - 70 * scale);
  const top = height * (0.1 + picture.room * 0.045);
  const low = bird ? Math.max(top + height * 0.06, Math.min(height * 0.46, ...heads)) : height * 0.62;
  const n = sight.designs.length;
  const side = freest(taken, width, rng);
  return spotsBy(sight, (design, i, { measures, tall }) => {
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
    return {
      x,
      y: y + tall * scale * 0.5,
      scale,
      flip,
      layer: bird ? "behind" : "before",
    };
  });
}

/** Position of the wire, the roof and the bough of `draw-sights.ts`, as shares of the panel. */
const HIGH = {
  wire: (along: number): Pt => [
    0.16 + along * 0.68,
    0.17 + Math.sin(Math.PI * (0.16 + along * 0.68)) * 0.035,
  ],
  roof: (along: number): Pt => [0.06 + along * 0.26, 0.25 - along * 0.1],
  branch: (along: number): Pt => [0.1 + along * 0.24, 0.232 + along * 0.03],
} as const;

/** Whether perches are on the left of a picture, away from the people. */
export const isLeftSide = ({ width }: PanelView, { standing }: Composition): boolean =>
  standing.reduce((sum, { x }) => sum + x - width / 2, 0) >= 0;

function onHigh(sight: Sight, { view, plan }: Layout, perch: keyof typeof HIGH): SightSpot[] {
  const { width, height, picture } = view;
  const left = isLeftSide(view, plan);
  const down = picture.room * 0.03;
  return spotsBy(sight, (_, i, { tall }) => {
    const n = sight.designs.length;
    const [u, v] = HIGH[perch](n === 1 ? 0.5 : 0.12 + (0.76 * i) / (n - 1));
    const scale = (height * (n > 2 ? 0.1 : 0.13) * (isBird(sight.told.animal) ? 1 : 1.15)) / tall;
    return {
      x: width * (perch === "wire" || left ? u : 1 - u),
      y: height * (v + down) + 1,
      scale,
      flip: (perch === "wire" ? i % 3 !== 1 : left) ? 1 : -1,
      layer: perch === "wire" ? "behind" : "before",
    };
  });
}

/** On the upper edge of a drawn thing, or on the sill of a window. */
function onThing(sight: Sight, { view, named, plan }: Layout): SightSpot[] | undefined {
  const on = sight.told.on ?? (sight.perch === "sill" ? "window" : undefined);
  const seat = named.find(({ what }) => what === on);
  if (!seat) return undefined;
  const [xs, ys] = [seat.corners.map(([x]) => x), seat.corners.map(([, y]) => y)];
  const [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const y =
    seat.what === "window"
      ? low
      : ["bench", "chair", "sofa", "bed"].includes(seat.what)
        ? top + (low - top) * 0.42
        : top;
  if (y < view.height * 0.08 || y > view.height * 0.98) return undefined;
  return spotsBy(sight, (design, i, { tall }) => {
    const fits = Math.min(view.height * 0.3, Math.max(view.height * LEAST * 1.4, (right - left) * 0.5));
    const scale = Math.min(
      Math.max(plan.metre * perUnit(design, sight) * 0.8, (view.height * LEAST * 1.3) / tall),
      fits / tall,
    );
    const along = sight.designs.length === 1 ? 0.5 : 0.16 + (0.68 * i) / (sight.designs.length - 1);
    return {
      x: clamp(left + (right - left) * along, 20, view.width - 20),
      y: y + 2,
      scale,
      flip: i % 2 === 0 ? 1 : -1,
      layer: seat.what === "window" ? "behind" : "before",
    };
  });
}

/** On the arms or the shoulder of the told figure, at that figure's scale. */
function onSomebody(sight: Sight, { view, plan }: Layout): SightSpot[] | undefined {
  const { picture } = view;
  const humans = plan.standing.filter(({ design }) => design.kind === "human");
  const by =
    humans.find(({ figure }) => figure.character === sight.told.as?.by) ??
    humans.find(({ figure }) => isPose("bears", figure.pose)) ??
    humans.find(({ figure }) => figure === picture.figures[0]) ??
    humans[0];
  const [design] = sight.designs;
  if (!by || !design) return undefined;
  const { arms, neck } = bodyIn(picture, by);
  const { tall } = tallOf(design, sight);
  const scale = Math.max(
    by.scale * FIGURE_METRE * perUnit(design, sight),
    (view.height * LEAST * 0.8) / tall,
  );
  const flip = flipOf(by.figure);
  const shoulder = sight.perch === "shoulder";
  // Behind the face, so that the tail hangs down the back.
  const [a, b] = [arms.near.shoulder.p, arms.far.shoulder.p];
  const back: Pt = [Math.min(a[0], b[0]) - 8, (a[0] < b[0] ? a : b)[1] - 4];
  const at: Pt = shoulder
    ? back
    : [
        (arms.near.wrist.p[0] + arms.far.wrist.p[0] + arms.near.elbow.p[0]) / 3,
        Math.max(
          Math.max(arms.near.wrist.p[1], arms.far.wrist.p[1]) + 12,
          neck[1] + (tall * scale) / by.scale + 4,
        ),
      ];
  const [x, y] = [by.x + at[0] * flip * by.scale, by.groundY + at[1] * by.scale];
  const way = (shoulder ? flip : -flip) < 0 ? -1 : 1;
  return [{ sight, design, x, y, scale, flip: way, layer: "before", by }];
}
