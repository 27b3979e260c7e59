// Audits every committed change of a step document: claims, attempts, and writes under another worker's claim.

import type { Settings } from "../settings.ts";
import type { StepRecord } from "../step-record.ts";
import type { Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

export interface StepCommit {
  worker: Worker;
  step: string;
  before: StepRecord | undefined;
  after: StepRecord | undefined;
  /** The value that the transaction returns to the worker. */
  value: unknown;
  input: string | undefined;
  /** Number of results of the step recorded so far. */
  era: number;
  now: number;
}

/** Returns the function that audits each change just before it is written. */
export function stepAudit(world: BookWorld, { timings }: Settings): (commit: StepCommit) => void {
  /** Number of counted claims of each step's newest release. */
  const counts = new Map<string, { release: number; claims: number }>();

  function checkClaim({
    worker,
    step,
    before,
    after,
    input,
    era,
    now,
  }: StepCommit & { after: StepRecord }): void {
    const what = `${nameOf(worker)} claims ${step}`;
    if (after.fence !== (before?.fence ?? 0) + 1) violate(world, "fence-not-raised", what);
    if (before !== undefined && before.leaseUntil !== null && before.leaseUntil > now) {
      violate(world, "claimed-under-lease", `${what} under a lease of ${before.leaseUntil - now} ms more`);
    }
    if (before?.release === after.release && (before.notBefore ?? now) > now) {
      violate(world, "claimed-too-early", `${what} ${(before.notBefore ?? now) - now} ms before it may be`);
    }
    if (before !== undefined && before.settled >= after.release)
      violate(world, "claimed-again-after-exit", what);
    const count = counts.get(step);
    const claims = (count?.release === after.release ? count.claims : 0) + 1;
    if (claims > timings.maxAttempts) violate(world, "claimed-too-often", `${what} for the ${claims}th time`);
    counts.set(step, { release: after.release, claims });
    world.claims.set(step, { release: after.release, fence: after.fence });
    worker.look = undefined;
    worker.claim = {
      ...{ step, input: input ?? "", release: after.release, fence: after.fence },
      ...{ era, unrecordedCalls: 0, kept: 0, excuse: undefined, claimedAt: world.clock.now() },
    };
    world.note(() => `${nameOf(worker)} claims ${step} with fence ${after.fence}`);
  }

  return (commit) => {
    const { worker, step, before, after, value } = commit;
    if (after === undefined) return;
    const isClaim =
      typeof value === "object" && value !== null && "kind" in value && value.kind === "claimed";
    if (isClaim || after.fence !== before?.fence) return checkClaim({ ...commit, after });
    if (worker.claim?.step !== step || worker.claim.fence !== after.fence) {
      violate(world, "stale-lease", `${nameOf(worker)} writes on fence ${after.fence} of ${step}`);
    }
    if (after.attempt >= before.attempt || after.release !== before.release) return;
    const count = counts.get(step);
    if (count !== undefined) count.claims -= 1;
    // A busy answer is not an attempt, nor is a claim that made progress until its time was up.
    if (after.busy > 0) return;
    // A step whose picture is in a batch is not an attempt either.
    if (after.batch !== undefined && after.batch.over !== true) return;
    world.tally.continued += 1;
    if (worker.claim?.kept === 0) {
      violate(
        world,
        "continued-without-progress",
        `${nameOf(worker)} gives back ${step} as if it had got on`,
      );
    }
  };
}
