// Prints that hands leave: on a wall, or, where it is told, on the sole of a shoe that is looked at from below.
import type { Picture } from "../closed/storyboard.ts";
import { type Pt, placed, pts } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";

/** Whether what is printed lies under a shoe, which no wall shows. */
export const isOnSole = ({ told }: Pick<Picture, "told">): boolean => told.things.onSole === true;

/** The things that stand or hang in a picture: a print under a shoe is in none that shows the shoe from above. */
export const setIn = (picture: Pick<Picture, "told" | "props">): Picture["props"] =>
  isOnSole(picture) ? picture.props.filter((prop) => prop !== "handprint") : picture.props;

const OUTLINE = pts(
  "-6,-150 22,-146 44,-124 54,-86 52,-44 40,-4 38,36 46,74 46,112 32,140 8,152 -18,150 -38,134 -46,106 -42,68 -40,30 -50,-10 -58,-54 -54,-100 -36,-136",
);

/** The sole of a shoe from its toe, which is up, to its heel: treads, an arch, a heel of its own. It is 300 long, its middle is at 0, 0. */
export function drawSole(paper: Pen): void {
  const p = paper.of(MATERIALS.slate);
  const rim = OUTLINE.map(([x, y]): Pt => [x * 1.09, y * 1.045]);
  p.shape(rim, "black", 1.1);
  p.stroke(
    rim.map(([x, y]): Pt => [x * 0.975, y * 0.985]),
    "white",
    0.5,
    true,
  );
  p.shape(OUTLINE, { tone: 0.22 }, 0.8);
  p.inside(OUTLINE, (q) => {
    for (let y = -138; y < 8; y += 13) tread(q, y);
    for (let y = 74; y < 150; y += 13) tread(q, y);
    // The arch does not touch the ground: it is smooth, and lies in the shade.
    q.fill(pts("-70,4! 0,16 70,4! 70,66! 0,54 -70,66!"), { tone: 0.5 });
    q.line(pts("-60,5 0,17 60,5"), 0.9, "none");
    q.line(pts("-60,65 0,53 60,65"), 1.1, "none");
    q.fill(pts("26,-160! 70,-160! 70,160! 20,160! 34,60 24,0 40,-80"), { veil: 0.24 });
  });
}

/** A bar of the tread, in a zigzag from edge to edge. */
function tread(p: Pen, y: number): void {
  const bar = [-60, -39, -20, 0, 20, 39, 60].map((x, i): Pt => [x, y + (i % 2) * 5]);
  p.line(bar, 0.7, "none");
}

/** Where on a sole the print lies, and how large: over the tread of the ball. */
export const ON_SOLE = placed(-3, -70, 8, 1.12);
