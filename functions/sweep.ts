// The sweep: each minute it wakes due sessions, and erases remains of deleted ones and of deleted accounts.

import { auditLog } from "../lib/cloud/audit-log.ts";
import { CALLER_STATUS } from "../lib/cloud/caller-check.ts";
import { logError, logInfo, logWarning } from "../lib/cloud/log.ts";
import { eraseDeletedAccounts } from "../lib/pipeline/account-deletion.ts";
import { eraseLeftovers } from "../lib/pipeline/deletion.ts";
import { BusyError } from "../lib/pipeline/errors.ts";
import { SHARDS } from "../lib/pipeline/schedule.ts";
import { type SweepFailure, type SweepReport, sweep } from "../lib/pipeline/sweep.ts";
import { isParked } from "../lib/pipeline/sweep-failures.ts";
import { answerJson, registerFunction } from "../lib/registered-functions.ts";
import { checkCaller } from "./caller.ts";
import { tracing } from "./tracing.ts";

const EVERY_SHARD = Array.from({ length: SHARDS }, (_, shard) => shard);

/** The alert about parked sessions reads `parkedSession` (infra/watch.ts). */
function logFailure(failure: SweepFailure): void {
  if (failure.kind === "shard") {
    logError("a shard was not swept", failure.error, { shard: failure.shard });
    return;
  }
  const { sessionId, error, putOff } = failure;
  if (error instanceof BusyError) {
    logWarning(`a session was skipped because a store is unavailable: ${error.message}`, { sessionId });
  } else if (putOff !== undefined && isParked(putOff)) {
    logError("a session was parked", error, { sessionId, parkedSession: 1 });
  } else {
    logError("the sweep failed on a session", error, { sessionId, failures: putOff?.sweepFailures.count });
  }
}

/** The alert about old sessions reads `oldestSessionSeconds` (infra/watch.ts). */
function logSweep({ woken, published, oldestMs }: SweepReport): void {
  if (woken > 0) logInfo("sessions were due", { woken, published, oldestSessionSeconds: oldestMs / 1_000 });
}

registerFunction("sweep", async (request, response) => {
  const caller = await checkCaller(request.headers.authorization);
  if (caller !== "known") {
    logWarning("a request from an unknown caller was refused", { caller });
    auditLog({ event: "caller-refused", reason: caller, way: "timer" });
    response.writeHead(CALLER_STATUS[caller]).end();
    return;
  }
  const start = {
    name: "sweep",
    kind: "server",
    traceparent: request.headers.traceparent?.toString(),
  } as const;
  const report = await tracing.serve(start, async (span) => {
    try {
      const [{ erasers, services }, { accountDeletion }] = await Promise.all([
        import("./wiring.ts"),
        import("./account-deletion.ts"),
      ]);
      const now = Date.now();
      const sweeping = sweep(EVERY_SHARD, now, { ...services(), onSweepFailure: logFailure });
      // Concurrently, so that neither is skipped if the other fails or takes long.
      const [swept, erased, accountsErased] = await Promise.allSettled([
        sweeping.then((done) => {
          logSweep(done);
          return done;
        }),
        eraseLeftovers({ ...services(), erasers: erasers() }, now),
        eraseDeletedAccounts(accountDeletion(services(), erasers()), now),
      ]);
      if (accountsErased.status === "rejected") throw accountsErased.reason;
      if (erased.status === "rejected") throw erased.reason;
      if (swept.status === "rejected") throw swept.reason;
      const { woken, published, failed, failedShards } = swept.value;
      span.set({ "mekuri.woken": woken, "mekuri.published": published });
      return failedShards > 0 ? undefined : { woken, published, failed, erased: erased.value };
    } catch (error) {
      // The next sweep retries.
      logError("the sweep failed", error);
      span.set({ "error.type": error instanceof Error ? error.name : typeof error });
      return undefined;
    }
  });
  if (report === undefined) response.writeHead(503).end();
  else answerJson(response, 200, report);
});
