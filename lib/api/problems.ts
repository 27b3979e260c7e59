// Every error of the API as problem+json (RFC 9457), with a stable code that programs can branch on.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import type { ApiEnv } from "./identity.ts";

export const PROBLEM_TYPE = "application/problem+json";

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable, kebab-case. */
    code: z.string(),
    detail: z.string(),
    /** Path of the failing field in the body, where one failed. */
    field: z.string().optional(),
    /** What the server has now, where the request was about something older. */
    current: z.int().optional(),
    /** What stands where a change was made on something older. */
    actual: z.record(z.string(), z.unknown()).optional(),
    /**
     * Why a wish cannot be carried out: `not-understood`, `not-supported`, `which`, `nothing-to-change`; which limit of the service is
     * reached: `hour-money`, `day-money`, `hour-sessions`, `day-sessions`.
     */
    reason: z.string().optional(),
    /** The words of a wish that are not understood, where it is not all of them. */
    words: z.string().optional(),
    /** Under which the logs know the request. */
    traceId: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof ProblemSchema>;

/** Thrown by a route; `app.onError` turns it into its answer. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  /** Fields that the answer's header needs besides. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: string,
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
