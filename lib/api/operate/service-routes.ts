// The schemas of the operators' routes about the service as a whole: money, the switch, dead letters, commands in bulk, the record of acts.
import { z } from "@hono/zod-openapi";
import { ServiceWindowsSchema } from "../../pipeline/service-windows.ts";
import { PageQuery } from "../list-cursor.ts";
import { OPERATE_PATH } from "../operators.ts";
import { apiRoute, body, json } from "../route-parts.ts";
import { FOR_OPERATORS, Reason } from "./operate-routes.ts";
import { ListedDeadLetterSchema, OperatorActSchema, SpendSchema } from "./operator-records.ts";

const SwitchSchema = z
  .object({
    isOff: z.boolean(),
    /** Shown to the owners of the sessions that stop. */
    reason: z.string().optional(),
  })
  .openapi("SpendingSwitch");

const Amount = z.int().nonnegative();

export const spendRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/spend`,
  request: {
    query: z.object({
      day: z
        .string()
        .max(10)
        .regex(/^20\d\d-\d\d-\d\d$/)
        .refine((day) => !Number.isNaN(Date.parse(day)), "not a day")
        .optional()
        .openapi({ description: "Default: today (UTC).", example: "2026-12-01" }),
    }),
  },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      SpendSchema.extend({
        /** Only for today, and only where the service has limits. */
        windows: ServiceWindowsSchema.pick({ hour: true, day: true }).optional(),
        /** Ceilings of the service in micro-dollars and sessions, where it has any. */
        limits: z
          .object({ hourMicros: Amount, dayMicros: Amount, hourSessions: Amount, daySessions: Amount })
          .optional(),
      }).openapi("Spend"),
      "What was spent on a day, by model and by owner.",
    ),
  },
});

export const switchRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/switch`,
  responses: { ...FOR_OPERATORS, 200: json(SwitchSchema, "Whether all spending is stopped.") },
});

export const setSwitchRoute = apiRoute({
  method: "put",
  path: `${OPERATE_PATH}/switch`,
  request: { body: body(Reason.extend({ isOff: z.boolean() })) },
  responses: {
    ...FOR_OPERATORS,
    200: json(SwitchSchema, "All instances follow within five seconds."),
  },
});

export const deadLettersRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/dead-letters`,
  request: { query: PageQuery },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({
        letters: z.array(ListedDeadLetterSchema.openapi("DeadLetter")),
        next: z.string().optional(),
      }),
      "Messages that Pub/Sub gave up, without their data.",
    ),
  },
});

export const forgetDeadLetterRoute = apiRoute({
  method: "post",
  path: `${OPERATE_PATH}/dead-letters/{letterId}/forget`,
  request: {
    params: z.object({
      letterId: z
        .string()
        .min(1)
        .max(100)
        .regex(/^[\w-]+$/),
    }),
    body: body(Reason),
  },
  responses: {
    ...FOR_OPERATORS,
    200: json(z.object({ forgotten: z.boolean() }), "Whether there was such a letter; it is deleted now."),
  },
});

/** The number of sessions of one command in bulk. */
export const MOST_IN_BULK = 50;

export const BULK_COMMANDS = ["cancel", "redrive", "park"] as const;

export const bulkRoute = apiRoute({
  method: "post",
  path: `${OPERATE_PATH}/bulk`,
  request: {
    body: body(
      Reason.extend({
        command: z.enum(BULK_COMMANDS),
        sessionIds: z.array(z.string().min(1).max(64)).min(1).max(MOST_IN_BULK),
      }),
    ),
  },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({
        results: z.array(
          z.object({
            sessionId: z.string(),
            /** The session's status after the command; absent if it was refused. */
            status: z.string().optional(),
            /** Code of the problem with which it was refused. */
            refused: z.string().optional(),
          }),
        ),
      }),
      "One result for each session, in their order. A refused one does not stop the others.",
    ),
  },
});

export const actsRoute = apiRoute({
  method: "get",
  path: `${OPERATE_PATH}/acts`,
  request: { query: PageQuery.extend({ session: z.string().min(1).max(64).optional() }) },
  responses: {
    ...FOR_OPERATORS,
    200: json(
      z.object({
        acts: z.array(OperatorActSchema.omit({ schemaVersion: true }).openapi("OperatorAct")),
        next: z.string().optional(),
      }),
      "What operators did, and why; newest first.",
    ),
  },
});
