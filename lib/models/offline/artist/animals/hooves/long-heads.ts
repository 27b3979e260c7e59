// Heads of animals on hooves, from the side, as `assets/parts/hoofed` draws them: a jaw that opens, ears that turn, an eye that feels.
// Head space: the neck joins at (0, 0), the muzzle lies at about (100, 0), up is −y.

import type { Paint } from "../../../../../manga/drawing.ts";
import type { Hoofed } from "../../closed/animals.ts";
import { measuresOf } from "../../closed/measures.ts";
import { type ExpressionLook, MOUTHS } from "../../figures/face/expressions.ts";
import type { FigureSpec } from "../../figures/figure-job.ts";
import { type Pt, placed, pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { bearingOf } from "../bearings.ts";
import { drawBeastEyes, drawBeastMarks, inkOn } from "../beast-face.ts";
import { coatWord } from "../coats.ts";
import type { Hide } from "./hides.ts";
import { maneOf } from "./manes.ts";

interface LongHead {
  /** About which the jaw opens. */
  hinge: Pt;
  eye: { at: Pt; size: number };
  /** From the lips back to the corner of the mouth. */
  lips: readonly Pt[];
  /** Degrees that the ears droop. */
  droops: number;
}

const LONG_HEADS: Readonly<Record<Hoofed, LongHead>> = measuresOf("long-heads");

/** Draws it and tells the box of the face and the mouth, in head space. */
export function drawLongHead(
  p: Pen,
  { hide, spec, feeling }: { hide: Hide; spec: FigureSpec; feeling: ExpressionLook },
): { face: readonly Pt[]; mouth: Pt } {
  const { hinge, eye, lips, droops } = LONG_HEADS[hide.build.species];
  const face = facePaint(hide);
  const { ears } = bearingOf(spec.expression);
  const drowsy = feeling.lids !== "open" && spec.pose === "sleep" ? 24 : 0;
  const open = MOUTHS[feeling.mouth].opens ?? 0;
  const [tip = [100, 10], , back = [0, 0]] = lips;
  drawPart(p, `hoofed/${hide.build.species}-head`, {
    paints: { coat: hide.paint, face, shade: hide.shade, mane: maneOf(hide.paint) },
    is: [
      ...[coatWord(face), isHorned(hide, spec) ? "horned" : "bare", hide.look % 2 === 0 ? "blazed" : "plain"],
      ...[open > 6 ? "wide" : open > 0 ? "ajar" : "shut", feeling.lids === "open" ? "awake" : "asleep"],
    ],
    turns: {
      jaw: open,
      "far-ear": ears * 0.8 + drowsy + 8 - droops,
      "near-ear": -ears * 0.8 - drowsy + droops,
    },
    draws: {
      gape(q) {
        if (open === 0) return;
        const low: Pt[] = [
          [tip[0] - 6, tip[1] - 2],
          [tip[0] - 12, tip[1] + open * 1.3],
          [back[0], back[1] + open * 0.9],
        ];
        q.shape([hinge, back, ...low], "black", 0.6);
      },
      eyes: (q) => drawBeastEyes(q, { near: eye.at, eye: eye.size, ink: inkOn(face), bead: true }, feeling),
    },
  });
  drawBeastMarks(p.at(placed(26, 4, -20, 0.7)), spec.design, feeling, 44);
  return { face: pts("-12,-44 108,-30 108,34 -12,42"), mouth: [tip[0] - 4, tip[1] + open * 0.8] };
}

/** Does, calves, lambs, kids and fawns have no horns. */
function isHorned({ build: { species } }: Hide, { design: { age, gender, told } }: FigureSpec): boolean {
  if (species === "cow") return !told?.calf;
  if (species === "goat") return age !== "child";
  return species === "deer" && age !== "child" && gender !== "female" && told?.hornless !== true;
}

/** Many sheep have black faces. */
const facePaint = ({ build, paint, look }: Hide): Paint =>
  build.species === "sheep" && look % 3 !== 0 ? { tone: 0.7 } : paint;
