// Hair behind the shoulders: loose hair, tails and buns; and hair spread round the head of a lying figure seen from above.
import { measuresOf } from "../../closed/measures.ts";
import { chance } from "../../pen/chance.ts";
import { corner, lerp, type Pt, placed, polar, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import type { Rig } from "../head/head-rig.ts";
import { fillWord, type Hair, type Haircut, paintOf, strand } from "./hair-ink.ts";

/** Hair behind neck and shoulders; drawn before the body, or after it in a back view. */
export function drawBackHair(pen: Pen, rig: Rig, hair: Hair): void {
  const { cut } = hair;
  if (cut.extra) drawExtra(pen, rig, hair, cut.extra);
  if (cut.back) drawMass(pen, rig, hair, cut.back);
  else if (rig.view === "front") drawNape(pen, hair);
}

/** Short hair beside the neck, below the ears; the part is drawn from y = 100 down. */
function drawNape(pen: Pen, { cut, fill }: Hair): void {
  const nape = ([x, y]: Pt): Pt => [x, y < 50 ? y : y - 100 + cut.nape + 4];
  drawPart(pen, "hair/nape", { paints: { hair: paintOf(fill) }, frames: { nape } });
}

type Hem = NonNullable<Haircut["back"]>["hem"];
type Bounds = readonly [least: number, most: number];

const HEMS: Readonly<Record<Hem, Record<"turned" | "inwards", number> & Record<"deep" | "uneven", Bounds>>> =
  measuresOf("hems");

/** Loose hair: it hangs from the crown in locks of uneven length, turns in under the chin or ends in points, and moves in the wind. */
function drawMass(pen: Pen, rig: Rig, hair: Hair, back: NonNullable<Haircut["back"]>): void {
  const [cx] = rig.skull;
  const turn = rig.view === "profile" ? 0.7 : rig.view === "three-quarter" ? 0.92 : 1;
  const left = cx - back.width * (rig.view === "profile" ? 1.02 : 1);
  const right = rig.view === "profile" ? cx + 26 : cx + back.width * turn;
  const rng = chance(hair.seed ^ 0xba);
  const { length, hem } = back;
  /** Displacement of hair by wind at a height: more for lower hair, in a wave. */
  const blown = (y: number): number => {
    const f = Math.max(0, (y - 4) / length);
    return -hair.swing * (f ** 1.4 * (length / 62) + Math.sin(f * 4.6) * 0.28);
  };
  const place = (x: number, y: number, sharp?: 1): Pt => {
    const at = x + blown(y);
    const lifted = y - Math.max(0, hair.swing * (y / length) * (length / 260));
    return sharp ? [at, lifted, 1] : [at, lifted];
  };
  const curls = hem === "curls";
  const straight = hem === "straight";
  const { turned, deep, uneven, inwards } = HEMS[hem];
  const locks: Pt[] = [];
  const n = straight || curls ? 5 : length > 80 ? 6 : 4;
  const [from, to] = [right - turned, left + turned];
  for (let i = 0; i < n; i++) {
    const tip = lerp(from, to, (i + rng.between(0.3, 0.7)) / n);
    const valley = lerp(from, to, (i + 1) / n);
    const up = rng.between(...deep);
    const low = length + rng.between(...uneven);
    // Ringlets have round ends, other locks points.
    if (curls) {
      const half = ((from - to) / n) * 0.34;
      locks.push(place(tip + half, low - 4), place(tip, low), place(tip - half, low - 4));
    } else locks.push(place(lerp(tip, cx, inwards), low, 1));
    if (i < n - 1) locks.push(place(valley, low - up, 1));
  }
  const side = (x: number, s: 1 | -1): Pt[] => [
    place(x + s * 1, 10),
    place(x + s * 3, lerp(10, length, 0.45)),
    place(x + s * (straight ? 3 : 1), lerp(10, length, 0.8)),
  ];
  const outline: Pt[] = [
    [cx, -50],
    [right - 2, -24],
    ...side(right, 1),
    ...locks,
    ...side(left, -1).toReversed(),
    [left + 4, -26],
  ];
  pen.shape(outline, paintOf(hair.fill));
  if (curls && rig.view === "back") {
    pen.inside(outline, (p) => drawRinglets(p, hair, { left, right, top: -34, low: length - 8 }));
    return;
  }
  const strands = length > 80 ? 7 : 4;
  pen.inside(outline, (p) => {
    for (let i = 1; i < strands; i++) {
      const x = lerp(right, left, (i + rng.between(-0.25, 0.25)) / strands);
      const y = length * rng.between(0.74, 0.96);
      strand(
        p,
        hair,
        [place(x * 0.92, 14), place(x, lerp(12, length, 0.45)), place(x * 0.97, y)],
        i % 2 ? 0.55 : 0.35,
      );
    }
  });
}

/** Ringlets side by side, each a line that swings from side to side. */
function drawRinglets(
  pen: Pen,
  hair: Hair,
  { left, right, top, low }: { left: number; right: number; top: number; low: number },
): void {
  const rng = chance(hair.seed ^ 0xc7);
  const n = 6;
  for (let i = 0; i < n; i++) {
    const x = lerp(left, right, (i + 0.5 + rng.between(-0.2, 0.2)) / n);
    const from = top + Math.abs(i - (n - 1) / 2) * 9;
    const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t, k): Pt => {
      const swing = k === 0 ? 0 : (k % 2 ? 1 : -1) * (3 + 2.5 * t);
      return [x * (0.72 + 0.28 * Math.min(1, t * 1.6)) + swing, lerp(from, low - rng.between(0, 8), t)];
    });
    strand(pen, hair, points, i % 2 ? 0.7 : 0.5);
  }
}

