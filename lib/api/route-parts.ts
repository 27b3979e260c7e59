// What the descriptions of routes have in common.
import { z } from "@hono/zod-openapi";
import { ProblemSchema } from "./problems.ts";

export const SESSION_PATH = "/api/v1/manga/sessions/{sessionId}";

export const SessionPath = z.object({ sessionId: z.string().min(1).max(64) });

export const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemSchema } },
});

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { "application/json": { schema } },
});

export const optionalBody = <T extends z.ZodType>(schema: T) => ({ ...body(schema), required: false });

/** What any route of a session may answer. */
export const SESSION_PROBLEMS = {
  403: problem("Not from this machine."),
  404: problem("No such session, or nothing of that name in it."),
  503: problem("The stores are down."),
};
