// The function that manages webhook deliveries: claims each attempt, passes it to `webhook`, which calls the receiver and has no access to
// stores, and records the outcome.
import * as z from "zod";
import { logError } from "../lib/cloud/log.ts";
import { servePush } from "../lib/cloud/push.ts";
import { WebhookMessageSchema, WebhookOutcomeSchema } from "../lib/pipeline/webhook-deliveries.ts";
import { claimAttempt, recordOutcome } from "../lib/pipeline/webhooks.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { WEBHOOK_CALL_TOPIC } from "../lib/topology.ts";
import { checkCaller } from "./caller.ts";
import { topics } from "./topics.ts";
import { tracing } from "./tracing.ts";

const wiring = () => import("./wiring.ts");

/** The outcome of an attempt, or a message that one is due. */
const BodySchema = z.union([WebhookOutcomeSchema, WebhookMessageSchema]);

registerFunction(
  "webhook-attempts",
  servePush(
    async ({ messageId, body }) => {
      const message = BodySchema.safeParse(body);
      if (!message.success) {
        logError("a message is malformed", message.error, { messageId });
        return "ack";
      }
      const { services } = await wiring();
      if ("outcome" in message.data) {
        await recordOutcome(services(), message.data);
        return "ack";
      }
      const call = await claimAttempt(services(), message.data);
      const traceparent = tracing.current();
      // An attempt that is not passed on here becomes due again, and the sweep finds it.
      if (call !== undefined) await topics().publish(WEBHOOK_CALL_TOPIC, { json: call, traceparent });
      return "ack";
    },
    { checkCaller, tracing },
  ),
);
