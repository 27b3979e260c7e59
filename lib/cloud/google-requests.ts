// Requests to Google's JSON APIs for the hand-written clients of documents, topics and objects. Saves a cold start the load of Google's
// client libraries, megabytes each (rows "cold start" of `docs/proof/bench.md`). Sends the same headers as those clients: the account, its
// quota project, the client's name and the routing parameters. A request is retried by its method's own rule.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { type Exchange, exchange } from "./http-exchange.ts";

export interface GoogleRequest extends Pick<Exchange, "url" | "method" | "body"> {
  headers?: Record<string, string>;
  /** The request's subject, by the names of the API's own routing headers. https://google.aip.dev/client-libraries/4222 */
  routed?: Readonly<Record<string, string>> | undefined;
  /** An emulator needs no account, and treats every caller as the project's owner, to whom no rule applies. */
  isEmulated: boolean;
  retry: RetryRule;
}

/** How a method is retried. */
export interface RetryRule {
  /** HTTP statuses that are retried; so is a missing answer. */
  statuses: readonly number[];
  /** Before the second try; grows by the factor with each further one. */
  firstWaitMs: number;
  factor: number;
  longestWaitMs: number;
  /** Time limit of one attempt. */
  tryMs: number;
  /** No try begins later than this after the first. */
  lastTryMs: number;
}

/** A service refused a request. */
export class GoogleRefusedError extends Error {
  override readonly name = "GoogleRefusedError";
  /** The HTTP status. */
  readonly code: number;
  /** The name of the gRPC status; undefined if an intermediary answered. */
  readonly status: string | undefined;
  constructor({ pathname }: URL, code: number, answer: string) {
    const { status, message = answer.slice(0, 500) } = errorIn(answer);
    super(`${pathname} was refused (${code}): ${message}`);
    this.code = code;
    this.status = status;
  }
}

/** https://google.aip.dev/193 */
const ErrorSchema = z.object({ error: z.object({ status: z.string(), message: z.string() }).partial() });

function errorIn(answer: string): { status?: string | undefined; message?: string | undefined } {
  try {
    // A method that streams answers with a list.
    return ErrorSchema.parse([JSON.parse(answer)].flat()[0]).error;
  } catch {
    return {};
  }
}

/** https://google.aip.dev/client-libraries/4001 */
const CLIENT = `gl-node/${process.versions.node} rest/${process.versions.node} mekuri/0.2.0`;

/** The answer's body. Throws `GoogleRefusedError`, and the errors of `exchange`. */
export async function askGoogle(request: GoogleRequest): Promise<Buffer> {
  const { url, method, body, retry } = request;
  const asked = { url, method, body, headers: await headersOf(request), timeoutMs: retry.tryMs };
  const startedAt = performance.now();
  for (let waitMs = retry.firstWaitMs; ; waitMs = Math.min(retry.longestWaitMs, retry.factor * waitMs)) {
    try {
      const answer = await exchange(asked);
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      throw new GoogleRefusedError(url, answer.status, answer.body.toString());
    } catch (error) {
      const isFinal = error instanceof GoogleRefusedError && !retry.statuses.includes(error.code);
      const tookMs = performance.now() - startedAt;
      if (isFinal || tookMs + waitMs > retry.lastTryMs) throw error;
    }
    await sleep(waitMs * (0.5 + 0.5 * Math.random()));
  }
}

async function headersOf({ headers, routed, isEmulated }: GoogleRequest): Promise<Record<string, string>> {
  const sent: Record<string, string> = { "x-goog-api-client": CLIENT, ...headers };
  if (routed !== undefined) sent["x-goog-request-params"] = new URLSearchParams(routed).toString();
  if (isEmulated) return { ...sent, authorization: "Bearer owner" };
  // With `x-goog-user-project` if the account has a quota project.
  const { accountHeaders } = await import("./google-account.ts");
  return { ...sent, ...Object.fromEntries(new Headers(await accountHeaders())) };
}
