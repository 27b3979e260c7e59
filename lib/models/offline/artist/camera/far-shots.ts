// Far shots: positions, scale and depth of whole figures on the ground of a panel.

import { measuresOf } from "../closed/measures.ts";
import type { Shot } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { handsOn } from "../figures/borne.ts";
import { FIGURE_METRE } from "../figures/hands/hands.ts";
import { clamp } from "../pen/curves.ts";
import { hasTrait, isHarbour, isIndoors, isUnderGlass } from "../places/places.ts";
import { isAlongAisle } from "../places/travel/carriage.ts";
import type { Person } from "./person.ts";
import { drawTogether, keepOnPath, setBack, spread, stepsBack } from "./spacing.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import type { Composition } from "./view.ts";
import { type Size, underWords, wordsOver } from "./word-room.ts";

type FarShot = "full" | "long" | "establishing";

/** For far shots: the share of the panel that a standing adult fills, and the height of the ground. */
const FAR = measuresOf<FarShot, { share: number; indoors: number; ground: number }>("shots");

export const isFar = (shot: Shot): shot is FarShot =>
  shot === "full" || shot === "long" || shot === "establishing";

/** A ghost that lies or sleeps floats, so it does not count as lying down. */
const liesDown = ({ figure: { pose }, design: { kind } }: Person): boolean =>
  (pose === "lie" || pose === "sleep") && kind !== "ghost";

/** Y of the ground, the y below which heads may begin, and the scale of a figure on the nearest ground. */
interface Measure {
  groundY: number;
  top: number;
  scale: number;
}

/** Places whole figures on the ground, scaled so that all hands and feet are in the panel. */
export function planFar(people: readonly Person[], picture: Picture, shot: FarShot, size: Size): Composition {
  const lying = people.length > 0 && people.every(liesDown);
  const measure = measureOf(people, picture, { shot, lying, size });
  const [abed] = people;
  const single = people.length === 1 && abed?.design.kind === "human";
  if (lying && single && size.width < size.height * 1.25 && isIndoors(picture.scene.place.kind))
    return headFirst(abed, measure.groundY, size);
  const { groundY, top, scale } = measure;
  const xs = placesOf(people, picture, { scale, size });
  const metre = FIGURE_METRE * scale;
  const steps = stepsBack(people);
  const standing = people.map((p, i): Standing => {
    const { figure } = p;
    const { share, up } = setBack(steps[i] ?? 0, picture, { ...size, groundY, metre });
    const s = scale * share;
    const middle = ((p.left + p.right) / 2) * s * flipOf(figure);
    const x = (xs[i] ?? size.width / 2) - middle;
    const at = standAt(p, { x, groundY: groundY - up, scale: s });
    // A flying bird is raised as far as the room for words allows.
    const rise = p.design.kind === "bird" && figure.pose === "jump" ? at.groundY - p.top * s - top : 0;
    if (rise <= 0) return at;
    const high = at.groundY - Math.min(rise, size.height * 0.26);
    return { ...standAt(p, { x, groundY: high, scale: s }), borne: true };
  });
  return { standing: handsOn(standing, people, picture), groundY, metre };
}

function measureOf(
  people: readonly Person[],
  { room, scene }: Picture,
  { shot, lying, size }: { shot: FarShot; lying: boolean; size: Size },
): Measure {
  const { width, height } = size;
  const { share, indoors, ground } = FAR[shot];
  const groundY = height * (lying ? 0.8 : ground);
  const highest = Math.max(shot === "full" ? 330 : 560, ...people.map((p) => p.top));
  // In a strip the camera moves closer, so that people are not tiny between ground and sky.
  const closer = shot === "full" ? 1 : clamp(width / height / 2.2, 1, 1.5);
  const wanted =
    (height * Math.min(0.9, (isIndoors(scene.place.kind) ? indoors : share) * closer)) /
    (shot === "full" ? highest : 660);
  const crowd = people.reduce((sum, p) => sum + Math.min(p.right - p.left, 700), 0);
  const fits = Math.min(wanted, (width * 1.12) / Math.max(1, crowd), (width * 0.94) / widestOf(people));
  const usual = height * (0.04 + room * wordsOver(size, 0.06));
  const taken = crowd * Math.min(fits, (groundY - usual) / highest);
  const free = people.length > 1 ? (width - taken) / 2 : width - taken;
  const top = underWords(usual, room, { ...size, free, most: 0.32, swell: 1 });
  return { groundY, top, scale: Math.min(fits, (groundY - top) / highest) };
}

