// Who stands where, how large, and what room words are left: the composition of a panel.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Shot } from "../../../manga/staging.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import { clamp } from "./curves.ts";
import { POSES } from "./poses.ts";
import { skeletonOf } from "./skeleton.ts";

export interface Standing {
  figure: Figure;
  design: CharacterDesign;
  /** Where the ground under the hips lies, in units. */
  x: number;
  groundY: number;
  /** Units in one unit of figure space. */
  scale: number;
}

export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}

/** Figure units in a metre: a grown person of 660 is 1.6 m tall. */
const FIGURE_METRE = 412;

/** Heads over panel height, and how many heads wide a figure wants to be. */
const FRAMING: Readonly<Record<Shot, { head: number; wide: number; cut: boolean }>> = {
  detail: { head: 1.05, wide: 1.1, cut: true },
  close: { head: 0.62, wide: 1.3, cut: true },
  bust: { head: 0.37, wide: 1.55, cut: true },
  half: { head: 0.245, wide: 1.75, cut: true },
  full: { head: 0.125, wide: 1.9, cut: false },
  long: { head: 0.085, wide: 1.6, cut: false },
  establishing: { head: 0.048, wide: 1.4, cut: false },
};

/** Height of those who do not move on the human skeleton, in figure units. */
const BEAST_HEIGHT = { cat: 165, dog: 235, bird: 105, ghost: 420 } as const;

export function heightOf(design: CharacterDesign, figure: Figure): number {
  const { kind } = design;
  if (kind === "cat" || kind === "dog" || kind === "bird" || kind === "ghost") return BEAST_HEIGHT[kind];
  return (kind === "human" ? 62 : 84) - skeletonOf(design, POSES[figure.pose], figure.view).head[1];
}

export function planComposition(
  picture: Picture,
  cast: readonly CharacterDesign[],
  size: { width: number; height: number },
): Composition {
  const { width, height } = size;
  const { shot, room } = picture;
  const { head, wide, cut } = FRAMING[shot];
  const people = picture.figures.flatMap((figure) => {
    const design = cast.find((d) => d.id === figure.character);
    return design ? [{ figure, design, tall: heightOf(design, figure) }] : [];
  });
  people.sort((a, b) => a.figure.at - b.figure.at);
  const n = Math.max(1, people.length);
  const tallest = Math.max(0, ...people.map((p) => p.tall));
  const top = height * (0.05 + room * (cut ? 0.045 : 0.06));
  let headUnits = Math.min(
    height * head * (1 - room * 0.045),
    (width * 0.98) / (n * wide * (n > 1 ? 0.86 : 1)),
  );
  if (!cut) {
    const share = { full: 0.95, long: 0.78, establishing: 0.5 }[shot as "full" | "long" | "establishing"];
    const fits = ((height * share - top) / Math.max(tallest, shot === "full" ? 420 : 560)) * 100;
    headUnits = Math.min(shot === "full" ? fits : Math.max(headUnits, 0), fits);
    headUnits = Math.min(headUnits, (width * 0.96) / (n * 1.5));
  } else if (tallest > 0 && tallest < 300) {
    headUnits *= 1.5;
  }
  const scale = headUnits / 100;
  const groundY = cut
    ? top + tallest * scale * 1
    : height * { full: 0.95, long: 0.9, establishing: 0.88 }[shot as "full" | "long" | "establishing"];
  const gap = headUnits * wide * (cut ? 0.8 : 0.75);
  const xs = spread(
    people.map((p) => p.figure.at * width),
    { gap, low: headUnits * 0.72, high: width - headUnits * 0.72 },
  );
  const standing = people.map(({ figure, design, tall }, i): Standing => {
    const back = 1 - figure.depth * (cut ? 0.07 : 0.13);
    const s = scale * back;
    const x = xs[i] ?? width / 2;
    if (!cut) return { figure, design, x, scale: s, groundY: groundY - figure.depth * height * 0.045 };
    const drop =
      clamp((tallest - tall) * 0.22, 0, headUnits < height * 0.3 ? 90 : 34) * s +
      figure.depth * headUnits * 0.03;
    if (shot === "detail" && figure.holds && design.kind === "human")
      return handFirst({ figure, design }, size);
    const faceTop =
      shot === "detail"
        ? height * 0.46 - headUnits * 0.62
        : shot === "close"
          ? height * (0.49 + room * 0.016) - headUnits * 0.62
          : top;
    return { figure, design, x, scale: s, groundY: faceTop + drop + tall * s };
  });
  standing.sort((a, b) => b.figure.depth - a.figure.depth || reachOf(a.figure) - reachOf(b.figure));
  return { standing, groundY, metre: FIGURE_METRE * scale };
}

/** A detail of somebody who holds a thing is the hand with the thing in it. */
function handFirst(
  { figure, design }: { figure: Figure; design: CharacterDesign },
  { width, height }: { width: number; height: number },
): Standing {
  const pose = POSES[figure.pose];
  const { arms, measures } = skeletonOf(design, pose, figure.view);
  const { elbow, wrist } = arms[pose.acting === "far" ? "far" : "near"];
  const scale = (Math.min(width, height) * 0.3) / measures.hand;
  const flip = figure.facing === "left" ? -1 : 1;
  const [dx, dy] = [wrist.p[0] - elbow.p[0], wrist.p[1] - elbow.p[1]];
  return {
    figure,
    design,
    x: width * 0.52 - (wrist.p[0] + dx * 0.15) * flip * scale,
    groundY: height * 0.54 - (wrist.p[1] + dy * 0.15) * scale,
    scale,
  };
}

/** Hands that reach towards a neighbour are drawn over them. */
const reachOf = ({ pose, holds }: Figure): number =>
  (POSES[pose].acting === "none" ? 0 : 1) + (holds ? 1 : 0);

/** Moves neighbours apart until they are `gap` apart, or evenly spread where there is no room for that. */
function spread(
  wanted: readonly number[],
  { gap, low, high }: { gap: number; low: number; high: number },
): number[] {
  const n = wanted.length;
  if (high < low) return wanted.map(() => (low + high) / 2);
  const step = n > 1 ? Math.min(gap, (high - low) / (n - 1)) : 0;
  const xs = wanted.map((x) => clamp(x, low, high));
  for (let i = 1; i < n; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + step);
  let limit = high;
  for (let i = n - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] ?? 0, limit);
    limit = (xs[i] ?? 0) - step;
  }
  return xs;
}
