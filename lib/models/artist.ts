// The port to whoever draws: a picture as data in, a drawing or an image out, with the boxes that lettering needs.
// Adapters: `offline/artist`, and the image models, whose prompts are composed by code from the same data.

import type { Face, Keep } from "../manga/artwork.ts";
import type { Character } from "../manga/cast.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Place } from "../manga/place.ts";
import type { Picture } from "../manga/storyboard.ts";
import type { Style } from "../manga/style.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { Desk } from "./desk.ts";

export interface PortraitRequest {
  kind: "portrait";
  design: Character;
  style: Style;
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
  /** Where it is: `picture.place`. */
  place: Place;
  /** The designs of everybody in the picture. */
  cast: readonly Character[];
  /** Their reference portraits, for artists that look at images: encoded, with their content type. */
  portraits: ReadonlyMap<string, { bytes: Uint8Array; contentType: string }>;
  style: Style;
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
  /** What was asked for and could not be drawn as it was told: each a sentence that names the word and what was drawn in its place. */
  notices?: string[];
}

/** What whoever asks for a picture may hand along. */
export interface DrawOptions {
  /** The picture in words that people know, for notices: `page 3, panel k2`. It changes nothing in the picture. */
  label?: string | undefined;
  /** For an artist that gives the pixels of a drawing as well; whoever asked paints it otherwise. */
  paint?: PaintForScreen | undefined;
  /** Told of what was drawn now, before it is remembered. */
  onDrawn?: ((drawn: Drawn) => void) | undefined;
}

/** Port for the artist: draws portraits and panels. Throws as `Writer` does. */
export interface Artist {
  /** Name and version, part of every input hash: `offline-artist@1f3a9c2e`. */
  readonly id: string;
  /** Every question to a model is one paid call of the desk, remembered by itself. */
  draw(request: DrawRequest, desk: Desk, options?: DrawOptions): Promise<Drawn>;
}

/** An artist that is a program: each picture is one call. `single-call.ts` makes an `Artist` of it. */
export interface DrawingProgram {
  readonly id: string;
  /** The most that a call may cost, in micro-dollars; 0 where it is free. */
  upToMicros(request: DrawRequest): number;
  draw(request: DrawRequest, signal: AbortSignal, paint?: PaintForScreen): Promise<Drawn & { usage: Usage }>;
}

/** Why a picture cannot be used; undefined when it can. */
export function faultOf({ content, faces }: Drawn): string | undefined {
  if (content.kind === "drawing" && content.drawing.items.length === 0) return "the drawing is empty";
  if (content.kind === "image" && content.bytes.length === 0) return "the image is empty";
  for (const { box, mouth } of faces) {
    if (![box.x, box.y, box.width, box.height, mouth.x, mouth.y].every(Number.isFinite))
      return "a face has no place";
  }
  return undefined;
}
