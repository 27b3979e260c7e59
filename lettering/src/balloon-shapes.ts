// Draws each balloon as one SVG path with a hand-drawn line. The tail is part of the outline, so there is no seam. Paths are for the
// non-zero fill rule and look the same under even-odd.

import { type Body, onSuperellipse } from "./balloon-body.ts";
import type { Box, Point } from "./geometry.ts";
import {
  alongTail,
  closedOutline,
  dashesAlong,
  densify,
  type Knot,
  longSpike,
  outlineBox,
  retraced,
  type Tail,
  withTail,
} from "./ink-line.ts";
import { type PathCommand, pathOf, translation } from "./outline.ts";

export interface DrawnBalloon {
  outline: string;
  /** Box around the shape without its tail, on the page. */
  box: Box;
}

type Random = () => number;

/** Draws a body around `middle`; captions are drawn by `caption-box.ts`. */
export function drawBalloon(body: Body, middle: Point, tail: Tail | null, random: Random): DrawnBalloon {
  const plain = commandsOf(body, null, random);
  const box = outlineBox(plain.first);
  // The tail must not change the wobble, so both outlines use the same knots.
  const whole = tail === null ? plain : commandsOf(body, tail, random, plain.knots);
  const at = translation(middle.x, middle.y);
  return {
    outline: pathOf([...whole.first, ...whole.rest], at),
    box: { x: box.x + middle.x, y: box.y + middle.y, width: box.width, height: box.height },
  };
}

/** The part of an outline that is stroked: the whole of it, or only the dashes after the closed shape where the voice is a whisper. */
export function strokeOf(outline: string, voice: string): string {
  if (voice !== "whisper") return outline;
  const dashes = outline.indexOf("M", 1);
  return dashes < 0 ? outline : outline.slice(dashes);
}

interface Commands {
  knots: Knot[];
  first: PathCommand[];
  rest: PathCommand[];
}

function commandsOf(body: Body, tail: Tail | null, random: Random, known?: Knot[]): Commands {
  const em = body.fontSize;
  switch (body.form) {
    case "shout":
    case "cry": {
      const knots = known ?? spikes(body, random);
      return { knots, first: closedOutline(tail === null ? knots : longSpike(knots, tail)), rest: [] };
    }
    case "thought": {
      const knots = known ?? lobes(body, random);
      return {
        knots,
        first: cloud(knots, em * body.flourish),
        rest: tail === null ? [] : bubbles(body, tail),
      };
    }
    case "machine": {
      const knots = known ?? densify(polygon(body));
      const width = Math.min(em * 0.5, body.rx * 0.5);
      return {
        knots,
        first: closedOutline(tail === null ? knots : withTail(knots, tail, { width, jagged: true })),
        rest: [],
      };
    }
    case "phone": {
      const knots = known ?? smooth(body, 60, 0, random);
      const width = Math.min(em * 0.55, body.rx * 0.5);
      const first = closedOutline(tail === null ? knots : withTail(knots, tail, { width, jagged: true }));
      const inset = em * (0.1 + 0.1 * body.flourish);
      const inner = knots.map((k) => ({
        x: k.x * (1 - inset / body.rx),
        y: k.y * (1 - inset / body.ry),
      }));
      return { knots, first, rest: retraced(closedOutline(inner)) };
    }
    case "unease": {
      const knots = known ?? waves(body, random);
      const width = Math.min(em * 0.6, body.rx * 0.45);
      return {
        knots,
        first: closedOutline(tail === null ? knots : withTail(knots, tail, { width, jagged: false })),
        rest: [],
      };
    }
    default: {
      const knots = known ?? smooth(body, 60, 0.0175 * body.flourish, random);
      const width = Math.min(em * 0.62 * rootWidening(tail, body), body.rx * 0.45, body.ry * 0.6);
      const tailed = tail === null ? knots : withTail(knots, tail, { width, jagged: false });
      const first = closedOutline(tailed);
      return { knots, first, rest: body.form === "whisper" ? dashesAlong(first, em * 0.42, em * 0.3) : [] };
    }
  }
}

