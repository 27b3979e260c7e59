// Schemas and answers that several routes share.
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { PROBLEM_TYPE, ProblemSchema } from "./problems.ts";

export const SESSION_PATH = "/api/v1/manga/sessions/{sessionId}";

export function sessionLink(sessionId: string): string {
  return SESSION_PATH.replace("{sessionId}", sessionId);
}

export const SessionPath = z.object({ sessionId: z.string().min(1).max(64) });

/** Id of a panel, as in a book's pages. */
export const PanelId = z
  .string()
  .max(8)
  .regex(/^k\d+$/);

/** Maximum number of members in a patch: several times as many as any result has. */
const MOST_MEMBERS = 100;

/** A JSON merge patch (RFC 7386) of an object. `mergePatch` bounds its depth and size. */
export const MergePatch = z
  .record(z.string().max(100), z.unknown())
  .refine((patch) => Object.keys(patch).length <= MOST_MEMBERS, `at most ${MOST_MEMBERS} members`)
  .openapi({ maxProperties: MOST_MEMBERS });

/** Number of a page or a version, counted from 1, in a path or query. */
export const CountedFromOne = z.coerce
  .number()
  .pipe(z.int().positive())
  .openapi({ type: "integer", minimum: 1 });

/** The version that the client saw. A change is made only to that version, so that concurrent changes do not overwrite each other. */
export const VersionSeen = z.object({
  "if-match": z
    .string()
    .max(11)
    .regex(/^"?[1-9]\d{0,8}"?$/)
    .transform((version) => Number(version.replaceAll('"', "")))
    .optional()
    .openapi({
      type: "string",
      maxLength: 11,
      pattern: '^"?[1-9]\\d{0,8}"?$',
      description: "The version that you saw.",
    }),
});

/** Headers that every change of a book accepts. */
export const ChangeHeaders = VersionSeen.extend({
  "idempotency-key": z
    .string()
    .max(255)
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .openapi({
      description:
        "Idempotency key: a change that is sent again with the same key is made once and gets the first answer.",
    }),
});

export const problem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: ProblemSchema } },
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

/** Body of a route without parameters: nothing, or an empty object. */
export const NO_FIELDS = optionalBody(z.strictObject({}));

/** Problems that any route of a session may answer. */
export const SESSION_PROBLEMS = {
  404: problem("No such session, or it has no item of that name."),
};

const ANY_PROBLEMS = {
  400: problem("The request is malformed."),
  429: problem("Too many requests; `Retry-After` says when to try again."),
  500: problem("Internal error."),
  503: problem("A store of the service is unavailable."),
};

/** Problems of the authentication, on routes that are not public. */
const IDENTITY_PROBLEMS = {
  401: problem("The access token is missing or not accepted."),
  403: problem("The account is suspended, or it may not do this."),
};

/** Problems of the server, on routes with a body. */
const BODY_PROBLEMS = {
  400: problem("The body is not JSON."),
  413: problem("The body is too large."),
  415: problem("The body is not of the type application/json."),
};

const INPUT_PROBLEMS = {
  422: problem("A field is not valid; `field` names it."),
};

/** Problems of the caller's role, on routes of a session. */
const ROLE_PROBLEMS = { 403: problem("Your role on this book does not allow this.") };

/** For a route's `security`: public, needs no access token. */
export const FOR_EVERYBODY: NonNullable<RouteConfig["security"]> = [];

/**
 * Describes a route of the API, and adds the problems that may be answered before it runs. Below /api it needs an access token unless it
 * sets `security: FOR_EVERYBODY`.
 */
export function apiRoute<P extends string, R extends Omit<RouteConfig, "path"> & { path: P }>(route: R) {
  const isForEverybody = route.security?.length === 0;
  return createRoute({
    ...route,
    security: isForEverybody ? FOR_EVERYBODY : [{ accessToken: [] }],
    responses: {
      ...ANY_PROBLEMS,
      ...(isForEverybody ? {} : IDENTITY_PROBLEMS),
      ...(route.path.includes("{sessionId}") ? ROLE_PROBLEMS : {}),
      ...(route.request === undefined ? {} : INPUT_PROBLEMS),
      ...(route.request?.body === undefined ? {} : BODY_PROBLEMS),
      ...route.responses,
    },
  });
}
