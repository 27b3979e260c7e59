// The schemas of the operators' routes. No answer has a title, a story, a word or a picture of a book.
import { z } from "@hono/zod-openapi";
import { ClientSessionSchema } from "../../pipeline/client-documents.ts";
import { MOST_OPERATOR_REASON } from "../../pipeline/schedule.ts";
import { PhaseSchema } from "../../pipeline/step-id.ts";
import { PageQuery } from "../list-cursor.ts";
import { ReportedBookSchema, SuspensionSchema } from "../moderation.ts";
import { OPERATE_PATH } from "../operators.ts";
import { apiRoute, body, json, problem, SessionPath } from "../route-parts.ts";
import { SESSION_ORDERS } from "../session-reader.ts";

/** To everybody but operators, none of these routes exists. */
export const FOR_OPERATORS = { 404: problem("The caller is no operator, or there is no such session.") };

/** The largest gift of one rerun, in micro-dollars. */
export const MOST_GIFT_MICROS = 10_000_000;

const OwnerPath = z.object({ ownerId: z.string().min(1).max(64) });
const SESSION = `${OPERATE_PATH}/sessions/{sessionId}`;
const OWNER = `${OPERATE_PATH}/owners/{ownerId}`;

/** Why an operator acts; recorded with the act. The owner sees it where the route says so. */
export const Reason = z.strictObject({ reason: z.string().min(1).max(MOST_OPERATOR_REASON) });

export const operatorRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/me`,
  responses: {
    ...FOR_OPERATORS,
    200: json(z.object({ ownerId: z.string() }).openapi("Operator"), "The token's owner is an operator."),
  },
});

const OperatedSessionSchema = ClientSessionSchema.pick({
  ...{ sessionId: true, ownerId: true, status: true, version: true, createdAt: true, updatedAt: true },
  ...{ endedAt: true, pages: true, panels: true, currentPhase: true, costMicros: true, visibility: true },
})
  .extend({
    withdrawn: z
      .object({ at: z.iso.datetime(), reason: z.string().optional().describe("Absent in lists.") })
      .optional(),
    /** Its code only: a message may quote the story. */
    error: z.string().optional(),
  })
  .openapi("OperatedSession");
export type OperatedSession = z.infer<typeof OperatedSessionSchema>;

export const operatedSessionsRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/sessions`,
  request: {
    query: PageQuery.extend({
      status: ClientSessionSchema.shape.status.optional(),
      owner: z.string().min(1).max(64).optional(),
      order: z.enum(SESSION_ORDERS).default("newest").openapi({
        description: "By the time of the start, or by the cost. With `owner`, only `newest`.",
      }),
    }),
  },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({ sessions: z.array(OperatedSessionSchema), next: z.string().optional() }),
      "Sessions of all owners.",
    ),
  },
});

const OperatedStepSchema = z.object({
  step: z.string(),
  /** `resting`: it waits for room at its model; `parked`: its picture is made in a batch. */
  state: z.enum(["done", "in-flight", "resting", "parked"]),
  /** sha-256 of its input and of its output. */
  input: z.string().optional(),
  output: z.string().optional(),
  /** Claims of its present release that count as attempts. */
  attempts: z.int().nonnegative(),
  leaseUntil: z.iso.datetime().optional(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  costMicros: z.int().nonnegative(),
  /** Code of its last failure. */
  error: z.string().optional(),
});
export type OperatedStep = z.infer<typeof OperatedStepSchema>;

export const operatedSessionRoute = apiRoute({
  method: "get",
  path: SESSION,
  request: { params: SessionPath },
  responses: {
    200: json(
      z
        .object({
          session: OperatedSessionSchema,
          /** Trace id of all its work. */
          trace: z.string().optional(),
          /** Consecutive failures of the sweep; `parked` if it tries no more. */
          sweep: z
            .object({ failures: z.int().positive(), error: z.string(), parked: z.boolean() })
            .optional(),
          steps: z.array(OperatedStepSchema),
        })
        .openapi("OperatedSessionSteps"),
      "The session and its steps.",
    ),
    ...FOR_OPERATORS,
  },
});

export const operatedCancelRoute = apiRoute({
  method: "post",
  path: `${SESSION}/cancel`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    200: json(z.object({ status: ClientSessionSchema.shape.status }), "The status after the command."),
    ...FOR_OPERATORS,
    409: problem("The session has ended."),
  },
});

