// Mouths, from a thin line to a shout with teeth and tongue.
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Mouth } from "./expressions.ts";

interface MouthSpec {
  at: Pt;
  width: number;
  kind: Mouth;
  fine: boolean;
}

export function drawMouth(pen: Pen, { at: [x, y], width, kind, fine }: MouthSpec): void {
  const p = (dx: number, dy: number, corner?: 1): Pt =>
    corner ? [x + dx * width, y + dy, 1] : [x + dx * width, y + dy];
  switch (kind) {
    case "line":
      pen.line([p(-8, 0), p(0, 0.8), p(8, -0.4)], 0.75);
      pen.line([p(-2.5, 6), p(2.5, 6)], 0.35);
      return;
    case "smile":
      pen.line([p(-12.5, -3.4), p(-6, 1.8), p(2, 2.6), p(12.5, -3.8)], 0.85);
      pen.line([p(-2.4, 7), p(3, 7)], 0.4);
      return;
    case "smirk":
      pen.line([p(-8.5, 1.2), p(-1, 2.4), p(7, -0.6), p(13, -6)], 0.95);
      pen.line([p(12.4, -8.6), p(15.4, -5.6), p(13.6, -2.4)], 0.55);
      pen.line([p(-3, 7), p(2, 6.6)], 0.35);
      return;
    case "frown":
      pen.line([p(-10, 3.6), p(-3, -1.2), p(3, -1), p(10.4, 4)], 0.85);
      pen.line([p(-3.4, 6.2), p(3.4, 6.2)], 0.45);
      return;
    case "wavy":
      pen.line([p(-9, 1), p(-5.5, -1.6), p(-2, 1.4), p(2, -1.4), p(5.5, 1.5), p(9, -0.8)], 0.75);
      return;
    case "firm":
      pen.line([p(-10.5, 1.8), p(-6, -0.4), p(5, -0.8), p(11, 1.4)], 1.05);
      pen.line([p(-4.5, 5.6), p(4, 5.4)], 0.5);
      return;
    case "uneasy":
      pen.line([p(-10, 2.6), p(-5.6, -1.8), p(-1.4, 2), p(3.4, -2.4), p(8.6, 2.2)], 0.9);
      pen.line([p(-2, 7), p(3.4, 6.4)], 0.4);
      return;
    case "quiver":
      openMouth(
        pen,
        [
          p(-8.4, 2.6, 1),
          ...[p(-5, -3.4), p(0, -4.8), p(5, -3.6)],
          p(8.6, 2.2, 1),
          ...[p(5.4, 6.2), p(2.2, 4.6), p(-1.4, 6.8), p(-5, 4.8)],
        ],
        p,
        { fine: false, lift: -3 },
      );
      return;
    case "snarl":
      teeth(
        pen,
        [p(-11, 4, 1), p(-6, -2.8), p(0, -4.6), p(7, -3.6), p(12, 3, 1), p(6, 2.4), p(0, 0.8), p(-6, 2.2)],
        p,
        fine ? 5 : 3,
      );
      return;
    case "oh":
      openMouth(pen, [p(-4.6, -4), p(0, -6.2), p(4.6, -4), p(5.6, 2), p(0, 7.4), p(-5.6, 2)], p, {
        fine,
        lift: -3,
      });
      return;
    case "small":
      pen.shape(
        [p(-3.9, -0.8), p(0, -3.6), p(3.9, -0.6), p(3.4, 2.8), p(0, 4.6), p(-3.3, 2.9)],
        "black",
        0.5,
      );
      if (fine)
        pen.fill([p(-2.9, 1.9), p(0, 0.6), p(2.9, 1.8), p(2.5, 3), p(0, 4.1), p(-2.5, 3.1)], { tone: 0.32 });
      return;
    case "talk":
      openMouth(pen, [p(-5.4, -2.4), p(0, -3.8), p(5.4, -2.8), p(4.8, 2.4), p(0.2, 4.6), p(-4.6, 2.6)], p, {
        fine: false,
        lift: -0.6,
      });
      return;
    case "laugh":
      openMouth(pen, [p(-13, -5, 1), p(0, -2.6), p(13, -5.6, 1), p(9, 7), p(0, 11), p(-9, 7)], p, {
        fine,
        lift: 0,
      });
      return;
    case "grin":
      teeth(pen, [p(-13, -4, 1), p(0, -1), p(13, -5, 1), p(8, 4.5), p(0, 6), p(-8.5, 4.5)], p, fine ? 5 : 0);
      return;
    case "shout":
      openMouth(pen, [p(-11, -5), p(0, -8), p(11, -6), p(13, 5), p(5, 11.5), p(-6, 11.5), p(-12.5, 6)], p, {
        fine,
        lift: -1.5,
      });
      return;
    case "cry":
      openMouth(pen, [p(-12, 4), p(-6, -4), p(0, -5), p(6, -4.4), p(12, 3.4), p(6, 8), p(-6, 8.6)], p, {
        fine,
        lift: -1,
      });
      return;
    case "gasp":
      openMouth(pen, [p(-6.6, -6), p(0, -8.6), p(6.6, -6), p(8.6, 4), p(0, 11.6), p(-8.6, 4)], p, {
        fine: false,
        lift: -2,
      });
      return;
    case "scream":
      scream(pen, p, fine);
      return;
    case "clench":
      teeth(pen, [p(-11, -3), p(0, -5), p(11, -3.6), p(12, 4), p(0, 5), p(-12, 4.4)], p, fine ? 4 : 2);
      pen.line([p(-10.5, 0.4), p(0, -0.2), p(10.5, 0.2)], 0.5, "none");
  }
}

