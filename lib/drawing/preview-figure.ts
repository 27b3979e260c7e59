// A person in a rough: an oval head with a direction cross, and a body of a few lines in the figure's outline.
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Box, Point } from "../manga/geometry.ts";
import type { Shot } from "../manga/staging.ts";
import type { Figure } from "../manga/storyboard.ts";
import { type Outline, outlineOf } from "./layout/bodies.ts";

/** Height of a head as a share of the panel's height. */
const HEAD: Record<Shot, number> = {
  detail: 0.75,
  close: 0.56,
  bust: 0.36,
  half: 0.24,
  full: 0.13,
  long: 0.08,
  establishing: 0.045,
};

/** Where the top of a head is, as a share of the panel's height. */
const TOP: Record<Shot, number> = {
  detail: 0.15,
  close: 0.26,
  bust: 0.28,
  half: 0.24,
  full: 0.16,
  long: 0.36,
  establishing: 0.56,
};

/** Factor on the size of each person further back. */
const FARTHER = 0.8;

/** Limbs as angles from straight down, in degrees: [near arm, far arm, near leg, far leg], and the body's lean. */
interface Limbs {
  arms: [number, number];
  legs: [number, number];
  lean: number;
  /** Share by which the pose lowers the figure's height. */
  low: number;
}

const STANDING: Limbs = { arms: [12, -12], legs: [7, -7], lean: 0, low: 0 };

const LIMBS: Partial<Record<Outline, Limbs>> = {
  walk: { arms: [28, -28], legs: [22, -22], lean: 4, low: 0 },
  run: { arms: [75, -60], legs: [55, -50], lean: 16, low: 0.05 },
  sit: { arms: [40, 30], legs: [80, 70], lean: 0, low: 0.3 },
  kneel: { arms: [20, -10], legs: [85, -80], lean: 5, low: 0.35 },
  crouch: { arms: [50, 40], legs: [70, -60], lean: 25, low: 0.4 },
  lie: { arms: [20, -20], legs: [6, -6], lean: 84, low: 0.6 },
  sleep: { arms: [20, -20], legs: [6, -6], lean: 84, low: 0.6 },
  fall: { arms: [150, -120], legs: [40, -20], lean: -40, low: 0.1 },
  jump: { arms: [140, -110], legs: [60, -40], lean: 8, low: 0.1 },
  climb: { arms: [160, 130], legs: [50, -10], lean: 6, low: 0 },
  point: { arms: [88, -8], legs: [10, -10], lean: 3, low: 0 },
  reach: { arms: [95, -10], legs: [16, -12], lean: 10, low: 0 },
  wave: { arms: [155, -10], legs: [7, -7], lean: 0, low: 0 },
  "arms-up": { arms: [160, -160], legs: [10, -10], lean: 0, low: 0 },
  bow: { arms: [10, 0], legs: [5, -5], lean: 45, low: 0.15 },
  fight: { arms: [85, 50], legs: [40, -35], lean: 14, low: 0.08 },
  throw: { arms: [120, -60], legs: [40, -30], lean: 15, low: 0 },
  push: { arms: [90, 80], legs: [35, -30], lean: 20, low: 0.05 },
  row: { arms: [75, 65], legs: [80, 70], lean: 12, low: 0.3 },
  ride: { arms: [60, 50], legs: [60, 30], lean: 12, low: 0.15 },
  pray: { arms: [60, 55], legs: [5, -5], lean: 8, low: 0 },
  dance: { arms: [130, -80], legs: [30, -15], lean: -8, low: 0 },
};

const limbsOf = (figure: Figure): Limbs => LIMBS[outlineOf(figure)] ?? STANDING;

export interface RoughPanel {
  shot: Shot;
  box: Box;
}

/** In heads: distances from the middle of the head to the shoulders and to the hips, and the length of an arm. */
const [SHOULDER, HIP, ARM] = [0.85, 3, 2.5];
/** Size of a hand as a share of a head's height. */
const HAND = 0.4;

/** The middle of a figure's head, and the head's height. */
export function roughHead(figure: Figure, { shot, box }: RoughPanel): { x: number; y: number; size: number } {
  const { depth, side } = figure;
  const size = Math.min(HEAD[shot] * FARTHER ** depth * box.height, box.width * (isWide(shot) ? 0.2 : 0.7));
  const sunk = isWide(shot) ? limbsOf(figure).low * size * 5 : 0;
  return { x: box.x + side * box.width, y: box.y + TOP[shot] * box.height + size / 2 + sunk, size };
}