/** Factor by which a tail's root is widened: a long tail with the usual root would look like a needle. */
function rootWidening(tail: Tail | null, body: Body): number {
  if (tail === null) return 1;
  const ems = Math.hypot(tail.tip.x - tail.root.x, tail.tip.y - tail.root.y) / body.fontSize;
  return Math.min(1.5, Math.max(1, ems / 3));
}

/** A superellipse with a hand-drawn line: low harmonics move the line outwards in places, never inwards. */
function smooth(body: Body, count: number, wobble: number, random: Random): Knot[] {
  const phases = [random(), random(), random()].map((r) => r * Math.PI * 2);
  const start = random() * 0.3;
  return angles(count, start, body).map((angle) => {
    let swell = 0;
    for (const [i, phase] of phases.entries()) swell += Math.sin(angle * (i + 2) + phase) / (i + 1.6);
    const by = 1 + wobble * (1 + swell * 0.75);
    const p = onSuperellipse(angle, body.rx, body.ry, body.exponent);
    return { x: p.x * by, y: p.y * by };
  });
}

function waves(body: Body, random: Random): Knot[] {
  const em = body.fontSize;
  const length = Math.PI * (body.rx + body.ry);
  const count = Math.max(10, Math.round(length / (em * 0.82)));
  const knots: Knot[] = [];
  for (const [i, angle] of angles(count * 2, random() * 0.2, body).entries()) {
    const out = i % 2 === 0 ? em * body.flourish * (0.12 + random() * 0.1) : em * 0.01;
    knots.push(outwards(body, angle + (random() - 0.5) * 0.03, out));
  }
  return knots;
}

/** Length of the longest spikes, in ems; a body leaves room for them. */
const LONG_SPIKE = { shout: 0.74, cry: 0.95 } as const;

function spikes(body: Body, random: Random): Knot[] {
  const em = body.fontSize;
  const cry = body.form === "cry";
  const length = Math.PI * (body.rx + body.ry);
  const count = cry
    ? Math.max(26, Math.round(length / (em * 0.42)))
    : Math.max(13, Math.round(length / (em * 0.95)));
  const swell = (cry ? 0.15 : 0.09) * body.flourish;
  const hollow = cry ? 0.05 : 0.08;
  const knots: Knot[] = [];
  // One spike in a few is long. Valleys stay evenly apart, because a wide gap would cut into the letters.
  const valleys = angles(count, random(), body);
  let untilLong = 1 + Math.floor(random() * 3);
  for (const [i, angle] of valleys.entries()) {
    const next = valleys[(i + 1) % count] ?? angle;
    const gap = (next - angle + Math.PI * 4) % (Math.PI * 2);
    const isLong = untilLong === 0;
    untilLong = isLong ? 1 + Math.floor(random() * 3) : untilLong - 1;
    const high = isLong ? LONG_SPIKE[cry ? "cry" : "shout"] - random() * 0.12 : 0.28 + random() * 0.24;
    const peak = angle + gap * (0.38 + random() * 0.24);
    const foot = outwards(body, angle, cry ? em * 0.02 : em * 0.04 * random());
    knots.push({ ...foot, sharp: true, hollow });
    const p = onSuperellipse(peak, body.rx, body.ry, body.exponent);
    const far = 1 + swell * high;
    const tip = along({ x: p.x * far, y: p.y * far }, em * high * body.flourish);
    knots.push({ ...tip, sharp: true, hollow });
  }
  return knots;
}

/** The valleys between a cloud's lobes. */
function lobes(body: Body, random: Random): Knot[] {
  const em = body.fontSize;
  const length = Math.PI * (body.rx + body.ry);
  const count = Math.max(8, Math.round(length / (em * 1.6)));
  return angles(count, random(), body).map((angle) =>
    outwards(body, angle + (random() - 0.5) * (1.4 / count), em * 0.05),
  );
}

