// Robots, ghosts and creatures: robots and creatures move on the human skeleton, ghosts float.
import type { Paint } from "../../../manga/drawing.ts";
import { drawBeastFace, drawBeastMarks } from "./beast-face.ts";
import { corner, ellipse, mix, type Pt, placed, pts, sharp } from "./curves.ts";
import type { DrawnFigure, FigureSpec } from "./figure-job.ts";
import { paintOf } from "./hair-ink.ts";
import { drawHand } from "./hands.ts";
import { limbOutline } from "./limbs.ts";
import type { Pen } from "./pen.ts";
import { drawProp } from "./props.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { posed } from "./stances.ts";
import { torsoOf } from "./torso.ts";

interface Frame {
  body: Skeleton;
  drawn: DrawnFigure;
  spec: FigureSpec;
}

function frameOf(spec: FigureSpec): Frame {
  return {
    body: skeletonOf(spec.design, posed(spec), spec.view),
    drawn: { face: null, keep: [] },
    spec,
  };
}

function hold(pen: Pen, { body, drawn, spec }: Frame, grip: Pt): void {
  if (!spec.holds) return;
  drawProp(pen.at(placed(grip[0], grip[1], 0, body.measures.hand / 60)), spec.holds);
  drawn.keep.push([pen.where([grip[0] - 60, grip[1] - 60]), pen.where([grip[0] + 60, grip[1] + 60])]);
}

export function drawRobot(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const pose = posed(spec);
  const shell = paintOf(spec.design.clothes.topFill);
  const dark: Paint = shell === "black" ? { tone: 0.4 } : { tone: 0.55 };
  const part = (a: Pt, b: Pt, w: number, paint: Paint) => {
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const l = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [(-dy / l) * w, (dx / l) * w];
    const p = mix(a, b, 0.12);
    const q = mix(a, b, 0.9);
    pen.shape(
      [
        corner([p[0] + nx, p[1] + ny]),
        [q[0] + nx * 1.15, q[1] + ny * 1.15],
        corner([q[0] + nx, q[1] + ny]),
        corner([q[0] - nx, q[1] - ny]),
        [q[0] - nx * 1.15, q[1] - ny * 1.15],
        corner([p[0] - nx, p[1] - ny]),
      ],
      paint,
    );
  };
  const joint = ([x, y]: Pt, r: number) => pen.shape(ellipse(x, y, r, r, 9), dark, 0.8);
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    part(shoulder.p, elbow.p, 15, dark);
    part(elbow.p, wrist.p, 21, shell);
    joint(shoulder.p, 22);
    joint(elbow.p, 14);
    const holding = (pose.acting === "far" ? "far" : "near") === side;
    if (holding) hold(pen, frame, mix(elbow.p, wrist.p, 1.2));
    drawHand(pen, {
      wrist: wrist.p,
      elbow: elbow.p,
      length: body.measures.hand,
      shape: side === "near" ? pose.nearHand : pose.farHand,
      thumb: 1,
    });
  };
  arm("far");
  for (const leg of [body.legs.far, body.legs.near]) {
    part(leg.hip.p, leg.knee.p, 20, dark);
    part(leg.knee.p, leg.ankle.p, 26, shell);
    joint(leg.knee.p, 17);
    const [x, y] = leg.ankle.p;
    pen.shape(
      [
        [x - 24, y - 8],
        [x + 16, y - 10],
        [x + 40, y + 8],
        corner([x + 40, y + 17]),
        corner([x - 26, y + 17]),
      ],
      dark,
    );
  }
  const torso = torsoOf(body);
  const at = torso.at;
  pen.shape(sharp([at(-0.6, 0.72), at(0.6, 0.72), at(1.1, 1.06), at(-1.1, 1.06)]), dark);
  pen.shape(
    [
      corner(at(-1.15, 0)),
      corner(at(1.15, 0)),
      at(1.25, 0.3),
      corner(at(0.95, 0.76)),
      corner(at(-0.95, 0.76)),
      at(-1.25, 0.3),
    ],
    shell,
  );
  const c = torso.middle > 1 ? 0 : torso.middle;
  pen.shape(
    sharp([at(c - 0.4, 0.16), at(c + 0.4, 0.16), at(c + 0.36, 0.42), at(c - 0.36, 0.42)]),
    "white",
    0.8,
  );
  for (const u of [-0.2, 0, 0.2])
    pen.fill(ellipse(...xy(at(c + u, 0.29)), 6, 6, 7), u === 0 ? "black" : { tone: 0.4 });
  pen.line([at(c - 0.5, 0.58), at(c + 0.5, 0.58)], 0.8, "none");
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 6, body.headTilt, 1.15));
  p.shape(sharp(pts("-12,34 12,34 12,54 -12,54")), dark, 0.8);
  p.shape(pts("-44,-34 -34,-44 36,-44 46,-34 44,30 34,40 -32,40 -42,30"), shell);
  p.line(pts("2,-44 4,-66"), 1.2, "none");
  p.shape(ellipse(4, -70, 7, 7, 9), "black", 0.8);
  p.shape(ellipse(-40, 0, 9, 15, 10), dark, 0.9);
  if (spec.view !== "back") {
    const visor = pts("-26,-22 38,-22 42,-14 40,12 34,18 -24,18 -30,10 -30,-14");
    p.shape(visor, "black", 0.8);
    drawBeastFace(
      p,
      { near: [-8, -3], far: [24, -3], eye: 11, mouth: [8, 28], jaw: 12, closed: "line", ink: "white" },
      spec.expression === "asleep" ? "asleep" : spec.expression,
    );
    p.line(pts("-4,29 22,29"), 0.9, "none");
    drawBeastMarks(p, spec.design, spec.expression, 44);
    drawn.face = {
      corners: [p.where([-44, -44]), p.where([46, -44]), p.where([46, 40]), p.where([-44, 40])],
      mouth: p.where([10, 28]),
    };
  }
  arm("near");
  return drawn;
}

