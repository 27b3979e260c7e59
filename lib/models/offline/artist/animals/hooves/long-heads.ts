// Heads of animals on hooves, from the side: a skull with a jaw that opens, ears, horns, an eye that feels.
// Head space: the neck joins at (0, 0), the muzzle lies at about (100, 0), up is −y.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Hoofed } from "../../closed/animals.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { ExpressionLook, Mouth } from "../../figures/face/expressions.ts";
import type { FigureSpec } from "../../figures/figure-job.ts";
import { corner, ellipse, type Pt, placed, pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { bearingOf } from "../bearings.ts";
import { drawBeastEyes, drawBeastMarks } from "../beast-face.ts";
import type { Hide } from "./hides.ts";
import { inked } from "./hoof-body.ts";
import { drawForelock, drawHorns } from "./horns.ts";

interface LongHead {
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

const LONG_HEADS: Readonly<Record<Hoofed, LongHead>> = measuresOf("long-heads");

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
