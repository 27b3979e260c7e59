// The Gemini API's batches: `models.batchGenerateContent`, and `batches.get`, `list`, `cancel` and `delete`.
// https://ai.google.dev/api/batch-api: paths, fields, states; `metadata.output` holds the answers; cancelling is asynchronous and best effort,
// and ends in an operation with error code 1; deleting does not cancel. https://ai.google.dev/gemini-api/docs/batch-api: `displayName` is
// required and not unique, since "the creation of a batch job is not idempotent"; 20 MB inline; half the price; expired after 48 hours
// without results. https://ai.google.dev/gemini-api/docs/rate-limits#batch-mode: 100 batches at once.
// Undocumented behaviour is set to the stricter alternative: a cancelled or expired batch is charged for its requests (users report
// charges for expired ones), a failed request is not charged, and a new batch appears in lists only after `listLagMs`.
import * as z from "zod";
import type { Offer } from "./account.ts";
import { GoogleError, invalid, refusalOf } from "./google-error.ts";
import type { Route } from "./routes.ts";
import { GenerateContentSchema } from "./wire.ts";

export interface BatchOptions {
  /** Milliseconds until a batch completes. Default: 0, it completes when it is first fetched. `Infinity`: it never completes. */
  batchMs?: number;
  /** Milliseconds for which a new batch is missing in lists. Default: 0. */
  listLagMs?: number;
  /** The clock, in milliseconds. Default: the process's clock. */
  now?: () => number;
}

const MOST_BYTES = 20 * 1_024 * 1_024;
const MOST_AT_ONCE = 100;
const EXPIRES_MS = 48 * 3_600_000;

const CreateSchema = z.strictObject({
  batch: z.strictObject({
    displayName: z.string().min(1),
    model: z.string().optional(),
    priority: z.union([z.string().regex(/^-?\d+$/), z.int()]).optional(),
    inputConfig: z.strictObject({
      requests: z.strictObject({
        requests: z
          .array(
            z.strictObject({
              request: GenerateContentSchema.extend({ model: z.string().optional() }),
              metadata: z.record(z.string(), z.unknown()).optional(),
            }),
          )
          .min(1),
      }),
    }),
  }),
});

type State = "PENDING" | "RUNNING" | "SUCCEEDED" | "CANCELLED" | "EXPIRED";

interface Batch {
  id: string;
  displayName: string;
  model: string;
  createdAt: number;
  endsAt: number;
  state: State;
  isCancelling: boolean;
  /** Answers one request. Called once for each request when the batch completes. */
  answer: (() => Promise<unknown>)[];
  metadata: (Record<string, unknown> | undefined)[];
  answers: unknown[];
}

export type BatchRoute =
  | { kind: "create"; route: Route }
  | { kind: "list"; query: URLSearchParams }
  | { kind: "get" | "cancel" | "delete"; id: string };

const CREATE = /^\/(v1(?:beta)?)\/models\/([a-z0-9.-]+):batchGenerateContent$/;
const ONE = /^\/v1beta\/batches\/([a-z0-9]+)(:cancel)?$/;

/** Undefined for a path that is not of batches, which are a resource of `v1beta`. */
export function batchRouteOf(verb: string, url: string): BatchRoute | undefined {
  const { pathname, searchParams } = new URL(url, "http://local");
  const [, version, model] = CREATE.exec(pathname) ?? [];
  if (version !== undefined && model !== undefined && verb === "POST") {
    if (version !== "v1beta")
      throw new GoogleError("NOT_FOUND", `batchGenerateContent is not found in ${version}.`);
    return { kind: "create", route: { service: "gemini", version, model, method: "generateContent" } };
  }
  if (pathname === "/v1beta/batches" && verb === "GET") return { kind: "list", query: searchParams };
  const [, id, cancels] = ONE.exec(pathname) ?? [];
  if (id === undefined) return undefined;
  if (cancels !== undefined) return verb === "POST" ? { kind: "cancel", id } : undefined;
  return verb === "GET" ? { kind: "get", id } : verb === "DELETE" ? { kind: "delete", id } : undefined;
}

export interface Created {
  text: string;
  offer: Offer;
  /** Validates a request like a single call and returns the function that answers it. Throws Google's error. */
  check(request: unknown): () => Promise<unknown>;
}

export class Batches {
  readonly #options: BatchOptions;
  readonly #all = new Map<string, Batch>();
  /** How often a batch was created, by display name, including deleted ones. */
  readonly created: Record<string, number> = {};

  constructor(options: BatchOptions) {
    this.#options = options;
  }

