// Registers the function of a phase. It listens before it loads what the phase works with: that is most of a start, and
// belongs to the first delivery.
import { http } from "@google-cloud/functions-framework";
import { servePush } from "../lib/cloud/push.ts";
import type { MangaTools } from "../lib/phases/tools.ts";
import type { Phase } from "../lib/pipeline/phase.ts";
import type { PhaseName } from "../lib/pipeline/step-id.ts";
import { onceLoaded } from "./once.ts";
import { tracing } from "./tracing.ts";

export function servePhase(name: PhaseName, loadPhase: () => Promise<Phase<MangaTools>>): void {
  const work = onceLoaded(async () => {
    const [{ phaseWork }, phase] = await Promise.all([import("./phase-work.ts"), loadPhase()]);
    return phaseWork(phase);
  });
  http(
    name,
    servePush(async (delivery) => (await work())(delivery), tracing),
  );
}
