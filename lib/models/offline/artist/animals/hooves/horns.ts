// Horns and antlers, and the hair that falls over a forehead. Head space.

import type { FigureSpec } from "../../figures/figure-job.ts";
import { pts } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Hide } from "./hides.ts";
import { inked } from "./hoof-body.ts";
import { maneOf } from "./manes.ts";

const ANTLER = pts(
  "2,-24! -4,-46 -14,-70 -18,-98 -10,-128 -2,-146! 0,-126 -6,-104 -4,-90 10,-104 16,-122! 16,-102 6,-82 -2,-74 4,-58 20,-64 30,-78! 28,-58 14,-46 4,-44 10,-26!",
);

const HORN = { tone: 0.24 } as const;

/** Does, calves, lambs and fawns have none. */
const isBare = ({ design: { age, gender, told } }: Pick<FigureSpec, "design">): boolean =>
  age === "child" || gender === "female" || told?.hornless === true;

export function drawHorns(p: Pen, hide: Hide, spec: FigureSpec, far: boolean): void {
  const { species } = hide.build;
  if (species === "deer" && !isBare(spec)) {
    p.shape(ANTLER, far ? { tone: 0.4 } : HORN, 0.9);
    if (!far) p.line(pts("4,-34 -2,-60 -10,-84"), 0.5);
  } else if (species === "cow" && !spec.design.told?.calf) {
    p.shape(pts("-2,-28! -12,-44 -8,-64 10,-80! 6,-64 6,-50 14,-32!"), HORN, 0.9);
    p.fill(pts("-6,-66 10,-80! 6,-66 0,-62"), "black");
  } else if (species === "goat" && spec.design.age !== "child") {
    p.shape(pts("8,-26! 2,-52 -16,-76 -44,-88! -32,-72 -20,-52 -8,-22!"), { tone: 0.4 }, 0.9);
    if (!far)
      for (const line of [
        pts("-6,-34 5,-38"),
        pts("-12,-46 0,-52"),
        pts("-20,-58 -8,-66"),
        pts("-28,-70 -20,-78"),
      ])
        inked(p, { paint: "white" }, line, 0.5, "none");
  }
}

export function drawForelock(p: Pen, hide: Hide): void {
  const { species } = hide.build;
  if (species === "sheep") {
    p.shape(
      pts(
        "-20,10! -30,2 -28,-8! -34,-18 -22,-26! -22,-38 -8,-38! -2,-48 10,-42! 22,-44 26,-34! 36,-32 32,-22! 26,-16 18,-18! 12,-10 2,-14! -4,-4 -10,-2!",
      ),
      hide.paint,
      0.9,
    );
    p.line(pts("-8,-26 -2,-20 4,-26"), 0.5);
    p.line(pts("10,-32 16,-26 22,-30"), 0.5);
  }
  if (species === "cow") {
    p.shape(pts("4,-36! 0,-28 6,-16! 10,-24! 14,-12! 18,-22! 24,-16! 24,-28 20,-36!"), hide.paint, 0.7);
  }
  if (species !== "horse") return;
  const hair = maneOf(hide.paint);
  p.shape(pts("-8,-34! 6,-36 22,-32 34,-22! 26,-24 30,-12! 18,-22 16,-8! 8,-24 -2,-26!"), hair, 0.8);
}