/** Tied hair: a bun, one tail or two. */
export function drawExtra(pen: Pen, rig: Rig, hair: Hair, extra: NonNullable<Haircut["extra"]>): void {
  const { view } = rig;
  const [cx, r] = rig.skull;
  const middle = view === "front" || view === "back";
  if (extra === "bun") {
    const x = middle ? cx : cx - r * (view === "profile" ? 0.95 : 0.72);
    tied(pen.at(placed(x, middle ? -58 : -38)), hair, "bun");
    return;
  }
  if (extra === "ponytail") {
    const [x, y, turn] = middle ? [cx - r * 0.8, -34, 34] : [cx - r * 0.86, -30, 24];
    const at = view === "back" ? placed(cx + 10, -46, -30) : placed(x, y, turn + hair.swing * 0.5);
    tied(pen.at(at), hair, "tail");
    return;
  }
  for (const side of view === "profile" ? [-1] : [1, -1]) {
    const far = view === "three-quarter" && side === 1;
    const x = cx + side * (far ? r * 0.86 : r * 0.98);
    const at = placed(x, -20, side * -16 + hair.swing * 0.4, side * -1 * (far ? 0.85 : 1), 1);
    tied(pen.at(at).at(placed(0, 0, 0, 1.05)), hair, "tail");
  }
}

/** A tied tail starts from the origin to the left and falls, or moves in the wind. */
function tied(pen: Pen, { fill, swing }: Hair, part: "bun" | "tail"): void {
  const fly = Math.max(0, swing);
  const blown = ([x, y]: Pt): Pt => {
    const f = Math.max(0, y + 8) / 100;
    return [x - fly * f * 1.3 - Math.sin(f * 5) * fly * 0.22, y - fly * f * 0.5];
  };
  drawPart(pen, `hair/${part}`, {
    paints: { hair: paintOf(fill) },
    is: [fillWord(fill), fill === "black" || fill === "dark" ? "dark" : "light"],
    frames: { blown },
  });
}

/** Range of locks on each side of the head in degrees clockwise from the right, from the crown to below the ear. */
const SIDES = through([230, 142], [310, 398]);

export function drawFallenHair(pen: Pen, rig: Rig, hair: Hair): void {
  const { back, extra } = hair.cut;
  if (!back) {
    drawBackHair(pen, rig, hair);
    return;
  }
  if (extra) drawExtra(pen, rig, hair, extra);
  const long = Math.min(back.length, 130);
  for (const side of SIDES) drawFan(pen, rig, hair, { side, long });
}

/** The locks of one side: each is longer than the one before, and bends down along the pillow. */
function drawFan(
  pen: Pen,
  { skull: [cx] }: Rig,
  hair: Hair,
  { side: [from, to], long }: { side: (typeof SIDES)[number]; long: number },
): void {
  const rng = chance(hair.seed ^ from);
  const n = Math.round(lerp(4, 6, long / 130));
  const down = Math.sign(to - from);
  const at = (degrees: number, radius: number): Pt =>
    polar([cx, -4], (degrees * Math.PI) / 180, radius, radius * 0.96);
  const outline: Pt[] = [at(from, 40), at(from, 49)];
  const strands: Pt[][] = [];
  for (let i = 0; i < n; i++) {
    const root = lerp(from, to, i / n);
    const next = lerp(from, to, (i + 1) / n);
    const far = 56 + long * lerp(0.2, 0.7, (i + 1) / n) * rng.between(0.88, 1.1);
    const tip = next + down * rng.between(8, 16);
    outline.push(at(lerp(root, next, 0.3), lerp(52, far, 0.5)));
    outline.push(at(lerp(root, tip, 0.72), lerp(52, far, 0.86)), corner(at(tip, far)));
    if (i < n - 1) outline.push(corner(at(lerp(next, tip, 0.4), lerp(54, far, 0.62))));
    strands.push([
      at(root + down * 4, 46),
      at(lerp(root, tip, 0.5), lerp(50, far, 0.55)),
      at(tip - down * 3, far * 0.93),
    ]);
    strands.push([at(next - down * 4, 47), at(lerp(next, tip, 0.3), lerp(50, far, 0.45))]);
  }
  outline.push(at(to + down * 4, 50), [cx, 34]);
  pen.shape(outline, paintOf(hair.fill));
  pen.inside(outline, (p) => {
    for (const [i, line] of strands.entries()) strand(p, hair, line, i % 2 ? 0.35 : 0.6);
  });
}