function polygon(body: Body): Knot[] {
  const { outerX: x, outerY: y } = body;
  const cut = Math.min(x, y) * 0.3;
  return [
    { x: -x + cut, y: -y, sharp: true },
    { x: x - cut, y: -y, sharp: true },
    { x, y: -y + cut, sharp: true },
    { x, y: y - cut, sharp: true },
    { x: x - cut, y, sharp: true },
    { x: -x + cut, y, sharp: true },
    { x: -x, y: y - cut, sharp: true },
    { x: -x, y: -y + cut, sharp: true },
  ];
}

/** Angles around a body, at even distances along its outline. */
function angles(count: number, start: number, body: Body): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const t = ((i + start) / count) * Math.PI * 2;
    found.push(Math.atan2(Math.sin(t) * body.ry, Math.cos(t) * body.rx));
  }
  return found;
}

function outwards(body: Body, angle: number, by: number): Point {
  return along(onSuperellipse(angle, body.rx, body.ry, body.exponent), by);
}

function along(p: Point, by: number): Point {
  const length = Math.hypot(p.x, p.y) || 1;
  return { x: p.x * (1 + by / length), y: p.y * (1 + by / length) };
}

/** Corners where lobes meet, and a round lobe between each two corners. */
function cloud(valleys: readonly Knot[], em: number): PathCommand[] {
  const knots: Knot[] = [];
  for (const [i, a] of valleys.entries()) {
    const b = valleys[(i + 1) % valleys.length] ?? a;
    const width = Math.hypot(b.x - a.x, b.y - a.y);
    // Outlines run clockwise, so the outside is to the left of the direction.
    const out = { x: (b.y - a.y) / (width || 1), y: -(b.x - a.x) / (width || 1) };
    const high = Math.min(width * 0.4, em * 0.5);
    const lobe = (share: number, by: number): Point => ({
      x: a.x + (b.x - a.x) * share + out.x * by,
      y: a.y + (b.y - a.y) * share + out.y * by,
    });
    const round = [
      [0.02, 0.4],
      [0.2, 0.84],
      [0.5, 1],
      [0.8, 0.84],
      [0.98, 0.4],
    ] as const;
    knots.push({ ...a, sharp: true }, ...round.map(([share, by]) => lobe(share, high * by)));
  }
  return closedOutline(knots);
}

/** The tail of a thought balloon: circles that shrink towards the head. */
function bubbles(body: Body, tail: Tail): PathCommand[] {
  const root = outwards(body, Math.atan2(tail.root.y, tail.root.x), body.fontSize * 0.45);
  const length = Math.hypot(tail.tip.x - root.x, tail.tip.y - root.y);
  const way = alongTail({ ...tail, root }, 50);
  const largest = Math.min(body.fontSize * 0.34, length * 0.22);
  return [
    { at: 13, size: 1 },
    { at: 32, size: 0.66 },
    { at: 46, size: 0.4 },
  ].flatMap(({ at, size }) => {
    const { x, y } = way[at] ?? tail.tip;
    const r = largest * size;
    return circle(x, y, r * 1.12, r);
  });
}

function circle(x: number, y: number, rx: number, ry: number): PathCommand[] {
  const k = 0.5523;
  return [
    { type: "M", at: [x + rx, y] },
    { type: "C", at: [x + rx, y + ry * k, x + rx * k, y + ry, x, y + ry] },
    { type: "C", at: [x - rx * k, y + ry, x - rx, y + ry * k, x - rx, y] },
    { type: "C", at: [x - rx, y - ry * k, x - rx * k, y - ry, x, y - ry] },
    { type: "C", at: [x + rx * k, y - ry, x + rx, y - ry * k, x + rx, y] },
    { type: "Z" },
  ];
}
