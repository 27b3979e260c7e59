// The function that knows what receivers are still to be told: it claims each attempt, hands it to `webhook`, which calls the receiver and
// reads no store, and records what came of it.
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

/** What came of an attempt, or that one is due. */
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
      // What is not handed over here is due again, and found by the sweep.
      if (call !== undefined) await topics().publish(WEBHOOK_CALL_TOPIC, { json: call, traceparent });
      return "ack";
    },
    { checkCaller, tracing },
  ),
);
