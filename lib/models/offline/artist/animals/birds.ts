// Birds that perch, walk, peck, fly, swim and sleep, by build. Figure space: the ground is y = 0, birds face right.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Design } from "../camera/design.ts";
import type { Feathered } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { listed } from "../closed/listed.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import { inkOn } from "../figures/clothes/garments.ts";
import type { DrawnFigure, FigureSpec } from "../figures/figure-job.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import {
  apply,
  boxed,
  compose,
  IDENTITY,
  lerp,
  type Matrix,
  mix,
  type Pt,
  placed,
  pts,
  through,
} from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import {
  beastFeeling,
  beyondBeak,
  drawBeastFace,
  drawBeastMarks,
  drawnAt,
  inBeak,
  inMouth,
} from "./beast-face.ts";
import { type AnimalMeasures, BEAST_POSES, coatWord, does, drawnAmong } from "./beast-poses.ts";

type BirdBuild = Record<"size" | "metres" | "body" | "neck" | "ahead" | "head" | "legs" | "eye", number> &
  Record<"near" | "far" | "mouth", Pt> & {
    bird: Feathered;
    feet: "toes" | "web";
    beak: "cone" | "gull" | "long" | "hook" | "bill" | "none" | "dagger";
    tail: "wedge" | "gull" | "fork" | "cocked" | "curl" | "stub" | "long";
    wing: "broad" | "long" | "pointed";
    coat: Fill;
    wings: Fill;
    fierce?: true;
  };

export const BIRDS: Readonly<Record<Feathered, BirdBuild>> = measuresOf("birds");

const featheredOf = drawnAmong(BIRDS);
const birdOf = (design: Design): BirdBuild => BIRDS[featheredOf(design) ?? "bird"];

/** Height of a hop. */
const hopOf = (pose: Pose): number => (pose === "jump" || pose === "dance" ? 34 : 0);

/** Whether the bird floats on water, with its legs below the surface. */
const swims = (pose: Pose): boolean => pose === "row";

/** The bird's own space: its body rotates above its feet. */
function bodyOf({ legs }: BirdBuild, pose: Pose): Matrix {
  if (swims(pose)) return placed(0, 16);
  const { posture } = BEAST_POSES[pose];
  if (posture === "run") return placed(0, -60 - legs * 0.4, -14);
  if (posture === "sleep") return IDENTITY;
  return compose(placed(0, -12 - legs - hopOf(pose), BEAST_POSES[pose].bends), placed(0, 12));
}

/** Position of the head on the body: far ahead in flight, low in sleep, else on the neck. */
function headIn({ neck, ahead, body }: BirdBuild, pose: Pose): Pt {
  const { posture } = BEAST_POSES[pose];
  const out = (body - 1) * 40;
  if (posture === "run") return [24 + out + neck * 0.9, -82 + neck * 0.12];
  if (posture === "sleep") return [24 + out * 0.4, -66 - neck * 0.1];
  const bent = BEAST_POSES[pose].bends > 12 ? 1.25 : 1;
  return [24 + out + ahead * bent, -82 - neck * (bent > 1 ? 0.7 : 1)];
}

export function birdMeasures(design: Design, pose: Pose, holds: Prop | null = null): AnimalMeasures {
  const build = birdOf(design);
  const [x, y] = apply(bodyOf(build, pose), headIn(build, pose));
  const k = build.size;
  const [behind, ahead] =
    BEAST_POSES[pose].posture === "run" ? [160, x + 60] : [70 * build.body + 34, x + 64];
  const right = Math.max(ahead, 80, x + (56 + beyondBeak(holds)) * build.head);
  return { x: x * k, y: y * k, crown: 40 * k, left: -behind * k, right: right * k };
}

/** Whether a bird on the ground raises its wings. */
const isExcited = ({ pose, expression }: FigureSpec): boolean =>
  BEAST_POSES[pose].posture !== "sleep" &&
  (["wave", "arms-up", "jump", "fight", "dance", "shrug"].includes(pose) ||
    ["laugh", "shout", "shocked", "terrified", "surprised", "furious"].includes(expression));

/** Tilt of a bird's head in degrees, by expression. */
const tiltOf = ({ expression }: FigureSpec): number =>
  ["sad", "cry", "tired", "shy", "worried"].includes(expression)
    ? 12
    : ["thoughtful", "surprised", "smug", "laugh"].includes(expression)
      ? -12
      : 0;

/** The told plumage, else that of the species; without a species, the design's. */
function plumageOf(build: BirdBuild, design: Design): { paint: Paint; wing: Paint } {
  const fill = design.told?.coat ?? (build.bird === "bird" ? design.hair.fill : build.coat);
  const paint = paintOf(fill);
  if (fill === "black") return { paint, wing: { tone: 0.75 } };
  if (fill === build.coat)
    return {
      paint,
      wing: build.wings === "black" ? "black" : paintOf(build.wings === "white" ? "light" : build.wings),
    };
  return { paint, wing: fill === "white" ? { tone: 0.25 } : "black" };
}

