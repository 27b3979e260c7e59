// The function that calls webhook receivers, the only one that connects to user-chosen addresses. Its account can read no document and no
// file: each message contains all data of an attempt, and the outcome is sent to `webhook-attempts`.

import { webhookSecrets } from "../lib/api/webhook-secrets.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { logError } from "../lib/cloud/log.ts";
import { servePush } from "../lib/cloud/push.ts";
import { webhookSender } from "../lib/cloud/webhook-sender.ts";
import {
  outcomeOf,
  type SendOutcome,
  type WebhookCall,
  WebhookCallSchema,
} from "../lib/pipeline/webhook-deliveries.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { WEBHOOK_TOPIC } from "../lib/topology.ts";
import { checkCaller } from "./caller.ts";
import { once } from "./once.ts";
import { topics } from "./topics.ts";
import { tracing } from "./tracing.ts";
import { webhookKey } from "./webhook-key.ts";

const sender = once(() =>
  webhookSender({
    ...webhookSecrets(webhookKey()),
    allowLoopback: readSetting("MEKURI_WEBHOOK_LOOPBACK") === "on",
    now: Date.now,
  }),
);

/**
 * Recent attempts of this process: a duplicate message, or one redelivered because its outcome could not be sent, is not attempted again.
 */
const MOST_KEPT = 1_000;
const made = new Map<string, Promise<SendOutcome>>();

function attempt(call: WebhookCall): Promise<SendOutcome> {
  const key = `${call.event.id} ${call.attempts}`;
  const sending = made.get(key) ?? sender().send(call);
  const [oldest] = made.keys();
  if (made.size >= MOST_KEPT && oldest !== undefined) made.delete(oldest);
  made.set(key, sending);
  return sending;
}

registerFunction(
  "webhook",
  servePush(
    async ({ messageId, body }) => {
      const call = WebhookCallSchema.safeParse(body);
      if (!call.success) {
        // Probably a message of an earlier version: its delivery is still due, and the sweep sends it again.
        logError("a message is malformed", call.error, { messageId });
        return "ack";
      }
      if (Date.now() >= call.data.notAfter) return "ack";
      const outcome = outcomeOf(call.data, await attempt(call.data));
      await topics().publish(WEBHOOK_TOPIC, { json: outcome, traceparent: tracing.current() });
      return "ack";
    },
    { checkCaller, tracing },
  ),
);
