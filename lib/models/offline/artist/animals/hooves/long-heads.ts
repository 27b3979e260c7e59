// Heads of animals on hooves, from the side: a skull with a jaw that opens, ears, horns, an eye that feels.
// Head space: the neck joins at (0, 0), the muzzle lies at about (100, 0), up is −y.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Hoofed } from "../../closed/animals.ts";
import type { ExpressionLook, Mouth } from "../../figures/face/expressions.ts";
import type { FigureSpec } from "../../figures/figure-job.ts";
import { corner, ellipse, type Pt, placed, pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { bearingOf } from "../bearings.ts";
import { drawBeastEyes, drawBeastMarks } from "../beast-face.ts";
import type { Hide } from "./hides.ts";
import { inked } from "./hoof-body.ts";
import { drawForelock, drawHorns } from "./horns.ts";

export interface LongHead {
  skull: readonly Pt[];
  jaw: readonly Pt[];
  /** About which the jaw opens. */
  hinge: Pt;
  eye: { at: Pt; size: number };
  nostril: Pt;
  /** From the lips back to the corner of the mouth. */
  lips: readonly Pt[];
  /** Where the cheek's round ends. */
  cheek: readonly Pt[];
  ear: { root: Pt; shape: readonly Pt[]; inner: readonly Pt[]; droops: number };
  /** What of the head is paler than the rest, or darker. */
  muzzle?: readonly Pt[];
}

export const LONG_HEADS: Readonly<Record<Hoofed, LongHead>> = {
  horse: {
    skull: pts(
      "-14,-12 0,-28 22,-32 48,-26 74,-19 92,-17 103,-9 106,2 101,12 90,15 78,14! 62,17 46,24 34,36 16,38 -2,30 -16,20",
    ),
    jaw: pts("18,22 44,22 66,15 90,13 98,16 97,22 89,26 75,24 58,28 40,37 18,37"),
    hinge: [24, 24],
    eye: { at: [33, -13], size: 7.4 },
    nostril: [95, -5],
    lips: pts("104,11 92,15 78,14"),
    cheek: pts("34,4 38,20 30,34 16,37"),
    ear: {
      root: [0, -22],
      shape: pts("-8,-22! -12,-44 -4,-66! 10,-50 14,-26!"),
      inner: pts("-3,-26! -6,-44 -3,-58! 6,-46 8,-28!"),
      droops: 0,
    },
  },
  donkey: {
    skull: pts(
      "-14,-12 0,-28 22,-32 48,-27 74,-21 92,-19 104,-10 107,3 101,14 90,17 78,16! 62,19 46,25 34,36 16,38 -2,30 -16,20",
    ),
    jaw: pts("18,22 44,23 66,17 90,15 99,19 97,25 89,29 75,27 58,30 40,38 18,37"),
    hinge: [24, 24],
    eye: { at: [34, -12], size: 7.4 },
    nostril: [95, -6],
    lips: pts("105,12 92,17 78,16"),
    cheek: pts("34,4 38,20 30,34 16,37"),
    ear: {
      root: [0, -22],
      shape: pts("-8,-20! -24,-58 -26,-96 -14,-112! 2,-88 12,-52 12,-24!"),
      inner: pts("-4,-28! -16,-60 -18,-90 -13,-100! -2,-82 6,-50 6,-30!"),
      droops: 6,
    },
    muzzle: pts("76,-40! 74,-14 78,8 74,20! 74,50! 130,50! 130,-40!"),
  },
  cow: {
    skull: pts(
      "-14,-16 -2,-34 22,-34 50,-26 74,-20 94,-20 106,-10 109,8 102,20 86,21 72,20! 54,26 36,36 16,38 -4,32 -18,18",
    ),
    jaw: pts("18,24 40,26 62,21 86,19 98,24 96,32 84,36 68,33 50,36 34,41 16,39"),
    hinge: [22, 26],
    eye: { at: [30, -13], size: 7.6 },
    nostril: [99, -6],
    lips: pts("107,16 92,21 72,20"),
    cheek: pts("32,6 37,22 29,34 15,38"),
    ear: {
      root: [-4, -20],
      shape: pts("2,-24! -22,-40 -46,-38 -60,-24! -48,-12 -26,-8 -2,-12!"),
      inner: pts("-8,-22! -28,-32 -44,-31 -54,-24! -44,-17 -28,-14 -8,-16!"),
      droops: -14,
    },
    muzzle: pts("84,-40! 82,-14 88,4 84,26! 84,50! 130,50! 130,-40!"),
  },
  goat: {
    skull: pts(
      "-12,-12 0,-26 20,-29 44,-25 70,-17 90,-11 101,-3 102,6 95,13 82,14 72,13! 56,17 38,24 20,30 0,26 -14,16",
    ),
    jaw: pts("16,18 42,19 64,14 84,12 92,16 90,23 80,27 64,25 46,28 30,32 14,30"),
    hinge: [20, 20],
    eye: { at: [32, -11], size: 7.6 },
    nostril: [94, -2],
    lips: pts("100,10 88,14 72,13"),
    cheek: pts("30,5 34,17 27,27 14,30"),
    ear: {
      root: [-2, -16],
      shape: pts("2,-20! -20,-30 -42,-26 -56,-10! -42,-2 -22,-4 -2,-8!"),
      inner: pts("-8,-17! -24,-24 -40,-21 -50,-11! -40,-7 -24,-8 -8,-11!"),
      droops: 0,
    },
  },
  sheep: {
    skull: pts(
      "-12,-12 0,-26 22,-28 46,-25 70,-19 90,-12 101,-2 102,8 95,15 82,16 72,15! 56,19 38,25 20,30 0,26 -14,16",
    ),
    jaw: pts("16,18 42,20 64,16 84,14 92,18 90,24 80,28 64,26 46,29 30,32 14,30"),
    hinge: [20, 20],
    eye: { at: [36, -9], size: 7.4 },
    nostril: [95, -2],
    lips: pts("100,11 88,16 72,15"),
    cheek: pts("34,6 37,18 30,27 18,30"),
    ear: {
      root: [8, -10],
      shape: pts("14,-14! -6,-20 -28,-12 -40,6! -26,10 -8,4 10,-2!"),
      inner: pts("4,-11! -8,-15 -24,-8 -34,4! -24,6 -8,1 4,-5!"),
      droops: 0,
    },
  },
  deer: {
    skull: pts(
      "-12,-12 0,-25 20,-28 42,-23 66,-14 86,-10 98,-6 102,2 98,10 86,12 74,11! 58,14 40,20 22,27 2,24 -14,15",
    ),
    jaw: pts("16,16 42,16 64,12 86,10 92,14 90,20 80,23 64,21 46,24 30,28 14,27"),
    hinge: [20, 18],
    eye: { at: [32, -9], size: 8.4 },
    nostril: [97, -1],
    lips: pts("100,8 88,12 74,11"),
    cheek: pts("30,6 34,16 28,24 16,27"),
    ear: {
      root: [-2, -18],
      shape: pts("4,-24! -16,-50 -40,-64 -60,-62! -54,-40 -32,-18 -2,-10!"),
      inner: pts("-6,-24! -20,-44 -38,-55 -52,-56! -46,-40 -30,-24 -8,-16!"),
      droops: 0,
    },
    muzzle: pts("60,14! 76,10 98,8! 130,14! 110,60! -20,60! 10,26!"),
  },
  pig: {
    skull: pts(
      "-22,-34 4,-40 30,-34 52,-22 76,-18 92,-22! 98,-6 99,10 95,20! 78,17 64,19! 48,28 26,40 -4,42 -26,28",
    ),
    jaw: pts("10,30 40,26 62,17 80,17 88,22 84,30 68,34 44,38 22,44 4,42"),
    hinge: [22, 28],
    eye: { at: [36, -13], size: 6.6 },
    nostril: [96, -6],
    lips: pts("92,18 80,18 64,19 54,14"),
    cheek: pts("36,10 42,22 32,34 18,38"),
    ear: {
      root: [4, -32],
      shape: pts("-10,-34! -8,-62 14,-70 34,-54 44,-30! 28,-26 10,-28!"),
      inner: pts("-2,-38! 0,-56 14,-61 28,-50 36,-35! 24,-32 10,-34!"),
      droops: 0,
    },
  },
};

/** Degrees that a jaw hangs open. */
const OPENS: Readonly<Partial<Record<Mouth, number>>> = {
  ...{ talk: 9, laugh: 13, grin: 8, gasp: 15, shout: 17, scream: 20, oh: 7, cry: 12, quiver: 7, snarl: 6 },
};

const pale = (paint: Paint): Paint =>
  paint === "white" ? { tone: 0.14 } : paint === "black" ? { tone: 0.5 } : "white";

/** Draws it and tells the box of the face and the mouth, in head space. */
export function drawLongHead(
  p: Pen,
  { hide, spec, feeling }: { hide: Hide; spec: FigureSpec; feeling: ExpressionLook },
): { face: Pt[]; mouth: Pt } {
  const { species } = hide.build;
  const head = LONG_HEADS[species];
  const face: Hide = { ...hide, paint: facePaint(hide) };
  const { paint } = face;
  const { ears } = bearingOf(spec.expression);
  const asleep = feeling.lids !== "open" && spec.pose === "sleep";
  drawEar(p.at(placed(9, -3, 0, 0.94)), face, head, { turn: ears * 0.8 + (asleep ? 24 : 0) + 8, far: true });
  drawHorns(p.at(placed(8, -2)), hide, spec, true);
  const open = OPENS[feeling.mouth] ?? 0;
  const turned = p.at(placed(head.hinge[0], head.hinge[1], open)).at(placed(-head.hinge[0], -head.hinge[1]));
  if (open > 0) {
    const [tip = [0, 0], , back = [0, 0]] = head.lips;
    p.shape(
      [
        head.hinge,
        back,
        [tip[0] - 6, tip[1] - 2],
        [tip[0] - 12, tip[1] + open * 1.3],
        [back[0], back[1] + open * 0.9],
      ],
      "black",
      0.6,
    );
  }
  turned.shape(head.jaw, paint, 0.95);
  if (open > 6) {
    const [, front = [0, 0]] = head.lips;
    turned.fill(ellipse(front[0] - 8, front[1] + 2, 12, 3.4, 9), { tone: 0.3 });
  }
  if (species === "goat") {
    turned.shape(
      pts("58,26! 66,40 62,58 68,72! 76,60 82,44 84,26!"),
      paint === "black" ? { tone: 0.7 } : paint === "white" ? "white" : hide.shade,
      0.8,
    );
    turned.line(pts("72,30 70,46 70,62"), 0.5);
  }
  // Head and neck are one: no line parts them at the nape.
  p.silhouetted(head.skull, paint);
  p.inside(head.skull, (q) => {
    if (head.muzzle) q.fill(head.muzzle, species === "deer" ? "white" : pale(paint));
    if (species === "horse" && paint !== "white" && hide.look % 2 === 0)
      q.fill(pts("20,-40! 24,-30 44,-23 70,-16 90,-12 104,-14! 110,-40!"), "white");
    // The under side of the face lies in shade.
    if (paint !== "black")
      q.fill(pts("-30,60! -20,24 4,30 22,34 34,32 40,22 60,14 80,11 110,11! 110,60!"), hide.shade);
  });
  p.line(head.skull.slice(1, -1), 1, "both");
  if (species !== "pig") inked(p, face, head.cheek, 0.8);
  if (open === 0) inked(p, face, head.lips, 0.8, "start");
  drawNose(p, face, head);
  if (species === "horse") inked(p, face, pts("42,-14 60,-8 78,-6"), 0.5);
  drawBeastEyes(
    p,
    { near: head.eye.at, eye: head.eye.size, ink: paint === "black" ? "white" : "black", bead: true },
    feeling,
  );
  if (feeling.lids === "open") {
    const [x, y] = head.eye.at;
    const r = head.eye.size;
    inked(
      p,
      face,
      [
        [x - r * 1.5, y + r * 0.1],
        [x - r * 0.5, y - r * 1.25],
        [x + r * 0.9, y - r * 1.05],
        [x + r * 1.7, y + r * 0.1],
      ],
      1.2,
    );
  }
  drawHorns(p, hide, spec, false);
  drawEar(p, face, head, { turn: -ears * 0.8 - (asleep ? 24 : 0), far: false });
  drawForelock(p, hide);
  drawBeastMarks(p.at(placed(26, 4, -20, 0.7)), spec.design, feeling, 44);
  const [lip = [100, 10]] = head.lips;
  return { face: pts("-12,-44 108,-30 108,34 -12,42") as Pt[], mouth: [lip[0] - 4, lip[1] + open * 0.8] };
}

/** Many sheep have black faces. */
const facePaint = ({ build, paint, look }: Hide): Paint => {
  if (build.species === "sheep" && look % 3 !== 0) return { tone: 0.7 };
  if (build.species === "cow" && paint === "white") return "white";
  return paint;
};

function drawEar(
  p: Pen,
  { paint }: Hide,
  { ear }: LongHead,
  { turn, far }: { turn: number; far: boolean },
): void {
  const [x, y] = ear.root;
  const q = p.at(placed(x, y, turn + (far ? -ear.droops : ear.droops))).at(placed(-x, -y));
  q.shape(ear.shape, paint, 0.9);
  if (!far) q.fill(ear.inner, paint === "black" ? { tone: 0.5 } : { tone: 0.34 });
}

function drawNose(p: Pen, { paint, build: { species } }: Hide, { nostril: [x, y] }: LongHead): void {
  if (species === "pig") {
    p.shape(pts("92,-23 100,-22 104,-4 103,12 96,21 90,18 92,0"), { tone: 0.24 }, 0.9);
    p.fill(ellipse(98.5, -6, 2.2, 4, 8), "black");
    p.fill(ellipse(98.5, 7, 2.2, 4, 8), "black");
    return;
  }
  if (species === "deer") {
    p.fill(pts("92,-9 100,-6 103,1 99,5 93,2 90,-4"), "black");
    p.scratch(pts("94,-6 98,-5"), 0.5);
    return;
  }
  if (species === "cow") p.fill(pts("92,-16 104,-9 107,4 100,10 92,2"), { tone: 0.4 });
  const ink = paint === "black" && species !== "cow" && species !== "donkey" ? "white" : "black";
  p.fill([corner([x - 5, y + 4]), [x - 2, y - 3], [x + 3, y - 3], [x + 4, y + 2], [x, y + 3]], ink);
}
