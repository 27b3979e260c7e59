// Hair over the face: the cap with its fringe, the locks in front of the ears, the nape.

import { chance } from "../../pen/chance.ts";
import { corner, lerp, type Pt, polar, pts, rowsOf, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "../head/head-rig.ts";
import { drawExtra } from "./back-hair.ts";
import { curls, type Hair, type Haircut, nape, paintOf, sideLocks, strand, temple } from "./hair-ink.ts";
import { drawHairShade, drawShine, drawStrands } from "./hair-light.ts";

/** The cap, the fringe and the locks in front of the ears; drawn over the face. */
export function drawFrontHair(pen: Pen, rig: Rig, hair: Hair): void {
  if (rig.view === "back") {
    drawBackOfHead(pen, rig, hair);
    return;
  }
  const parts = capParts(rig, hair);
  const outline = [...parts.dome, ...parts.fringe, ...parts.far];
  pen.silhouetted(outline, paintOf(hair.fill));
  pen.inside(outline, (p) => {
    drawHairShade(p, rig, hair);
    drawStrands(p, rig, hair);
    drawShine(p, rig, hair);
  });
  if (hair.cut.crown === "curly" || hair.fill === "black" || hair.fill === "dark") {
    pen.contour(outline, 1.05);
    return;
  }
  pen.line([...parts.far, ...parts.dome, ...parts.fringe.slice(0, 1)], 1.05, "none");
  drawLocks(pen, rig, hair, [...parts.fringe, ...parts.far.slice(0, 1)]);
}

/** On light hair each lock of the fringe is two pen strokes that taper at its tip; one of them starts high in the hair. */
function drawLocks(pen: Pen, rig: Rig, hair: Hair, fringe: readonly Pt[]): void {
  const rng = chance(hair.seed ^ 0x10c);
  const [cx] = rig.skull;
  const whorl: Pt = [lerp(cx, rig.x(0), 0.3), -46 - hair.cut.volume * 0.7];
  let from = 0;
  for (const [i, p] of fringe.entries()) {
    if (i === 0 || (p[2] !== 1 && i < fringe.length - 1)) continue;
    const side = fringe.slice(from, i + 1);
    from = i;
    const [first, last] = [side[0] ?? p, p];
    const falls = last[1] > first[1];
    const root = falls ? first : last;
    // A stroke at a tip is heaviest in its middle; one at a parting continues along the fall of the hair.
    const reach = falls === i % 4 < 2 ? rng.between(0.3, 0.56) : 0;
    const bow = (root[0] - whorl[0]) * 0.14;
    const on = (t: number): Pt => [
      lerp(root[0], whorl[0], t) + bow * Math.sin(t * Math.PI),
      lerp(root[1], whorl[1], t),
    ];
    const strand = falls ? side.toReversed() : side;
    const plain = strand.map(([x, y]): Pt => [x, y]);
    pen.line(reach > 0 ? [...plain, on(reach * 0.5), on(reach)] : plain, 1, "both");
  }
}

/** Hair brushed up and back from the forehead: degrees round the crown, and distance from the skull. */
const QUIFF = pts("4,0 22,1 40,7 58,12 76,11 97,3! 92,-1! 118,4 140,3 163,5! 160,0! 174,0");

/** Degrees round the crown between two points of smooth hair's outline. */
const BOW = 21.5;

function crownArc(rig: Rig, hair: Hair): Pt[] {
  const { volume } = hair.cut;
  const [cx, r] = rig.skull;
  const [rx, ry] = [r + 2 + volume * 0.75, 44 + (hair.pressed ? 0 : volume)];
  return crownOf(hair).map(([deg, out, tip]): Pt => {
    const p = polar([cx, -7], (deg * Math.PI) / 180, rx + out, -ry - out);
    return tip ? corner(p) : p;
  });
}

/** The outline over the crown: degrees round it from the right, and distance from the skull; corners are ends of locks. */
function crownOf({ cut: { crown }, pressed, seed }: Hair): readonly Pt[] {
  const rng = chance(seed);
  const points: Pt[] = [];
  if (pressed) {
    for (let d = 4; d <= 176; d += BOW) points.push([d, 0]);
  } else if (crown === "smooth") {
    // One or two loose locks at the whorl.
    const loose = rng.pick([[], [118], [136], [128, 150], [108, 146]]);
    for (let d = 4; d <= 176; d += BOW) {
      for (const flick of loose)
        if (flick > d - BOW && flick <= d)
          points.push([flick - 4, -0.2, 1], [flick + 6, rng.between(3, 5.5), 1], [flick + 3, -0.6, 1]);
      points.push([d, 0]);
    }
  } else if (crown === "quiff") {
    return QUIFF;
  } else if (crown === "brush") {
    for (let d = 4, wide = 0; d < 174; d += wide) {
      wide = rng.between(6, 15);
      points.push([d, 0], [d + wide * 0.7, rng.between(1, 3.4), 1], [d + wide * 0.8, -0.3, 1]);
    }
  } else if (crown === "curly") {
    // Waves in the direction of the fall, each with a tip that curls over the next.
    for (let d = 2, wide = 0; d < 172; d += wide) {
      wide = rng.between(22, 36);
      const out = rng.between(4, 8);
      const [a, b, low] = d > 88 ? [0.2, 0.62, 0.95] : [0.38, 0.8, 0.7];
      points.push([d, -2.5, 1], [d + wide * a, out], [d + wide * b, out * low]);
    }
  } else if (crown === "messy") {
    const locks = rowsOf([34, 24, 46, 7], [84, 72, 98, 10], [112, 128, 120, 12], [140, 158, 150, 9]);
    points.push([4, 0], [20, 0]);
    for (const [from, tip, to, out] of locks)
      points.push([from, 0.5, 1], [tip, out + rng.between(-2, 2), 1], [to, -0.5, 1], [to + 8, 0]);
    points.push([172, 0]);
  } else {
    for (let d = 22; d < 178; d += 23)
      points.push([d, -4, 1], [d + 11 + rng.between(2, 7), rng.between(13, 21), 1]);
  }
  return points;
}

/** Just above the lid of the lowest eyes, in head units. */
const CLEAR_OF_EYE = -8;

/** Y at which hair in profile leaves the forehead. */
const BROW = -14;

/** The outline of the hair over the face, with its fringe. */
export function capOutline(rig: Rig, hair: Hair): Pt[] {
  const { dome, fringe, far } = capParts(rig, hair);
  return [...dome, ...fringe, ...far];
}

/** The same in parts: over the crown and down the near side, along the fringe, and up the far side. */
function capParts(rig: Rig, hair: Hair): Readonly<Record<"dome" | "fringe" | "far", Pt[]>> {
  const { cut } = hair;
  const { view } = rig;
  const [cx, r] = rig.skull;
  const edge = r + 2 + cut.volume * 0.75;
  const left = cx - edge;
  const side = cut.side;
  const swing = -hair.swing * 0.4;
  const x = (phi: number) => rig.x(phi, 44);
  const near: Pt[] =
    cut.crown === "curly"
      ? curls(left, x(-64))
      : cut.covers
        ? sideLocks(left, x(-66), side, swing).concat(through([x(-63), side * 0.45], [x(-58), 2]))
        : view === "front"
          ? temple(cut, left, -1)
          : [
              ...nape(rig, cut, left),
              [x(-96), -2],
              [x(-82), 2],
              [x(-74) + swing, side, 1],
              [x(-62), side * 0.2 - 3],
            ];
  const fringe: Pt[] = [];
  for (const [phi, y, tip] of cut.fringe) {
    const at = phi + rig.yaw;
    if (at > 64 && view !== "front") continue;
    // In profile a lock in front of the eye would hide all of it.
    const clear = view === "profile" && at > 20 && y > CLEAR_OF_EYE ? lerp(CLEAR_OF_EYE, y, 0.2) : y;
    const px = Math.min(rig.x(phi, 44), view === "profile" ? 36 : view === "three-quarter" ? 37 : 41);
    fringe.push(tip ? [px, clear, 1] : [px, clear]);
  }
  // In profile the last lock merges into the crown; a parting after it would separate a strip at the forehead.
  while (
    view === "profile" &&
    cut.crown !== "curly" &&
    (fringe.at(-1)?.[1] ?? 0) < BROW &&
    !fringe.at(-1)?.[2]
  )
    fringe.pop();
  const blades = cut.crown === "curly" ? fringe : bladesOf(fringe);
  const right = cx + edge;
  return { dome: [...crownArc(rig, hair), ...near], fringe: blades, far: farSide(rig, cut, right) };
}

/** Locks as blades: between two partings both sides curve outwards and meet in a point. */
function bladesOf(fringe: readonly Pt[]): Pt[] {
  const out: Pt[] = [];
  for (const [i, p] of fringe.entries()) {
    const before = fringe[i - 1];
    const after = fringe[i + 1];
    if (p[2] !== 1 || !before || !after || before[2] || after[2]) {
      out.push(p[2] === 1 || !before?.[2] || !after?.[2] ? p : corner(p));
      continue;
    }
    const wide = Math.abs(after[0] - before[0]);
    const bow = Math.min(2, wide * 0.1);
    const side = (root: Pt, out: 1 | -1): Pt => [
      lerp(root[0], p[0], 0.42) + out * bow,
      lerp(root[1], p[1], 0.46),
    ];
    out.push(side(before, -1), p, side(after, 1));
  }
  return out;
}

function farSide(rig: Rig, cut: Haircut, right: number): Pt[] {
  if (rig.view === "profile") return through([37, BROW], [right - 1, -22]);
  if (rig.view === "three-quarter") {
    const reach = cut.covers ? cut.side * 0.86 : Math.min(cut.side, 16);
    return [
      [37, -4],
      [38.6, reach * 0.5],
      [36.5, reach, 1],
      [Math.min(right, 44), reach * 0.4],
      [Math.min(right + 0.5, 46), -8],
    ];
  }
  if (cut.covers) {
    return [
      [rig.x(60), 2],
      [rig.x(63), cut.side * 0.45],
      ...sideLocks(right, rig.x(66), cut.side, 0).toReversed(),
    ];
  }
  return temple(cut, right, 1).toReversed();
}

function drawBackOfHead(pen: Pen, rig: Rig, hair: Hair): void {
  const { cut } = hair;
  const [cx, r] = rig.skull;
  const edge = r + 2 + cut.volume * 0.75;
  const low = cut.back ? cut.back.length : cut.nape + 8;
  const wide = cut.back ? cut.back.width : edge * 0.46;
  const hem: Pt[] = [];
  const n = 6;
  for (let i = 0; i <= n; i++) {
    const x = lerp(cx - wide, cx + wide, i / n);
    const straight = cut.back?.hem === "straight";
    hem.push(straight ? [x, low] : [x, low + (i % 2 === 0 ? -4 : 5), 1]);
  }
  const sides = (s: 1 | -1): Pt[] =>
    cut.back
      ? [[cx + s * edge, 12]]
      : [
          [cx + s * (edge - 3), 8],
          corner([cx + s * edge * 0.72, low * 0.72]),
          [cx + s * edge * 0.66, low * 0.66],
        ];
  pen.shape([...crownArc(rig, hair), ...sides(-1), ...hem, ...sides(1).toReversed()], paintOf(hair.fill));
  if (cut.crown === "curly") {
    drawStrands(pen, rig, hair);
    return;
  }
  for (let i = 1; i < 6; i++) {
    const x = lerp(cx - wide, cx + wide, i / 6);
    strand(pen, hair, through([lerp(x, cx, 0.7), -40], [x * 1.02, -6], [x, low - 8]));
  }
  if (cut.extra) drawExtra(pen, rig, hair, cut.extra);
}
