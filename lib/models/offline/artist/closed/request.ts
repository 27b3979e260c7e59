// What the offline artist draws: a request in its own closed words, as `vocabulary/` makes it of an open one.
import type { Style } from "../../../../manga/style.ts";
import type { CharacterDesign } from "./cast.ts";
import type { Picture } from "./storyboard.ts";
import type { PersonTold } from "./told.ts";

interface Sized {
  /** What the artist takes its hand from: line, tone, eyes, blacks. */
  style: Style;
  /** Absent: in black and white. A drawing is in both. */
  colorMode?: "color";
  /** Units (0.1 mm); of a panel its bounding box, `ART_MARGIN` more is drawn on every side. */
  width: number;
  height: number;
  seed: number;
}

export interface PortraitRequest extends Sized {
  kind: "portrait";
  design: CharacterDesign;
  /** What is told of how they are made, where the design says less. */
  told?: PersonTold;
}

export interface PanelRequest extends Sized {
  kind: "panel";
  picture: Picture;
  /** The designs of everybody in the picture. */
  cast: readonly CharacterDesign[];
}

export type DrawRequest = PortraitRequest | PanelRequest;