export function drawBird(pen: Pen, spec: FigureSpec): DrawnFigure {
  const build = birdOf(spec.design);
  const { bird, mouth } = build;
  const ground = pen.at(placed(0, 0, 0, build.size));
  const { paint, wing } = plumageOf(build, spec.design);
  const { posture } = BEAST_POSES[spec.pose];
  const flying = posture === "run" && !swims(spec.pose);
  const p = ground.at(bodyOf(build, spec.pose));
  const long = p.at(placed(0, 0, 0, build.body, 1));
  const draw = (at: Pen, part: string) =>
    drawPart(at, `birds/${part}`, {
      paints: { coat: paint, wing, tail: bird === "crane" && paint === "white" ? "black" : paint },
      is: [
        ...[bird, coatWord(paint), wing === "black" ? "black-wing" : "pale-wing"],
        posture === "sleep" ? "asleep" : "awake",
        build.beak === "none" || bird === "hawk" ? "speckled" : bird === "swallow" ? "bibbed" : "plain",
      ],
    });
  // Spread wings are as large as the body, and attached to its back.
  const spread = p.at(placed(0, -42, 0, 1.24 * build.body)).at(placed(0, 42));
  draw(long, `tail-${build.tail}`);
  if (flying && build.legs > 40) p.line(pts("-40,-24 -96,-6 -150,6"), 1.6, "end");
  if (!flying && posture !== "sleep" && !swims(spec.pose))
    drawFeet(ground.at(placed(0, -hopOf(spec.pose))), build, spec.pose);
  if (flying) draw(spread, `far-wing-${build.wing}`);
  else if (does(spec.pose, "spreads")) draw(p.at(placed(26, -20, 62, 0.9)), "raised-wing");
  const head = headIn(build, spec.pose);
  if (build.neck > 12 && posture !== "sleep") drawNeck(p, build, paint, head);
  draw(long, "trunk");
  draw(long, "breast");
  if (flying) draw(spread, `near-wing-${build.wing}`);
  else if (isExcited(spec)) draw(p, "raised-wing");
  else draw(long, `folded-wing-${build.wing !== "broad" || build.tail === "long" ? "long" : "broad"}`);
  const h = p.at(
    placed(head[0], head[1], (posture === "sleep" ? 16 : tiltOf(spec)) + (flying ? 12 : 0), build.head),
  );
  drawBirdHead(h, build, headPaint(bird, paint), spec);
  if (spec.holds) drawProp(h.at((build.beak === "none" ? inMouth : inBeak)(mouth, spec.holds)), spec.holds);
  drawBeastMarks(h, spec.design, beastFeeling(spec), 31);
  if (swims(spec.pose)) drawPart(ground.at(placed(0, 0, 0, build.body, 1)), "birds/ripples");
  const [x, y] = mouth;
  return drawnAt(
    h,
    boxed([-32, -30], [56, 30]),
    mouth,
    spec.holds && through([x - 40, y - 20], [x + 44, y + 40]),
  );
}

/** A drake's head is dark; other heads match the body. */
const headPaint = (bird: Feathered, paint: Paint): Paint =>
  bird === "duck" && typeof paint === "object" ? { tone: 0.74 } : paint;

function drawNeck(p: Pen, { head: size, bird, body }: BirdBuild, paint: Paint, [x, y]: Pt): void {
  const root: Pt = [26 + (body - 1) * 40, -46];
  const w = 26 * size;
  // An S-curve: from the breast forwards, back, and forwards again below the head.
  const bend = bird === "chicken" || bird === "duck" ? 0 : 10;
  const m = mix(root, [x, y], 0.5);
  /** Maps y near 0 to the root in units, y near 1000 to the middle in half widths, and y near 2000 to the head. */
  const neck = ([u, v]: Pt): Pt => {
    if (v < 500) return [root[0] + u, root[1] + v];
    return v < 1500 ? [m[0] + w * (u / 100) - bend, m[1] + v - 1000] : [x + w * (u / 100), y + v - 2000];
  };
  drawPart(p, "birds/neck", { paints: { coat: headPaint(bird, paint) }, frames: { neck } });
}

function drawFeet(p: Pen, { feet, legs, body }: BirdBuild, pose: Pose): void {
  const stride = pose === "walk" ? 12 : 0;
  for (const [at, step] of through([-4, -stride], [12, stride])) {
    const [from, high, to] = [at * body, -10 - legs, at * body + 2 + step];
    /** Maps y up to 100 along the leg, and y from 200 on to the ground. */
    const leg = ([u, v]: Pt): Pt =>
      v < 150 ? [lerp(from, to, v / 100) + u, lerp(high, 0, v / 100)] : [to + u, v - 200];
    drawPart(p, "birds/foot", { is: [feet, legs > 40 ? "long" : "short"], frames: { leg } });
  }
}

const LOUD: ReadonlySet<Expression> = new Set(listed("laugh shout cry grin surprised shocked terrified"));

/** The look of a bird's expression: a beak cannot smile, so a loud expression opens it, and the eyes show the rest. */
const felt = (spec: FigureSpec) => {
  const { expression } = spec;
  const said = expression === "shout" ? "angry" : LOUD.has(expression) ? "surprised" : expression;
  return beastFeeling({ ...spec, expression: said, speaks: false });
};

/** Draws head, beak and features. */
function drawBirdHead(h: Pen, build: BirdBuild, paint: Paint, spec: FigureSpec): void {
  const open = LOUD.has(spec.expression) || spec.speaks === true;
  drawPart(h, `bird-heads/${build.bird}`, {
    paints: { coat: paint },
    is: [coatWord(paint), open ? "open" : "shut"],
  });
  const { near, far, eye, fierce } = build;
  const flat = build.beak === "none";
  // An owl's eyes are on white discs.
  const ink = flat ? "black" : inkOn(paint);
  const mouth: Pt = flat ? [5, 16] : [30, 8];
  const face = { near, far, eye, mouth, jaw: 6, closed: "none", ink, ...(fierce && { fierce }) } as const;
  drawBeastFace(h, face, felt(spec));
}
