// Arms with sleeves and hands, and what the hands hold.

import { corner, mix, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Side } from "../body/poses.ts";
import type { Arm, Skeleton } from "../body/skeleton.ts";
import { limbOutline, unit } from "../body/torso.ts";
import { drawPauldron, drawPlate, drawSode, isEastern } from "../clothes/armour.ts";
import { drawSleeve, lightWay, type SleeveSpec } from "../clothes/folds.ts";
import { cutOf, drawWeave, shadeOn, type Top, weaveOf } from "../clothes/garments.ts";
import { paletteOf } from "../clothes/palette.ts";
import type { Job } from "../figure-job.ts";
import { paintOf } from "../hair/hair-ink.ts";
import { drawHand, gripOf, handOf } from "./hands.ts";
import { drawHeld, hangsOver, thingIn } from "./held-things.ts";

export function drawArm({ pen, spec, pose, body, torso, drawn }: Job, side: Side, over = true): void {
  const arm: Arm = body.arms[side];
  const { measures: m } = body;
  const { top, topFill } = spec.design.clothes;
  const cut = cutOf(top);
  const colours = paletteOf(spec.design);
  const skin = pen.of(colours.skin);
  const cloth = pen.of(colours.top);
  const paint = paintOf(topFill);
  const [ws, we, wc] = [20.5 * m.girth, 16.5 * m.girth, 11.5 * m.girth];
  const { shoulder, elbow, wrist } = arm;
  const holds = thingIn(side, spec, pose);
  const hand = { ...handOf({ pose, body }, side, holds), thumb: thumbOf(arm, body) };
  const isOver = holds !== null && hangsOver(holds, arm);
  if (holds && !isOver) drawHeld({ pen, spec, body, drawn }, holds, hand);
  if (cut.cuff < 0.6 || wc * 1.2 < wc)
    skin.shape(limbOutline(shoulder.p, elbow.p, wrist.p, [ws, we, wc]), "white", 0.9);
  if (CUFFED.has(top)) drawCuff(pen.of(MATERIALS.plain), arm, cut.cuff, wc);
  const limb = side === "near" ? pose.nearArm : pose.farArm;
  const grip = limb.touch === "pocket" && !holds ? gripOf(hand) : drawHand(skin, hand);
  if (pose.acting === side || pose.acting === "both" || holds) {
    drawn.keep.push(boxAround(pen, grip, m.hand * 0.9));
    // A raised forearm is part of the gesture, so the tail of a balloon must not cross it.
    const raised = wrist.p[1] < elbow.p[1];
    if (raised) drawn.keep.push([...boxAround(pen, elbow.p, wc), ...boxAround(pen, wrist.p, wc)]);
  }
  const end = mix(elbow.p, wrist.p, cut.cuff);
  const widths = [ws * cut.sleeve[0], we * cut.sleeve[1], wc * cut.sleeve[2]] as const;
  const joint = over ? (spec.view === "profile" ? "top" : "side") : "none";
  const root = top === "sailor" && body.yaw > 110 ? 0.76 : 0.5;
  const upper = cut.hanging ? ([widths[0], widths[1], widths[2] * 0.7] as const) : widths;
  const weave = weaveOf(spec.design, "top");
  drawSleeve(cloth, { arm, torso, side, end, widths: upper, paint, weave, joint, root });
  if (limb.touch === "pocket" && !holds) drawWelt(cloth, arm, widths[2]);
  if (cut.hanging) drawSleeveBag(cloth, arm, { end, widths, paint, weave });
  if (top === "armor") {
    const metal = pen.of(MATERIALS.metal);
    const plate = [mix(elbow.p, wrist.p, 0.3), mix(elbow.p, wrist.p, 0.92)] as const;
    const wide = [we * 1.3, we * 1.2, we] as const;
    const moved = [we * 0.9, we * 0.8] as const;
    drawPlate(metal, plate, { widths: wide, shade: wide, moved, tone: 0.4, middle: 0.5 });
    if (isEastern(spec.design)) drawSode(metal, shoulder.p, elbow.p, widths[0]);
    else drawPauldron(metal, arm, widths[0]);
  }
  if (holds && isOver) {
    drawHeld({ pen, spec, body, drawn }, holds, hand);
    drawHand(skin, hand);
  }
}

/** Draws only the hand of an arm that has been drawn, over what lies on the arm. */
export function drawHandOver({ pen, spec, pose, body }: Job, side: Side): void {
  const hand = { ...handOf({ pose, body }, side, null), thumb: thumbOf(body.arms[side], body) };
  drawHand(pen.of(paletteOf(spec.design).skin), hand);
}

/** Tops whose sleeves show a shirt's cuff. */
const CUFFED: ReadonlySet<Top> = new Set(["jacket", "uniform"]);

