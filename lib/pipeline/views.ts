// The part of a step's output that clients see. It is stored in the step's document, so that the projection of a page reads no large
// objects. Outputs are checked by the domain's own schemas; an output of another shape is not shown.
import * as z from "zod";
import { ArtworkSchema } from "../manga/artwork.ts";
import { PageRenditionsSchema } from "../manga/page-renditions.ts";
import { RenditionsSchema } from "../manga/rendition.ts";
import { FrameSchema, PictureSchema } from "../manga/storyboard.ts";
import { canonicalJson } from "./canonical-json.ts";
import { ClientPersonSchema, ClientTextSchema } from "./client-documents.ts";
import type { WorkRef } from "./step-kinds.ts";

type View = Record<string, unknown>;
export type ViewOf = (ref: WorkRef, output: unknown) => View;

/** The largest output that a document includes, in UTF-16 units of its JSON. */
const INLINE_LIMIT = 60_000;

export const BookViewSchema = z.object({ title: z.string().optional(), output: z.unknown().optional() });
/** Views from before words were open call the side `at`. */
const withSide = (person: unknown): unknown =>
  typeof person === "object" && person !== null && "at" in person ? { side: person.at, ...person } : person;

export const ImageViewSchema = ArtworkSchema.pick({ image: true, takes: true });
export const StoryboardViewSchema = z.object({
  preview: z.string(),
  panels: z.array(
    z.object({
      id: z.string(),
      frame: FrameSchema,
      picture: z
        .object({
          figures: z.array(z.preprocess(withSide, ClientPersonSchema)),
          guessed: PictureSchema.shape.guessed,
        })
        .optional(),
    }),
  ),
});
export const LetteringViewSchema = z.object({
  image: z.string(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  renditions: RenditionsSchema.optional(),
  texts: z.array(ClientTextSchema),
  panels: z.array(z.object({ id: z.string(), frame: FrameSchema })).optional(),
});
export const RenditionsViewSchema = PageRenditionsSchema.pick({ image: true, renditions: true });

const TitledSchema = z.object({ title: z.string() });

export const viewOf: ViewOf = (ref, output) => {
  switch (ref.of) {
    case "book":
      return { ...parsed(TitledSchema, output), ...(isInline(output) ? { output } : {}) };
    case "character":
    case "outfit":
    case "plate":
    case "place":
    case "panel":
      return parsed(ImageViewSchema, output);
    case "page":
      return ref.phase === "storyboard"
        ? parsed(StoryboardViewSchema, output)
        : parsed(LetteringViewSchema, output);
    case "renditions":
      return parsed(RenditionsViewSchema, output);
    case "cover":
    case "export":
      return {};
  }
};

function parsed<T extends View>(schema: z.ZodType<T>, output: unknown): View {
  const result = schema.safeParse(output);
  return result.success ? result.data : {};
}

/** Small, and without a list directly in a list, which Firestore cannot hold. */
function isInline(output: unknown): boolean {
  return !hasNestedLists(output) && canonicalJson(output).length <= INLINE_LIMIT;
}

function hasNestedLists(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => Array.isArray(item) || hasNestedLists(item));
  return typeof value === "object" && value !== null && Object.values(value).some(hasNestedLists);
}