export const operatedRedriveRoute = apiRoute({
  method: "post",
  path: `${SESSION}/redrive`,
  request: {
    params: SessionPath,
    body: body(
      Reason.extend({
        from: PhaseSchema.optional().openapi({ description: "Makes this phase and all later ones again." }),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        status: ClientSessionSchema.shape.status,
        published: z.array(z.string()),
        busy: z.array(z.string()),
        again: z.array(z.string()),
      }),
      "What works again.",
    ),
    ...FOR_OPERATORS,
    409: problem("There is nothing to do; `code` says why."),
  },
});

export const parkRoute = apiRoute({
  method: "post",
  path: `${SESSION}/park`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    200: json(
      z.object({ status: ClientSessionSchema.shape.status }),
      "The session has failed with `parked-by-operator` and keeps its results; its owner sees the reason. A redrive continues it.",
    ),
    ...FOR_OPERATORS,
    409: problem("The session has ended."),
  },
});

export const rerunRoute = apiRoute({
  method: "post",
  path: `${SESSION}/rerun`,
  request: {
    params: SessionPath,
    body: body(
      Reason.extend({
        step: z.string().min(1).max(100),
        giftMicros: z.int().nonnegative().max(MOST_GIFT_MICROS).optional().openapi({
          description:
            "What the service adds to the session's money, beyond the owner's budget. Default: twice the cost of the step so far.",
        }),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({
        status: ClientSessionSchema.shape.status,
        published: z.array(z.string()),
        busy: z.array(z.string()),
        again: z.array(z.string()),
        giftMicros: z.int().nonnegative(),
      }),
      "The step is made again with its own input. Later steps are made again only where its result differs.",
    ),
    ...FOR_OPERATORS,
    409: problem("There is nothing to do; `code` says why."),
  },
});

export const withdrawRoute = apiRoute({
  method: "post",
  path: `${SESSION}/withdraw`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    200: json(OperatedSessionSchema, "The book is private; its owner sees the reason."),
    ...FOR_OPERATORS,
  },
});

export const admitRoute = apiRoute({
  method: "post",
  path: `${SESSION}/admit`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    200: json(OperatedSessionSchema, "Its owner may share the book again."),
    ...FOR_OPERATORS,
  },
});

const OperatedReportsSchema = ReportedBookSchema.omit({ schemaVersion: true }).openapi("ReportedBook");

export const reportedRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/reports`,
  request: { query: PageQuery.extend({ state: ReportedBookSchema.shape.state.default("open") }) },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({ books: z.array(OperatedReportsSchema), next: z.string().optional() }),
      "Reported books, the latest report first.",
    ),
  },
});

export const decideReportsRoute = apiRoute({
  method: "post",
  path: `${SESSION}/reports`,
  request: { params: SessionPath, body: body(Reason) },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({ closed: z.boolean() }),
      "Whether there were reports about the book; they are closed now.",
    ),
  },
});

const OperatedOwnerSchema = z
  .object({
    ownerId: z.string(),
    suspended: SuspensionSchema.pick({ at: true, reason: true, by: true }).optional(),
  })
  .openapi("OperatedOwner");

export const operatedOwnerRoute = apiRoute({
  method: "get",
  path: OWNER,
  request: { params: OwnerPath },
  responses: {
    ...FOR_OPERATORS,
    200: json(OperatedOwnerSchema, "Whether the owner is suspended."),
  },
});

export const suspendRoute = apiRoute({
  method: "post",
  path: `${OWNER}/suspend`,
  request: { params: OwnerPath, body: body(Reason) },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      OperatedOwnerSchema,
      "The owner's sessions spend nothing more, five seconds later at the latest.",
    ),
    409: problem("Too many owners are suspended."),
  },
});

export const restoreOwnerRoute = apiRoute({
  method: "post",
  path: `${OWNER}/restore`,
  request: { params: OwnerPath, body: body(Reason) },
  responses: {
    ...FOR_OPERATORS,
    200: json(OperatedOwnerSchema, "The owner may use the service again."),
  },
});
