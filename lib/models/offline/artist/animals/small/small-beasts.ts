// Small animals on the ground and in water.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Small } from "../../closed/animals.ts";
import { corner, ellipse, placed, pts, through } from "../../pen/curves.ts";
import { drawBeastEyes } from "../beast-face.ts";
import { darker, eyeInk, type SmallBeast } from "./small-beast.ts";
import { FLIERS } from "./small-fliers.ts";

const FROG: SmallBeast = {
  size: 0.8,
  box: [-60, -92, 60, 0],
  head: [24, -58],
  mouth: [40, -44],
  lives: "ground",
  draw(p, { paint, feeling, moving }) {
    const q = moving ? p.at(placed(0, -34, -20)) : p;
    if (moving) {
      q.shape(pts("-30,-30 -70,-24 -110,-6 -138,4! -110,10 -120,16! -84,8 -48,-6 -18,-16"), paint, 0.9);
      q.shape(pts("20,-22 54,-6 84,-8! 70,0 82,8! 52,8 16,-8"), paint, 0.9);
    } else {
      q.shape(pts("-58,-30 -40,-46 -18,-32 -10,-12 -24,-4 10,-2! 4,4 -44,2 -60,-8"), paint, 0.9);
    }
    q.shape(
      pts(
        "-54,-18 -38,-44 -8,-62 10,-72! 22,-84 34,-74! 44,-84 56,-74! 62,-56 58,-40 36,-26 30,-8 -10,-2 -40,-4",
      ),
      paint,
    );
    q.fill(pts("58,-42 36,-28 30,-8 6,-4 12,-26 34,-36"), paint === "white" ? { tone: 0.1 } : "white");
    if (!moving) {
      q.shape(pts("14,-34 26,-34 30,-8 44,-4! 42,2 8,2 14,-10"), paint, 0.9);
      q.line(pts("-50,-20 -34,-34 -16,-22"), 0.7, "end");
    }
    for (const [x, y] of pts("-28,-36 -12,-48 -36,-20 -4,-34")) q.fill(ellipse(x, y, 5, 4, 8), darker(paint));
    drawBeastEyes(q, { near: [21, -74], far: [48, -74], eye: 8, ink: eyeInk(paint) }, feeling);
    q.line(pts("14,-48 34,-42 58,-50"), 0.9);
    if (feeling.mouth === "talk" || feeling.mouth === "shout" || feeling.mouth === "laugh")
      q.shape(pts("22,-46! 40,-43 56,-49! 48,-34 32,-34"), "black", 0.6);
  },
};

const TURTLE: SmallBeast = {
  size: 0.86,
  box: [-70, -66, 92, 0],
  head: [70, -38],
  mouth: [86, -28],
  lives: "ground",
  draw(p, { paint, feeling }) {
    const skin: Paint = paint === "white" ? "white" : { tone: 0.2 };
    p.shape(pts("-58,-16 -76,-10 -88,-4! -70,-2 -52,-6"), skin, 0.9);
    for (const x of [-40, 36])
      p.shape(
        [[x - 14, -18], [x + 12, -18], [x + 16, -4], corner([x + 14, 0]), corner([x - 12, 0])],
        skin,
        0.9,
      );
    p.shape(pts("44,-22 58,-42 70,-52 86,-48 92,-34 86,-24 70,-20 54,-12"), skin, 0.95);
    const shell = pts("-64,-16! -58,-44 -28,-64 8,-66 40,-52 56,-18! 20,-12 -30,-12");
    p.shape(shell, paint === "white" ? { tone: 0.3 } : paint);
    p.inside(shell, (q) => {
      for (const plate of [
        pts("-22,-58 0,-62 20,-56 24,-38 0,-32 -24,-38"),
        pts("-60,-44 -34,-56 -32,-38 -40,-22 -62,-20"),
        pts("30,-54 48,-44 56,-20 36,-22 32,-38"),
        pts("-30,-30 0,-26 28,-30 30,-16 -30,-14"),
      ]) {
        q.shape(plate, { tone: 0.56 }, 0.5);
      }
    });
    p.shape(pts("-68,-18 -30,-20 20,-20 60,-22 62,-14 20,-8 -30,-8 -66,-10"), { tone: 0.3 }, 0.8);
    drawBeastEyes(p, { near: [76, -38], eye: 5, ink: "black", bead: true }, feeling);
    p.line(pts("74,-27 84,-28 91,-33"), 0.8);
  },
};

