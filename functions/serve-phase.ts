// Registers the function of a phase: a pushed message comes in, `handle` runs the step. The function listens before it loads the phase's
// code, which is most of a cold start, and loads that while the first message is on its way.

import { logError } from "../lib/cloud/log.ts";
import { type Delivery, type DeliveryOutcome, servePush } from "../lib/cloud/push.ts";
import type { FiguresTeller } from "../lib/cloud/redis-cache-figures.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import type { Batches } from "../lib/pipeline/batch.ts";
import type { Phase } from "../lib/pipeline/phase.ts";
import type { PhaseName } from "../lib/pipeline/step-id.ts";
import { registerFunction } from "../lib/registered-functions.ts";
import { checkCaller } from "./caller.ts";
import { redis } from "./clients.ts";
import { once, onceLoaded } from "./once.ts";
import { tracing } from "./tracing.ts";

interface ServedPhase extends Partial<MangaTools> {
  load(): Promise<Phase<MangaTools>>;
  /** For a phase whose pictures may be made in a vendor's batch. */
  batches?: Batches;
}

type Work = (delivery: Delivery) => Promise<DeliveryOutcome>;

/** `tools`: only those that the phase uses, because each brings its packages. */
export function servePhase(name: PhaseName, { load, batches, ...tools }: ServedPhase): void {
  const work = onceLoaded(() => phaseWork(load, tools, batches));
  // An error is reported by the message that needs it.
  setImmediate(() => void work().catch(() => {}));
  registerFunction(
    name,
    servePush(async (delivery) => (await work())(delivery), { checkCaller, tracing }),
  );
}

/** Returns the handler of the phase's messages, which runs steps with the function's tools. */
export async function phaseWork(
  load: ServedPhase["load"],
  tools: Partial<MangaTools>,
  batches?: Batches,
): Promise<Work> {
  // Workers start while the first message is on its way. The step that needs a tool reports what cannot be loaded.
  for (const tool of [tools.drafter, tools.binder]) tool?.().catch(() => {});
  const [{ createRunner }, { StepMessageSchema }, { observedPhase }, { memo, services }, phase] =
    await Promise.all([
      import("../lib/pipeline/handle.ts"),
      import("../lib/pipeline/message.ts"),
      import("../lib/cloud/observed-phase.ts"),
      import("./wiring.ts"),
      load(),
    ]);
  const runner = createRunner({
    ...{ ...services(), batches, memo: memo() },
    ...{ phases: [observedPhase(phase, tracing)], tools: { ...noTools(phase.name), ...tools } },
  });
  return async (delivery) => {
    const message = StepMessageSchema.safeParse(delivery.body);
    if (!message.success) return keepMalformed(delivery, message.error);
    const outcome = await runner.handle(message.data, { isFirst: delivery.deliveryAttempt === 1 });
    await (await figures())?.tell();
    return outcome;
  };
}

function noTools(phase: PhaseName): MangaTools {
  const lacks = (what: string) => async () => {
    throw new RangeError(`the function of ${phase} has no ${what}`);
  };
  return {
    ...{ reader: lacks("reader"), director: lacks("director"), artist: lacks("artist") },
    ...{ stories: lacks("reader of stories"), drafter: lacks("drafter"), binder: lacks("binder") },
  };
}

/** No version of Mekuri wrote the message, so a retry cannot help: it is stored for inspection and acknowledged. */
async function keepMalformed(delivery: Delivery, error: Error): Promise<DeliveryOutcome> {
  const { messageId, attributes, body, deliveryAttempt } = delivery;
  const { services } = await import("./wiring.ts");
  logError("a message is malformed", error, { messageId });
  const data = typeof body === "string" ? body : JSON.stringify(body);
  await services().deadLetters.keep({ id: messageId, data, attributes, deliveryAttempt });
  return "ack";
}

/** Reports the cache's hit rate to health through Redis; undefined without Redis. */
const figures = once(async (): Promise<FiguresTeller | undefined> => {
  const shared = redis();
  if (shared === undefined) return undefined;
  const [{ redisFiguresTeller }, { memo }] = await Promise.all([
    import("../lib/cloud/redis-cache-figures.ts"),
    import("./wiring.ts"),
  ]);
  return redisFiguresTeller(shared, () => memo().figures(), Date.now);
});
