// Heads of birds, turned a little to the reader: what they are known by is beak, crest and cheek. Head space: the skull's middle is (0, 0).
import type { Paint } from "../../../../../manga/drawing.ts";
import type { FigureSpec } from "../../figures/figure-job.ts";
import { ellipse, type Pt, pts, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { beastFeeling, drawBeastFace } from "../beast-face.ts";
import type { BirdBuild } from "./bird-builds.ts";

const LOUD: ReadonlySet<FigureSpec["expression"]> = new Set([
  ...(["laugh", "shout", "cry", "grin", "surprised", "shocked", "terrified"] as const),
]);

interface Beak {
  upper: readonly Pt[];
  lower: readonly Pt[];
  paint: (coat: Paint) => Paint;
  mouth: Pt;
}

const horn = (tone: number) => (): Paint => ({ tone });
const BEAKS: Readonly<Record<Exclude<BirdBuild["beak"], "none">, Beak>> = {
  cone: {
    upper: pts("24,-6! 40,-2 56,4! 40,8 24,8!"),
    lower: pts("24,8! 38,12 48,20! 34,20 22,14!"),
    paint: horn(0.3),
    mouth: [46, 8],
  },
  gull: {
    upper: pts("22,-10! 44,-8 58,-3 63,6! 58,10! 44,8 24,8!"),
    lower: pts("22,8! 40,14 56,24! 36,22 20,15!"),
    paint: horn(0.16),
    mouth: [48, 8],
  },
  long: {
    upper: pts("20,-12! 44,-9 64,6! 44,10 22,10!"),
    lower: pts("22,10! 40,14 54,22! 34,22 20,16!"),
    paint: (coat) => (coat === "black" ? { tone: 0.6 } : "black"),
    mouth: [46, 8],
  },
  hook: {
    upper: pts("22,-14! 40,-14 54,-4 54,18! 47,8 36,6 24,8!"),
    lower: pts("22,8! 36,10 44,20! 32,22 20,16!"),
    paint: horn(0.5),
    mouth: [44, 8],
  },
  bill: {
    upper: pts("20,-10! 36,-4 56,2 72,0 74,8! 56,14 36,12 22,12!"),
    lower: pts("22,12! 40,18 62,26! 44,28 22,20!"),
    paint: horn(0.26),
    mouth: [54, 12],
  },
  dagger: {
    upper: pts("22,-8! 60,-2 104,8! 60,10 24,9!"),
    lower: pts("22,9! 58,16 92,26! 52,22 20,16!"),
    paint: horn(0.34),
    mouth: [60, 10],
  },
};

const inkFor = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

/** What the face of a bird feels: a beak cannot smile, so that a loud feeling opens it and the rest is in the eyes. */
const felt = (spec: FigureSpec) => {
  const { expression } = spec;
  const said = expression === "shout" ? "angry" : LOUD.has(expression) ? "surprised" : expression;
  return beastFeeling({ ...spec, expression: said, speaks: false });
};

/** Draws head, beak and features; gives the place of the beak. */
export function drawBirdHead(h: Pen, build: BirdBuild, paint: Paint, spec: FigureSpec): Pt {
  const open = LOUD.has(spec.expression) || spec.speaks === true;
  if (build.beak === "none") return drawOwlHead(h, paint, spec, open);
  const beak = BEAKS[build.beak];
  drawCrest(h, build);
  h.shape(ellipse(0, 0, 31, 29, 12), paint);
  drawCheek(h, build, paint);
  if (open) h.shape(beak.lower, beak.paint(paint), 0.8);
  h.shape(beak.upper, beak.paint(paint), 0.9);
  if (!open && (build.beak === "gull" || build.beak === "bill" || build.beak === "dagger"))
    h.line(pts(build.beak === "dagger" ? "24,6 60,5 96,8" : "24,7 42,7 58,9"), 0.6, "end");
  if (build.beak === "gull") h.fill(ellipse(53, 5, 2.6, 2.2, 7), "black");
  if (build.bird === "swan") h.fill(pts("20,-12 34,-8 34,4 22,6"), "black");
  if (build.crest === "comb") h.shape(pts("22,10 32,12 34,26 26,32 20,22"), { tone: 0.56 }, 0.8);
  drawBeastFace(
    h,
    {
      near: [1, -5],
      far: [build.beak === "cone" || build.beak === "long" ? 21 : 19, -6],
      eye: build.beak === "cone" ? 8 : 6.6,
      mouth: [30, 8],
      jaw: 6,
      closed: "none",
      ink: inkFor(paint),
      ...(build.fierce ? { fierce: true as const } : {}),
    },
    felt(spec),
  );
  return beak.mouth;
}

function drawCrest(h: Pen, { crest }: BirdBuild): void {
  if (crest === "tuft") h.line(pts("-4,-28 -10,-40 -2,-38"), 0.9);
  if (crest === "plume")
    h.shape(pts("8,-26! -8,-46 -34,-54! -26,-44! -38,-40! -22,-34! -30,-26! -8,-20!"), { tone: 0.3 }, 0.8);
  if (crest === "comb")
    h.shape(
      pts("24,-20! 30,-34 22,-40! 18,-46 10,-44! 4,-52 -6,-46! -16,-50 -20,-38! -28,-36 -24,-22!"),
      { tone: 0.56 },
      0.9,
    );
}

function drawCheek(h: Pen, { bird }: BirdBuild, paint: Paint): void {
  if (bird === "sparrow") {
    h.inside(ellipse(0, 0, 30, 28, 12), (q) => {
      q.fill(pts("-40,2! -14,6 10,4 40,8! 40,50! -40,50!"), "white");
      q.fill(pts("-40,-50! 40,-50! 30,-16 6,-14 -18,-10 -40,0!"), { tone: 0.66 });
    });
    h.fill(ellipse(-10, 12, 7, 6, 9), "black");
    h.fill(pts("14,18 28,10 30,22 20,29"), "black");
    return;
  }
  if (bird === "swallow") {
    h.fill(pts("8,14 26,6 30,18 18,29 4,28"), { tone: 0.5 });
    return;
  }
  if (bird === "pigeon")
    h.inside(ellipse(0, 0, 30, 28, 12), (q) =>
      q.fill(pts("-40,-40! 40,-40! 40,4 10,10 -20,8 -40,16!"), { tone: 0.5 }),
    );
  if (bird === "crow")
    for (const [x, y] of pts("-14,24 -4,27 6,27")) h.line(through([x, y], [x + 3, y + 8]), 0.8, "end");
  if (bird === "hawk") h.fill(pts("-8,4 -2,16 -10,26 -16,12"), "black");
  if (bird === "crane" && paint === "white") h.fill(pts("-14,-28 6,-29 18,-22 6,-18 -12,-20"), { tone: 0.6 });
  if (bird === "parrot") h.fill(ellipse(-2, 12, 10, 7, 9), { tone: 0.5 });
}

function drawOwlHead(h: Pen, paint: Paint, spec: FigureSpec, open: boolean): Pt {
  h.shape(pts("-30,-20! -36,-46! -14,-34 16,-35 36,-48! 34,-18! 40,4 26,26 2,30 -22,26 -36,6"), paint);
  for (const [x, w] of through([-9, 17], [19, 15])) h.shape(ellipse(x, -3, w, 17, 12), "white", 0.7);
  h.shape(pts("0,2! 10,2! 5,16!"), { tone: 0.3 }, 0.8);
  if (open) h.fill(pts("2,14! 8,14! 5,22!"), "black");
  drawBeastFace(
    h,
    { near: [-8, -3], far: [18, -3], eye: 11, mouth: [5, 16], jaw: 6, closed: "none", ink: "black" },
    felt(spec),
  );
  return [5, 12];
}
