// The schemas of the routes on which people answer gates and change books.
import { z } from "@hono/zod-openapi";
import { CharacterIdSchema } from "../manga/concept.ts";
import { ExportFormatSchema } from "../manga/export-formats.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
import { ChangeItemSchema } from "../pipeline/describe-change.ts";
import { OptionIdSchema } from "../pipeline/options.ts";
import { TextChangeSchema, TextSeenSchema } from "../pipeline/page-edits.ts";
import { MOST_TAKES } from "../pipeline/picture-wishes.ts";
import { PhaseSchema } from "../pipeline/step-id.ts";
import { FrameEdits, PageOrder, RefitPanels } from "./frame-requests.ts";
import { LetterEdits } from "./letter-requests.ts";
import {
  apiRoute,
  body,
  ChangeHeaders,
  CountedFromOne,
  json,
  MergePatch,
  optionalBody,
  PanelId,
  problem,
  SESSION_PATH,
  SESSION_PROBLEMS,
  SessionPath,
  VersionSeen,
} from "./route-parts.ts";

const gate = {
  phase: PhaseSchema,
  revision: z
    .int()
    .positive()
    .describe(
      "The revision of the gate that you saw. An old one is refused; the answer has the current one.",
    ),
};
const page = z.int().positive();

/** Hash of a stored result, as the documents of phases and pages state it. */
export const BaseHash = z
  .string()
  .max(64)
  .length(64)
  .regex(/^[0-9a-f]{64}$/)
  .describe(
    "The hash of the result that you changed. If the stored result has another hash: 412 `edit-conflict`.",
  );

/** Target and strength of a wish. */
const wish = {
  phase: PhaseSchema,
  revision: z
    .int()
    .positive()
    .optional()
    .describe("The revision of the gate that the wish answers; absent: a wish about the current book."),
  target: z
    .strictObject({
      page: page.optional(),
      panel: PanelId.optional(),
      character: CharacterIdSchema.max(12).optional(),
    })
    .default({}),
  intensity: z.number().min(0).max(1).default(0.5).describe("Strength of the change."),
  without: z
    .array(z.string().max(80))
    .max(100)
    .default([])
    .describe(
      "Ids of changes in the preview, of any kind, that are not to be made. If no change is left: 422 `nothing-to-change`.",
    ),
};
export const previewed = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]{64}$/)
  .optional()
  .describe(
    "The `hash` of a preview: exactly its changes are made. If the changes are different by now: 412.",
  );

const edit = {
  phase: PhaseSchema,
  revision: z
    .int()
    .positive()
    .optional()
    .describe("The revision of the gate that the edit answers; absent: an edit of the current book."),
  kind: z.literal("edit"),
  patch: MergePatch.describe("A JSON merge patch (RFC 7386) of the phase's result."),
  page: page.optional().describe("The page of the storyboard; only for that phase."),
  base: BaseHash.optional(),
};
const words = { ...wish, kind: z.literal("words"), text: z.string().trim().min(1).max(2000) };
const option = {
  ...wish,
  kind: z.literal("option"),
  option: OptionIdSchema,
  text: z.string().trim().max(2000).default("").describe("Details that the option alone does not state."),
};

const frames = z.strictObject({
  kind: z.literal("frames"),
  page,
  edits: FrameEdits,
  base: BaseHash.optional(),
});
const lettering = z.strictObject({
  kind: z.literal("lettering"),
  page,
  edits: LetterEdits,
  base: BaseHash.optional(),
});
const refit = z.strictObject({ kind: z.literal("refit"), panels: RefitPanels });
const redraw = z.strictObject({
  kind: z.literal("redraw"),
  page,
  panel: PanelId,
  takes: z
    .int()
    .min(1)
    .max(MOST_TAKES)
    .optional()
    .describe("How many pictures would be made, by a redraw, another prompt or an edit. Default: 1."),
});
const pages = z.strictObject({ kind: z.literal("pages"), order: PageOrder, base: BaseHash.optional() });

export const FeedbackRequestSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...gate, kind: z.literal("approve") }),
    z.strictObject({ ...gate, kind: z.literal("skip") }),
    z.strictObject({ ...edit, previewed }),
    z.strictObject({ ...words, previewed }),
    z.strictObject({ ...option, previewed }),
  ])
  .openapi("FeedbackRequest");

