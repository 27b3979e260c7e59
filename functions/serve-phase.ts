// Registers the function of a phase: a pushed message in, a step of the phase done by `handle`. The function listens before it loads
// what the phase works with, which is most of a start, and loads that while the first message is on its way.

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
  /** Of a phase whose pictures may be made in a vendor's batch. */
  batches?: Batches;
}

type Work = (delivery: Delivery) => Promise<DeliveryOutcome>;

/** `tools`: those that the phase uses and no others, since each brings its packages. */
export function servePhase(name: PhaseName, { load, batches, ...tools }: ServedPhase): void {
  const work = onceLoaded(() => phaseWork(load, tools, batches));
  // What cannot be loaded is said by the message that needs it.
  setImmediate(() => void work().catch(() => {}));
  registerFunction(
    name,
    servePush(async (delivery) => (await work())(delivery), { checkCaller, tracing }),
  );
}

/** Does a step of the phase for each message, by those tools that its function has. */
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

/** No version of ours wrote it: it is kept for people to look at, and never comes again. */
async function keepMalformed(delivery: Delivery, error: Error): Promise<DeliveryOutcome> {
  const { messageId, attributes, body, deliveryAttempt } = delivery;
  const { services } = await import("./wiring.ts");
  logError("a message is malformed", error, { messageId });
  const data = typeof body === "string" ? body : JSON.stringify(body);
  await services().deadLetters.keep({ id: messageId, data, attributes, deliveryAttempt });
  return "ack";
}

/** Tells health how often it was remembered; without Redis there is nobody to tell. */
const figures = once(async (): Promise<FiguresTeller | undefined> => {
  const shared = redis();
  if (shared === undefined) return undefined;
  const [{ redisFiguresTeller }, { memo }] = await Promise.all([
    import("../lib/cloud/redis-cache-figures.ts"),
    import("./wiring.ts"),
  ]);
  return redisFiguresTeller(shared, () => memo().figures(), Date.now);
});
