// Birds that perch, walk, peck, fly, swim and sleep, by each one's build. Figure space: the ground is y = 0, they look to the right.

import type { Paint } from "../../../../../manga/drawing.ts";
import { animalOf, type Design } from "../../camera/design.ts";
import type { Feathered } from "../../closed/animals.ts";
import type { Pose, Prop } from "../../closed/staging.ts";
import type { DrawnFigure, FigureSpec } from "../../figures/figure-job.ts";
import { paintOf } from "../../figures/hair/hair-ink.ts";
import {
  apply,
  compose,
  corner,
  IDENTITY,
  type Matrix,
  mix,
  type Pt,
  placed,
  pts,
  through,
} from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawProp } from "../../things/props.ts";
import type { AnimalMeasures } from "../animal-measures.ts";
import { beastFeeling, drawBeastMarks } from "../beast-face.ts";
import { postureOf } from "../breeds.ts";
import { beyondBeak, inBeak, inMouth } from "../mouth-held.ts";
import { BIRDS, type BirdBuild } from "./bird-builds.ts";
import { drawBirdHead } from "./bird-heads.ts";
import { drawFarWing, drawFoldedWing, drawNearWing, drawRaisedWing } from "./bird-wings.ts";

/** Degrees that a bird on its feet bends down to peck and to look, or stretches up. */
const BENDS: Readonly<Partial<Record<Pose, number>>> = {
  ...{ eat: 36, drink: 36, bow: 30, reach: 24, "look-down": 26, read: 24, crouch: 14, write: 30 },
  ...{ "look-up": -20, point: 10, think: -8, "arms-crossed": -12, "hands-on-hips": -14 },
};

const isFeathered = (animal: string): animal is Feathered => animal in BIRDS;

export function birdOf(design: Design): BirdBuild {
  const animal = animalOf(design);
  return BIRDS[animal && isFeathered(animal) ? animal : "bird"];
}

/** How high a hop takes it. */
const hopOf = (pose: Pose): number => (pose === "jump" || pose === "dance" ? 34 : 0);

/** Lies on the water, its legs below it. */
const swims = (pose: Pose): boolean => pose === "row";

/** A bird's own space: its body turns over its feet. */
function bodyOf({ legs }: BirdBuild, pose: Pose): Matrix {
  if (swims(pose)) return placed(0, 16);
  const posture = postureOf(pose);
  if (posture === "run") return placed(0, -60 - legs * 0.4, -14);
  if (posture === "sleep") return IDENTITY;
  return compose(placed(0, -12 - legs - hopOf(pose), BENDS[pose] ?? 0), placed(0, 12));
}

/** Where the head sits on the body: far ahead in flight, low in sleep, else on its neck. */
function headIn({ neck, ahead, body }: BirdBuild, pose: Pose): Pt {
  const posture = postureOf(pose);
  const out = (body - 1) * 40;
  if (posture === "run") return [24 + out + neck * 0.9, -82 + neck * 0.12];
  if (posture === "sleep") return [24 + out * 0.4, -66 - neck * 0.1];
  const bent = (BENDS[pose] ?? 0) > 12 ? 1.25 : 1;
  return [24 + out + ahead * bent, -82 - neck * (bent > 1 ? 0.7 : 1)];
}