type Place = (dx: number, dy: number, corner?: 1) => Pt;

function openMouth(
  pen: Pen,
  hole: readonly Pt[],
  p: Place,
  { fine, lift }: { fine: boolean; lift: number },
): void {
  pen.fill(hole, "black");
  pen.inside(hole, (q) => {
    q.fill(
      [p(-16, -12 + lift), p(16, -12 + lift), p(12, -2.6 + lift), p(0, -1.2 + lift), p(-12, -2.6 + lift)],
      "white",
    );
    q.fill([p(-9, 13), p(-5, 6.2), p(1, 5.4), p(6, 6.4), p(9, 13)], fine ? { tone: 0.3 } : "white");
  });
  pen.contour(hole, 0.8);
}

/** The mouth of fright: wide open and crooked, its corners drawn down, the lower lip trembling. */
function scream(pen: Pen, p: Place, fine: boolean): void {
  const hole = [
    p(-7, -8.4),
    p(0, -10.4),
    p(7, -8.6),
    p(10.4, -1),
    p(11.6, 7.6, 1),
    p(7.4, 12.2),
    p(3.4, 10.8),
    p(-0.4, 12.8),
    p(-4.4, 10.8),
    p(-8, 12.4),
    p(-11.8, 7.4, 1),
    p(-10.4, -1),
  ];
  pen.fill(hole, "black");
  pen.inside(hole, (q) => {
    q.fill([p(-12, -14), p(12, -14), p(8.6, -5.2), p(0, -6.6), p(-8.6, -5)], "white");
    q.fill([p(-8, 15), p(-5, 7.4), p(0, 5.8), p(5.4, 7.2), p(8, 15)], fine ? { tone: 0.3 } : "white");
  });
  pen.contour(hole, 0.85);
  if (!fine) return;
  pen.line([p(-14.6, 3), p(-15.6, 7.4), p(-14, 11)], 0.4);
  pen.line([p(14.4, 3), p(15.4, 7.4), p(13.8, 11)], 0.4);
}

function teeth(pen: Pen, mouth: readonly Pt[], p: Place, gaps: number): void {
  pen.fill(mouth, "white");
  pen.inside(mouth, (q) => {
    for (let i = 1; i <= gaps; i++) {
      const x = -12 + (24 * i) / (gaps + 1);
      q.line([p(x, -6), p(x, 8)], 0.35, "none");
    }
  });
  pen.contour(mouth, 0.85);
}
