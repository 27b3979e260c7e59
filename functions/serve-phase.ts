// Registers the function of a phase. It listens before it loads what the phase works with, which is most of a start, and loads
// that while the first delivery is on its way.
import { http } from "@google-cloud/functions-framework";
import { servePush } from "../lib/cloud/push.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import type { Batches } from "../lib/pipeline/batch.ts";
import type { Phase } from "../lib/pipeline/phase.ts";
import type { PhaseName } from "../lib/pipeline/step-id.ts";
import { checkCaller } from "./caller.ts";
import { onceLoaded } from "./once.ts";
import { tracing } from "./tracing.ts";

interface ServedPhase extends Partial<MangaTools> {
  load(): Promise<Phase<MangaTools>>;
  /** Of a phase whose pictures may be made in a vendor's batch. */
  batches?: Batches;
}

/** `tools`: those that the phase uses and no others, since each brings its packages. */
export function servePhase(name: PhaseName, { load, batches, ...tools }: ServedPhase): void {
  const work = onceLoaded(async () => {
    const [{ phaseWork }, phase] = await Promise.all([import("./phase-work.ts"), load()]);
    return phaseWork(phase, tools, batches);
  });
  // What cannot be loaded is said by the delivery that needs it.
  setImmediate(() => void work().catch(() => {}));
  http(
    name,
    servePush(async (delivery) => (await work())(delivery), { checkCaller, tracing }),
  );
}
