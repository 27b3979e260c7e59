// Birds that perch, fly and sleep. Figure space: the ground is y = 0, they look to the right.
import type { Paint } from "../../../manga/drawing.ts";
import type { Pose } from "../../../manga/staging.ts";
import { beastFeeling, drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { postureOf } from "./breeds.ts";
import { coatOf } from "./coats.ts";
import { apply, compose, corner, ellipse, IDENTITY, type Matrix, type Pt, placed, pts } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import type { Pen } from "./pen.ts";
import { drawProp } from "./props.ts";

const inkFor = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");

/** Degrees that a bird on its feet bends down to peck and to look, or stretches up. */
const BENDS: Readonly<Partial<Record<Pose, number>>> = {
  ...{ eat: 36, drink: 36, bow: 30, reach: 24, "look-down": 26, read: 24, crouch: 14, write: 30 },
  ...{ "look-up": -20, point: 10, think: -8, "arms-crossed": -12, "hands-on-hips": -14 },
};

/** How high a hop takes it. */
const hopOf = (pose: Pose): number => (pose === "jump" || pose === "dance" ? 34 : 0);

/** A bird's own space: its body turns over its feet. */
const bodyOf = (pose: Pose): Matrix => compose(placed(0, -12 - hopOf(pose), BENDS[pose] ?? 0), placed(0, 12));

/** Where a bird's head is. */
export function birdHead(pose: Pose): { x: number; y: number } {
  const posture = postureOf(pose);
  if (posture === "run") return { x: 4, y: -146 };
  if (posture === "sleep") return { x: 24, y: -66 };
  const [x, y] = apply(bodyOf(pose), [24, -82]);
  return { x, y };
}

/** Whether a bird on the ground throws up its wings. */
const isExcited = ({ pose, expression }: FigureSpec): boolean =>
  postureOf(pose) !== "sleep" &&
  (["wave", "arms-up", "jump", "fight", "dance", "shrug"].includes(pose) ||
    ["laugh", "shout", "shocked", "terrified", "surprised", "furious"].includes(expression));

/** Where it is both wings. */
const SPREADS: ReadonlySet<Pose> = new Set(["arms-up", "dance", "fight", "jump"]);

/** Degrees that a feeling tilts a bird's head. */
const tiltOf = ({ expression }: FigureSpec): number =>
  ["sad", "cry", "tired", "shy", "worried"].includes(expression)
    ? 12
    : ["thoughtful", "surprised", "smug", "laugh"].includes(expression)
      ? -12
      : 0;

/** Kinds of birds by their names: what they are known by is beak, head and wings. */
type Kind = "small" | "gull" | "crow" | "owl";

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ["gull", /gull|albatross|\bgoose|\bswan|カモメ|かもめ|鴎|鷗|ウミネコ|海猫|白鳥|admiral/i],
  ["crow", /\bcrow|\braven|\bhawk|\beagle|カラス|からす|烏|鴉|鷹|鳶|トンビ/i],
  ["owl", /\bowls?\b|フクロウ|ふくろう|梟|ミミズク/i],
];

const kindOf = ({ name, description }: FigureSpec["design"]): Kind =>
  KINDS.find(([, word]) => word.test(`${name} ${description}`))?.[0] ?? "small";

interface Feathers {
  p: Pen;
  kind: Kind;
  paint: Paint;
  wing: Paint;
}

