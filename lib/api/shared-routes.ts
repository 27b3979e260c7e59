// The schemas of the public routes for shared books.

import { z } from "@hono/zod-openapi";
import { BOOK_FILES } from "../manga/export-formats.ts";
import { OpenBookSchema } from "./library-routes.ts";
import { apiRoute, FOR_EVERYBODY, json, problem } from "./route-parts.ts";

/** Everything below this path may be read by pages of all origins, errors too. */
export const SHARED_PATH = "/api/v1/manga/shared";
export const OEMBED_PATH = "/api/v1/oembed";

export const SharedToken = z.object({ token: z.string().min(1).max(64) });
const closed = { 404: problem("No book is shared with this token.") };

/** Formats that readers of a shared book may download if they were made. */
export const DownloadFormatSchema = z.enum(["pdf", "cbz", "epub"]);

/** Documented in full in `reader/README.md`. */
export const ManifestSchema = z
  .looseObject({ reader: z.literal(1), title: z.string(), pages: z.array(z.unknown()) })
  .openapi("Manifest");

const SharedBookSchema = OpenBookSchema.extend({
  links: z.object({
    /** URL of the book's HTML page. */
    page: z.string(),
    /** URL of the manifest for `<mekuri-reader>`: pages, panels, words and picture URLs. */
    reader: z.string(),
    oembed: z.string(),
  }),
  /** Single-file formats that were made, by format. */
  files: z.partialRecord(DownloadFormatSchema, z.object({ url: z.string(), bytes: z.int().nonnegative() })),
}).openapi("SharedBook");
export type SharedBookAnswer = z.infer<typeof SharedBookSchema>;

export const sharedRoute = apiRoute({
  method: "get",
  path: `${SHARED_PATH}/{token}`,
  security: FOR_EVERYBODY,
  request: { params: SharedToken },
  responses: { 200: json(SharedBookSchema, "The book and the address of its reader."), ...closed },
});

export const sharedReaderRoute = apiRoute({
  method: "get",
  path: `${SHARED_PATH}/{token}/reader.json`,
  security: FOR_EVERYBODY,
  request: { params: SharedToken },
  responses: {
    200: json(
      ManifestSchema,
      "The manifest of the last bound book for `<mekuri-reader>`; its addresses are relative.",
    ),
    ...closed,
  },
});

const binary = (...contentTypes: string[]) =>
  Object.fromEntries(
    contentTypes.map((one) => [one, { schema: z.string().openapi({ type: "string", format: "binary" }) }]),
  );

export const sharedPictureRoute = apiRoute({
  method: "get",
  path: `${SHARED_PATH}/{token}/renditions/{picture}`,
  security: FOR_EVERYBODY,
  request: {
    params: SharedToken.extend({
      picture: z
        .string()
        .max(70)
        .regex(/^[0-9a-f]{64}\.(?:webp|png)$/),
    }),
  },
  responses: {
    200: { description: "A picture that the manifest names.", content: binary("image/webp", "image/png") },
    304: { description: "The browser's copy of the picture is still valid." },
    404: problem("No book is shared with this token, or it has no such picture."),
  },
});

const FILE_TYPES = DownloadFormatSchema.options.map((format) => BOOK_FILES[format].contentType);

export const sharedFileRoute = apiRoute({
  method: "get",
  path: `${SHARED_PATH}/{token}/files/{format}`,
  security: FOR_EVERYBODY,
  request: { params: SharedToken.extend({ format: DownloadFormatSchema }) },
  responses: {
    200: { description: "The file.", content: binary(...FILE_TYPES) },
    404: problem("No book is shared with this token, or this file was not made."),
  },
});

const Pixels = z.coerce
  .number()
  .pipe(z.int().min(1).max(10_000))
  .optional()
  .openapi({ type: "integer", minimum: 1, maximum: 10_000 });

/** https://oembed.com */
export const oembedRoute = apiRoute({
  method: "get",
  path: OEMBED_PATH,
  security: FOR_EVERYBODY,
  request: {
    query: z.object({
      url: z.string().min(1).max(500).describe("Address of a shared book's page."),
      format: z.string().max(20).default("json").describe("`json`; any other value is answered with 501."),
      maxwidth: Pixels,
      maxheight: Pixels,
    }),
  },
  responses: {
    200: json(
      z
        .object({
          version: z.literal("1.0"),
          type: z.literal("rich"),
          title: z.string(),
          provider_name: z.string(),
          provider_url: z.string(),
          html: z.string(),
          width: z.int(),
          height: z.int(),
          thumbnail_url: z.string().optional(),
          thumbnail_width: z.int().optional(),
          thumbnail_height: z.int().optional(),
          cache_age: z.int(),
        })
        .openapi("Oembed"),
      "The HTML that embeds the book.",
    ),
    404: problem("No book is shared at this address."),
    501: problem("A format other than JSON was requested."),
  },
});
