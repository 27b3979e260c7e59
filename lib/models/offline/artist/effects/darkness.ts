// Pitch dark: where the last light has gone out a picture is black ground and white outlines, and what shines in it is all its light.
import type { Paint } from "../../../../manga/drawing.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { PanelView } from "../camera/view.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import { round } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";
import { paper, ring } from "../places/stage.ts";

/** Whether somebody's eyes shine by themselves; by day none do. */
export const eyesShine = (
  picture: Pick<Picture, "told" | "scene">,
  figure: Pick<Figure, "character">,
): boolean => picture.scene.hour !== "day" && toldOf(picture, figure).eyesShine === true;

/** Whether nothing is seen but outlines: it is told, the lamps went out and it is not day, or eyes shine. */
export const isPitchDark = (picture: Pick<Picture, "told" | "scene" | "figures">): boolean => {
  const { told, scene, figures } = picture;
  const shine =
    figures.some((figure) => eyesShine(picture, figure)) || told.animals.some(({ as }) => as?.eyesShine);
  return told.pitchDark === true || (scene.hour !== "day" && (told.lightWentOut === true || shine));
};

/** Areas by their darkness: what was white is no more than a shade above the black. */
function darkened(paint: Paint): Paint | undefined {
  if (paint === "black") return { tone: 1 };
  if (paint === "white") return { tone: LEAST };
  if ("light" in paint) return paint;
  if ("veil" in paint) return undefined;
  return { tone: typeof paint.tone === "number" ? LEAST + (1 - LEAST) * paint.tone : LEAST };
}

const LEAST = 0.9;
/** White lines on black look heavier than black ones on white. */
const LINE = 0.8;

/** The same pen in the dark: its areas are black, and its ink white. */
export function inTheDark(pen: Pen): Pen {
  const fill = (points: readonly Pt[], paint: Paint) => {
    const dark = darkened(paint);
    if (dark) pen.fill(points, dark);
  };
  const edge = (points: readonly Pt[], weight: number) => {
    if (weight > 0) pen.stroke(points, "white", weight * LINE, true);
  };
  const self: Pen = {
    ...pen,
    at: (matrix) => inTheDark(pen.at(matrix)),
    withNib: (nib) => inTheDark(pen.withNib(nib)),
    through: (lens) => inTheDark(pen.through(lens)),
    of: (material) => inTheDark(pen.of(material)),
    inHand: (hand) => inTheDark(pen.inHand(hand)),
    inLight: () => self,
    fill,
    shape(points, paint, weight = 1) {
      fill(points, paint);
      edge(points, weight);
    },
    silhouetted: fill,
    cutOut(points, hole, paint) {
      const dark = darkened(paint);
      if (dark) pen.cutOut(points, hole, dark);
      edge(points, 1);
      edge(hole, LINE);
    },
    contour: (points, weight = 1) => edge(points, weight),
    line: (points, weight = 1, taper) => pen.scratch(points, weight * LINE, taper),
    stroke: (points, _paint, weight, closed) => pen.stroke(points, "white", weight * LINE, closed),
    inside: (points, draw) => pen.inside(points, (inner) => draw(inTheDark(inner))),
    haloed: (_edge, draw) => draw(self),
    shadowed: () => undefined,
  };
  return self;
}

export const drawDarkness = (pen: Pen, view: PanelView): void => pen.fill(paper(view), { tone: 0.95 });

/** The light that eyes throw round them: it is brightest at the face, and the reader's own corner of the panel has none. */
export function drawShine(pen: Pen, view: PanelView, [x, y]: Pt): void {
  const reach = Math.max(view.width, view.height) * 0.55;
  pen.fill(paper(view), {
    light: ring([round(x), round(y)], [1, round(reach)], [0, 0.9], [0.4, 0.55], [1, 0]),
  });
}
