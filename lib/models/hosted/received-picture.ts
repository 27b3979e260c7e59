// One paid request for a picture, and what of its answer is one: the last image, decoded, of about the shape that was asked for.
import type { CallContext } from "../call-context.ts";
import { ask } from "./ask.ts";
import type { HostedModel, Question, Reply } from "./model.ts";
import { type Failure, failureOfReply } from "./picture-outcomes.ts";
import { decode, type Picture } from "./shape.ts";

/** Every reply is remembered: it is paid, whatever came, and a repeated step goes on where this one ended. */
export const askForPicture = (
  context: CallContext,
  model: HostedModel,
  question: Question,
  { first = false }: { first?: boolean } = {},
) => ask(context, model, question, { worth: () => true, first });

export async function readPicture(
  reply: Reply,
  aspectRatio: string,
): Promise<Picture | { kind: "failure"; failure: Failure }> {
  const failure = failureOfReply(reply);
  if (failure !== undefined) return { kind: "failure", failure };
  const decoded = await decode(reply.images.at(-1)?.bytes ?? new Uint8Array(), aspectRatio);
  if (decoded.kind === "picture") return decoded;
  return { kind: "failure", failure: { outcome: "technical", reason: decoded.reason } };
}
