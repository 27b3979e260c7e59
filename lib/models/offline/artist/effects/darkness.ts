// Pitch dark: a picture without light is white outlines on black, lit only by what shines in it.
import type { Paint } from "../../../../manga/drawing.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { PanelView } from "../camera/view.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import { round } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";
import { paper, ring } from "../places/stage.ts";

/** Whether a figure's eyes shine by themselves; never by day. */
export const eyesShine = (
  picture: Pick<Picture, "told" | "scene">,
  figure: Pick<Figure, "character">,
): boolean => picture.scene.hour !== "day" && toldOf(picture, figure).eyesShine === true;

/** Whether only outlines are visible: it is told, the lamps went out and it is not day, or eyes shine. */
export const isPitchDark = (picture: Pick<Picture, "told" | "scene" | "figures">): boolean => {
  const { told, scene, figures } = picture;
  const shine =
    figures.some((figure) => eyesShine(picture, figure)) || told.animals.some(({ as }) => as?.eyesShine);
  return told.pitchDark === true || (scene.hour !== "day" && (told.lightWentOut === true || shine));
};

/** Areas in the dark: former white is only slightly lighter than black. */
function darkened(paint: Paint): Paint | undefined {
  if (paint === "black") return { tone: 1 };
  if (paint === "white") return { tone: LEAST };
  if ("light" in paint) return paint;
  if ("veil" in paint) return undefined;
  return { tone: typeof paint.tone === "number" ? LEAST + (1 - LEAST) * paint.tone : LEAST };
}

const LEAST = 0.9;
/** Factor for white lines, because white lines on black look heavier than black ones on white. */
const LINE = 0.8;

/** The same pen in the dark: black areas and white ink. */
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

/** The light of shining eyes: brightest at the face, and absent at the corners of the panel. */
export function drawShine(pen: Pen, view: PanelView, [x, y]: Pt): void {
  const reach = Math.max(view.width, view.height) * 0.55;
  pen.fill(paper(view), {
    light: ring([round(x), round(y)], [1, round(reach)], [0, 0.9], [0.4, 0.55], [1, 0]),
  });
}
