// One question to a hosted model through the call context, which memoizes, reserves and books it. Each answer is paid once, no matter how
// often the step is repeated.
import * as z from "zod";
import { contentHash } from "../../pipeline/canonical-json.ts";
import type { ModelCall } from "../../pipeline/phase.ts";
import { noUsage } from "../../pipeline/usage.ts";
import type { CallContext } from "../call-context.ts";
import {
  type HostedModel,
  OWN_TIMEOUT_MS,
  type Question,
  type Reply,
  SLOW_TIMEOUT_MS,
  TIMEOUT_MS,
} from "./model.ts";
import { upToMicros } from "./upper-price.ts";

interface Asking {
  /** Whether to memoize a reply. An unusable one should not be, so that a repeated step asks again. */
  worth?: (reply: Reply) => boolean;
  /** Whether it is the step's first picture; only that one may be made in a batch. */
  first?: boolean;
}

/** Asks once. Throws as `HostedModel.ask` and `CallContext.call` do. */
export async function ask(
  context: CallContext,
  model: HostedModel,
  said: Question,
  { worth = isWhole, first = false }: Asking = {},
): Promise<Reply> {
  const question: Question = context.slow && model.slow ? { ...said, slow: true } : said;
  const reply = await context.call<Reply>({
    model: model.id,
    upToMicros: upToMicros(model.id, question),
    mayTakeMs: mostMs(model, question),
    ...(question.task === "look" && { slotless: true }),
    memo: {
      kind: question.wanted.kind === "image" ? "image" : "answer",
      key: keyOf(question),
      pack(reply) {
        if (!worth(reply)) return undefined;
        const { end, reason, heldBack, text, images, notice } = reply;
        // Drafts before the picture are dropped.
        return { value: { end, reason, heldBack, text, notice }, bytes: images.slice(-1) };
      },
      unpack: ({ value, bytes }) => ({
        ...RememberedSchema.parse(value),
        images: bytes,
        usage: noUsage(model.id),
      }),
    },
    make: () => model.ask({ ...question, ...paidBy(context) }, context.signal, context.progress),
    batch: context.batch && first && fitsBatch(said) ? batchOf(context, model, said) : undefined,
  });
  if (reply.notice !== undefined) context.note(reply.notice);
  return reply;
}

const paidBy = ({ payer }: CallContext): Pick<Question, "payer"> => (payer === undefined ? {} : { payer });

/** The most bytes of a batch that is sent inline: https://ai.google.dev/gemini-api/docs/batch-api#inline-requests */
const MOST_BATCH_BYTES = 20_000_000;

/** Whether a question fits a batch with its pictures as base64. A larger one is sent as an ordinary request. */
function fitsBatch({ turns }: Question): boolean {
  const parts = turns.flatMap((turn) => turn.parts);
  const bytes = parts.reduce(
    (sum, part) => sum + ("text" in part ? Buffer.byteLength(part.text) : (part.bytes.length * 4) / 3),
    0,
  );
  return bytes < MOST_BATCH_BYTES * 0.95;
}

/** The batch of a question. Notes on the timeline that a picture is made in a batch, or why it falls back to an ordinary request. */
function batchOf(context: CallContext, model: HostedModel, question: Question): ModelCall<Reply>["batch"] {
  const { batch } = model;
  if (batch === undefined) return undefined;
  return async (order) => {
    const state = await batch({ ...order, question }, context.signal);
    if (state.kind === "running")
      context.note(`${model.id} makes the picture in a batch at half its price, which may take a day`);
    if (state.kind === "lost")
      context.note(
        `the batch of ${model.id} returned no picture (${state.reason}); it is requested by a single call`,
      );
    return state;
  };
}

function mostMs({ id }: HostedModel, { slow }: Question): number {
  // Keys of self-hosted models contain a slash.
  if (id.includes("/")) return OWN_TIMEOUT_MS;
  return slow ? SLOW_TIMEOUT_MS : TIMEOUT_MS;
}

/** Whether to memoize a picture's reply: refusals too, because they are paid, and the same question would be refused again. */
const isWhole = ({ end }: Reply) => end === "done" || end === "refused";

const RememberedSchema = z.object({
  end: z.enum(["done", "truncated", "refused", "empty"]),
  reason: z.string(),
  heldBack: z.enum(["prompt", "answer"]).optional(),
  text: z.string(),
  notice: z.string().optional(),
});

/** Memo key: everything that determines the answer besides owner and model, so without the price tier. Images count by hash. */
function keyOf({ task, system, turns, wanted, seed, edit }: Question): unknown {
  const said = turns.map(({ role, parts }) => [
    role,
    parts.map((part) => ("text" in part ? part.text : contentHash(part.bytes))),
  ]);
  const key = { task, system, said, wanted, seed };
  // Another mask means another picture.
  return edit === undefined ? key : { ...key, edit: edit.mask ? contentHash(edit.mask.bytes) : "whole" };
}