  get #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  create({ text, offer, check }: Created): unknown {
    if (Buffer.byteLength(text) > MOST_BYTES) {
      throw invalid(`Request payload size exceeds the limit: ${MOST_BYTES} bytes.`);
    }
    const parsed = CreateSchema.safeParse(parseJson(text));
    if (!parsed.success) throw refusalOf(parsed.error);
    if (offer.batchShare === undefined) {
      throw new GoogleError("NOT_FOUND", `models/${offer.id} is not supported for batchGenerateContent.`);
    }
    const running = [...this.#all.values()].filter((one) => isRunning(one)).length;
    if (running >= MOST_AT_ONCE) {
      throw new GoogleError("RESOURCE_EXHAUSTED", "You exceeded your quota of concurrent batch requests.");
    }
    const { displayName, inputConfig } = parsed.data.batch;
    const { requests } = inputConfig.requests;
    const number = Object.values(this.created).reduce((sum, one) => sum + one, 1);
    const batch: Batch = {
      ...{ id: `b${String(number).padStart(8, "0")}`, displayName, model: offer.id, createdAt: this.#now },
      endsAt: this.#now + (this.#options.batchMs ?? 0),
      ...{ state: "PENDING", isCancelling: false, answers: [] },
      answer: requests.map(({ request: { model: _model, ...request } }) => check(request)),
      metadata: requests.map(({ metadata }) => metadata),
    };
    this.#all.set(batch.id, batch);
    this.created[displayName] = (this.created[displayName] ?? 0) + 1;
    return operationOf(batch, { whole: true });
  }

  async get(id: string): Promise<unknown> {
    await this.catchUp();
    return operationOf(this.#find(id), { whole: true });
  }

  async list(query: URLSearchParams): Promise<unknown> {
    await this.catchUp();
    for (const name of query.keys()) {
      if (!["pageSize", "pageToken", "filter"].includes(name))
        throw invalid(`Unknown query parameter ${name}.`);
    }
    const size = Math.min(100, Math.max(1, Number(query.get("pageSize") ?? 10)));
    const from = Number(query.get("pageToken") ?? 0);
    const listed = [...this.#all.values()]
      .filter((one) => this.#now - one.createdAt >= (this.#options.listLagMs ?? 0))
      .toReversed();
    const page = listed.slice(from, from + size);
    // Lists contain no answers: they are returned when a batch is fetched by name.
    const operations = page.map((one) => operationOf(one, { whole: false }));
    return {
      ...(operations.length > 0 && { operations }),
      ...(from + size < listed.length && { nextPageToken: String(from + size) }),
    };
  }

  async cancel(id: string): Promise<unknown> {
    await this.catchUp();
    const batch = this.#find(id);
    // The batch is still running at once after the request.
    if (isRunning(batch)) batch.isCancelling = true;
    return {};
  }

  async delete(id: string): Promise<unknown> {
    await this.catchUp();
    const batch = this.#find(id);
    // A deleted batch continues and is charged, but cannot be fetched.
    if (isRunning(batch)) await finish(batch);
    this.#all.delete(id);
    return {};
  }

  #find(id: string): Batch {
    const batch = this.#all.get(id);
    if (batch === undefined) throw new GoogleError("NOT_FOUND", `Batch batches/${id} was not found.`);
    return batch;
  }

  /** Applies the changes of state that are due. */
  async catchUp(): Promise<void> {
    for (const batch of this.#all.values()) {
      if (!isRunning(batch)) continue;
      if (batch.isCancelling) {
        await finish(batch);
        batch.state = "CANCELLED";
      } else if (this.#now - batch.createdAt >= EXPIRES_MS) {
        await finish(batch);
        batch.state = "EXPIRED";
      } else if (this.#now >= batch.endsAt) await finish(batch);
      else batch.state = "RUNNING";
    }
  }
}

const isRunning = ({ state }: Batch) => state === "PENDING" || state === "RUNNING";

/** Answers and charges every request. */
async function finish(batch: Batch): Promise<void> {
  batch.state = "SUCCEEDED";
  for (const [index, answer] of batch.answer.entries()) {
    const metadata = batch.metadata[index];
    try {
      batch.answers.push({ ...(metadata && { metadata }), response: await answer() });
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      batch.answers.push({
        ...(metadata && { metadata }),
        error: { code: error.code, message: error.message },
      });
    }
  }
}

function operationOf(batch: Batch, { whole }: { whole: boolean }): unknown {
  const { id, state, displayName, model, createdAt, answers, answer } = batch;
  const name = `batches/${id}`;
  const time = new Date(createdAt).toISOString();
  const isDone = !isRunning(batch);
  const hasAnswers = state === "SUCCEEDED";
  const output = { inlinedResponses: { inlinedResponses: answers } };
  const failed = answers.filter((one) => typeof one === "object" && one !== null && "error" in one).length;
  const type = "type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch";
  return {
    name,
    metadata: {
      ...{ "@type": type, model: `models/${model}`, displayName, name, state: `BATCH_STATE_${state}` },
      ...{ createTime: time, updateTime: time, ...(isDone && { endTime: time }) },
      // Counts of 0 are omitted, as in the JSON of protocol buffers.
      batchStats: {
        requestCount: String(answer.length),
        ...(isDone ? {} : { pendingRequestCount: String(answer.length) }),
        ...(hasAnswers &&
          answers.length > failed && { successfulRequestCount: String(answers.length - failed) }),
        ...(hasAnswers && failed > 0 && { failedRequestCount: String(failed) }),
      },
      ...(whole && hasAnswers && { output }),
    },
    ...(isDone && { done: true }),
    ...(state === "CANCELLED" && { error: { code: 1, message: "The batch was cancelled." } }),
    ...(whole && hasAnswers && { response: { "@type": `${type}Output`, ...output } }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${error}`);
  }
}
