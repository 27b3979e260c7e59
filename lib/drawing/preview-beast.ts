// An animal in a rough: on its legs or wings, at its size relative to a person; in close shots its head and chest. Ghosts and creatures are
// a shape with a face.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Shot } from "../manga/staging.ts";
import type { Figure } from "../manga/storyboard.ts";
import { type Outline, outlineOf } from "./layout/bodies.ts";
import { isWide, paintDirections, type RoughPanel, roughHead } from "./preview-figure.ts";
import type { BeastKind } from "./preview-kinds.ts";

/** Height of a beast in heads of a person, and its ground as a share of the panel's height. */
const TALL = 3.2;
const GROUND = 0.86;
/** The same for shots that cut people off below: an animal stands at their knees, with its head at most at their chest. */
const [NEAR_GROUND, BESIDE_PEOPLE] = [0.97, 0.5];
/** Share of the panel's height for a dog that is alone in it. */
const ALONE: Partial<Record<Shot, number>> = { bust: 0.8, half: 0.62 };

/** Sizes relative to a dog. */
const SIZE: Readonly<Record<BeastKind, number>> = { dog: 1, cat: 0.8, bird: 0.6, ghost: 1.2, creature: 1 };

const RUNNING: ReadonlySet<Outline> = new Set(["run", "jump", "fall", "fight", "throw", "dance", "climb"]);
const LYING: ReadonlySet<Outline> = new Set(["lie", "sleep"]);
const SITTING: ReadonlySet<Outline> = new Set(["sit", "kneel", "crouch", "think", "read", "eat", "drink"]);

/** Figure space: its head is one unit high, and it looks to the right. */
interface Sketch {
  ctx: SKRSContext2D;
  kind: BeastKind;
  figure: Figure;
}

export function paintRoughBeast(
  ctx: SKRSContext2D,
  figure: Figure,
  { kind, peopled, ...panel }: RoughPanel & { kind: BeastKind; peopled: boolean },
): void {
  const { box, shot } = panel;
  const head = roughHead(figure, panel);
  const alone = ALONE[shot];
  const ofFace = !isWide(shot) && (alone === undefined || kind === "ghost");
  const own = (head.size * TALL * SIZE[kind]) / 3;
  const unit = ofFace
    ? head.size
    : isWide(shot) || alone === undefined
      ? own
      : peopled
        ? own * BESIDE_PEOPLE
        : Math.min((box.height * alone * SIZE[kind]) / TALL, box.width * 0.24);
  ctx.save();
  ctx.translate(head.x, ofFace ? head.y : box.y + box.height * (isWide(shot) ? GROUND : NEAR_GROUND));
  ctx.scale(figure.facing === "right" ? unit : -unit, unit);
  ctx.strokeStyle = "#666666";
  ctx.fillStyle = "#f4f4f4";
  ctx.lineWidth = Math.min(9, Math.max(4, head.size * 0.05)) / unit;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  const sketch = { ctx, kind, figure };
  if (ofFace) paintNear(sketch);
  else if (kind === "bird") paintBird(sketch);
  else if (kind === "cat" || kind === "dog") paintOnFourLegs(sketch);
  else paintSpirit(sketch);
  ctx.restore();
}

/** Head and chest, down to below the panel. */
function paintNear(sketch: Sketch): void {
  const { ctx, kind } = sketch;
  shape(ctx, "M-0.3 0.2C-0.75 0.7 -0.85 1.6 -0.8 4H0.8C0.85 1.6 0.75 0.7 0.3 0.2Z");
  if (kind === "bird") strokes(ctx, "M-0.72 1L-0.3 1.9L-0.45 2.8M0.72 1L0.3 1.9L0.45 2.8");
  if (kind === "cat" || kind === "dog") strokes(ctx, "M-0.3 1.5L-0.26 4M0.3 1.5L0.26 4");
  paintHead(sketch, { x: 0, y: 0 });
}

