// The port to whoever draws: a picture as data in, a drawing or an image out, with the boxes that lettering needs.
// Adapters: `offline/artist`, and the image models, whose prompts are composed by code from the same data.

import type { Face, Keep } from "../manga/artwork.ts";
import type { Character, Outfit } from "../manga/cast.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Place } from "../manga/place.ts";
import type { Picture } from "../manga/storyboard.ts";
import type { Style } from "../manga/style.ts";
import type { Reference } from "../pipeline/reference.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";

/** A picture that goes along with a request. */
export interface Sent {
  role: Reference["role"];
  /** Whom or what it shows: the id of a person or of a place. */
  of?: string;
  /** The step that made it, and its hash, where it was stored. */
  from?: { step: string; sha256: string };
  bytes: Uint8Array;
  contentType: string;
}

interface Requested {
  style: Style;
  /** Absent: in black and white. A drawing is in both. */
  colorMode?: "color";
  /** Units (0.1 mm). */
  width: number;
  height: number;
  /** Changes with every take of the same picture. */
  seed: number;
  /** Drawn to see whether the story works: at the smallest size, mended by code alone, looked at by nobody. */
  draft?: true;
}

/** Somebody from head to hips, of whoever is drawn by data and needs no sheet. */
export interface PortraitRequest extends Requested {
  kind: "portrait";
  design: Character;
}

/** Somebody in an outfit, in one picture with four views: front, three-quarter, back, and the face. */
export interface SheetRequest extends Requested {
  kind: "sheet";
  design: Character;
  outfit: Outfit;
  references: readonly Sent[];
}

/** A place without people. */
export interface PlaceRequest extends Requested {
  kind: "place";
  place: Place;
  references: readonly Sent[];
}

/** How the book is drawn, shown on something that is in no story. */
export interface PlateRequest extends Requested {
  kind: "plate";
}

export interface PanelRequest extends Requested {
  kind: "panel";
  picture: Picture;
  /** Where it is: `picture.place`. */
  place: Place;
  /** The designs of everybody in the picture. */
  cast: readonly Character[];
  /** In the order in which they are sent: people, who matters first; the place; the style; the scene's anchor. */
  references: readonly Sent[];
  /** The person's own prompt, which stands in place of the one that code writes of all this. */
  prompt?: string;
  /** The panel takes more than a third of its page, or the book is printed: it is drawn with more pixels. */
  large?: true;
}

/** The area of a picture that may change, in the forms that models take. */
export interface EditArea {
  /** A PNG of the picture's size: white where it may change, black where it stays. */
  mask: Encoded;
  /** The same, transparent where it may change, as OpenAI's edits want it. */
  clear: Encoded;
  /** The picture with that area laid over in red. */
  marked: Encoded;
  /** Where it is: `upper left`. */
  where: string;
}

/** A picture of a panel once more, with one thing in it changed and all else as it is. */
export interface EditRequest extends Requested {
  kind: "edit";
  /** The picture that is changed. */
  picture: Encoded;
  /** What is to be changed, in the person's own words. */
  instruction: string;
  /** Corners of the area that may change, as shares of width and height. Absent: all of the picture may. */
  region?: readonly (readonly [number, number])[];
  /** What an adapter makes of the region before it asks. */
  area?: EditArea;
  /** What the picture shows, for whoever looks at it afterwards. */
  panel: PanelRequest;
  references: readonly Sent[];
}

/** What a program draws: it looks at no pictures. */
export type ProgramRequest = PortraitRequest | PanelRequest;
export type DrawRequest = ProgramRequest | SheetRequest | PlaceRequest | PlateRequest | EditRequest;

/** An encoded image. */
export interface Encoded {
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
  /** Who drew it, where the artist had another draw: the id of a program, or of a model that stood in. */
  by?: string;
  /** What a model was asked for it; absent of what a program drew. */
  asked?: {
    prompt: string;
    model: string;
    size: string;
    sent: readonly Sent[];
    /** What the look found wrong with the first picture that came, in words. Absent where nobody looked. */
    found?: string[];
  };
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

/** Port for the artist: draws people, places and panels. Throws as `Writer` does. */
export interface Artist {
  /** Name and version, part of every input hash: `offline-artist@1f3a9c2e`. */
  readonly id: string;
  /** How many pictures may go along with a request; absent: it looks at none. */
  readonly references?: { people: number; things: number } | undefined;
  /**
   * Draws a panel as a program does, for a model that is shown the composition. Absent: no rough goes along; undefined: with this panel not.
   */
  readonly rough?:
    | ((
        request: PanelRequest,
        options: { signal: AbortSignal; paint: PaintForScreen },
      ) => Promise<Encoded | undefined>)
    | undefined;
  /** Changes a part of a picture; absent or false: a request for an edit throws `TerminalError("edit-unsupported")`. */
  readonly edits?: boolean;
  /** Every question to a model is one paid call of the context, remembered by itself. */
  draw(request: DrawRequest, context: CallContext, options?: DrawOptions): Promise<Drawn>;
}

/** An artist that is a program: each picture is one call. `single-call.ts` makes an `Artist` of it. */
export interface DrawingProgram {
  readonly id: string;
  /** The most that a call may cost, in micro-dollars; 0 where it is free. */
  upToMicros(request: ProgramRequest): number;
  draw(
    request: ProgramRequest,
    signal: AbortSignal,
    paint?: PaintForScreen,
  ): Promise<Drawn & { usage: Usage }>;
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