const widestOf = (people: readonly Person[]): number => Math.max(200, ...people.map((p) => p.right - p.left));

/** A bed in a narrow panel: shows its head end, so that the sleeper is large enough. */
function headFirst(abed: Person, groundY: number, { width, height }: Size): Composition {
  const scale = Math.min((width * 0.94) / (widestOf([abed]) * 0.58), (height * 0.3) / 130);
  const head = abed.faceX * flipOf(abed.figure);
  const middle = ((abed.left + abed.right) / 2) * flipOf(abed.figure);
  const x = width * (head < middle ? 0.24 : 0.76) - head * scale;
  return { standing: [standAt(abed, { x, groundY, scale })], groundY, metre: FIGURE_METRE * scale };
}

/** X of the middle of each figure. */
function placesOf(
  people: readonly Person[],
  picture: Picture,
  { scale, size }: { scale: number; size: Size },
): number[] {
  const { width, height } = size;
  // Figures that hit, hug or hand over must reach each other.
  const touching = people.length === 2 && people.some(({ figure: { pose } }) => TOUCHES.test(pose));
  const spans = people.map((p) => ({
    half: ((p.right - p.left) / 2) * scale * (touching ? 0.6 : 1),
    wanted: wantedX(p, picture, size),
  }));
  const xs = spread(spans, width);
  if (people.length === 2) {
    const embraced = people.every(({ figure: { pose } }) => pose === "embrace");
    const seated = people.every(({ figure: { pose } }) => pose === "sit");
    drawTogether(xs, (embraced ? EMBRACED : seated ? SEATED : APART) * FIGURE_METRE * scale);
    // A lone figure in a strip is not always in the middle.
    const aside = width > height * 2 ? ([-0.12, 0.06, 0.14][(people[0]?.seen.moment ?? 0) % 3] ?? 0) : 0;
    for (const [i, x] of xs.entries()) xs[i] = x + aside * width;
  }
  if (isOnPath(picture)) {
    const narrow = isUnderGlass(picture) || isAlongAisle(picture) ? 0.55 : isHarbour(picture) ? 0.8 : 1;
    keepOnPath(xs, width, FIGURE_METRE * scale * narrow);
  }
  return xs;
}

const TOUCHES = /^(?:fight|embrace|push|offer|reach)$/u;

/** Largest distance in metres between two figures that belong together; `EMBRACED` for two who hold each other. */
const APART = 1.7;
const EMBRACED = 0;
const SEATED = 1.15;

/** Whether people keep to the middle of the place and the camera looks along it. */
export const isOnPath = (picture: Picture): boolean =>
  hasTrait(picture.scene.place.kind, "path") ||
  isAlongAisle(picture) ||
  isUnderGlass(picture) ||
  isHarbour(picture);

/** A lone figure in a wide panel stands in one third of it and looks into the rest. */
export function wantedX(
  { figure: { at } }: Person,
  { figures, scene, shot }: Picture,
  { width, height }: Size,
): number {
  const free = !isFar(shot) || !hasTrait(scene.place.kind, "narrow");
  const aside = figures.length === 1 && free && width > height * 1.4 ? 1.6 : 1;
  return width * clamp(0.5 + (at - 0.5) * aside, 0.08, 0.92);
}