export function drawBird(pen: Pen, spec: FigureSpec): DrawnFigure {
  const kind = kindOf(spec.design);
  const paint = coatOf(spec.design);
  const posture = postureOf(spec.pose);
  const flying = posture === "run";
  const p = pen.at(flying ? placed(0, -60, -14) : posture === "sleep" ? IDENTITY : bodyOf(spec.pose));
  const wing: Paint =
    paint === "white"
      ? { tone: kind === "gull" ? 0.34 : 0.25 }
      : paint === "black"
        ? { tone: 0.75 }
        : "black";
  const feathers = { p, kind, paint, wing };
  p.shape(
    pts(kind === "gull" ? "-40,-38! -84,-20! -96,-8! -40,-12!" : "-40,-34! -92,-12! -84,-4! -94,4! -40,-14!"),
    paint,
  );
  if (!flying && posture !== "sleep") drawFeet(pen.at(placed(0, -hopOf(spec.pose))), kind);
  if (flying) drawFarWing(feathers);
  else if (SPREADS.has(spec.pose)) drawRaisedWing({ ...feathers, p: p.at(placed(26, -20, 62, 0.9)) });
  const body = posture === "sleep" ? -6 : 0;
  const trunk: Pt[] = [
    [-50, -30],
    [-30, -62 - body],
    [4, -78 - body],
    [40, -62 - body],
    [46, -34],
    [26, -10],
    [-16, -8],
  ];
  p.shape(trunk, paint);
  p.fill(
    pts("20,-50 42,-40 30,-16 4,-12 8,-34"),
    paint === "white" ? { tone: 0.1 } : paint === "black" ? { tone: 0.75 } : "white",
  );
  if (kind === "owl")
    for (const [x, y] of pts("16,-40 28,-36 12,-26 24,-22 34,-28"))
      p.line(
        [
          [x - 4, y - 3],
          [x, y + 2],
          [x + 4, y - 3],
        ],
        0.5,
      );
  if (flying) drawNearWing(feathers);
  else if (isExcited(spec)) drawRaisedWing(feathers);
  else drawFoldedWing(feathers);
  const h = p.at(placed(24, posture === "sleep" ? -66 : -82, posture === "sleep" ? 16 : tiltOf(spec)));
  const mouth = drawBirdHead(h, { ...feathers, p: h }, spec);
  if (spec.holds) drawProp(h.at(placed(mouth[0] + 4, mouth[1] + 8, 0, 0.62)), spec.holds);
  drawBeastMarks(h, spec.design, beastFeeling(spec), 31);
  return {
    face: {
      corners: [h.where([-32, -30]), h.where([56, -30]), h.where([56, 30]), h.where([-32, 30])],
      mouth: h.where([mouth[0], mouth[1]]),
    },
    keep: spec.holds
      ? [[h.where([mouth[0] - 40, mouth[1] - 20]), h.where([mouth[0] + 44, mouth[1] + 40])]]
      : [],
  };
}

function drawFeet(p: Pen, kind: Kind): void {
  for (const x of [-4, 12]) {
    p.line([[x, -10], [x + 2, -2], corner([x + 2, 0]), [x + 14, 1]], 1.1, "none");
    if (kind === "gull")
      p.shape([corner([x - 2, 1]), corner([x + 4, -5]), corner([x + 18, 1])], { tone: 0.3 }, 0.7);
    else
      p.line(
        [
          [x + 2, 0],
          [x - 6, 1],
        ],
        1,
        "none",
      );
  }
}

/** Long wings of a gull end in black; other wings are broad. */
function drawFarWing({ p, kind, wing }: Feathers): void {
  if (kind !== "gull") {
    p.shape(pts("-20,-48! -44,-90 -70,-122! -30,-112 6,-84 16,-52!"), wing, 0.9);
    return;
  }
  p.shape(
    pts("-22,-58! -46,-96 -86,-128 -142,-146! -118,-122! -108,-118 -70,-88 -34,-70 10,-62!"),
    wing,
    0.9,
  );
  p.fill(pts("-142,-146! -104,-134 -92,-118 -108,-118 -118,-122!"), "black");
}

function drawNearWing({ p, kind, wing }: Feathers): void {
  if (kind !== "gull") {
    p.shape(pts("-22,-50! -50,-10 -82,26! -36,16 2,-28!"), wing, 0.9);
    for (const [x, y] of pts("-58,12 -44,8 -30,2"))
      p.stroke(
        [
          [x, y],
          [x + 16, y - 24],
        ],
        "white",
        0.4,
      );
    return;
  }
  p.shape(pts("-24,-52! -54,-22 -96,2 -150,14! -118,26! -104,32 -56,30 -14,6 8,-30!"), wing, 0.9);
  p.fill(pts("-150,14! -110,4 -94,18 -104,32 -118,26!"), "black");
  for (const [x, y] of pts("-76,20 -54,16 -32,4"))
    p.line(
      [
        [x, y + 6],
        [x + 12, y - 12],
      ],
      0.4,
    );
}

function drawRaisedWing({ p, kind, wing }: Feathers): void {
  p.shape(
    pts("8,-44! -12,-78 -44,-100 -84,-106! -66,-84! -74,-76! -50,-58! -54,-48! -22,-24 2,-24!"),
    wing,
    0.9,
  );
  if (kind === "gull") p.fill(pts("-84,-106! -62,-98 -56,-84 -66,-84!"), "black");
}

