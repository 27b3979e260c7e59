// What a phase does with a delivered message: a step of it, by the pipeline's runner.

import { logError, logWarning } from "../lib/cloud/log.ts";
import { modelQuota } from "../lib/cloud/model-quota.ts";
import { observedPhase } from "../lib/cloud/observed-phase.ts";
import type { Delivery, DeliveryOutcome } from "../lib/cloud/push.ts";
import { type FiguresTeller, redisFiguresTeller } from "../lib/cloud/redis-cache-figures.ts";
import { modelRegistry } from "../lib/models/registry.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import { StepMessageSchema } from "../lib/pipeline/message.ts";
import type { Phase } from "../lib/pipeline/phase.ts";
import { createRunner } from "../lib/pipeline/runner.ts";
import { redis } from "./clients.ts";
import { once } from "./once.ts";
import { tracing } from "./tracing.ts";
import { memo, services } from "./wiring.ts";

/** Tells health how often it was remembered; without Redis there is nobody to tell. */
const figures = once<FiguresTeller | undefined>(() => {
  const shared = redis();
  return shared && redisFiguresTeller(shared, () => memo().figures(), Date.now);
});

const tools = once<MangaTools>(() => {
  const models = modelRegistry({ quota: modelQuota(), warn: logWarning });
  return {
    writer: models.writer,
    artist: models.artist,
    drafter: once(async () => (await import("../lib/drawing/canvas-drafter.ts")).canvasDrafter()),
    binder: once(async () => (await import("../lib/export/file-binder.ts")).fileBinder()),
  };
});

/** A delivered message in, a step of this phase done. */
export function phaseWork(phase: Phase<MangaTools>): (delivery: Delivery) => Promise<DeliveryOutcome> {
  const runner = createRunner({
    ...services(),
    ...{ phases: [observedPhase(phase, tracing)], tools: tools(), memo: memo() },
  });
  return async ({ messageId, attributes, body, deliveryAttempt }) => {
    const message = StepMessageSchema.safeParse(body);
    if (message.success) {
      const outcome = await runner.handle(message.data, { isFirst: deliveryAttempt === 1 });
      await figures()?.tell();
      return outcome;
    }
    // No version of ours wrote it: it is kept for people to look at, and never comes again.
    logError("a message is malformed", message.error, { messageId });
    const data = typeof body === "string" ? body : JSON.stringify(body);
    await services().deadLetters.keep({ id: messageId, data, attributes, deliveryAttempt });
    return "ack";
  };
}
