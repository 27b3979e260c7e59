// Port for drawing: takes a picture as data, returns a drawing or an image with the boxes that lettering keeps clear.
// Implemented by `offline/artist` and by the adapters for image models, whose prompts code writes from the same data.

import type { Face, Keep } from "../manga/artwork.ts";
import type { Character, Outfit } from "../manga/cast.ts";
import type { Drawing } from "../manga/drawing.ts";
import type { Place } from "../manga/place.ts";
import type { Picture } from "../manga/storyboard.ts";
import type { Style } from "../manga/style.ts";
import type { Reference, ReferenceUse } from "../pipeline/reference.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";

/** A reference picture that is sent with a request. */
export interface Sent {
  role: Reference["role"];
  /** What a picture of role `own` is for. */
  use?: ReferenceUse;
  /** The id of the person or place that it shows. */
  of?: string;
  /** The step that made it, and its hash, where it was stored. */
  from?: { step: string; sha256: string };
  bytes: Uint8Array;
  contentType: string;
}

/** The kinds of reference pictures whose number vendors limit. */
export type ReferenceKind = "people" | "things";
type References = Readonly<Record<ReferenceKind, number>>;

/** The limit that a picture counts for. A person's own picture of somebody counts as a thing where the artist takes no people. */
export function kindOf({ role, use }: Pick<Sent, "role" | "use">, most: References): ReferenceKind {
  return role === "person" || (use === "person" && most.people > 0) ? "people" : "things";
}

/** Those of the pictures, in their order, that an artist takes. */
export function withinLimits<One extends Pick<Sent, "role" | "use">>(
  references: readonly One[],
  most: References,
): One[] {
  const left = { ...most };
  return references.filter((one) => {
    const kind = kindOf(one, most);
    left[kind] -= 1;
    return left[kind] >= 0;
  });
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
  /** Draft quality, to check the story: smallest size, repaired by code only, no inspection by a model. */
  draft?: true;
}

/** A character from head to hips. For artists that draw from data and need no sheet. */
export interface PortraitRequest extends Requested {
  kind: "portrait";
  design: Character;
}

/** A character sheet: one outfit in four views (front, three-quarter, back, face). */
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

/** The style plate: shows how the book is drawn, on a neutral subject. */
export interface PlateRequest extends Requested {
  kind: "plate";
}

export interface PanelRequest extends Requested {
  kind: "panel";
  picture: Picture;
  /** The place that `picture.place` names. */
  place: Place;
  /** The designs of all characters in the picture. */
  cast: readonly Character[];
  /** In the order of sending: the person's own, people by importance, the place, the style plate, the scene's anchor picture. */
  references: readonly Sent[];
  /** A prompt that the user wrote. It replaces the prompt that code writes from this request. */
  prompt?: string;
  /** The panel takes more than a third of its page, or the book is printed: it is drawn with more pixels. */
  large?: true;
}

/** The area that an edit may change, in each form that a model's API takes. */
export interface EditArea {
  /** A PNG of the picture's size: white where it may change, black elsewhere. */
  mask: Encoded;
  /** The same mask, transparent where it may change, as OpenAI's edits API wants it. */
  clear: Encoded;
  /** The picture with that area overlaid in red. */
  marked: Encoded;
  /** Position of the area in words: `upper left`. */
  where: string;
}

/** Edits a panel's picture: changes one thing and keeps everything else. */
export interface EditRequest extends Requested {
  kind: "edit";
  /** The picture that is changed. */
  picture: Encoded;
  /** The change, in the user's words. */
  instruction: string;
  /** Corners of the area that may change, as shares of width and height. Absent: all of the picture may. */
  region?: readonly (readonly [number, number])[];
  /** Made from `region` by the adapter before the call. */
  area?: EditArea;
  /** The panel that the picture shows; the inspection afterwards compares with it. */
  panel: PanelRequest;
  references: readonly Sent[];
}

/** Requests that a drawing program takes. It reads no reference pictures. */
export type ProgramRequest = PortraitRequest | PanelRequest;
export type DrawRequest = ProgramRequest | SheetRequest | PlaceRequest | PlateRequest | EditRequest;

/** An encoded image. */
export interface Encoded {
  bytes: Uint8Array;
  contentType: string;
}

export type DrawnContent =
  /** `screen`: the drawing painted at screen size, if the artist has painted it already. */
  { kind: "drawing"; drawing: Drawing; screen?: Encoded } | ({ kind: "image" } & Encoded);

/** Paints a drawing at screen size, in the colours that were asked for. */
export type PaintForScreen = (drawing: Drawing) => Promise<Encoded>;

export interface Drawn {
  content: DrawnContent;
  faces: Face[];
  keep: Keep[];
  /** Words that could not be drawn as told: one sentence each, with the word and what was drawn instead. */
  notices?: string[];
  /** The id of the program or fallback model that drew it, if the artist did not. */
  by?: string;
  /** The request that the model got; absent if a program drew the picture. */
  asked?: {
    prompt: string;
    model: string;
    size: string;
    sent: readonly Sent[];
    /** Faults that the inspection found in the first picture, in words. Absent if it was not inspected. */
    found?: string[];
  };
}

/** Options of the caller. None of them changes the picture. */
export interface DrawOptions {
  /** Names the picture in notices: `page 3, panel k2`. */
  label?: string | undefined;
  /** Paints a drawing, for an artist that returns the pixels as well. Without it the caller paints. */
  paint?: PaintForScreen | undefined;
  /** Called with a new picture before it is stored in the memo. */
  onDrawn?: ((drawn: Drawn) => void) | undefined;
}

/** Draws people, places and panels. Throws as `Reader` does. */
export interface Artist {
  /** Name and version, part of every input hash: `offline-artist@1f3a9c2e`. */
  readonly id: string;
  /** Most reference pictures of a request; absent: the artist takes none. */
  readonly references?: { people: number; things: number } | undefined;
  /**
   * Draws a rough of the panel with the program; the model gets it as a reference for the composition. Absent: the artist uses no
   * roughs. Resolves with undefined: no rough for this panel.
   */
  readonly rough?:
    | ((
        request: PanelRequest,
        options: { signal: AbortSignal; paint: PaintForScreen },
      ) => Promise<Encoded | undefined>)
    | undefined;
  /** Whether it takes `EditRequest`. If not, such a request throws `TerminalError("edit-unsupported")`. */
  readonly edits?: boolean;
  /** Makes each model request by `context.call`, which books and memoizes it. */
  draw(request: DrawRequest, context: CallContext, options?: DrawOptions): Promise<Drawn>;
}

/** An artist that is a program: one call per picture. `single-call.ts` adapts it to `Artist`. */
export interface DrawingProgram {
  readonly id: string;
  /** Upper bound of the cost of a call, in micro-dollars; 0 if it is free. */
  upToMicros(request: ProgramRequest): number;
  draw(
    request: ProgramRequest,
    signal: AbortSignal,
    paint?: PaintForScreen,
  ): Promise<Drawn & { usage: Usage }>;
}

/** The reason why a picture cannot be used; undefined if it can. */
export function faultOf({ content, faces }: Drawn): string | undefined {
  if (content.kind === "drawing" && content.drawing.items.length === 0) return "the drawing is empty";
  if (content.kind === "image" && content.bytes.length === 0) return "the image is empty";
  for (const { box, mouth } of faces) {
    if (![box.x, box.y, box.width, box.height, mouth.x, mouth.y].every(Number.isFinite))
      return "a face has no position";
  }
  return undefined;
}
