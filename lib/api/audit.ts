// The audit: a closed list of events about access, money, deletions and operators, each a log line without personal text. A line holds
// words of closed lists, and ids. An id that is not a UUID is written as a salted hash, so that no text of a request can reach a line.
import { createHmac, randomBytes } from "node:crypto";
import * as z from "zod";
import { LIMIT_NAMES } from "./limit-rules.ts";
import { REPORT_REASONS } from "./moderation.ts";
import { PROBLEM_CODES, type ProblemCode } from "./problem-codes.ts";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** Of this process, so hashes can be compared only within one instance. */
const SALT = randomBytes(16);

/** An id of an account, a session or a sign-in. */
const IdSchema = z
  .string()
  .transform((id) =>
    UUID.test(id) ? id : `hash-${createHmac("sha256", SALT).update(id).digest("hex").slice(0, 16)}`,
  );

/** A route as its description has it, never a request's path. `unknown`: no route matched. */
const RouteSchema = z.string().regex(/^(?:unknown|\/[\w{}./-]{1,120})$/);

const SignInMethodSchema = z.enum(["password", "google", "identity-platform", "guest"]);
export type SignInMethod = z.infer<typeof SignInMethodSchema>;

const WayInSchema = z.enum(["manga", "auth", "health", "push", "timer", "step"]);
export type WayIn = z.infer<typeof WayInSchema>;

/** Name of a limit, or code of a problem. */
const RefusalSchema = z.enum([...PROBLEM_CODES, ...LIMIT_NAMES]);

const BUDGET_STOPS = [
  ...([
    "budget-session",
    "budget-editors",
    "budget-day",
    "budget-service",
    "spending-stopped",
    "owner-suspended",
  ] as const),
  ...(["hour-money", "day-money", "hour-sessions", "day-sessions"] as const),
] as const;
const BudgetStopSchema = z.enum(BUDGET_STOPS);
export type BudgetStop = z.infer<typeof BudgetStopSchema>;

/** All events. `severity`: of the log line. `docs/operate/audit.md` explains each. */
export const AUDIT_EVENTS = {
  "account-created": {
    severity: "INFO",
    fields: z.object({ method: SignInMethodSchema, owner: IdSchema }),
  },
  "sign-in": {
    severity: "INFO",
    fields: z.object({ method: SignInMethodSchema, owner: IdSchema, family: IdSchema }),
  },
  /** `owner`: if the account is known. */
  "sign-in-refused": {
    severity: "INFO",
    fields: z.object({
      method: SignInMethodSchema,
      reason: z.enum(PROBLEM_CODES),
      owner: IdSchema.optional(),
    }),
  },
  "sign-out": { severity: "INFO", fields: z.object({ owner: IdSchema, family: IdSchema }) },
  /** A refresh token was used twice, so its sign-in was ended. */
  "token-reuse": { severity: "WARNING", fields: z.object({ owner: IdSchema, family: IdSchema }) },
  /** A request was answered with 401, 403 or 429. `reason`: the limit's name or the problem's code. */
  "request-refused": {
    severity: "INFO",
    fields: z.object({
      status: z.union([z.literal(401), z.literal(403), z.literal(429)]),
      reason: RefusalSchema,
      way: WayInSchema,
      route: RouteSchema,
      owner: IdSchema.optional(),
    }),
  },
  /** A function for Pub/Sub or Cloud Scheduler was called by somebody else. */
  "caller-refused": {
    severity: "WARNING",
    fields: z.object({
      reason: z.enum(["unauthenticated", "forbidden", "unavailable"]),
      way: WayInSchema,
    }),
  },
  /** A budget, or the switch of all spending, stopped a step or the start of a session. */
  "budget-stop": {
    severity: "WARNING",
    fields: z.object({
      reason: BudgetStopSchema,
      way: WayInSchema,
      owner: IdSchema.optional(),
      session: IdSchema.optional(),
    }),
  },
  /** Somebody reported a shared book. */
  "book-reported": {
    severity: "INFO",
    fields: z.object({ reason: z.enum(REPORT_REASONS), session: IdSchema }),
  },
  /** With all its books, which are not recorded one by one. */
  "account-deleted": { severity: "INFO", fields: z.object({ owner: IdSchema }) },
  "session-deleted": { severity: "INFO", fields: z.object({ owner: IdSchema, session: IdSchema }) },
  /** A command of `npm run mekuri` that changes data, recorded before it does so. */
  "operator-command": {
    severity: "WARNING",
    fields: z.object({
      command: z.enum([
        ...(["keys-day-budget", "keys-operator", "keys-operator-revoke", "redrive"] as const),
        ...(["migrate-up", "migrate-down", "migrate-rewrap"] as const),
        ...(["migrate-accounts", "migrate-accounts-revert"] as const),
      ]),
      owner: IdSchema.optional(),
      session: IdSchema.optional(),
    }),
  },
  /** A call of `/api/v1/operate/*` by an operator, recorded before it is served. `owner`, `session`: what its path names. */
  "operator-call": {
    severity: "INFO",
    fields: z.object({
      operator: IdSchema,
      method: z
        .string()
        .regex(/^(?:GET|POST|PUT|PATCH|DELETE)$/)
        .optional(),
      route: RouteSchema,
      owner: IdSchema.optional(),
      session: IdSchema.optional(),
    }),
  },
} as const;

type Events = typeof AUDIT_EVENTS;
export type AuditEventName = keyof Events;
export type AuditEvent = {
  [Name in AuditEventName]: { event: Name } & z.input<Events[Name]["fields"]>;
}[AuditEventName];

/** Records an event. Never throws. */
export type Audit = (event: AuditEvent) => void;

export interface AuditLine {
  severity: "INFO" | "WARNING";
  message: string;
  /** `audit` is the event's name, by which the metrics of `infra/audit-alerts.ts` count. */
  fields: { audit: AuditEventName } & Record<string, string | number | boolean | undefined>;
}

/** A value that is not of its field's form is left out with all others: the event itself is always recorded. */
export function auditLine({ event, ...given }: AuditEvent): AuditLine {
  const { severity, fields } = AUDIT_EVENTS[event];
  const read = fields.safeParse(given);
  const message = read.success ? `audit: ${event}` : `audit: ${event}, with fields of a wrong form`;
  return { severity, message, fields: { audit: event, ...read.data } };
}

/** The name of the limit, if it is one of `LIMIT_NAMES`; else the problem's code. */
export function refusalReasonOf(code: ProblemCode, limit?: string): z.infer<typeof RefusalSchema> {
  return z.enum(LIMIT_NAMES).safeParse(limit).data ?? code;
}

/** The budget stop of a problem or a failed step's code; undefined for any other. */
export function budgetStopOf(code: string | undefined): BudgetStop | undefined {
  return BudgetStopSchema.safeParse(code).data;
}