export const optionsRoute = apiRoute({
  method: "get",
  path: `${SESSION_PATH}/options`,
  request: {
    params: SessionPath,
    query: z.object({
      phase: PhaseSchema.optional().describe(
        "Absent: the phase of the open gate, or every phase where none is open.",
      ),
    }),
  },
  responses: {
    200: json(
      z.object({
        gate: ClientSessionSchema.shape.waiting,
        options: z.array(
          z.object({
            id: OptionIdSchema,
            phase: PhaseSchema,
            labels: z.object({ ja: z.string(), en: z.string() }),
          }),
        ),
      }),
      "The quick options of the open gate, of the requested phase, or of all phases. Only options that the current book allows are listed.",
    ),
    ...SESSION_PROBLEMS,
    422: problem("No such phase."),
  },
});

/** The fields of every answer to a change of a book. */
export const REVISED = {
  sessionId: z.string(),
  status: z.string(),
  /** The number of the version that the change starts. */
  version: z.int().positive(),
};
const RevisedSchema = z.object(REVISED).openapi("RevisedSession");

export const revised = json(
  RevisedSchema,
  "Accepted: the results that depend on the change are made again, no others.",
);
export const conflict = problem("The session was cancelled, or is being changed; try again.");
export const versionConflict = problem(
  "The book is no longer at the version of `If-Match` (`current` is its version), or the value that you changed is no longer the one that you saw.",
);
export const changeDoesNotFit = problem("The change is not valid; `field` names the field.");

export const feedbackRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/feedback`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath,
    body: body(FeedbackRequestSchema),
  },
  responses: {
    200: revised,
    ...SESSION_PROBLEMS,
    412: versionConflict,
    409: problem("No such gate is open, or the revision is old; `current` is the open gate."),
    422: problem(
      "The feedback is not valid (`field` names the field), or cannot be carried out (`reason` says why).",
    ),
  },
});

const PreviewSchema = z
  .object({
    sessionId: z.string(),
    version: CountedFromOne.describe("The version that the preview is of; confirm it with this `If-Match`."),
    hash: z.string().describe("Identifies these changes; confirm them by sending it as `previewed`."),
    changes: z.array(ChangeItemSchema),
    again: z
      .record(z.string(), z.int().positive())
      .describe(
        "How many results are made again, by kind: `portrait`, `artwork` (a panel), `storyboard`, `lettering` …",
      ),
    reviews: z
      .array(PhaseSchema)
      .describe("Phases whose review was passed and opens again, because the change alters their results."),
    priceMicros: z
      .int()
      .nonnegative()
      .describe("Estimated cost with the session's models, if no remembered answer can be used."),
    readingMicros: z.int().nonnegative().describe("Cost of reading the wish; 0 if a program reads it."),
  })
  .openapi("WishPreview");

export const PreviewRequestSchema = z
  .discriminatedUnion("kind", [
    z.strictObject(words),
    z.strictObject(option),
    z.strictObject(edit),
    frames,
    lettering,
    refit,
    redraw,
    pages,
  ])
  .openapi("PreviewRequest");

export const previewRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/feedback/preview`,
  request: {
    headers: VersionSeen,
    params: SessionPath,
    body: body(PreviewRequestSchema),
  },
  responses: {
    200: json(
      PreviewSchema,
      "What the wish, the edit, the change of frames or lettering, the other order of pages or the redraw would change. Nothing is changed, drawn or stored.",
    ),
    ...SESSION_PROBLEMS,
    409: problem("No such gate is open, or the session was cancelled or is being changed; try again."),
    412: versionConflict,
    422: problem(
      "The feedback is not valid (`field` names the field), or cannot be carried out (`reason` says why).",
    ),
  },
});

/** The pipeline's schema, with the public name for a text's position. */
export const TEXT_FIELDS = TextChangeSchema.omit({ at: true }).extend({
  position: TextChangeSchema.shape.at.describe(
    "Position of its middle on the page, in units of 0.1 mm; null lets the lettering choose again.",
  ),
}).shape;

/** The id in the page's document, with a dot for the slash: `k2.w1`; `k2.s1` is a sound. */
export const BalloonId = z
  .string()
  .max(16)
  .regex(/^k\d+[./][ws]\d+$/);

/** The values of a text that the client saw. A change is refused if the stored values differ by now. */
export const TEXT_SEEN = {
  was: z
    .strictObject({ text: TextSeenSchema.shape.text, position: TextSeenSchema.shape.at })
    .optional()
    .describe(
      "The values that you saw and that yours replace. If the stored values differ: 412 `edit-conflict` with `actual`.",
    ),
};

