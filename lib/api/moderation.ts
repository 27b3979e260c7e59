// Moderation: reports about shared books, and suspended owners. An operator decides; a withdrawn book is a part of its session.
import * as z from "zod";
import { MOST_OPERATOR_REASON } from "../pipeline/schedule.ts";
import type { ListPlace } from "./session-reader.ts";

export const REPORT_REASONS = [
  ...(["illegal", "sexual", "violent", "hateful", "copyright", "personal-data", "other"] as const),
] as const;

/** The longest text of a report, in characters. */
export const MOST_REPORT_WORDS = 1_000;
/** Stored reports about one book; further ones are only counted. */
export const MOST_REPORTS = 20;

const ReportSchema = z.object({
  at: z.iso.datetime(),
  reason: z.enum(REPORT_REASONS),
  /** The reporter's words; they may name people. */
  words: z.string().max(MOST_REPORT_WORDS).optional(),
});
export type Report = z.infer<typeof ReportSchema>;

/** All reports about one book. */
export const ReportedBookSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  /** `closed`: an operator has decided; a further report opens it again. */
  state: z.enum(["open", "closed"]),
  /** Of the latest report. */
  lastAt: z.iso.datetime(),
  /** Number of all reports, stored or not. */
  count: z.int().positive(),
  /** The latest ones, oldest first. */
  reports: z.array(ReportSchema).max(MOST_REPORTS),
  decided: z
    .object({ at: z.iso.datetime(), by: z.string(), note: z.string().max(MOST_OPERATOR_REASON) })
    .optional(),
});
export type ReportedBook = z.infer<typeof ReportedBookSchema>;

export const SuspensionSchema = z.object({
  schemaVersion: z.literal(1),
  ownerId: z.string(),
  at: z.iso.datetime(),
  /** An operator's words to the owner. */
  reason: z.string().max(MOST_OPERATOR_REASON),
  /** Owner id of the operator. */
  by: z.string(),
});
export type Suspension = z.infer<typeof SuspensionSchema>;

export interface ReportPage {
  state: ReportedBook["state"];
  after?: ListPlace | undefined;
  limit: number;
}

/** All throw `BusyError` when the store is down. Times are by the store's clock. */
export interface Moderation {
  addReport(about: Pick<ReportedBook, "sessionId" | "ownerId">, report: Omit<Report, "at">): Promise<void>;
  /** By the time of the latest report, newest first, then by session id. */
  listReported(page: ReportPage): Promise<ReportedBook[]>;
  readReported(sessionId: string): Promise<ReportedBook | undefined>;
  /** Closes the reports about a book. False if there are none. */
  decide(sessionId: string, decision: { by: string; note: string }): Promise<boolean>;
  /** Repeating it keeps the first. Throws `TooManySuspendedError`. */
  suspend(ownerId: string, suspension: Pick<Suspension, "reason" | "by">): Promise<Suspension>;
  /** False if the owner is not suspended. */
  restore(ownerId: string): Promise<boolean>;
  readSuspension(ownerId: string): Promise<Suspension | undefined>;
  /** Up to five seconds old. */
  isSuspended(ownerId: string): Promise<boolean>;
}

/** As many owners are suspended as the ledger can read at once. */
export class TooManySuspendedError extends Error {
  override readonly name = "TooManySuspendedError";
  constructor(most: number) {
    super(`${most} owners are suspended already; delete accounts, or restore some`);
  }
}

/** A book's reports with a further one. `now`: RFC 3339. */
export function withReport(
  before: ReportedBook | undefined,
  { sessionId, ownerId }: Pick<ReportedBook, "sessionId" | "ownerId">,
  report: Omit<Report, "at">,
  now: string,
): ReportedBook {
  return {
    ...{ schemaVersion: 1, sessionId, ownerId, state: "open", lastAt: now },
    count: (before?.count ?? 0) + 1,
    reports: [...(before?.reports ?? []), { ...report, at: now }].slice(-MOST_REPORTS),
    ...(before?.decided && { decided: before.decided }),
  };
}
