// What a phase does with a delivered message: a step of it, by the pipeline's runner.

import { logError } from "../lib/cloud/log.ts";
import { observedPhase } from "../lib/cloud/observed-phase.ts";
import type { Delivery, DeliveryOutcome } from "../lib/cloud/push.ts";
import { type FiguresTeller, redisFiguresTeller } from "../lib/cloud/redis-cache-figures.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import type { Batches } from "../lib/pipeline/batch.ts";
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

/** A delivered message in, a step of this phase done, by those tools that its function has. */
export function phaseWork(
  phase: Phase<MangaTools>,
  tools: Partial<MangaTools>,
  batches?: Batches,
): (delivery: Delivery) => Promise<DeliveryOutcome> {
  const lacks = (what: string) => async () => {
    throw new RangeError(`the function of ${phase.name} has no ${what}`);
  };
  const none: MangaTools = {
    ...{ reader: lacks("reader"), director: lacks("director"), artist: lacks("artist") },
    ...{ stories: lacks("reader of stories"), drafter: lacks("drafter"), binder: lacks("binder") },
  };
  const runner = createRunner({
    ...{ ...services(), batches },
    ...{ phases: [observedPhase(phase, tracing)], tools: { ...none, ...tools }, memo: memo() },
  });
  return async ({ messageId, attributes, body, deliveryAttempt }) => {
    const message = StepMessageSchema.safeParse(body);
    if (message.success) {
      const handled = runner.handle(message.data, { isFirst: deliveryAttempt === 1 });
      // Loaded while the stores answer. What cannot be loaded is said by the step that needs it.
      for (const load of [tools.drafter, tools.binder]) load?.().catch(() => {});
      const outcome = await handled;
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
