// Error messages in the studio's language. Codes that cannot occur in the studio have the words of `problem.other`.
import type { ProblemCode } from "../../lib/api/problem-codes.ts";
import { ApiError } from "./api.ts";
import { OutboxFullError } from "./outbox/enqueue.ts";
import { isWordKey } from "./words/en.ts";
import type { Words } from "./words/words.tsx";

/** The message for an error in the studio's language. */
export function reasonOf(error: unknown, t: Words["t"]): string {
  if (error instanceof OutboxFullError) return t("outbox.full");
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  return problemOf(
    { code: error.code, status: error.status, retryAfter: error.retryAfter, detail: error.message },
    t,
  );
}

/** Problems whose detail names the mistake: a line of a file, a field, a word. It follows the studio's words. */
const EXPLAINED: ReadonlySet<string> = new Set<ProblemCode>([
  ...(["invalid-edit", "invalid-request", "not-editable", "cannot"] as const),
  ...(["story-unusable", "story-unreadable", "portrait-unusable", "font-unusable", "font-in-use"] as const),
  "reference-unusable",
]);

interface Problem {
  code: string;
  status?: number;
  /** Seconds until it may work. */
  retryAfter?: number;
  /** The service's own words, in English. */
  detail: string;
}

export function problemOf({ code, status = 0, retryAfter = 0, detail }: Problem, t: Words["t"]): string {
  const key = `problem.${code}`;
  if (!isWordKey(key)) return t(status >= 500 ? "problem.internal" : "problem.other");
  const words = t(key, { n: Math.max(1, retryAfter) });
  return EXPLAINED.has(code) ? `${words} ${t("problem.detail", { detail })}` : words;
}
