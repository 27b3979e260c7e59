// The sweep: each minute it wakes the sessions that are due.
import { http } from "@google-cloud/functions-framework";
import { CALLER_STATUS } from "../lib/cloud/caller-check.ts";
import { logError, logInfo, logWarning } from "../lib/cloud/log.ts";
import { eraseLeftovers } from "../lib/pipeline/deletion.ts";
import { SHARDS } from "../lib/pipeline/schedule.ts";
import { sweep } from "../lib/pipeline/sweep.ts";
import { checkCaller } from "./caller.ts";
import { tracing } from "./tracing.ts";

const EVERY_SHARD = Array.from({ length: SHARDS }, (_, shard) => shard);

http("sweep", async (request, response) => {
  const caller = await checkCaller(request.get("authorization"));
  if (caller !== "known") {
    logWarning("an unknown caller was refused", { caller });
    response.status(CALLER_STATUS[caller]).end();
    return;
  }
  const start = { name: "sweep", kind: "server", traceparent: request.get("traceparent") } as const;
  const report = await tracing.serve(start, async (span) => {
    try {
      const { erasers, services } = await import("./wiring.ts");
      const now = Date.now();
      const { woken, published, oldestMs } = await sweep(EVERY_SHARD, now, services());
      // The alert about sessions that grow old reads this line (infra/watch.ts).
      if (woken > 0)
        logInfo("sessions were due", { woken, published, oldestSessionSeconds: oldestMs / 1_000 });
      const erased = await eraseLeftovers({ ...services(), erasers: erasers() }, now);
      span.set({ "mekuri.woken": woken, "mekuri.published": published });
      return { woken, published, erased };
    } catch (error) {
      // The next sweep does what this one left.
      logError("the sweep failed", error);
      span.set({ "error.type": error instanceof Error ? error.name : typeof error });
      return undefined;
    }
  });
  if (report === undefined) response.status(503).end();
  else response.json(report);
});
