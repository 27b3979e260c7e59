// One question to a hosted model by way of a step's desk: given from memory, or reserved, asked, booked and remembered. So each answer
// is paid once, however often the step is repeated.
import * as z from "zod";
import { contentHash } from "../../pipeline/canonical-json.ts";
import { noUsage } from "../../pipeline/usage.ts";
import type { Desk } from "../desk.ts";
import { type HostedModel, OWN_TIMEOUT_MS, type Question, type Reply, TIMEOUT_MS } from "./model.ts";
import { upToMicros } from "./upper-price.ts";

/**
 * Asks once. `worth` says whether a reply is remembered: one of which nothing can be used should be asked for anew when the step is
 * repeated. Throws as `HostedModel.ask` and `Desk.call` do.
 */
export async function ask(
  desk: Desk,
  model: HostedModel,
  question: Question,
  worth: (reply: Reply) => boolean = isWhole,
): Promise<Reply> {
  const reply = await desk.call<Reply>({
    model: model.id,
    upToMicros: upToMicros(model.id, question),
    // Keys of own models hold a slash.
    mayTakeMs: model.id.includes("/") ? OWN_TIMEOUT_MS : TIMEOUT_MS,
    memo: {
      kind: question.wanted.kind === "image" ? "image" : "answer",
      key: keyOf(question),
      pack(reply) {
        if (!worth(reply)) return undefined;
        const { end, reason, heldBack, text, images, notice } = reply;
        // Drafts before the picture are not kept.
        return { value: { end, reason, heldBack, text, notice }, bytes: images.slice(-1) };
      },
      unpack: ({ value, bytes }) => ({
        ...RememberedSchema.parse(value),
        images: bytes,
        usage: noUsage(model.id),
      }),
    },
    make: () => model.ask(question, desk.signal, desk.progress),
  });
  if (reply.notice !== undefined) desk.note(reply.notice);
  return reply;
}

/** A refusal is paid like an answer, and the same question is refused again. */
const isWhole = ({ end }: Reply) => end === "done" || end === "refused";

const RememberedSchema = z.object({
  end: z.enum(["done", "truncated", "refused", "empty"]),
  reason: z.string(),
  heldBack: z.enum(["prompt", "answer"]).optional(),
  text: z.string(),
  notice: z.string().optional(),
});

/** Everything that decides the answer besides owner and model. Images count by their bytes. */
function keyOf({ task, system, turns, wanted, seed, mask }: Question): unknown {
  const said = turns.map(({ role, parts }) => [
    role,
    parts.map((part) => ("text" in part ? part.text : contentHash(part.bytes))),
  ]);
  return { task, system, said, wanted, seed, ...(mask && { mask: contentHash(mask) }) };
}
