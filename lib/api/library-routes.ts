// The schemas of the routes that change a book's title, rating and visibility, and that list public books.
import { z } from "@hono/zod-openapi";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
import { PageQuery } from "./list-cursor.ts";
import { PictureSchema } from "./pictures.ts";
import { apiRoute, body, FOR_EVERYBODY, json, problem, SESSION_PATH, SessionPath } from "./route-parts.ts";

const VisibilitySchema = z.enum(["private", "unlisted", "public"]);

const AboutRequestSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe("The title in lists. The title printed on the book is changed with its parameters."),
    description: z.string().trim().max(2000).nullable().optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
    visibility: VisibilitySchema.optional().describe(
      "`unlisted`: anyone with its token can read it; `public`: it is also listed; `private` revokes the token.",
    ),
    findable: z
      .boolean()
      .optional()
      .describe("For a public book: whether search engines may index it. Default: no."),
    support: z
      .boolean()
      .optional()
      .describe(
        "Lets operators of the service read the book for three days, to help you; `false` ends that.",
      ),
  })
  .refine((about) => Object.keys(about).length > 0, "at least one field is needed")
  .openapi("AboutRequest");

const AboutSchema = z
  .object({
    sessionId: z.string(),
    title: z.string(),
    description: z.string().optional(),
    tags: z.array(z.string()),
    visibility: VisibilitySchema,
    /** Token that opens the book; absent while it is private. */
    shareToken: z.string().optional(),
    /** Whether search engines may index the book while it is public. */
    findable: z.boolean(),
    /** Until when you let operators read the book. */
    supportUntil: z.iso.datetime().optional(),
    links: z.object({ shared: z.string().optional(), page: z.string().optional() }),
  })
  .openapi("AboutBook");

export const aboutRoute = apiRoute({
  method: "patch",
  path: SESSION_PATH,
  request: { params: SessionPath, body: body(AboutRequestSchema) },
  responses: {
    200: json(AboutSchema, "The book's description now."),
    404: problem("No such session."),
    409: problem("Only a finished book can be shared."),
  },
});

export const OpenBookSchema = z.object({
  token: z.string(),
  title: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  language: LanguageSchema,
  direction: DirectionSchema,
  pages: z.int().nonnegative(),
  createdAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().optional(),
  /** `running`: the book is being changed. */
  status: ClientSessionSchema.shape.status,
});

const PublicBooksSchema = z
  .object({
    books: z.array(OpenBookSchema.extend({ cover: PictureSchema.optional() })),
    next: z.string().optional(),
  })
  .openapi("PublicBooks");
export type PublicBook = z.infer<typeof PublicBooksSchema>["books"][number];

export const publicRoute = apiRoute({
  method: "get",
  path: "/api/v1/manga/public",
  security: FOR_EVERYBODY,
  request: { query: PageQuery },
  responses: { 200: json(PublicBooksSchema, "Public books, the most recently published first.") },
});
