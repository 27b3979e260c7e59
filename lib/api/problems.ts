// Every error of the API as problem+json (RFC 9457), with a stable code that programs can branch on.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import type { ApiEnv } from "./identity.ts";
import type { ProblemCode } from "./problem-codes.ts";

export const PROBLEM_TYPE = "application/problem+json";

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable, kebab-case: one of `problem-codes.ts`. */
    code: z.string(),
    detail: z.string(),
    /** Path of the invalid field in the body, if there is one. */
    field: z.string().optional(),
    /** The current version, if the request was based on an older one. */
    current: z.int().optional(),
    /** The current values, if the change was based on older ones. */
    actual: z.record(z.string(), z.unknown()).optional(),
    /**
     * Reason of a refused wish: `not-understood`, `not-supported`, `which`, `nothing-to-change`. Or the service limit that is reached:
     * `hour-money`, `day-money`, `hour-sessions`, `day-sessions`.
     */
    reason: z.string().optional(),
    /** The words of a wish that were not understood, if others were. */
    words: z.string().optional(),
    /** Trace id of the request in the logs. */
    traceId: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof ProblemSchema>;

/** Thrown by routes; `app.onError` answers with it. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: ProblemCode;
  readonly problem: Problem;
  /** Additional response headers. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: ProblemCode,
    detail: string,
    extra: {
      field?: string | undefined;
      current?: number | undefined;
      actual?: Record<string, unknown>;
      reason?: string;
      words?: string | undefined;
    } = {},
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.code = code;
    this.problem = { type: "about:blank", title: titleOf(status), status, code, detail, ...extra };
    this.headers = headers;
  }
}

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  501: "Not Implemented",
  503: "Service Unavailable",
};

function titleOf(status: number): string {
  return TITLES[status] ?? "Internal Server Error";
}

export function answerProblem(context: Context<ApiEnv>, { problem, headers }: ApiProblem): Response {
  const traceId = context.get("traceId");
  return context.body(JSON.stringify({ ...problem, traceId }), problem.status as ContentfulStatusCode, {
    ...headers,
    "content-type": PROBLEM_TYPE,
  });
}

/** The first issue of a failed validation, as a problem that names the field. */
export function invalidRequest(error: z.core.$ZodError): ApiProblem {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  const field = issue?.code === "unrecognized_keys" ? [path, issue.keys[0]].filter(Boolean).join(".") : path;
  return new ApiProblem(422, "invalid-request", `${field || "body"}: ${issue?.message ?? "invalid"}`, {
    field,
  });
}