function drawCuff(pen: Pen, { elbow, wrist }: Arm, end: number, width: number): void {
  const from = mix(elbow.p, wrist.p, end - 0.1);
  const to = mix(elbow.p, wrist.p, Math.min(1.04, end + 0.09));
  pen.shape(
    limbOutline(from, mix(from, to, 0.5), to, [width * 1.1, width * 1.14, width * 1.16]),
    "white",
    0.7,
  );
}

/** The edge of the pocket that a hand is in. */
function drawWelt(pen: Pen, { heel, wrist }: Arm, w: number): void {
  const [x, y] = wrist.p;
  const [ux, uy] = unit(heel, wrist.p);
  const end = (across: number, on: number): Pt => [x - uy * across + ux * on, y + ux * across + uy * on];
  pen.line([end(-w * 1.7, 3), end(0, 7), end(w * 1.7, 3)], 1.1);
}

/** The wide sleeve of a kimono or robe, which hangs from the forearm as a bag. */
function drawSleeveBag(
  pen: Pen,
  arm: Arm,
  { end, widths, paint, weave }: Pick<SleeveSpec, "end" | "widths" | "paint" | "weave">,
): void {
  const { elbow, shoulder } = arm;
  // On a level forearm the cloth hangs below it; on an upright one it slides to the elbow.
  const rise = elbow.p[1] - arm.wrist.p[1];
  const up = rise > 20 && rise > Math.abs(arm.wrist.p[0] - elbow.p[0]) * 0.9;
  const drop = widths[2] * 2.2;
  const out = elbow.p[0] >= shoulder.p[0] ? 1 : -1;
  const middle = mix(elbow.p, end, 0.5);
  const low: Pt = up
    ? [middle[0] + out * drop * 0.72, elbow.p[1] + drop * 0.12]
    : [end[0] - 4, end[1] + drop];
  const [ex, ey] = elbow.p;
  const [w0, w1] = [widths[1], widths[2]];
  const bag: Pt[] = up
    ? [
        mix(elbow.p, end, 0.1),
        ...sharp(through([end[0] - out * w1 * 0.55, end[1]], [end[0] + out * w1 * 0.8, end[1] + 4], low)),
        ...through([ex + out * w0 * 0.9, ey + drop * 0.24], [ex - out * w0 * 0.4, ey + 6]),
      ]
    : [
        ...sharp([mix(elbow.p, end, 0.1), [end[0], end[1] - w1 * 0.6]]),
        [end[0] + 5, end[1] + w1 * 0.4],
        corner(low),
        ...through([ex, Math.max(ey, end[1]) + drop * 0.7], [ex - w0 * 0.6, ey + 4]),
      ];
  pen.shape(bag, paint);
  pen.inside(bag, (p) => {
    const dark = lightWay(p)[0] > 0 ? 1 : -1;
    if (paint !== "black")
      p.fill(
        bag.map(([x, y]): Pt => [x + dark * drop * 0.62, y + drop * 0.5]),
        shadeOn(paint),
      );
    // The pattern follows the hanging cloth, not the raised arm above it.
    const [dx, dy] = unit(middle, low);
    const long = Math.hypot(low[0] - middle[0], low[1] - middle[1]);
    const [across, down]: [Pt, Pt] = up
      ? through([dy * long * 0.8, -dx * long * 0.8], [dx, dy])
      : through([(end[0] - ex) / 2, (end[1] - ey) / 2], [0, 1]);
    const half = Math.hypot(across[0], across[1]) || 1;
    const at = (u: number, v: number): Pt => {
      const far = (v - 0.2) * drop * 1.3;
      return [middle[0] + across[0] * u + down[0] * far, middle[1] + across[1] * u + down[1] * far];
    };
    drawWeave(p, weave, paint, { at, half, long: drop * 1.3 });
  });
  if (paint !== "black")
    pen.line([mix(elbow.p, end, 0.5), mix(elbow.p, low, 0.55), mix(elbow.p, low, 0.8)], 0.5);
}

/** Side of the thumb: forwards on a hanging arm, up on a reaching one, towards the head on a raised one. */
function thumbOf({ heel, wrist }: Arm, { turn, head }: Skeleton): 1 | -1 {
  const [dx, dy] = [wrist.p[0] - heel[0], wrist.p[1] - heel[1]];
  if (Math.abs(turn) > 70) return 1;
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 1 : -1;
  return dy < 0 && wrist.p[0] < head[0] ? -1 : 1;
}

function boxAround(pen: Pen, [x, y]: Pt, r: number): Pt[] {
  return [pen.where([x - r, y - r]), pen.where([x + r, y + r])];
}
