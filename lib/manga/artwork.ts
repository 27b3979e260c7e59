// Result of phase 5 for a panel, and of phase 2 for a portrait: the picture, and the places of its faces and key parts.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { DrawingSchema } from "./drawing.ts";
import { BoxSchema, PointSchema } from "./geometry.ts";

/** A face in a picture, or a head seen from behind, in the drawing's units. */
export const FaceSchema = z.object({ character: CharacterIdSchema, box: BoxSchema, mouth: PointSchema });
export type Face = z.infer<typeof FaceSchema>;

/**
 * An area that words should leave free. `weight`: 1 (also where it is absent) means that nothing should cover it; less where a part may be
 * covered.
 */
export const KeepSchema = BoxSchema.extend({ weight: z.number().positive().max(1).optional() });
export type Keep = z.infer<typeof KeepSchema>;

export const ImageContentSchema = z.object({
  kind: z.literal("image"),
  blob: z.string(),
  contentType: z.string(),
});

/** A picture from an artist: a drawing, or a stored image that fills `width` × `height` units. */
export const PictureContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drawing"), drawing: DrawingSchema }),
  ImageContentSchema,
]);

const MOST_TAKES = 4;

export const ArtworkSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  content: PictureContentSchema,
  faces: z.array(FaceSchema),
  /** Hands, props and the picture's subject; with less weight, bodies. */
  keep: z.array(KeepSchema),
  /** sha-256 of the stored screen-size image, for previews. */
  image: z.string(),
  /** For an edit or a redraw that made several pictures: sha-256 of each image, in order; `image` is the chosen one. */
  takes: z.array(z.string()).max(MOST_TAKES).optional(),
});
export type Artwork = z.infer<typeof ArtworkSchema>;