function paintOnFourLegs(sketch: Sketch): void {
  const { ctx, figure } = sketch;
  if (LYING.has(outlineOf(figure))) {
    strokes(ctx, "M-1.3 -0.2L-1.9 -0.1L-2 -0.5");
    ellipse(ctx, { x: -0.2, y: -0.55, rx: 1.4, ry: 0.55 });
    strokes(ctx, "M0.5 -0.1H1.5M-0.9 -0.1H-0.2");
    paintHead(sketch, { x: 1.25, y: -0.7 });
  } else if (SITTING.has(outlineOf(figure))) {
    strokes(ctx, "M-0.8 -0.2L-1.5 -0.1L-1.8 -0.5");
    ellipse(ctx, { x: -0.1, y: -1, rx: 0.75, ry: 1.1, turn: 0.2 });
    strokes(ctx, "M0.35 -1.3L0.4 0H0.65M-0.2 -0.6L-0.3 0H0.1");
    paintHead(sketch, { x: 0.45, y: -2.3 });
  } else {
    const runs = RUNNING.has(outlineOf(figure));
    strokes(ctx, runs ? "M-1.2 -1.6L-2.1 -2" : "M-1.2 -1.7L-1.8 -1.9L-2 -2.6");
    strokes(
      ctx,
      runs
        ? "M-0.95 -1.2L-1.5 -0.7L-2.1 -0.4M-0.7 -1.2L-1.2 -0.5L-1.7 -0.1M0.7 -1.2L1.3 -0.8L1.7 -0.2M0.95 -1.2L1.7 -1L2.2 -0.6"
        : "M-1.05 -1.2L-1.1 -0.6L-1.15 0M-0.75 -1.2L-0.7 -0.6L-0.8 0M0.75 -1.2L0.8 -0.6L0.72 0M1 -1.2L1.08 -0.6L1.05 0",
    );
    ellipse(ctx, { x: 0, y: -1.45, rx: 1.3, ry: 0.52, turn: runs ? -0.08 : 0 });
    paintHead(sketch, { x: 1.4, y: -2.2 });
  }
}

function paintBird(sketch: Sketch): void {
  const { ctx, figure } = sketch;
  const flies = RUNNING.has(outlineOf(figure)) || outlineOf(figure) === "arms-up";
  ctx.translate(0, flies ? -1.4 : LYING.has(outlineOf(figure)) ? 0.4 : 0);
  if (!flies && !LYING.has(outlineOf(figure))) strokes(ctx, "M-0.1 -0.6V0H0.25M0.3 -0.6V0H0.65");
  shape(ctx, "M-0.9 -1.1L-2 -0.7L-1.9 -0.4L-0.8 -0.7Z");
  ellipse(ctx, { x: 0, y: -1.1, rx: 1.15, ry: 0.65, turn: -0.3 });
  if (flies) shape(ctx, "M0.3 -1.4Q0 -3 -1.2 -3.6Q-1 -2.2 -0.6 -1.2Z");
  else strokes(ctx, "M0.4 -1.2L-0.3 -0.75L-1 -0.8");
  paintHead(sketch, { x: 0.95, y: -1.9 });
}

function paintSpirit({ ctx, figure }: Sketch): void {
  shape(
    ctx,
    "M-0.9 0C-1.1 -1.4 -0.8 -2.9 0 -3C0.8 -2.9 1.1 -1.4 0.9 0Q0.6 -0.35 0.3 0Q0 -0.35 -0.3 0Q-0.6 -0.35 -0.9 0Z",
  );
  paintDirections(ctx, figure, { y: -2.1, rx: 0.6, ry: 0.55 });
}

/** Ears, muzzle and beak show the kind, the cross shows the gaze. */
function paintHead({ ctx, kind, figure }: Sketch, { x, y }: { x: number; y: number }): void {
  const aside = { back: 0, front: 0, "three-quarter": 0.22, profile: 0.42 }[figure.view];
  ctx.save();
  ctx.translate(x, y);
  if (kind === "cat") shape(ctx, "M-0.42 -0.1L-0.44 -0.78L-0.06 -0.42ZM0.42 -0.1L0.44 -0.78L0.06 -0.42Z");
  ellipse(ctx, { x: 0, y: 0, rx: 0.48, ry: 0.46 });
  if (figure.view !== "back") {
    paintDirections(ctx, figure, { y: 0, rx: 0.48, ry: 0.46 });
    if (kind === "bird") shape(ctx, `M${aside - 0.12} 0L${aside * 2 + 0.05} 0.2L${aside - 0.12} 0.26Z`);
    if (kind === "cat") ellipse(ctx, { x: aside, y: 0.2, rx: 0.2, ry: 0.15 });
    if (kind === "dog") ellipse(ctx, { x: aside * 1.2, y: 0.18, rx: 0.26, ry: 0.2 });
  }
  if (kind === "dog")
    for (const side of [-1, 1])
      ellipse(ctx, { x: side * 0.46 - aside * 0.3, y: 0.02, rx: 0.14, ry: 0.36, turn: side * -0.25 });
  ctx.restore();
}

interface Ellipse {
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** Angle in radians. */
  turn?: number;
}

function ellipse(ctx: SKRSContext2D, { x, y, rx, ry, turn = 0 }: Ellipse): void {
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}

function shape(ctx: SKRSContext2D, d: string): void {
  const path = new Path2D(d);
  ctx.fill(path);
  ctx.stroke(path);
}

function strokes(ctx: SKRSContext2D, d: string): void {
  ctx.stroke(new Path2D(d));
}