const SNAKE: SmallBeast = {
  size: 1,
  box: [-100, -70, 84, 0],
  head: [58, -54],
  mouth: [82, -46],
  lives: "ground",
  draw(p, { paint, feeling }) {
    const body = pts(
      "-112,-4! -80,-16 -56,-30 -30,-22 -8,-6 18,-4 40,-14 38,-34 42,-52 56,-66 76,-62 86,-48 76,-40 62,-40 60,-24 50,-4 22,10 -12,8 -36,-8 -54,-16 -78,-4",
    );
    p.shape(body, paint);
    p.inside(body, (q) => {
      for (const [x, y] of pts("-84,-12 -62,-22 -40,-16 -20,-2 4,2 26,-2 46,-18 48,-36"))
        q.fill(through([x - 6, y - 9], [x + 6, y - 9], [x + 3, y + 12], [x - 5, y + 12]), darker(paint));
      q.fill(pts("84,-44 66,-38 62,-22 52,-2 22,12 -12,10 -10,4 20,4 44,-8 52,-30 58,-44"), "white");
    });
    drawBeastEyes(p, { near: [66, -54], eye: 5.4, ink: eyeInk(paint) }, feeling);
    p.line(pts("84,-47 74,-44 64,-45"), 0.7);
    p.line([[85, -46], [98, -44], corner([104, -50])], 0.7, "none");
    p.line(through([97, -44], [106, -39]), 0.6);
  },
};

const CRAB: SmallBeast = {
  size: 0.7,
  box: [-80, -62, 80, 0],
  head: [0, -40],
  mouth: [0, -24],
  lives: "ground",
  draw(p, { paint, feeling }) {
    for (const side of [-1, 1]) {
      const q = p.at(placed(0, 0, 0, side, 1));
      for (const [y, out] of through([-20, 70], [-16, 58], [-12, 44]))
        q.line([[30, y], [out, y - 12], corner([out + 8, 0])], 1.5, "end");
      q.shape(pts("34,-34 52,-44 60,-36 46,-26"), paint, 0.8);
      q.shape(pts("50,-42 44,-62 54,-76! 60,-62 68,-60 78,-68! 78,-50 68,-38"), paint, 0.9);
      q.line(through([12, -44], [14, -58]), 1.1, "none");
    }
    p.shape(pts("-44,-30 -26,-46 26,-46 44,-30 30,-12 -30,-12"), paint);
    p.line(pts("-26,-38 0,-42 26,-38"), 0.5);
    drawBeastEyes(p, { near: [-14, -60], far: [14, -60], eye: 6, ink: "black" }, feeling);
    p.line(pts("-10,-22 0,-18 10,-22"), 0.8);
  },
};

const FISH: SmallBeast = {
  size: 0.8,
  box: [-70, -56, 64, 0],
  head: [40, -30],
  mouth: [60, -26],
  lives: "water",
  draw(p, { paint, feeling }) {
    p.shape(pts("-44,-28! -70,-54 -78,-50! -66,-28 -78,-6! -68,-2"), darker(paint), 0.9);
    p.shape(pts("-14,-46! -4,-64 22,-60 24,-48!"), darker(paint), 0.9);
    p.shape(pts("-50,-28 -20,-48 20,-50 52,-36 64,-26 52,-14 20,-4 -20,-8"), paint);
    p.fill(pts("60,-22 50,-14 20,-5 -20,-9 -40,-22 0,-18 34,-18"), "white");
    for (const [x, y] of pts("-20,-34 -4,-36 12,-38 -12,-26 4,-28 -28,-26"))
      p.line(through([x - 4, y - 4], [x + 3, y], [x - 4, y + 4]), 0.5);
    p.line(pts("32,-46 26,-30 32,-12"), 0.8);
    p.shape(pts("14,-24! 0,-12 6,-6 20,-16!"), darker(paint), 0.7);
    drawBeastEyes(p, { near: [44, -32], eye: 5.4, ink: eyeInk(paint) }, feeling);
    p.line(pts("52,-22 60,-22 64,-26"), 0.7);
  },
};

