// The function that tells receivers of a session's end: the only one that calls addresses which people chose.
import { http } from "@google-cloud/functions-framework";
import { webhookSecrets } from "../lib/api/webhook-secrets.ts";
import { readSetting } from "../lib/cloud/config.ts";
import { logError } from "../lib/cloud/log.ts";
import { servePush } from "../lib/cloud/push.ts";
import { webhookSender } from "../lib/cloud/webhook-sender.ts";
import { WebhookMessageSchema } from "../lib/pipeline/webhook-deliveries.ts";
import { deliverWebhook } from "../lib/pipeline/webhooks.ts";
import { checkCaller } from "./caller.ts";
import { onceLoaded } from "./once.ts";
import { tracing } from "./tracing.ts";

const work = onceLoaded(async () => {
  const { services, webhookKey } = await import("./wiring.ts");
  const sender = webhookSender({
    ...webhookSecrets(webhookKey()),
    allowLoopback: readSetting("MEKURI_WEBHOOK_LOOPBACK") === "on",
    now: Date.now,
  });
  return { services, sender };
});

http(
  "webhook",
  servePush(
    async ({ messageId, body }) => {
      const message = WebhookMessageSchema.safeParse(body);
      if (message.success) {
        const { services, sender } = await work();
        await deliverWebhook(services(), sender, message.data);
      } else logError("a message is malformed", message.error, { messageId });
      return "ack";
    },
    { checkCaller, tracing },
  ),
);
