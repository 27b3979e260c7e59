// The boat that people are in: one for all of them, with whoever sits, rows or stands between its two sides.

import { flipOf, type Standing } from "../camera/standing.ts";
import type { Pose } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { corner, type Pt, placed, pts, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait } from "../places/place-traits.ts";
import { bodyIn } from "./body/bodies.ts";

/** A boat carries whoever rows, and everybody in a picture of a boat on water. */
export function isAfloat({ props, scene }: Pick<Picture, "props" | "scene">, pose: Pose): boolean {
  const wet = hasTrait(scene.place.kind, "on-water");
  return pose === "row" ? wet || props.includes("boat") : wet && props.includes("boat");
}

/** Whether what is seen is seen from the water, with no ground before it. */
export const isOnWater = (picture: Picture): boolean =>
  picture.figures.some(({ pose }) => isAfloat(picture, pose));

export interface Crew {
  /** Everybody of the picture, those in the boat at the height of its thwarts. */
  standing: Standing[];
  hull: Hull | undefined;
}

/** A boat that is as long as its crew needs: its hull is drawn round the hips of the first and of the last of them. */
interface Hull {
  first: number;
  last: number;
  y: number;
  scale: number;
  flip: 1 | -1;
  rowers: readonly Standing[];
}

/** Who is in the boat; `far` where their feet are in the panel, so that they can be moved together on one bottom. */
export function crewOf(standing: readonly Standing[], picture: Picture, far: boolean): Crew {
  const aboard = standing.filter(({ figure, borne }) => !borne && isAfloat(picture, figure.pose));
  const crew = aboard.filter(({ design }) => design.kind === "human");
  const [leader] = crew;
  if (!leader) return { standing: [...standing], hull: undefined };
  const waterlines = crew.map((one) => one.groundY + sillOf(one, picture) * one.scale);
  const y = far ? Math.min(...waterlines) : Math.max(...waterlines);
  const scale = Math.max(...crew.map((one) => one.scale));
  const xs = far ? closer(aboard, scale) : new Map(aboard.map((one) => [one, one.x]));
  const seated = new Map(
    aboard.map((one) => {
      const floor = crew.includes(one) ? y - sillOf(one, picture) * one.scale : y - THWART * scale;
      return [one, far ? moved(one, xs.get(one) ?? one.x, floor) : one];
    }),
  );
  const rowers = crew.filter(({ figure }) => figure.pose === "row");
  const hull: Hull = {
    ...{ first: Math.min(...xs.values()), last: Math.max(...xs.values()), y, scale },
    flip: flipOf((rowers[0] ?? leader).figure),
    rowers: rowers.map((one) => seated.get(one) ?? one),
  };
  return { standing: standing.map((one) => seated.get(one) ?? one), hull };
}

/** How far from each other two in a boat are at most, in units of their own space. */
const APART = 400;

/** Where those in a boat sit, as near to each other as its thwarts are, and together where they were. */
function closer(aboard: readonly Standing[], scale: number): Map<Standing, number> {
  const order = aboard.toSorted((a, b) => a.x - b.x);
  const steps = order.map((one, i) => Math.min(one.x - (order[i - 1]?.x ?? one.x), APART * scale));
  const xs = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));
  const middle = order.reduce((sum, { x }) => sum + x, 0) / order.length;
  const shift = middle - xs.reduce((sum, x) => sum + x, 0) / xs.length;
  return new Map(order.map((one, i) => [one, (xs[i] ?? 0) + shift]));
}

/** How far over the middle of the hull an animal sits, so that the side does not hide it. */
const THWART = 58;

const moved = (one: Standing, x: number, groundY: number): Standing => ({
  ...one,
  ...{ x, groundY },
  face: [one.face[0] + x - one.x, one.face[1] + groundY - one.groundY],
});

/** Where the hull's middle is: its gunwale comes up to the hips of whoever sits, to the knees of whoever stands. */
function sillOf({ figure, design }: Standing, picture: Picture): number {
  const { hips } = bodyIn(picture, { figure, design });
  return Math.max(hips[1] + 76, -52);
}

/** From the space of a boat for one to the panel: what is between the first and the last is stretched. */
function laid(hull: Hull, points: readonly Pt[]): Pt[] {
  const { first, last, y, scale, flip } = hull;
  return points.map(([px, py, ...sharpness]) => {
    const end = px * flip < 0 ? first : last;
    return [end + px * flip * scale, y + py * scale, ...sharpness] as Pt;
  });
}

/** The far side, which is behind whoever is in the boat. */
export function drawFarSide(pen: Pen, hull: Hull): void {
  pen.shape(laid(hull, pts("-330,-116! -150,-92 150,-92 380,-128! 300,-60 -260,-50")), { tone: 0.5 });
}

/** The near side, the water along it, and the oars over it. */
export function drawNearSide(pen: Pen, hull: Hull, picture: Picture): void {
  const at = (text: string) => laid(hull, pts(text));
  pen.shape(at("-340,-104! -160,-66 150,-66 392,-122! 310,24 190,56 -190,56 -290,20"), { tone: 0.14 });
  pen.line(at("-318,-66 -160,-32 160,-32 360,-78"), 0.9, "none");
  pen.line(at("-304,-28 -160,4 170,4 334,-34"), 0.6, "none");
  for (const x of [-200, -90, 60, 220]) pen.line(at(`${x},-64 ${x + 6},50`), 0.5);
  pen.fill(at("-290,20 -190,56 190,56 310,24 330,-20 180,30 -190,30"), { tone: 0.45 });
  for (const [x, w] of through([-330, 90], [40, 130], [350, 80]))
    pen.shape(
      laid(hull, [corner([x - w, 62]), [x - w * 0.3, 42], [x + w * 0.3, 52], corner([x + w, 60]), [x, 74]]),
      "white",
      0.6,
    );
  pen.name("boat", at("-340,-104 392,-122 310,56 -290,56"));
  for (const rower of hull.rowers) drawOar(pen, rower, picture);
}

/** The near oar: from the hands over the gunwale into the water. */
function drawOar(paper: Pen, { figure, design, x, groundY, scale }: Standing, picture: Picture): void {
  const { arms } = bodyIn(picture, { figure, design });
  const [wx, wy] = arms.near.wrist.p;
  const pen = paper.at([scale * flipOf(figure), 0, 0, scale, x, groundY]);
  const p = pen.at(placed(wx + 10, wy, 38));
  p.shape(sharp(pts("-70,-5 210,-5 210,5 -70,5")), "white", 0.9);
  p.shape(pts("206,-6! 230,-18 288,-15 296,0 288,15 230,18 206,6!"), { tone: 0.2 }, 0.9);
  p.shape(pts("-20,-12 4,-14 12,0 2,13 -18,12"), "white", 0.8);
}
