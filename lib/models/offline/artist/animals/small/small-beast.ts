// What is known of a small animal that shares no body with others. Its own space: about 100 wide, on the ground y = 0, looking to the right.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { ExpressionLook } from "../../figures/face/expressions.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

export interface SmallJob {
  paint: Paint;
  feeling: ExpressionLook;
  /** It leaps, flies or swims; else it sits. */
  moving: boolean;
}

export interface SmallBeast {
  /** How large it is beside a person when it is somebody, and what it measures. */
  size: number;
  box: readonly [left: number, top: number, right: number, bottom: number];
  head: Pt;
  mouth: Pt;
  /** Whether it is in the air of its own, or in water. */
  lives: "ground" | "air" | "water";
  draw(p: Pen, job: SmallJob): void;
}

/** The paint of its markings. */
export const darker = (paint: Paint): Paint =>
  paint === "white" ? { tone: 0.2 } : paint === "black" ? paint : { tone: 0.6 };
export const eyeInk = (paint: Paint): "black" | "white" => (paint === "black" ? "white" : "black");