function drawFoldedWing({ p, kind, wing }: Feathers): void {
  const long = kind === "gull" || kind === "crow";
  p.shape(
    pts(
      long
        ? "6,-54 -20,-60 -56,-42 -104,-14! -60,-12 -24,-18 0,-28"
        : "6,-52 -20,-56 -52,-36 -74,-16! -30,-18 0,-26",
    ),
    wing,
    0.9,
  );
  if (kind === "gull") p.fill(pts("-104,-14! -72,-34 -64,-22 -70,-12"), "black");
  for (const [x, y] of pts("-12,-34 -26,-28 -40,-22"))
    p.stroke(
      [
        [x, y],
        [x - 20, y + 8],
      ],
      wing === "black" ? "white" : "black",
      0.5,
    );
}

/** Draws head, beak and features; gives the place of the beak. */
function drawBirdHead(h: Pen, { kind, paint }: Feathers, spec: FigureSpec): Pt {
  const loud =
    ["laugh", "shout", "gasp", "cry", "grin"].includes(spec.expression) ||
    spec.expression === "surprised" ||
    spec.expression === "shocked" ||
    spec.expression === "terrified";
  const open = loud || spec.speaks === true;
  const expression = spec.expression === "shout" ? "angry" : loud ? "surprised" : spec.expression;
  const felt = beastFeeling({ ...spec, expression, speaks: false });
  const ink = inkFor(paint);
  if (kind === "owl") {
    h.shape(pts("-30,-20! -36,-46! -14,-34 16,-35 36,-48! 34,-18! 40,4 26,26 2,30 -22,26 -36,6"), paint);
    for (const [x, w] of [
      [-9, 17],
      [19, 15],
    ] as const)
      h.shape(ellipse(x, -3, w, 17, 12), "white", 0.7);
    h.shape(pts("0,2! 10,2! 5,16!"), { tone: 0.3 }, 0.8);
    if (open) h.fill(pts("2,14! 8,14! 5,22!"), "black");
    drawBeastFace(
      h,
      { near: [-8, -3], far: [18, -3], eye: 11, mouth: [5, 16], jaw: 6, closed: "none", ink: "black" },
      felt,
    );
    return [5, 12];
  }
  h.shape(ellipse(0, 0, 31, 29, 12), paint);
  if (kind === "gull") {
    h.shape(pts("22,-10! 44,-8 58,-3 63,6! 58,10! 44,8 24,8!"), { tone: 0.16 }, 0.9);
    if (open) h.shape(pts("22,8! 40,14 56,24! 36,22 20,15!"), { tone: 0.3 }, 0.8);
    else h.line(pts("24,7 42,6 56,8"), 0.6, "end");
    h.fill(ellipse(53, 5, 2.6, 2.2, 7), "black");
    drawBeastFace(
      h,
      { near: [-1, -7], far: [19, -8], eye: 6.5, mouth: [30, 8], jaw: 6, closed: "none", ink, fierce: true },
      felt,
    );
    return [48, 8];
  }
  if (kind === "crow") {
    h.shape(pts("20,-12! 44,-9 64,6! 44,10 22,10!"), paint === "black" ? { tone: 0.6 } : "black", 0.9);
    if (open) h.shape(pts("22,10! 40,14 54,22! 34,22 20,16!"), { tone: 0.5 }, 0.8);
    for (const [x, y] of pts("-14,24 -4,27 6,27"))
      h.line(
        [
          [x, y],
          [x + 3, y + 8],
        ],
        0.8,
        "end",
      );
  } else {
    h.shape(pts("24,-6! 40,-2 56,4! 40,8 24,8!"), { tone: 0.3 }, 0.9);
    if (open) h.shape(pts("24,8! 38,12 48,20! 34,20 22,14!"), { tone: 0.5 }, 0.8);
    h.line(pts("-4,-28 -10,-40 -2,-38"), 0.9);
  }
  drawBeastFace(
    h,
    {
      near: [2, -4],
      far: [21, -5],
      eye: kind === "crow" ? 7 : 8,
      mouth: [30, 8],
      jaw: 6,
      closed: "none",
      ink,
    },
    felt,
  );
  return [46, 8];
}
