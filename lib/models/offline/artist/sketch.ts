// What a panel is drawn into, and what is known of it besides.
import type { Drawing } from "../../../manga/drawing.ts";
import type { Pt } from "./pen/curves.ts";
import type { Named } from "./pen/pen.ts";

export interface Sketch {
  items: Drawing["items"];
  faces: { character: string; corners: Pt[]; mouth: Pt }[];
  keep: Pt[][];
  /** Things that are drawn, in hands and beside people. */
  things: Named[];
  /** Trunks and limbs, of which words may cover a part. */
  bodies: { corners: Pt[]; weight: number }[];
}
