// The closed request that the offline artist draws; `vocabulary/` makes it from an open request.
import type { Style } from "../../../../manga/style.ts";
import type { CharacterDesign } from "./cast.ts";
import type { Picture } from "./storyboard.ts";
import type { PersonTold } from "./told.ts";

interface Sized {
  /** Determines line, tone, eyes and blacks (`pen/hand.ts`). */
  style: Style;
  /** Absent: black and white. Every drawing contains both versions. */
  colorMode?: "color";
  /** In units of 0.1 mm. For a panel the size of its bounding box; the drawing extends `ART_MARGIN` beyond each side. */
  width: number;
  height: number;
  seed: number;
}

export interface PortraitRequest extends Sized {
  kind: "portrait";
  design: CharacterDesign;
  /** Told facts about the character's build, where the design says less. */
  told?: PersonTold;
}

export interface PanelRequest extends Sized {
  kind: "panel";
  picture: Picture;
  /** The designs of everybody in the picture. */
  cast: readonly CharacterDesign[];
}

export type DrawRequest = PortraitRequest | PanelRequest;
