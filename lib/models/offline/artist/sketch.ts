// The result of drawing a panel: its items, and the boxes that lettering must know.
import type { Drawing } from "../../../manga/drawing.ts";
import type { Pt } from "./pen/curves.ts";
import type { Named } from "./pen/pen.ts";

export interface Sketch {
  items: Drawing["items"];
  faces: { character: string; corners: Pt[]; mouth: Pt }[];
  keep: Pt[][];
  /** Things that are drawn, in hands or set down. */
  things: Named[];
  /** Trunks and limbs, which lettering may cover in part. */
  bodies: { corners: Pt[]; weight: number }[];
}
