// Things that do not stand: thrown into the air, fallen on their side, or falling into water.

import type { PanelView } from "../camera/view.ts";
import { listed } from "../closed/listed.ts";
import type { Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { sinksIn, splashOf } from "../effects/splash.ts";
import { chance } from "../pen/chance.ts";
import { clamp, ellipse, type Pt, placed, rect } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { sheetAt } from "../places/paper.ts";
import { hasTrait } from "../places/places.ts";
import { drawOnSheet } from "../places/sheets.ts";
import { drawPart } from "./parts.ts";
import { drawProp, type Spot, sizeOf } from "./props.ts";
import { isFurniture, traitsOf } from "./thing-traits.ts";

/** Whether something was taken out of a thing; then the contents are thrown, not the container. */
const isSource = (prop: Prop, { told }: Pick<Picture, "told">): boolean =>
  SOURCES.has(prop) && told.things.takenOut === true;
const SOURCES: ReadonlySet<Prop> = new Set(
  listed("bag sack paper-bag backpack basket box suitcase bucket drawer"),
);

/** Things that can fly without being thrown. */
const WINGED: ReadonlySet<Prop> = new Set(
  listed(
    "kite balloon paper-plane paper-crane bamboo-copter leaf feather letter ticket money handkerchief scarf",
    "ribbon ball",
  ),
);

/** The state of a thing that nobody holds, by the told facts. */
type Way = "stands" | "lies" | "flies" | "drifts" | "sinks" | "sunk";

export function wayOf(prop: Prop, view: Pick<PanelView, "picture">): Way {
  const { told, scene, shot } = view.picture;
  const { thrown, flies, fallen } = told.things;
  if (
    scene.place.kind === "space" &&
    shot !== "detail" &&
    (!isFurniture(prop) || traitsOf(prop).stands === undefined)
  )
    return "drifts";
  if (thrown && !isFurniture(prop) && !isSource(prop, view.picture)) return "flies";
  if (WINGED.has(prop) && flies) return "flies";
  if (!traitsOf(prop).tumbles) return "stands";
  if (sinksIn(view)) return "sinks";
  if (isSunk(view)) return "sunk";
  return flies ? "flies" : fallen ? "lies" : "stands";
}

/** Whether things lie under shallow water beside a figure. */
export const isSunk = ({ picture: { scene, figures, told } }: Pick<PanelView, "picture">): boolean =>
  hasTrait(scene.place.kind, "shallows") && figures.length > 0 && told.things.sunk === true;

/** Position and scale of shallow water: slightly beyond the bank that people stand on. */
export function shallows({ camera }: PanelView): { y: number; metre: number } {
  const z = (camera.distance + 2.3) * 0.94 + 0.7;
  return { y: camera.see(0, 0, z)[1], metre: camera.focal / z };
}

/** Rotation in degrees: for things wider than tall, and for others; in the air, at the left and at the right of a picture. */
const TURNS: Readonly<Record<Exclude<Way, "stands">, readonly [number, number]>> = {
  ...{ sinks: [40, 124], flies: [-38, 38], drifts: [-24, 24], lies: [-8, 82], sunk: [-8, 82] },
};

/** Draws a thing in the air, rotated and with motion lines behind it, or lying on its side. */
export function tumble(
  pen: Pen,
  view: PanelView,
  { prop, x, y, k, width, height, near, way }: Spot & { near: boolean; way: Exclude<Way, "stands"> },
): Pt[] {
  const [left, high, right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  const flies = way === "flies";
  const drifts = way === "drifts";
  const sinks = way === "sinks";
  const sunk = way === "sunk";
  const [across, upright] = TURNS[way];
  const isAcross = flies || drifts ? x < view.width / 2 : width > height;
  const turn = isAcross ? across : upright;
  const half = flies || sinks || drifts ? height / 2 : Math.min(width, height) / 2;
  const reach = Math.max(width, height) / 2;
  const { foot, size } = splashOf(view);
  const middle: Pt = sinks
    ? [foot[0], foot[1] - size * 0.66]
    : [x, (flies || drifts) && !near ? Math.min(y - height, view.height * (flies ? 0.36 : 0.48)) : y - half];
  // Motion lines: straight down for a fall, curved and fading for a flight.
  const behind = pen
    .withNib(nib)
    .at(placed(middle[0], middle[1], 0, Math.sign(turn) * reach * 0.01, reach / 100));
  if (sinks) drawPart(behind, "effects/fall");
  else if (flies) drawPart(behind, "effects/flight");
  else if (!sunk && !drifts && view.picture.scene.place.kind !== "abstract")
    pen.fill(ellipse(x, y, Math.max(width, height) * 0.5, half * 0.3, 10), { veil: 0.35 });
  const draw = (q: Pen) =>
    q.haloed(nib * 0.6, (p) => {
      const turned = p.at(placed(middle[0], middle[1], turn, k));
      drawProp(turned.at(placed(-(left + right) / 2, -(high + low) / 2)), prop, view.picture.props);
    });
  if (sinks) pen.withNib(nib).inside(rect(-40, -40, view.width + 80, foot[1] + 40), draw);
  else draw(pen.withNib(nib));
  if (sunk) overflow(pen.withNib(nib), middle, reach);
  return [
    [middle[0] - reach, middle[1] - (flies || sinks || drifts ? reach : half)],
    [middle[0] + reach, middle[1] + (flies || sinks || drifts ? reach : half)],
  ];
}

/** Water over a sunken thing: rings round it, and broken lines of the surface across it. */
const overflow = (pen: Pen, at: Pt, r: number): void =>
  drawOnSheet(pen, "surfaces/overflow", sheetAt(at, r), { rng: chance(0), given: { gap: 2 / r } });
