// The function of the dead-letter topic: stores messages that could not be handled, and fails their session with a reason.

import { logWarning } from "../lib/cloud/log.ts";
import { servePush } from "../lib/cloud/push.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { checkCaller } from "./caller.ts";
import { tracing } from "./tracing.ts";

const wiring = () => import("./wiring.ts");

registerFunction(
  "dead-letter",
  servePush(
    async ({ messageId, attributes, body, deliveryAttempt }) => {
      logWarning("a message could not be delivered", { messageId });
      const data = typeof body === "string" ? body : JSON.stringify(body);
      await (await wiring()).commands().deadLetter({ id: messageId, data, attributes, deliveryAttempt });
      return "ack";
    },
    { checkCaller, tracing },
  ),
);