const xy = ([x, y]: Pt): [number, number] => [x, y];

export function drawGhost(pen: Pen, spec: FigureSpec): DrawnFigure {
  const drawn: DrawnFigure = { face: null, keep: [] };
  const lean = spec.pose === "run" || spec.pose === "fall" || spec.pose === "reach" ? 16 : 0;
  const p = pen.at(placed(0, -70, lean));
  p.shape(
    pts(
      "0,-350 52,-330 84,-270 96,-190 106,-90 90,-10 104,44! 72,22 50,52! 22,26 -8,58! -30,24 -64,46! -66,4 -98,8! -84,-80 -92,-190 -80,-280 -48,-334",
    ),
    "white",
  );
  p.fill(pts("-78,-260 -60,-200 -58,-80 -62,0 -84,0 -80,-90 -90,-190"), { tone: 0.18 });
  const up = ["arms-up", "wave", "jump", "dance", "shrug", "fight"].includes(spec.pose);
  for (const [x, s] of [
    [-40, -0.2],
    [70, 1],
  ] as const) {
    const y = up ? -64 : -20;
    p.shape(
      [
        corner([x - 14, -176]),
        [x + 20 * s, -190 + y * 0.3],
        [x + 56 * s, -176 + y],
        [x + 62 * s, -150 + y],
        [x + 48 * s, -144 + y * 0.8],
        [x + 12 * s, -134],
        corner([x - 8, -130]),
      ],
      "white",
      0.9,
    );
  }
  if (spec.holds) drawProp(p.at(placed(128, -180, 0, 1)), spec.holds);
  const h = p.at(placed(6, -262, 0, 1.5));
  if (spec.view !== "back") {
    for (const [x, w] of [
      [-16, 9],
      [22, 7],
    ] as const)
      h.fill(ellipse(x, -2, w, 13, 10), "black");
    drawBeastFace(
      h,
      { near: [-16, -2], far: [22, -2], eye: 10, mouth: [4, 22], jaw: 10, closed: "line", ink: "black" },
      spec.expression,
    );
    for (const x of [-30, 34])
      h.line(
        [
          [x - 3, 18],
          [x + 3, 14],
        ],
        0.5,
      );
    drawBeastMarks(h, spec.design, spec.expression, 44);
    drawn.face = {
      corners: [h.where([-46, -50]), h.where([48, -50]), h.where([48, 42]), h.where([-46, 42])],
      mouth: h.where([4, 24]),
    };
  }
  return drawn;
}