/** Positions of a figure's hands, if inside the panel. */
export function roughHands(figure: Figure, { shot, box }: RoughPanel): Box[] {
  const { arms, lean } = limbsOf(figure);
  const { x, y, size: head } = roughHead(figure, { shot, box });
  const turn = figure.facing === "right" ? 1 : -1;
  const leans = isWide(shot) ? (lean * Math.PI) / 180 : 0;
  return shouldersOf(head)
    .map((from, i) => limbOf(from, arms[i] ?? 0, ARM * head).end)
    .map((hand) => {
      // The figure leans around its hips.
      const up = { x: hand.x, y: hand.y - head * HIP };
      return {
        x: x + turn * (up.x * Math.cos(leans) - up.y * Math.sin(leans)),
        y: y + head * HIP + up.x * Math.sin(leans) + up.y * Math.cos(leans),
      };
    })
    .filter((p) => p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height)
    .map((p) => squareAround(p, head * HAND));
}

function squareAround({ x, y }: Point, size: number): Box {
  return { x: x - size / 2, y: y - size / 2, width: size, height: size };
}

export function paintRoughFigure(ctx: SKRSContext2D, figure: Figure, { shot, box }: RoughPanel): void {
  const limbs = limbsOf(figure);
  const { x, y, size: head } = roughHead(figure, { shot, box });
  const turn = figure.facing === "right" ? 1 : -1;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(turn, 1);
  if (isWide(shot)) {
    ctx.translate(0, head * HIP);
    ctx.rotate((limbs.lean * Math.PI) / 180);
    ctx.translate(0, -head * HIP);
  }
  ctx.strokeStyle = "#666666";
  ctx.fillStyle = "#f4f4f4";
  ctx.lineWidth = Math.min(9, Math.max(4, head * 0.05));
  ctx.lineCap = "round";
  paintBody(ctx, head, limbs);
  paintHead(ctx, head, figure);
  ctx.restore();
}

export function isWide(shot: Shot): boolean {
  return shot === "full" || shot === "long" || shot === "establishing";
}

function paintBody(ctx: SKRSContext2D, head: number, { arms, legs }: Limbs): void {
  const shoulder = head * SHOULDER;
  const hip = head * 2.9;
  ctx.strokeRect(-head * 0.16, head * 0.4, head * 0.32, head * 0.4);
  ctx.beginPath();
  ctx.moveTo(-head * 0.75, shoulder + head * 0.3);
  ctx.quadraticCurveTo(-head * 0.7, shoulder, 0, shoulder - head * 0.1);
  ctx.quadraticCurveTo(head * 0.7, shoulder, head * 0.75, shoulder + head * 0.3);
  ctx.lineTo(head * 0.5, hip);
  ctx.lineTo(-head * 0.5, hip);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  for (const [i, from] of shouldersOf(head).entries()) limb(ctx, from, arms[i] ?? 0, head * ARM);
  limb(ctx, { x: head * 0.28, y: hip }, legs[0], head * 3.4);
  limb(ctx, { x: -head * 0.28, y: hip }, legs[1], head * 3.4);
  ctx.stroke();
}

/** Shoulders of the near and the far arm, relative to the middle of the head. */
function shouldersOf(head: number): Point[] {
  const y = head * (SHOULDER + 0.35);
  return [
    { x: head * 0.65, y },
    { x: -head * 0.65, y },
  ];
}

/** A limb with a slight bend at the elbow or knee. */
function limbOf(from: Point, degrees: number, length: number): { joint: Point; end: Point } {
  const angle = (degrees * Math.PI) / 180;
  const bent = angle * 0.8;
  const half = length / 2;
  const joint = { x: from.x + Math.sin(angle) * half, y: from.y + Math.cos(angle) * half };
  return { joint, end: { x: joint.x + Math.sin(bent) * half, y: joint.y + Math.cos(bent) * half } };
}

function limb(ctx: SKRSContext2D, from: Point, degrees: number, length: number): void {
  const { joint, end } = limbOf(from, degrees, length);
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(joint.x, joint.y);
  ctx.lineTo(end.x, end.y);
}

function paintHead(ctx: SKRSContext2D, head: number, figure: Figure): void {
  const [rx, ry] = [head * 0.4, head * 0.5];
  ctx.beginPath();
  ctx.ellipse(0, 0, rx, ry, 0, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  paintDirections(ctx, figure, { y: 0, rx, ry });
}

/** The cross on a face that shows where it looks; none for a back view. */
export function paintDirections(
  ctx: SKRSContext2D,
  { view }: Figure,
  { y, rx, ry }: { y: number; rx: number; ry: number },
): void {
  if (view === "back") return;
  const middle = { front: 0, "three-quarter": rx * 0.45, profile: rx * 0.9 }[view];
  ctx.beginPath();
  ctx.moveTo(0, y - ry);
  ctx.quadraticCurveTo(middle * 2, y, 0, y + ry);
  ctx.moveTo(-rx, y);
  ctx.quadraticCurveTo(0, y + ry * 0.25, rx, y);
  ctx.stroke();
}
