// Hair behind the shoulders: the loose mass, tails and buns.
import { ellipse, lerp, type Pt, placed, pts } from "./curves.ts";
import { type Hair, paintOf, strand } from "./hair-ink.ts";
import type { Haircut } from "./haircuts.ts";
import type { Rig } from "./head-rig.ts";
import type { Pen } from "./pen.ts";

/** What hangs behind neck and shoulders; drawn before the body, or after it when seen from behind. */
export function drawBackHair(pen: Pen, rig: Rig, hair: Hair): void {
  const { cut } = hair;
  if (cut.extra) drawExtra(pen, rig, hair, cut.extra);
  if (cut.back) drawMass(pen, rig, hair, cut.back);
}

function drawMass(pen: Pen, rig: Rig, hair: Hair, back: NonNullable<Haircut["back"]>): void {
  const [cx] = rig.skull;
  const turn = rig.view === "profile" ? 0.7 : rig.view === "three-quarter" ? 0.92 : 1;
  const left = cx - back.width * (rig.view === "profile" ? 1.02 : 1);
  const right = rig.view === "profile" ? cx + 26 : cx + back.width * turn;
  const sway = -hair.swing;
  const n = back.hem === "straight" ? 4 : 7;
  const hem: Pt[] = [];
  for (let i = 0; i <= n; i++) {
    const t = i / n;
    const x = lerp(right, left, t) * (back.hem === "points" ? 0.94 : 1) + sway * (back.length / 90);
    const drop = back.hem === "straight" ? 0 : i % 2 === 0 ? -6 : 5 + ((i * 7) % 5);
    hem.push(back.hem === "points" ? [x, back.length + drop, 1] : [x, back.length + drop]);
  }
  const outline: Pt[] = [
    [cx, -50],
    [right - 2, -24],
    [right + 2, 12],
    [right + sway * 0.4, lerp(12, back.length, 0.6)],
    ...hem,
    [left - 3 + sway * 0.4, lerp(12, back.length, 0.6)],
    [left - 3, 8],
    [left + 4, -26],
  ];
  pen.shape(outline, paintOf(hair.fill));
  const strands = back.length > 80 ? 6 : 3;
  for (let i = 1; i < strands; i++) {
    const x = lerp(right, left, i / strands);
    strand(pen, hair, [
      [x * 0.9, 10],
      [x + sway * 0.4, lerp(12, back.length, 0.55)],
      [x * 0.96 + sway * (back.length / 100), back.length - 10],
    ]);
  }
}

export function drawExtra(pen: Pen, rig: Rig, hair: Hair, extra: NonNullable<Haircut["extra"]>): void {
  const paint = paintOf(hair.fill);
  const [cx, r] = rig.skull;
  const back = rig.view === "back";
  if (extra === "bun") {
    const x = rig.view === "front" || back ? cx : cx - r * (rig.view === "profile" ? 0.95 : 0.72);
    const y = rig.view === "front" || back ? -58 : -38;
    pen.shape(ellipse(x, y, 20, 18), paint);
    strand(pen, hair, [
      [x - 10, y + 6],
      [x - 2, y - 8],
      [x + 10, y - 6],
    ]);
    strand(pen, hair, [
      [x - 4, y + 10],
      [x + 6, y + 2],
      [x + 12, y + 4],
    ]);
    return;
  }
  if (extra === "ponytail") {
    const front = rig.view === "front" || back;
    tail(
      pen,
      hair,
      placed(front ? cx + 10 : cx - r * 0.86, front ? -46 : -30, front ? -30 : 24 + hair.swing * 0.5),
      1,
    );
    return;
  }
  const sides = rig.view === "profile" ? [-1] : [1, -1];
  for (const side of sides) {
    const far = rig.view === "three-quarter" && side === 1;
    const x = cx + side * (far ? r * 0.86 : r * 0.98);
    tail(pen, hair, placed(x, -20, side * -16 + hair.swing * 0.4, side * -1 * (far ? 0.85 : 1), 1), 1.05);
  }
}

/** A tied tail that springs from the origin to the left and falls. */
function tail(pen: Pen, hair: Hair, at: ReturnType<typeof placed>, size: number): void {
  const p = pen.at(at).at(placed(0, 0, 0, size));
  p.shape(
    pts("4,-7 -14,-16 -33,-4 -38,28 -31,62 -36,92! -22,78 -20,96! -10,66 -12,30 -4,10 6,5"),
    paintOf(hair.fill),
  );
  strand(p, hair, pts("-4,-4 -22,4 -27,36 -24,70"));
  strand(p, hair, pts("-4,2 -17,14 -19,44"));
  p.shape(ellipse(-1, -1, 5, 7.5, 6), hair.fill === "black" ? "white" : "black", 0.7);
}
