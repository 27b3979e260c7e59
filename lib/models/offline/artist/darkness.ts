// Pitch dark: where the last light has gone out a picture is black ground and white outlines, and what shines in it is all its light.
import type { Paint } from "../../../manga/drawing.ts";
import type { Hour } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { Pt } from "./curves.ts";
import type { Pen } from "./pen.ts";
import { pattern, reader } from "./readings.ts";
import { paper } from "./stage.ts";
import type { PanelView } from "./view.ts";

const PITCH =
  /\b(?:everything|all|it|the (?:world|room|cellar|cave|tunnel|house|corridor)) (?:was|went|turned|became|had gone) (?:completely |utterly |suddenly |all )?(?:pitch[- ])?black\b|\bpitch[- ](?:dark|black)|\beverything (?:was|went|turned) dark\b|真っ暗(?:に|だ|で|な(?!い))|真っ暗闇|漆黒の闇|何も見えな(?:い|く|かった)暗/iu;
const WENT_OUT = pattern(
  "light-went-out",
  "action",
  /\b(?:lanterns?|lamps?|lights?|candles?|torch(?:es)?|flashlight|power|electricity) (?:suddenly |all )?(?:went|had gone|blew|flickered and went) out\b|(?:電気|明かり|灯り|灯|ランプ|提灯|ランタン|ろうそく|蝋燭|懐中電灯)(?:の火|の灯)?[がは][^。、]{0,6}(?:消え(?!な)|切れた)/iu,
);
const SHINE = pattern(
  "eyes-shine",
  "action",
  /\beyes (?:[a-z]+ )?(?:(?:began|started) to )?(?:shin(?:e|ing)|shone|glow(?:ed|ing)?|gleam(?:ed|ing)?|blaz(?:ed|ing)|lit up in the dark)\b|\b(?:shining|glowing|gleaming) (?:[a-z]+ )?eyes\b|(?:目|眼|瞳)[がはも][^。、]{0,8}(?:光|輝|かがや)|(?:光る|輝く)(?:二つの)?(?:目|眼|瞳)/iu,
);

/** Whether eyes of animals shine by themselves. */
export const eyesShine = ({ action, scene }: Pick<Picture, "action" | "scene">): boolean =>
  scene.hour !== "day" && SHINE.test(action);

/** What is black beyond a window: where people are is lit all the same. */
const OUTSIDE =
  /(?:窓の(?:外|向こう)|外|表)[はがも][^。、]{0,4}(?:真っ暗|漆黒)[^。]*|\b(?:outside|beyond the (?:glass|windows?)|behind the (?:glass|windows?))\b[^.!?]*\b(?:pitch[- ])?(?:black|dark)[^.!?]*|\b(?:pitch[- ])?(?:black|dark) (?:outside|beyond the (?:glass|windows?))\b/giu;

const isPitch = reader("pitch-dark", "action", (action) => PITCH.test(action.replaceAll(OUTSIDE, "")));

/** Whether words have the light go out, or everything black already; by day a lamp that goes out makes no darkness. */
export const goesDark = (action: string, hour: Hour): boolean =>
  isPitch(action) || (hour !== "day" && WENT_OUT.test(action));

/** Whether nothing is seen but outlines. */
export const isPitchDark = (picture: Pick<Picture, "action" | "scene">): boolean =>
  goesDark(picture.action, picture.scene.hour) || eyesShine(picture);

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
  const r = (v: number) => Math.round(v * 10) / 10;
  const reach = Math.max(view.width, view.height) * 0.55;
  pen.fill(paper(view), {
    light: {
      type: "radial",
      at: [r(x), r(y), 1, r(reach)],
      stops: [
        [0, 0.9],
        [0.4, 0.55],
        [1, 0],
      ],
    },
  });
}