export function drawCreature(pen: Pen, spec: FigureSpec): DrawnFigure {
  const frame = frameOf(spec);
  const { body, drawn } = frame;
  const pose = posed(spec);
  const coat = spec.design.hair.fill === "white" ? { tone: 0.2 } : paintOf(spec.design.hair.fill);
  const arm = (side: "near" | "far") => {
    const { shoulder, elbow, wrist } = body.arms[side];
    if ((pose.acting === "far" ? "far" : "near") === side) hold(pen, frame, mix(elbow.p, wrist.p, 1.25));
    pen.shape(shaggy(limbOutline(shoulder.p, elbow.p, wrist.p, [36, 30, 26])), coat);
    const end = mix(elbow.p, wrist.p, 1.2);
    pen.shape(ellipse(end[0], end[1], 27, 25, 10), coat);
    for (const dx of [-14, 0, 14])
      pen.shape(
        [
          corner([end[0] + dx - 6, end[1] + 16]),
          corner([end[0] + dx + 6, end[1] + 16]),
          corner([end[0] + dx + 1, end[1] + 36]),
        ],
        "white",
        0.7,
      );
  };
  arm("far");
  for (const leg of [body.legs.far, body.legs.near]) {
    pen.shape(shaggy(limbOutline(leg.hip.p, leg.knee.p, leg.ankle.p, [50, 40, 32])), coat);
    const [x, y] = leg.ankle.p;
    pen.shape(
      [
        [x - 30, y - 10],
        [x + 20, y - 14],
        [x + 48, y + 6],
        corner([x + 50, y + 17]),
        corner([x - 32, y + 17]),
      ],
      coat,
    );
    for (const dx of [16, 32, 46])
      pen.fill(
        [corner([x + dx - 8, y + 17]), corner([x + dx, y + 4]), corner([x + dx + 6, y + 17])],
        "white",
      );
  }
  const torso = torsoOf(body);
  const at = torso.at;
  pen.shape(
    shaggy([
      at(-1, -0.08),
      at(1, -0.08),
      at(1.5, 0.3),
      at(1.5, 0.8),
      at(1.1, 1.14),
      at(-1.1, 1.14),
      at(-1.5, 0.8),
      at(-1.5, 0.3),
    ]),
    coat,
  );
  const c = torso.middle > 1 ? 0 : torso.middle * 0.7;
  if (torso.middle < 1)
    pen.fill([at(c - 0.5, 0.3), at(c + 0.5, 0.3), at(c + 0.7, 0.7), at(c, 1), at(c - 0.7, 0.7)], "white");
  const [hx, hy] = body.head;
  const p = pen.at(placed(hx, hy + 10, body.headTilt * 0.7, 1.35));
  for (const [x, s] of [
    [-26, -1],
    [28, 1],
  ] as const)
    p.shape(
      [
        corner([x - 9, -34]),
        [x + s * 14, -54],
        corner([x + s * 12, -84]),
        [x + s * 26, -58],
        corner([x + s * 10 + 4, -26]),
      ],
      "white",
    );
  p.shape(shaggy(pts("-52,6 -44,-30 -12,-48 22,-48 48,-28 54,8 42,38 4,50 -38,38")), coat);
  if (spec.view !== "back") {
    p.shape(pts("-26,10 6,4 42,10 44,32 10,44 -24,34"), "white", 0.8);
    drawBeastFace(
      p,
      { near: [-14, -10], far: [28, -10], eye: 11, mouth: [10, 22], jaw: 20, closed: "line", ink: "black" },
      spec.expression,
    );
    for (const x of [-4, 24])
      p.shape([corner([x - 5, 22]), corner([x + 5, 22]), corner([x, 36])], "white", 0.7);
    p.fill(ellipse(12, 9, 8, 5, 8), "black");
    drawBeastMarks(p, spec.design, spec.expression, 50);
    drawn.face = {
      corners: [p.where([-52, -48]), p.where([54, -48]), p.where([54, 50]), p.where([-52, 50])],
      mouth: p.where([10, 24]),
    };
  }
  arm("near");
  return drawn;
}

/** The same outline with tufts of fur along it. */
function shaggy(points: readonly Pt[]): Pt[] {
  return points.flatMap((p, i): Pt[] => {
    const next = points[(i + 1) % points.length] ?? p;
    const m = mix(p, next, 0.55);
    const length = Math.hypot(next[0] - p[0], next[1] - p[1]);
    if (length < 26) return [p];
    const [nx, ny] = [(next[1] - p[1]) / length, -(next[0] - p[0]) / length];
    return [p, corner([m[0] + nx * 6, m[1] + ny * 6]), corner(mix(p, next, 0.62))];
  });
}
