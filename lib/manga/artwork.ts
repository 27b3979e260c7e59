// What phase 5 gives for a panel, and phase 2 for a portrait: the picture, and where its faces and key parts are.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { DrawingSchema } from "./drawing.ts";
import { BoxSchema, PointSchema } from "./geometry.ts";

/** A face in a picture, or a head seen from behind, in the drawing's units. */
export const FaceSchema = z.object({ character: CharacterIdSchema, box: BoxSchema, mouth: PointSchema });
export type Face = z.infer<typeof FaceSchema>;

/** An area that words should leave free, and how much it matters: 1 where nothing is said, less where a part may be covered. */
export const KeepSchema = BoxSchema.extend({ weight: z.number().positive().max(1).optional() });
export type Keep = z.infer<typeof KeepSchema>;

export const ImageContentSchema = z.object({
  kind: z.literal("image"),
  blob: z.string(),
  contentType: z.string(),
});

/** A picture as an artist gives it: a drawing, or a stored image stretched over `width` × `height` units. */
export const PictureContentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drawing"), drawing: DrawingSchema }),
  ImageContentSchema,
]);

export const ArtworkSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  content: PictureContentSchema,
  faces: z.array(FaceSchema),
  /** Hands, props, whatever the picture is about; and, with less weight, bodies. */
  keep: z.array(KeepSchema),
  /** Stored screen-size image (sha-256), for people who watch. */
  image: z.string(),
  /** Of an edit that made several pictures: the images of all, in order; `image` is the one that was picked. */
  takes: z.array(z.string()).optional(),
});
export type Artwork = z.infer<typeof ArtworkSchema>;
