// Cats, dogs and birds that sit, walk, run and sleep. Figure space: the ground is y = 0, they look to the right.
import type { Paint } from "../../../manga/drawing.ts";
import type { Pose } from "../../../manga/staging.ts";
import { type BeastFace, drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { coatOf } from "./coats.ts";
import { corner, ellipse, type Pt, placed, pts } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import { limbOutline } from "./limbs.ts";
import type { Pen } from "./pen.ts";
import { drawProp } from "./props.ts";

type Posture = "sit" | "walk" | "run" | "sleep";

const RUNNING: ReadonlySet<Pose> = new Set(["run", "jump", "fall", "fight", "throw", "dance", "climb"]);
const WALKING: ReadonlySet<Pose> = new Set([
  "walk",
  "stand",
  "push",
  "reach",
  "carry",
  "look-back",
  "point",
  "bow",
  "offer",
]);

function postureOf(pose: Pose): Posture {
  if (pose === "lie" || pose === "sleep") return "sleep";
  if (RUNNING.has(pose)) return "run";
  return WALKING.has(pose) ? "walk" : "sit";
}

interface Build {
  size: number;
  ears: "cat" | "flop";
  muzzle: number;
  tail: readonly Pt[];
}

const CAT: Build = {
  size: 1,
  ears: "cat",
  muzzle: 0,
  tail: pts("0,0 -26,-4 -44,-34 -40,-70 -54,-92"),
};
const DOG: Build = {
  size: 1.42,
  ears: "flop",
  muzzle: 12,
  tail: pts("0,0 -20,-16 -28,-42 -18,-56"),
};

const HEADS: Readonly<Record<Posture, Pt>> = {
  sit: [16, -132],
  walk: [82, -122],
  run: [92, -120],
  sleep: [50, -38],
};

/** Where a head is, and how high it reaches above its middle. */
export function headOf(kind: "cat" | "dog" | "bird", pose: Pose): { x: number; y: number; crown: number } {
  const posture = postureOf(pose);
  if (kind === "bird") {
    if (posture === "run") return { x: 4, y: -146, crown: 40 };
    return { x: 24, y: posture === "sleep" ? -66 : -82, crown: 40 };
  }
  const { size } = kind === "dog" ? DOG : CAT;
  const [x, y] = HEADS[posture];
  const lift = pose === "jump" ? -46 : 0;
  return { x: x * size, y: (y + lift) * size, crown: (kind === "cat" ? 60 : 42) * size };
}

const inkFor = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

export function drawQuadruped(pen: Pen, spec: FigureSpec): DrawnFigure {
  const build = spec.design.kind === "dog" ? DOG : CAT;
  const paint = coatOf(spec.design);
  const p = pen.at(placed(0, 0, 0, build.size));
  const posture = postureOf(spec.pose);
  const head = BODIES[posture](p, paint, build, spec.pose === "jump" ? -46 : 0);
  return drawBeastHead(p, spec, build, paint, head);
}

/** Each draws a body and returns where the head goes. */
const BODIES: Readonly<
  Record<Posture, (p: Pen, paint: Paint, build: Build, lift: number) => { at: Pt; tilt: number }>
> = {
  sit(p, paint, build) {
    drawTail(p, paint, build, [-44, -14]);
    p.shape(pts("-6,-116 -34,-86 -52,-42 -54,-8 -46,0! 0,-2 44,0! 40,-40 34,-84 22,-114"), paint);
    chest(p, paint, pts("14,-104 34,-86 34,-56 20,-40 8,-64"));
    for (const x of [14, 30])
      p.shape(
        [[x - 9, -62], [x + 7, -62], [x + 8, -10], corner([x + 15, -2]), corner([x - 9, 0])],
        paint,
        0.8,
      );
    p.shape(pts("-50,-24 -26,-50 -4,-30 8,-2! -44,0!"), paint, 0.8);
    stripes(p, paint, pts("-40,-70 -47,-50 -50,-32"), 16, build);
    return { at: HEADS.sit, tilt: 0 };
  },
  walk(p, paint, build) {
    drawTail(p, paint, build, [-72, -78]);
    legs(p, paint, pts("-52,12 44,-14"), 0.9);
    p.shape(pts("-76,-86 -50,-100 0,-94 46,-102 70,-92 66,-60 40,-50 -10,-46 -56,-48 -76,-62"), paint);
    chest(p, paint, pts("52,-84 68,-80 62,-58 46,-54"));
    stripes(p, paint, pts("-40,-92 -12,-88 16,-90"), 22, build);
    legs(p, paint, pts("-62,-14 50,16"), 1);
    return { at: HEADS.walk, tilt: 2 };
  },
  run(p, paint, build, lift) {
    const q = p.at(placed(0, -16 + lift, -6));
    drawTail(q, paint, build, [-78, -76]);
    legs(q, paint, pts("-60,-62 52,60"), 0.9);
    q.shape(pts("-84,-84 -50,-94 4,-84 52,-96 78,-84 66,-54 34,-50 -20,-52 -64,-46 -84,-62"), paint);
    stripes(q, paint, pts("-46,-86 -16,-82 14,-82"), 20, build);
    legs(q, paint, pts("-70,-84 60,84"), 1);
    return { at: [HEADS.run[0], HEADS.run[1] + lift], tilt: -4 };
  },
  sleep(p, paint, build) {
    p.shape(pts("-86,-6 -80,-46 -40,-66 10,-62 54,-44 70,-8 64,0! -76,0!"), paint);
    stripes(p, paint, pts("-50,-58 -24,-62 2,-60"), 20, build);
    p.shape(pts("-78,-12! -40,-20 10,-14 36,-4 30,0! -72,0!"), paint, 0.9);
    return { at: HEADS.sleep, tilt: 18 };
  },
};

function drawTail(p: Pen, paint: Paint, build: Build, [x, y]: Pt): void {
  const path = build.tail.map(([dx, dy]): Pt => [x + dx, y + dy]);
  const back = path.toReversed().map(([px, py], i): Pt => [px + 11 - i * 0.6, py + 5]);
  p.shape([...path, ...back], paint, 0.9);
}

function legs(p: Pen, paint: Paint, pairs: readonly Pt[], weight: number): void {
  for (const [x, swing] of pairs) {
    const knee: Pt = [x + swing * 0.35 + (x < 0 ? -6 : 3), -32];
    const foot: Pt = [x + swing, Math.abs(swing) > 40 ? -14 : -7];
    p.shape(limbOutline([x, -62], knee, foot, [17, 9, 7]), paint, weight);
    p.shape(
      [
        [foot[0] - 8, foot[1] - 4],
        [foot[0] + 8, foot[1] - 4],
        [foot[0] + 14, foot[1] + 3],
        corner([foot[0] + 11, foot[1] + 7]),
        corner([foot[0] - 8, foot[1] + 7]),
      ],
      paint,
      weight * 0.8,
    );
  }
}

function chest(p: Pen, paint: Paint, patch: readonly Pt[]): void {
  if (paint !== "white") p.fill(patch, "white");
}

function stripes(p: Pen, paint: Paint, at: readonly Pt[], length: number, build: Build = CAT): void {
  if (build.ears === "flop") {
    const [x, y] = at[1] ?? [0, 0];
    if (paint !== "black")
      p.fill(
        ellipse(x, y + length * 0.7, length * 0.8, length * 0.6, 9),
        paint === "white" ? { tone: 0.5 } : "black",
      );
    return;
  }
  if (paint === "black" || paint === "white") return;
  for (const [x, y] of at)
    p.fill(
      [corner([x - 5, y]), corner([x + 6, y]), [x + 4, y + length * 0.6], corner([x + 2, y + length])],
      "black",
    );
}

function drawBeastHead(
  pen: Pen,
  spec: FigureSpec,
  build: Build,
  paint: Paint,
  head: { at: Pt; tilt: number },
): DrawnFigure {
  const p = pen.at(placed(head.at[0], head.at[1], head.tilt));
  const ink = inkFor(paint);
  const cat = build.ears === "cat";
  if (cat) {
    p.shape(pts("-34,-12! -36,-40 -32,-60! -14,-46 2,-34!"), paint);
    p.fill(pts("-28,-26! -28,-48! -12,-36!"), { tone: 0.3 });
    p.shape(pts("10,-34! 24,-48 38,-58! 40,-36 36,-12!"), paint);
  }
  p.shape(pts("-42,2 -36,-24 -10,-40 18,-40 38,-22 44,2 38,22 16,34 -12,34 -36,22"), paint);
  if (paint !== "white") p.fill(pts("-8,12 10,4 32,10 34,24 14,32 -4,28"), "white");
  if (cat) {
    for (const [x, y, dx, dy] of [
      [-22, 12, -34, -3],
      [-22, 17, -34, 4],
      [36, 11, 26, -4],
      [36, 16, 26, 3],
    ] as const)
      p.line(
        [
          [x, y],
          [x + dx, y + dy],
        ],
        0.5,
        "end",
      );
    if (paint !== "black")
      for (const x of [-8, 4, 16])
        p.fill([corner([x - 3, -40]), corner([x + 3, -40]), corner([x, -24])], ink);
  } else {
    p.shape(pts("-24,-36! -46,-34 -56,-4 -48,22 -38,24! -32,0"), paint === "white" ? { tone: 0.5 } : "black");
    p.shape(pts("22,-38! 42,-34 50,-8 46,10! 38,-8"), paint === "white" ? { tone: 0.5 } : "black");
    p.shape(pts("2,10 18,2 40,6 50,16 44,28 20,34 2,28"), "white", 0.8);
  }
  const mx = 13 + build.muzzle;
  const face: BeastFace = {
    near: [-12, -4],
    far: [27 - build.muzzle * 0.2, -4],
    eye: cat ? 11 : 9,
    mouth: [mx, cat ? 18 : 22],
    jaw: cat ? 11 : 13,
    closed: "w",
    ink: cat ? ink : "black",
  };
  if (paint !== "white" && cat) face.ink = "black";
  drawBeastFace(p, face, spec.expression);
  p.fill(
    [
      [mx - 5, cat ? 10 : 8],
      [mx + 5, cat ? 10 : 8],
      [mx + 1, cat ? 15 : 15],
      [mx - 1, cat ? 15 : 15],
    ],
    "black",
  );
  if (spec.holds) drawProp(p.at(placed(mx, 26, 0, 0.8)), spec.holds);
  drawBeastMarks(p, spec.design, spec.expression, 44);
  return {
    face: {
      corners: [p.where([-44, -42]), p.where([46, -42]), p.where([46, 36]), p.where([-44, 36])],
      mouth: p.where([mx, 20]),
    },
    keep: spec.holds ? [[p.where([mx - 40, -10]), p.where([mx + 40, 60])]] : [],
  };
}

export function drawBird(pen: Pen, spec: FigureSpec): DrawnFigure {
  const paint = coatOf(spec.design);
  const posture = postureOf(spec.pose);
  const flying = posture === "run";
  const p = flying ? pen.at(placed(0, -60, -14)) : pen;
  const wing: Paint = paint === "white" ? { tone: 0.25 } : paint === "black" ? { tone: 0.75 } : "black";
  p.shape(pts("-40,-34! -92,-12! -84,-4! -94,4! -40,-14!"), paint);
  if (!flying && posture !== "sleep")
    for (const x of [-4, 12]) p.line([[x, -10], [x + 2, -2], corner([x + 2, 0]), [x + 14, 1]], 1.1, "none");
  if (flying) p.shape(pts("-20,-48! -44,-90 -70,-122! -30,-112 6,-84 16,-52!"), wing, 0.9);
  const body = posture === "sleep" ? -6 : 0;
  p.shape(
    [
      [-50, -30],
      [-30, -62 - body],
      [4, -78 - body],
      [40, -62 - body],
      [46, -34],
      [26, -10],
      [-16, -8],
    ],
    paint,
  );
  p.fill(pts("20,-50 42,-40 30,-16 4,-12 8,-34"), paint === "white" ? { tone: 0.1 } : "white");
  if (flying) p.shape(pts("-22,-50! -50,-10 -82,26! -36,16 2,-28!"), wing, 0.9);
  else p.shape(pts("6,-52 -20,-56 -52,-36 -74,-16! -30,-18 0,-26"), wing, 0.9);
  const h = p.at(placed(24, posture === "sleep" ? -66 : -82, posture === "sleep" ? 16 : 0));
  h.shape(ellipse(0, 0, 31, 29, 12), paint);
  const open =
    ["laugh", "shout", "gasp", "cry", "grin"].includes(spec.expression) ||
    spec.expression === "surprised" ||
    spec.expression === "shocked";
  h.shape(pts("24,-6! 40,-2 56,4! 40,8 24,8!"), { tone: 0.3 }, 0.9);
  if (open) h.shape(pts("24,8! 38,12 48,20! 34,20 22,14!"), { tone: 0.5 }, 0.8);
  drawBeastFace(
    h,
    { near: [2, -4], far: [21, -5], eye: 8, mouth: [30, 8], jaw: 6, closed: "none", ink: inkFor(paint) },
    spec.expression === "shout" ? "angry" : open ? "surprised" : spec.expression,
  );
  h.line(pts("-4,-28 -10,-40 -2,-38"), 0.9);
  drawBeastMarks(h, spec.design, spec.expression, 31);
  return {
    face: {
      corners: [h.where([-32, -30]), h.where([56, -30]), h.where([56, 30]), h.where([-32, 30])],
      mouth: h.where([46, 8]),
    },
    keep: [],
  };
}