export function birdMeasures(design: Design, pose: Pose, holds: Prop | null = null): AnimalMeasures {
  const build = birdOf(design);
  const [x, y] = apply(bodyOf(build, pose), headIn(build, pose));
  const k = build.size;
  const [behind, ahead] = postureOf(pose) === "run" ? [160, x + 60] : [70 * build.body + 34, x + 64];
  const right = Math.max(ahead, 80, x + (56 + beyondBeak(holds)) * build.head);
  return { x: x * k, y: y * k, crown: 40 * k, left: -behind * k, right: right * k };
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

/** As is told of it, else as its kind is; a bird of no kind as its design has it. */
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
  const ground = pen.at(placed(0, 0, 0, build.size));
  const { paint, wing } = plumageOf(build, spec.design);
  const posture = postureOf(spec.pose);
  const flying = posture === "run" && !swims(spec.pose);
  const p = ground.at(bodyOf(build, spec.pose));
  const feathers = { p, build, paint, wing };
  const long = p.at(placed(0, 0, 0, build.body, 1));
  drawTail(long, build, paint);
  if (flying && build.legs > 40) p.line(pts("-40,-24 -96,-6 -150,6"), 1.6, "end");
  if (!flying && posture !== "sleep" && !swims(spec.pose))
    drawFeet(ground.at(placed(0, -hopOf(spec.pose))), build, spec.pose);
  if (flying) drawFarWing(feathers);
  else if (SPREADS.has(spec.pose)) drawRaisedWing({ ...feathers, p: p.at(placed(26, -20, 62, 0.9)) });
  const head = headIn(build, spec.pose);
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
  if (build.neck > 12 && posture !== "sleep") drawNeck(p, build, paint, head);
  long.shape(trunk, paint);
  drawBreast(long, build, paint);
  if (flying) drawNearWing(feathers);
  else if (isExcited(spec)) drawRaisedWing(feathers);
  else drawFoldedWing({ ...feathers, p: long });
  const h = p.at(
    placed(head[0], head[1], (posture === "sleep" ? 16 : tiltOf(spec)) + (flying ? 12 : 0), build.head),
  );
  const mouth = drawBirdHead(h, build, headPaint(build.bird, paint), spec);
  if (spec.holds) drawProp(h.at((build.beak === "none" ? inMouth : inBeak)(mouth, spec.holds)), spec.holds);
  drawBeastMarks(h, spec.design, beastFeeling(spec), 31);
  if (swims(spec.pose)) drawRipples(ground, build);
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

/** A drake's head is dark; of the rest the head is as the body. */
const headPaint = (bird: Feathered, paint: Paint): Paint =>
  bird === "duck" && typeof paint === "object" ? { tone: 0.74 } : paint;

function drawNeck(p: Pen, { head: size, bird, body }: BirdBuild, paint: Paint, [x, y]: Pt): void {
  const root: Pt = [26 + (body - 1) * 40, -46];
  const w = 26 * size;
  // It leaves the breast ahead, goes back and comes forward again below the head.
  const bend = bird === "chicken" || bird === "duck" ? 0 : 10;
  const m = mix(root, [x, y], 0.5);
  const neck: Pt[] = [
    [root[0] - 34, root[1] - 8],
    [m[0] - w * 0.9 - bend, m[1]],
    [x - w * 0.8, y + 4],
    [x + w * 0.5, y + 10],
    [m[0] + w * 0.7 - bend, m[1] + 6],
    [root[0] + 24, root[1] + 4],
  ];
  p.shape(neck, headPaint(bird, paint));
}

function drawBreast(p: Pen, { bird, beak }: BirdBuild, paint: Paint): void {
  if (bird === "swallow") {
    p.fill(pts("34,-58 46,-40 26,-10 -16,-9 -40,-20 -6,-34 16,-44"), "white");
    return;
  }
  p.fill(
    pts("20,-50 42,-40 30,-16 4,-12 8,-34"),
    paint === "white" ? { tone: 0.1 } : paint === "black" ? { tone: 0.75 } : "white",
  );
  if (beak === "none" || bird === "hawk")
    for (const [x, y] of pts("16,-40 28,-36 12,-26 24,-22 34,-28"))
      p.line(through([x - 4, y - 3], [x, y + 2], [x + 4, y - 3]), 0.5);
}

const TAILS: Readonly<Record<BirdBuild["tail"], readonly Pt[]>> = {
  wedge: pts("-40,-34! -92,-12! -84,-4! -94,4! -40,-14!"),
  gull: pts("-40,-38! -84,-20! -96,-8! -40,-12!"),
  fork: pts("-38,-34! -84,-28 -136,-16! -90,-14! -128,10! -76,-4 -40,-14!"),
  long: pts("-38,-36! -84,-24 -118,-8! -112,4! -76,-4 -40,-14!"),
  curl: pts("-40,-36! -64,-46 -82,-52! -74,-38! -88,-34! -70,-22 -40,-14!"),
  cocked: pts("-34,-44! -50,-76 -84,-100! -82,-82! -102,-84! -92,-66! -104,-56! -80,-36 -40,-18!"),
  stub: pts("-42,-38! -58,-34! -56,-26! -42,-20!"),
};

function drawTail(p: Pen, { tail, bird }: BirdBuild, paint: Paint): void {
  p.shape(TAILS[tail], bird === "crane" && paint === "white" ? "black" : paint, 0.95);
  if (tail === "cocked") {
    p.line(pts("-52,-52 -70,-72 -84,-82"), 0.5);
    p.line(pts("-52,-40 -74,-52 -90,-58"), 0.5);
  }
}

function drawFeet(p: Pen, { feet, legs, body }: BirdBuild, pose: Pose): void {
  const stride = pose === "walk" ? 12 : 0;
  for (const [x, step] of through([-4, -stride], [12, stride])) {
    const root: Pt = [x * body, -10 - legs];
    const foot: Pt = [x * body + 2 + step, 0];
    p.line([root, mix(root, foot, 0.6), corner(foot), [foot[0] + 12, 1]], legs > 40 ? 1.5 : 1.2, "none");
    if (feet === "web")
      p.shape(
        [corner([foot[0] - 4, 1]), corner([foot[0] + 2, -5]), corner([foot[0] + 16, 1])],
        { tone: 0.3 },
        0.7,
      );
    else p.line(through([foot[0], 0], [foot[0] - 8, 1]), 1, "none");
  }
}

/** The water about a bird that swims. */
function drawRipples(p: Pen, { body }: BirdBuild): void {
  for (const [y, w] of through([4, 86], [14, 116], [24, 70]))
    p.line(
      through([-w * body, y], [-w * 0.3 * body, y + 4], [w * 0.3 * body, y - 1], [w * body, y + 3]),
      0.8,
    );
}
