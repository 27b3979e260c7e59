// One pushed delivery of Pub/Sub as an HTTP request: the envelope in, a status out.
// https://cloud.google.com/pubsub/docs/push#receive_push
import * as z from "zod";
import { answerJson, type FunctionHandler } from "../registered-functions.ts";
import { auditLog } from "./audit-log.ts";
import { CALLER_STATUS, type CallerCheck } from "./caller-check.ts";
import { logAbout, logError, logWarning } from "./log.ts";
import { idsOnly, type Tracing } from "./tracing.ts";

/** The wrapped envelope, as far as we read it. */
const EnvelopeSchema = z.object({
  message: z.object({
    data: z.base64().optional(),
    attributes: z.record(z.string(), z.string()).optional(),
    messageId: z.string(),
  }),
  subscription: z.string(),
  deliveryAttempt: z.int().optional(),
});

export interface Delivery {
  messageId: string;
  attributes: Record<string, string>;
  /** Counted by Pub/Sub when the subscription has a dead-letter policy; else 1. */
  deliveryAttempt: number;
  /** The message's JSON, or its text when it is none. */
  body: unknown;
}

/** `ack`: done with it. `unavailable`: a store of ours is down, deliver it again later. */
export type DeliveryOutcome = "ack" | "unavailable";

/** The ids of a message that identify it in logs and traces. */
const AboutSchema = z.object({ sessionId: z.string(), step: z.string() });

export interface PushOptions {
  /** The allowed caller; all others are refused at once, before the request's body is read. */
  checkCaller: CallerCheck;
  tracing?: Tracing;
}

/**
 * Serves deliveries, each in a span below that of its publisher. Negative answers slow the whole subscription down, so only `unavailable`
 * is answered negatively (503). An invalid envelope gets 400, because none of our functions sent it.
 */
export function servePush(
  handle: (delivery: Delivery) => Promise<DeliveryOutcome>,
  { checkCaller, tracing = idsOnly }: PushOptions,
): FunctionHandler {
  return async (request, response) => {
    const caller = await checkCaller(request.headers.authorization);
    if (caller !== "known") {
      logWarning("a delivery from an unknown caller was refused", { caller });
      auditLog({ event: "caller-refused", reason: caller, way: "push" });
      response.writeHead(CALLER_STATUS[caller]).end();
      return;
    }
    const envelope = EnvelopeSchema.safeParse(request.body);
    if (!envelope.success) {
      answerJson(response, 400, { error: "not a Pub/Sub push envelope" });
      return;
    }
    const { message, subscription, deliveryAttempt = 1 } = envelope.data;
    const { messageId, attributes = {} } = message;
    const body = decode(message.data ?? "");
    const about = AboutSchema.safeParse(body).data;
    const name = subscription.split("/").at(-1);
    const start = {
      name: `deliver ${name}`,
      kind: "consumer",
      // The publisher's trace has the session's; the front end's header has only this request's.
      traceparent: attributes.traceparent ?? request.headers.traceparent?.toString(),
      attributes: {
        "messaging.system": "gcp_pubsub",
        "messaging.destination.subscription.name": name,
        "messaging.message.id": messageId,
        "messaging.gcp_pubsub.message.delivery_attempt": deliveryAttempt,
        "mekuri.session": about?.sessionId,
        "mekuri.step": about?.step,
      },
    } as const;
    const outcome = await logAbout({ labels: about }, () =>
      tracing.serve(start, async (span): Promise<DeliveryOutcome> => {
        try {
          const answered = await handle({ messageId, attributes, deliveryAttempt, body });
          span.set({ "mekuri.answer": answered });
          return answered;
        } catch (error) {
          logError("a delivery failed", error, { messageId });
          span.set({ "mekuri.answer": "unavailable", "error.type": errorName(error) });
          return "unavailable";
        }
      }),
    );
    response.writeHead(outcome === "ack" ? 204 : 503).end();
  };
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function decode(data: string): unknown {
  const text = Buffer.from(data, "base64").toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
