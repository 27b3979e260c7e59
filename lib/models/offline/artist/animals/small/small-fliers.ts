// Small animals on wings: insects and bats.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Small } from "../../closed/animals.ts";
import { ellipse, type Pt, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawBeastEyes } from "../beast-face.ts";
import { darker, type SmallBeast } from "./small-beast.ts";

function wings(p: Pen, shapes: readonly (readonly Pt[])[], paint: Paint): void {
  for (const shape of shapes) p.shape(shape, paint, 0.9);
}

const BUTTERFLY: SmallBeast = {
  size: 0.5,
  box: [-60, -90, 60, 0],
  head: [6, -56],
  mouth: [8, -50],
  lives: "air",
  draw(p, { paint }) {
    const wing: Paint = paint === "black" ? "black" : paint;
    const near = [
      pts("-2,-44! -20,-84 -54,-96 -66,-76 -52,-50 -24,-40!"),
      pts("-4,-40! -32,-40 -50,-22 -42,-4 -22,-8 -6,-30!"),
    ];
    const far = [
      pts("4,-44! 16,-82 44,-94 56,-78 46,-52 22,-42!"),
      pts("4,-40! 28,-40 42,-24 36,-8 20,-12 8,-30!"),
    ];
    wings(p, [...far, ...near], wing);
    for (const shape of [...near, ...far]) {
      const [cx, cy] = shape[2] ?? [0, 0];
      p.inside(shape, (q) => {
        q.fill(ellipse(cx, cy, 20, 16, 10), paint === "black" ? { tone: 0.4 } : "black");
        q.fill(ellipse(cx * 0.82, cy + 8, 6, 5, 8), "white");
      });
    }
    p.shape(pts("-3,-52 4,-52 6,-30 2,-8! -3,-30"), "black", 0.6);
    p.line(pts("0,-52 -8,-66 -16,-70"), 0.6, "none");
    p.line(pts("3,-52 12,-66 20,-68"), 0.6, "none");
  },
};

const DRAGONFLY: SmallBeast = {
  size: 0.5,
  box: [-90, -70, 60, 0],
  head: [44, -34],
  mouth: [50, -30],
  lives: "air",
  draw(p, { paint }) {
    const glass: Paint = { tone: 0.08 };
    wings(
      p,
      [
        pts("14,-36! -2,-70 -28,-92 -36,-80 -16,-54 6,-34!"),
        pts("22,-36! 30,-72 52,-96 60,-86 46,-58 28,-34!"),
      ],
      glass,
    );
    wings(
      p,
      [pts("12,-30! -14,-12 -50,2 -52,14 -20,8 14,-22!"), pts("24,-28! 40,-4 70,14 76,6 58,-12 30,-30!")],
      glass,
    );
    p.shape(pts("-100,-32! -60,-38 0,-40 30,-42 34,-26 0,-26 -60,-28"), darker(paint), 0.8);
    for (const x of [-70, -50, -30, -10]) p.line(through([x, -38], [x + 2, -27]), 0.5, "none");
    p.shape(ellipse(42, -34, 13, 12, 10), "black", 0.7);
    p.fill(ellipse(46, -39, 3.4, 3, 7), "white");
  },
};

const BEE: SmallBeast = {
  size: 0.4,
  box: [-50, -70, 50, 0],
  head: [34, -30],
  mouth: [42, -26],
  lives: "air",
  draw(p) {
    wings(p, [pts("4,-46! -4,-76 -30,-84 -36,-66 -14,-46!"), pts("10,-46! 14,-80 38,-80 36,-60 18,-44!")], {
      tone: 0.06,
    });
    const body = pts("-48,-28! -34,-46 -4,-50 22,-44 26,-26 6,-12 -28,-14");
    p.shape(body, { tone: 0.18 });
    p.inside(body, (q) => {
      for (const x of [-30, -10, 10])
        q.fill(through([x - 6, -60], [x + 5, -60], [x + 7, 0], [x - 4, 0]), "black");
    });
    p.shape(ellipse(34, -32, 14, 13, 10), "black", 0.7);
    p.fill(ellipse(38, -36, 4, 4, 8), "white");
    p.line(pts("38,-44 44,-58 52,-60"), 0.6, "none");
  },
};

const FIREFLY: SmallBeast = {
  size: 0.3,
  box: [-40, -60, 40, 0],
  head: [24, -30],
  mouth: [28, -26],
  lives: "air",
  draw(p) {
    p.fill(ellipse(-8, -28, 58, 58, 16), { light: 0.5 });
    p.fill(ellipse(-8, -28, 34, 34, 14), { light: 0.95 });
    p.fill(ellipse(-8, -28, 17, 17, 12), "white");
    p.shape(pts("-2,-34 12,-36 22,-30 20,-24 10,-21 -2,-23"), "black", 0.6);
    p.shape(pts("6,-34! 2,-48 -10,-50 -8,-42!"), { tone: 0.2 }, 0.6);
  },
};

const BAT: SmallBeast = {
  size: 0.7,
  box: [-100, -80, 100, 0],
  head: [0, -52],
  mouth: [0, -44],
  lives: "air",
  draw(p, { feeling }) {
    p.shape(
      pts(
        "-12,-46! -44,-80 -76,-84 -108,-62! -88,-48 -84,-28! -62,-40 -46,-20! -30,-34 -10,-22! 0,-12 10,-22! 30,-34 46,-20! 62,-40 84,-28! 88,-48 108,-62! 76,-84 44,-80 12,-46!",
      ),
      { tone: 0.8 },
      0.9,
    );
    p.shape(ellipse(0, -36, 15, 22, 12), "black", 0.8);
    p.shape(pts("-16,-52! -18,-78 -4,-64 4,-64 18,-78 16,-52! 12,-42 -12,-42"), "black", 0.8);
    drawBeastEyes(p, { near: [-6, -54], far: [6, -54], eye: 4, ink: "white" }, feeling);
  },
};

type Flier = Extract<Small, "butterfly" | "dragonfly" | "bee" | "firefly" | "bat">;

export const FLIERS: Readonly<Record<Flier, SmallBeast>> = {
  butterfly: BUTTERFLY,
  dragonfly: DRAGONFLY,
  bee: BEE,
  firefly: FIREFLY,
  bat: BAT,
};