export const TextRequestSchema = z
  .strictObject({ ...TEXT_FIELDS, ...TEXT_SEEN })
  .refine(({ was: _was, ...change }) => Object.keys(change).length > 0, "at least one field is needed")
  .meta({ id: "TextChange" });

export const changeTextRoute = apiRoute({
  method: "patch",
  path: `${SESSION_PATH}/pages/{page}/balloons/{balloonId}`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({
      page: CountedFromOne,
      balloonId: BalloonId,
    }),
    body: body(TextRequestSchema),
  },
  responses: {
    200: revised,
    ...SESSION_PROBLEMS,
    409: conflict,
    412: versionConflict,
    422: changeDoesNotFit,
  },
});

export const EarlierTake = z
  .int()
  .min(0)
  .max(100_000)
  .optional()
  .describe(
    "An earlier take, by the number of the version that asked for it; 0 is the first. Absent: a new one.",
  );

export const redrawRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/pages/{page}/panels/{panelId}/redraw`,
  request: {
    headers: ChangeHeaders,
    params: SessionPath.extend({ page: CountedFromOne, panelId: PanelId }),
    body: optionalBody(
      z
        .strictObject({
          prompt: z
            .string()
            .trim()
            .min(1)
            .max(2000)
            .optional()
            .describe("A new description of the panel's picture; absent: the same as before."),
          take: EarlierTake,
          pick: z
            .int()
            .min(1)
            .max(MOST_TAKES)
            .optional()
            .describe(
              "With `take` or `version`: which of the pictures that an edit or a redraw made, from 1.",
            ),
          takes: z
            .int()
            .min(1)
            .max(MOST_TAKES)
            .optional()
            .describe(
              "How many pictures to make at once; `take` and `pick` choose among them without a further cost. Default: 1.",
            ),
          version: page
            .optional()
            .describe("A version whose picture the panel gets again, regardless of later changes."),
          scene: z
            .literal(true)
            .optional()
            .describe("Draws every panel of the same scene again; each picture is paid for as one redraw."),
        })
        .refine(
          ({ version, take, prompt }) => version === undefined || (take ?? prompt) === undefined,
          "version excludes take and prompt",
        )
        .refine(
          ({ scene, version, take, prompt }) =>
            scene === undefined || (version ?? take ?? prompt) === undefined,
          "scene excludes version, take and prompt",
        )
        .refine(
          ({ take, version, pick }) => pick === undefined || (take ?? version) !== undefined,
          "pick needs a take or a version",
        )
        .refine(
          ({ takes, take, version, scene }) =>
            takes === undefined || (take ?? version ?? scene) === undefined,
          "takes excludes take, version and scene",
        )
        .openapi("RedrawRequest"),
    ),
  },
  responses: {
    200: revised,
    ...SESSION_PROBLEMS,
    409: conflict,
    412: versionConflict,
    422: changeDoesNotFit,
  },
});

export const ParamsRequestSchema = z
  .strictObject({
    title: z.string().min(1).max(255).optional(),
    pages: z.int().min(1).max(100).optional(),
    language: LanguageSchema.optional(),
    direction: DirectionSchema.optional(),
    dropPunctuation: z.boolean().optional().describe("Letters the pages again; no picture is drawn again."),
    genre: z.string().min(1).max(60).optional(),
    seed: z.int().min(0).max(2_147_483_647).optional(),
    formats: z.array(ExportFormatSchema).max(ExportFormatSchema.options.length).optional(),
  })
  .refine((params) => Object.keys(params).length > 0, "at least one field is needed")
  .openapi("ParamsRequest");

export const changeParamsRoute = apiRoute({
  method: "patch",
  path: `${SESSION_PATH}/params`,
  request: { headers: ChangeHeaders, params: SessionPath, body: body(ParamsRequestSchema) },
  responses: {
    200: revised,
    ...SESSION_PROBLEMS,
    409: conflict,
    412: versionConflict,
    422: changeDoesNotFit,
  },
});

const RetryRequestSchema = z
  .strictObject({
    /** A new budget, if the session stopped at its budget. */
    budgetMicros: z.int().min(0).max(1_000_000_000_000).optional(),
  })
  .openapi("RetryRequest");

export const retryRoute = apiRoute({
  method: "post",
  path: `${SESSION_PATH}/retry`,
  request: { params: SessionPath, body: optionalBody(RetryRequestSchema) },
  responses: {
    200: json(
      z.object({ sessionId: z.string(), status: z.string() }),
      "The session continues from the failed step.",
    ),
    ...SESSION_PROBLEMS,
    409: problem("The session has not failed."),
  },
});