const SPIDER: SmallBeast = {
  size: 0.5,
  box: [-60, -60, 60, 0],
  head: [24, -30],
  mouth: [30, -24],
  lives: "ground",
  draw(p, { feeling }) {
    for (const [x, dx] of through([4, 44], [10, 30], [-2, -40], [4, -26]))
      for (const far of [0, 8])
        p.line([[x, -26], [x + dx * 0.5, -56 + far], corner([x + dx + far, 0])], 1.1, "end");
    p.shape(ellipse(-20, -32, 26, 22, 12), "black", 0.8);
    p.shape(ellipse(16, -28, 15, 13, 11), "black", 0.8);
    p.scratch(pts("-32,-44 -22,-46 -14,-42"), 0.9);
    drawBeastEyes(p, { near: [18, -30], far: [27, -30], eye: 4.4, ink: "white" }, feeling);
  },
};

const SNAIL: SmallBeast = {
  size: 0.5,
  box: [-70, -66, 70, 0],
  head: [54, -34],
  mouth: [62, -16],
  lives: "ground",
  draw(p, { paint, feeling }) {
    p.shape(
      pts("-80,0! -48,-12 0,-14 36,-18 44,-34 58,-38 68,-28 64,-8 54,0!"),
      paint === "black" ? { tone: 0.3 } : "white",
      0.95,
    );
    p.line(pts("50,-36 46,-54"), 1, "none");
    p.line(pts("60,-36 66,-54"), 1, "none");
    p.fill(ellipse(46, -56, 4.4, 4.4, 8), "black");
    p.fill(ellipse(67, -56, 4.4, 4.4, 8), "black");
    p.shape(ellipse(-12, -38, 36, 32, 14), { tone: 0.3 });
    p.line(
      pts("-12,-6 -44,-24 -44,-50 -16,-64 12,-50 10,-26 -12,-18 -28,-30 -24,-46 -8,-48 -2,-36 -10,-32"),
      0.9,
      "end",
    );
    if (feeling.mouth !== "line") p.line(pts("54,-14 60,-12 64,-16"), 0.6);
  },
};

const BEETLE: SmallBeast = {
  size: 0.5,
  box: [-50, -50, 60, 0],
  head: [36, -26],
  mouth: [42, -20],
  lives: "ground",
  draw(p) {
    for (const x of [-20, 2, 22]) p.line([[x, -14], [x - 6, -4], corner([x + 4, 0])], 1.4, "none");
    p.shape(pts("30,-30 52,-44 62,-60! 66,-46 58,-30 40,-18"), "black", 0.8);
    p.shape(pts("-48,-12 -36,-38 -6,-46 20,-40 26,-12 -10,-8"), "black");
    p.shape(pts("20,-38 36,-36 44,-22 38,-10 22,-10"), "black", 0.8);
    p.scratch(pts("18,-40 20,-24 18,-10"), 0.7, "none");
    p.scratch(pts("-30,-34 -10,-40 6,-38"), 1.1);
    p.scratch(pts("-34,-18 -6,-22 16,-22"), 0.6);
  },
};

export const SMALL: Readonly<Record<Small, SmallBeast>> = {
  ...FLIERS,
  frog: FROG,
  turtle: TURTLE,
  snake: SNAKE,
  crab: CRAB,
  fish: FISH,
  spider: SPIDER,
  snail: SNAIL,
  beetle: BEETLE,
};
