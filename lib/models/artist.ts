// The port to whoever draws: a picture as data in, a drawing or an image out, with the boxes that lettering needs.
// Adapters: `offline/artist`, and the image models, whose prompts are composed by code from the same data.

import type { Face, Keep } from "../manga/artwork.ts";
import type { CharacterDesign } from "../manga/cast.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Picture } from "../manga/storyboard.ts";
import type { Usage } from "./writer.ts";

export interface PortraitRequest {
  kind: "portrait";
  design: CharacterDesign;
  style: string;
  /** Absent: in black and white. A drawing is in both. */
  colorMode?: "color";
  /** Units (0.1 mm). */
  width: number;
  height: number;
  seed: number;
}

export interface PanelRequest {
  kind: "panel";
  picture: Picture;
  /** The designs of everybody in the picture. */
  cast: readonly CharacterDesign[];
  /** Their reference portraits, for artists that look at images: encoded, with their content type. */
  portraits: ReadonlyMap<string, { bytes: Uint8Array; contentType: string }>;
  style: string;
  /** Absent: in black and white. A drawing is in both. */
  colorMode?: "color";
  /** The panel's bounding box in units (0.1 mm); the artist draws `ART_MARGIN` more on every side. */
  width: number;
  height: number;
  /** Changes with every take of the same panel. */
  seed: number;
}
export type DrawRequest = PortraitRequest | PanelRequest;

/** An encoded image. */
interface Encoded {
  bytes: Uint8Array;
  contentType: string;
}

export type DrawnContent =
  /** `screen`: the drawing at screen size, where whoever drew it has painted it already. */
  { kind: "drawing"; drawing: Drawing; screen?: Encoded } | ({ kind: "image" } & Encoded);

/** Paints a drawing at screen size, in the colours that were asked for. */
export type PaintForScreen = (drawing: Drawing) => Promise<Encoded>;

export interface Drawn {
  content: DrawnContent;
  faces: Face[];
  keep: Keep[];
  usage: Usage;
}

/** Draws. Throws as `Writer` does. */
export interface Artist {
  /** Name and version, part of every input hash: `offline-artist@1`. */
  readonly id: string;
  /** The most that a call may cost, in micro-dollars, with all that it repeats; 0 where it is free. */
  upToMicros(request: DrawRequest): number;
  /** `paint` is for an artist that gives the pixels of a drawing as well; whoever asked paints it otherwise. */
  draw(request: DrawRequest, signal: AbortSignal, paint?: PaintForScreen): Promise<Drawn>;
}
