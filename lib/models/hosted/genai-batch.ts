// Questions in batches of the Gemini API, one each, because a batch of a thousand pictures could not be fetched (python-genai#2519).
// https://ai.google.dev/api/batch-api (states, `metadata.output`, asynchronous cancel), https://ai.google.dev/gemini-api/docs/batch-api
// ("the creation of a batch job is not idempotent"; 20 MB inline; expired after 48 hours without results)
import {
  ApiError,
  type BatchJob,
  type GenerateContentConfig,
  type GoogleGenAI,
  JobState,
} from "@google/genai";
import type { BatchState } from "../../pipeline/batch.ts";
import type { CatalogModel } from "../catalog.ts";
import { today } from "../today.ts";
import { failureOf, noAnswerError } from "./failures.ts";
import type { BatchQuestion, HostedModel, Question, Reply } from "./model.ts";
import { readReply } from "./replies.ts";

type RequestOf = (question: Question) => { contents: object[]; config: GenerateContentConfig };

/** The most batches of a key that are searched for a name. Ended ones are deleted, so there are few. */
const MOST_LISTED = 2_000;
const PAGE = 100;
/** Timeout of a submission; well below the time after which a batch with a lost answer is looked up (`step-batch.ts`). */
const SUBMIT_MS = 60_000;

const WAITING: ReadonlySet<string | undefined> = new Set([
  ...[JobState.JOB_STATE_PENDING, JobState.JOB_STATE_QUEUED, JobState.JOB_STATE_RUNNING],
  // A new batch may have no state yet.
  ...[JobState.JOB_STATE_CANCELLING, JobState.JOB_STATE_UNSPECIFIED, undefined],
]);

export function geminiBatches(
  model: CatalogModel,
  client: GoogleGenAI,
  requestOf: RequestOf,
): NonNullable<HostedModel["batch"]> {
  const { id } = model;

  async function submit({ name, question }: BatchQuestion, signal: AbortSignal): Promise<BatchState<Reply>> {
    if (question === undefined) throw new RangeError(`a submission of the batch ${name} needs a question`);
    const job = await client.batches.create({
      model: id,
      src: [requestOf(question)],
      config: { displayName: name, abortSignal: signal, httpOptions: { timeout: SUBMIT_MS } },
    });
    return { kind: "running", id: job.name ?? "" };
  }

  /** Undefined where the vendor has no batch of that name. List entries contain no answers. */
  async function find(name: string, signal: AbortSignal): Promise<string | undefined> {
    let looked = 0;
    for await (const job of await client.batches.list({ config: { pageSize: PAGE, abortSignal: signal } })) {
      if (job.displayName === name) return job.name;
      looked += 1;
      if (looked >= MOST_LISTED) throw new TooManyError();
    }
    return undefined;
  }

  async function look(batch: string, signal: AbortSignal): Promise<BatchState<Reply>> {
    return stateOf(await client.batches.get({ name: batch, config: { abortSignal: signal } }));
  }

  function stateOf({ name = "", state, dest }: BatchJob): BatchState<Reply> {
    if (WAITING.has(state)) return { kind: "running", id: name };
    const [answer] = dest?.inlinedResponses ?? [];
    if (answer?.response !== undefined) {
      return { kind: "made", made: readReply(model, answer.response, today(), { batch: true }) };
    }
    // A failed request is not charged; users report that expired and cancelled batches are.
    if (answer?.error !== undefined)
      return { kind: "lost", reason: answer.error.message ?? "it failed", micros: 0 };
    return { kind: "lost", reason: state ?? "it gave nothing" };
  }

  /** Cancelling is asynchronous and may come too late; then the answer is used. Deleting does not cancel. */
  async function end(batch: string, signal: AbortSignal): Promise<BatchState<Reply>> {
    const config = { abortSignal: signal };
    let state = await look(batch, signal);
    if (state.kind === "running") {
      await client.batches.cancel({ name: batch, config });
      state = await look(batch, signal);
    }
    await client.batches.delete({ name: batch, config });
    return state.kind === "running" ? { kind: "lost", reason: "it was cancelled" } : state;
  }

  return async (order, signal) => {
    const { name, question, wish } = order;
    try {
      signal.throwIfAborted();
      if (wish === "submit") return await submit(order, signal);
      const batch = order.id ?? (await find(name, signal));
      if (batch === undefined) {
        return wish === "find"
          ? await submit(order, signal)
          : { kind: "lost", reason: "it is not there", micros: 0 };
      }
      return await (wish === "end" ? end(batch, signal) : look(batch, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TooManyError) return { kind: "lost", reason: "it is one of too many to be found" };
      if (!(error instanceof ApiError)) throw noAnswerError(id, error);
      const { status, message: body } = error;
      // The batch was deleted.
      if (status === 404 && order.id !== undefined)
        return { kind: "lost", reason: "it is not there any more" };
      throw failureOf({ id, status, body }, { cause: error, question: question ?? NO_QUESTION });
    }
  };
}

class TooManyError extends Error {}

/** For orders without a question; the answer contains nothing of it. */
const NO_QUESTION: Question = {
  ...{ task: "picture", turns: [] },
  wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
};
