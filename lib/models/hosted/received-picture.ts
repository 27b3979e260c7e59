// One paid request for a picture. The picture is the last image of the reply, decoded, if its proportions fit the request.
import type { CallContext } from "../call-context.ts";
import { ask } from "./ask.ts";
import type { HostedModel, Question, Reply } from "./model.ts";
import { type Failure, failureOfReply } from "./picture-outcomes.ts";
import { decode, type Picture } from "./shape.ts";

/** Memoizes every reply, because it is paid: a repeated step continues after it. */
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
