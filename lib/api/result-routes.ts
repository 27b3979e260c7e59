// The schemas of the routes that show what a session has made so far: phase results, pages, the timeline.
import { z } from "@hono/zod-openapi";
import { FrameSchema } from "../manga/storyboard.ts";
import { ClientPageSchema, ClientPhaseSchema, ClientTextSchema } from "../pipeline/client-documents.ts";
import { PhaseSchema } from "../pipeline/step-id.ts";
import { EVENTS_PER_PAGE, ListedEventSchema } from "./event-reader.ts";
import { PictureRenditionsSchema, PictureSchema } from "./pictures.ts";
import { apiRoute, json, problem, SESSION_PATH, SESSION_PROBLEMS, SessionPath } from "./route-parts.ts";
import { ManifestSchema } from "./shared-routes.ts";

const time = z.iso.datetime();

const PhaseResultSchema = z
  .object({
    /** From 1 to 7. */
    phase: z.int().min(1).max(7),
    name: PhaseSchema,
    status: ClientPhaseSchema.shape.state,
    /** Steps of the phase that are done; next to it the total as far as it is known. */
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
    /** The phase's result; absent while there is none. */
    output: z.unknown().optional(),
    /** Hash of the result, for phases with one result for the whole book. A change can state it as its `base`. */
    hash: z.string().optional(),
    /** Preview pictures by the step's subject: `c1`, `p003`, `p003/k2`. */
    preview: z.record(z.string(), PictureSchema),
    startedAt: time.optional(),
    completedAt: time.optional(),
    processingTimeMs: z.number().nonnegative().optional(),
    /** The gate after the phase, if there is or was one. */
    gate: ClientPhaseSchema.shape.gate,
    /** When the first of the URLs expires. */
    expiresAt: time.optional(),
  })
  .openapi("PhaseResult");

export const phaseRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/phase/{phase}`,
  request: {
    params: SessionPath.extend({
      phase: z.coerce
        .number()
        .pipe(z.int().min(1).max(7))
        .openapi({ type: "integer", minimum: 1, maximum: 7 }),
    }),
  },
  responses: {
    200: json(PhaseResultSchema, "The phase's results so far."),
    404: problem("No such session, or its phase has not begun."),
  },
});

export const ListedPageSchema = z
  .object({
    number: z.int().positive(),
    state: ClientPageSchema.shape.state,
    /** The composed page. */
    image: PictureSchema.optional(),
    widthPx: z.int().positive().optional(),
    heightPx: z.int().positive().optional(),
    /** The page as WebP for screens, the smallest first. Made after the page, so it is absent for a moment. */
    renditions: PictureRenditionsSchema.optional(),
    /** The storyboard's rough preview. */
    preview: PictureSchema.optional(),
    panels: z.array(
      z.object({
        id: z.string(),
        state: ClientPageSchema.shape.panels.element.shape.state,
        frame: FrameSchema.optional(),
        image: PictureSchema.optional(),
        /** The pictures from which `image` was chosen: `redraw` with `take` and `pick` (from 1) shows another. */
        choice: z
          .object({ take: z.int().positive(), pick: z.int().positive(), images: z.array(PictureSchema) })
          .optional(),
        /**
         * Facts that the story does not state clearly and the reader guessed; guesses are drawn with less detail. Absent if there are none.
         */
        guessed: ClientPageSchema.shape.panels.element.shape.guessed,
      }),
    ),
    texts: z.array(ClientTextSchema),
  })
  .openapi("ListedPage");
export type ListedPage = z.infer<typeof ListedPageSchema>;

export const pagesRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/pages`,
  request: {
    params: SessionPath,
    query: z.object({
      /** Number of the only page to return. */
      page: z.coerce
        .number()
        .pipe(z.int().min(1).max(1000))
        .optional()
        .openapi({ type: "integer", minimum: 1 }),
      since: z.coerce
        .number()
        .pipe(z.int().min(0).max(Number.MAX_SAFE_INTEGER))
        .optional()
        .openapi({ type: "integer", minimum: 0 })
        .describe("`seq` of the previous answer: pages that did not change since are omitted."),
    }),
  },
  responses: {
    200: json(
      z.object({
        pages: z.array(ListedPageSchema),
        /** Sequence number of the newest change in the list: `since` of the next request. */
        seq: z.int().nonnegative(),
        /** Current number of pages of the book. */
        total: z.int().nonnegative(),
        /** Cover of the finished book. */
        cover: PictureSchema.optional(),
        coverRenditions: PictureRenditionsSchema.optional(),
        expiresAt: time.optional(),
      }),
      "The pages made so far, with signed addresses of their pictures.",
    ),
    ...SESSION_PROBLEMS,
  },
});

/** Maximum number of URLs in one answer. */
const MOST_PICTURES = 50;

export const picturesRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/pictures`,
  request: {
    params: SessionPath,
    query: z.object({
      hashes: z
        .string()
        .max(MOST_PICTURES * 65)
        .regex(/^[0-9a-f]{64}(?:,[0-9a-f]{64}){0,49}$/)
        .describe("Hashes of pictures from the session's documents, at most 50, separated by commas."),
    }),
  },
  responses: {
    200: json(
      z.object({ pictures: z.array(PictureSchema), expiresAt: time.optional() }),
      "Signed addresses of these pictures. A client that follows a book requests each picture once, when a document first names it.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const readerRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/reader.json`,
  request: { params: SessionPath },
  responses: {
    200: json(
      ManifestSchema,
      "The pages made so far as a manifest for `<mekuri-reader>`, with signed addresses that expire as those of `pages` do.",
    ),
    ...SESSION_PROBLEMS,
  },
});

export const eventsRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/events`,
  request: {
    params: SessionPath,
    query: z.object({
      /** `next` of the previous page. */
      cursor: z.string().max(500).optional(),
      limit: z.coerce
        .number()
        .pipe(z.int().min(1).max(EVENTS_PER_PAGE.most))
        .default(EVENTS_PER_PAGE.default)
        .openapi({ type: "integer", minimum: 1, maximum: EVENTS_PER_PAGE.most }),
    }),
  },
  responses: {
    200: json(
      z.object({
        events: z.array(ListedEventSchema),
        /** Absent if there is nothing more so far. Use the same cursor again later. */
        next: z.string().optional(),
      }),
      "The timeline, oldest event first.",
    ),
    ...SESSION_PROBLEMS,
  },
});
