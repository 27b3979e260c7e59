// What went wrong, in the studio's language.
import { ApiError } from "./api.ts";
import { OutboxFullError } from "./outbox/enqueue.ts";
import { isWordKey } from "./words/en.ts";
import type { Words } from "./words/words.tsx";

/** The message for an error in the studio's language; the service's own words are English and for programs. */
export function reasonOf(error: unknown, t: Words["t"]): string {
  if (error instanceof OutboxFullError) return t("outbox.full");
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  return problemOf(error, t);
}

/** `n`: seconds until it may work. */
export function problemOf(
  { code, status = 0, retryAfter = 0 }: { code: string; status?: number; retryAfter?: number },
  t: Words["t"],
): string {
  const key = `problem.${code}`;
  if (isWordKey(key)) return t(key, { n: Math.max(1, retryAfter) });
  return t(status >= 500 ? "problem.internal" : "problem.other");
}
