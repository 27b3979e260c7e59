// What is known of a small animal that shares no body with others. Its own space: about 100 wide, on the ground y = 0, looking to the right.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Small } from "../../closed/animals.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { ExpressionLook } from "../../figures/face/expressions.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { type BeastFace, drawBeastEyes, inkOn } from "../beast-face.ts";
import { coatWord } from "../coats.ts";

interface SmallJob {
  paint: Paint;
  feeling: ExpressionLook;
  /** It leaps, flies or swims; else it sits. */
  moving: boolean;
}

interface SmallBeast {
  /** How large it is beside a person when it is somebody, and what it measures. */
  size: number;
  box: readonly [left: number, top: number, right: number, bottom: number];
  head: Pt;
  mouth: Pt;
  /** Absent where the drawing has them. Of `coat` the ink is what shows on it. */
  eyes?: Pick<BeastFace, "near" | "far" | "eye" | "bead"> & { ink: BeastFace["ink"] | "coat" };
}

export const SMALL: Readonly<Record<Small, SmallBeast>> = measuresOf("small-beasts");

/** The paint of its markings. */
const darker = (paint: Paint): Paint =>
  paint === "white" ? { tone: 0.2 } : paint === "black" ? paint : { tone: 0.6 };

const mouthOf = ({ mouth }: ExpressionLook): string =>
  mouth === "line" ? "shut" : mouth === "talk" || mouth === "shout" || mouth === "laugh" ? "talking" : "open";

/** Draws what `assets/parts/animals` has of it. */
export function drawSmallBeast(pen: Pen, small: Small, { paint, feeling, moving }: SmallJob): void {
  const { eyes } = SMALL[small];
  drawPart(pen, `animals/${small}`, {
    paints: { coat: paint, markings: darker(paint) },
    is: [coatWord(paint), moving ? "moving" : "still", mouthOf(feeling)],
    draws: {
      eyes(p) {
        if (!eyes) return;
        drawBeastEyes(p, { ...eyes, ink: eyes.ink === "coat" ? inkOn(paint) : eyes.ink }, feeling);
      },
    },
  });
}
