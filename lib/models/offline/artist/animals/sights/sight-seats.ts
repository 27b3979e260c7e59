// Where animals perch that are on something: wires, roofs and boughs, things that are drawn, somebody's shoulder or arms.

import type { Composition } from "../../camera/composition.ts";
import { flipOf } from "../../camera/standing.ts";
import type { PanelView } from "../../camera/view.ts";
import { bodyIn } from "../../figures/body/bodies.ts";
import { FIGURE_METRE } from "../../figures/hands/held-size.ts";
import { clamp, type Pt } from "../../pen/curves.ts";
import { type Layout, LEAST, perUnit, type SightSpot, spot, tallOf } from "./sight-sizes.ts";
import { isBird, type Sight } from "./sights.ts";

/** Where the wire, the roof or the bough is that `perches.ts` draws, as shares of the panel. */
const HIGH = {
  wire: (along: number): Pt => [
    0.16 + along * 0.68,
    0.17 + Math.sin(Math.PI * (0.16 + along * 0.68)) * 0.035,
  ],
  roof: (along: number): Pt => [0.06 + along * 0.26, 0.25 - along * 0.1],
  branch: (along: number): Pt => [0.1 + along * 0.24, 0.232 + along * 0.03],
} as const;

/** On the left of a picture or the right, away from the people. */
export const isLeftSide = ({ width }: PanelView, { standing }: Composition): boolean =>
  standing.reduce((sum, { x }) => sum + x - width / 2, 0) >= 0;

export function onHigh(sight: Sight, { view, plan }: Layout): SightSpot[] {
  const { width, height, picture } = view;
  const { perch } = sight;
  if (perch !== "wire" && perch !== "roof" && perch !== "branch") return [];
  const left = isLeftSide(view, plan);
  const down = picture.room * 0.03;
  return sight.designs.map((design, i): SightSpot => {
    const { tall } = tallOf(design, sight);
    const n = sight.designs.length;
    const [u, v] = HIGH[perch](n === 1 ? 0.5 : 0.12 + (0.76 * i) / (n - 1));
    const scale = (height * (n > 2 ? 0.1 : 0.13) * (isBird(sight.told.animal) ? 1 : 1.15)) / tall;
    return spot(sight, design, {
      x: width * (perch === "wire" || left ? u : 1 - u),
      y: height * (v + down) + 1,
      scale,
      flip: (perch === "wire" ? i % 3 !== 1 : left) ? 1 : -1,
      layer: perch === "wire" ? "behind" : "before",
    });
  });
}

/** On the upper edge of what is drawn there, on the sill of a window. */
export function onThing(sight: Sight, { view, named, plan }: Layout): SightSpot[] | undefined {
  const on = sight.told.on ?? (sight.perch === "sill" ? "window" : undefined);
  const seat = named.find(({ what }) => what === on);
  if (!seat) return undefined;
  const [xs, ys] = [seat.corners.map(([x]) => x), seat.corners.map(([, y]) => y)];
  const [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const y =
    seat.what === "window"
      ? low
      : seat.what === "bench" || seat.what === "chair" || seat.what === "sofa" || seat.what === "bed"
        ? top + (low - top) * 0.42
        : top;
  if (y < view.height * 0.08 || y > view.height * 0.98) return undefined;
  return sight.designs.map((design, i): SightSpot => {
    const { tall } = tallOf(design, sight);
    const fits = Math.min(view.height * 0.3, Math.max(view.height * LEAST * 1.4, (right - left) * 0.5));
    const scale = Math.min(
      Math.max(plan.metre * perUnit(design, sight) * 0.8, (view.height * LEAST * 1.3) / tall),
      fits / tall,
    );
    const along = sight.designs.length === 1 ? 0.5 : 0.16 + (0.68 * i) / (sight.designs.length - 1);
    return spot(sight, design, {
      x: clamp(left + (right - left) * along, 20, view.width - 20),
      y: y + 2,
      scale,
      flip: i % 2 === 0 ? 1 : -1,
      layer: seat.what === "window" ? "behind" : "before",
    });
  });
}

/** On the arms or the shoulder of whoever is told to have it there, as large as it is beside them. */
export function onSomebody(sight: Sight, { view, plan }: Layout): SightSpot[] | undefined {
  const { picture } = view;
  const humans = plan.standing.filter(({ design }) => design.kind === "human");
  const by =
    humans.find(({ figure }) => figure.character === sight.told.as?.by) ??
    humans.find(({ figure }) => BEARS.test(figure.pose)) ??
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
  return [
    spot(sight, design, {
      x: by.x + at[0] * flip * by.scale,
      y: by.groundY + at[1] * by.scale,
      scale,
      flip: (shoulder ? flip : -flip) < 0 ? -1 : 1,
      layer: "before",
      by,
    }),
  ];
}

const BEARS = /^(?:carry|hold|embrace|offer|reach|sit)$/u;
