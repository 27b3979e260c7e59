// The ledger of a simulated world: a row for each paid call, and a final check that every row is accounted for.

import type { Pay } from "../cost-meter.ts";
import type { StepRecord } from "../step-record.ts";
import type { Usage } from "../usage.ts";
import type { HeldClaim, Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

interface Row {
  key: string;
  worker: Worker;
  claim: HeldClaim;
  /** Key of the question, once answered; the same for all claims of a step. */
  question: string | undefined;
  /** Undefined until the call returned. */
  micros: number | undefined;
}

export interface Ledger {
  /** Called before a call. Checks that the worker has just checked its claim and that the session is live. */
  reserve(worker: Worker, call: Parameters<Pay>[0]): Row;
  /** Called when the call returned, with the model that answered. */
  charge(row: Row, usage: Pick<Usage, "model" | "costMicros">): void;
  /** Called when the call was refused, with its cost. */
  refuse(row: Row, usage: Pick<Usage, "costMicros">): void;
  /** Compares the costs in step documents and session with the rows. */
  settle(records: ReadonlyMap<string, StepRecord>, costMicros: number): void;
}

export function openLedger(world: BookWorld): Ledger {
  const rows = new Map<string, Row>();

  function checkLook(worker: Worker, key: string): void {
    const { look } = worker;
    if (look === undefined || look.unused === 0) {
      violate(world, "called-without-look", `${nameOf(worker)} pays for ${key}`);
      return;
    }
    look.unused -= 1;
    // A check of a concurrent call at the same moment may not have stopped this one yet.
    const isOthers = look.at === world.clock.now() && worker.claim?.step === "plot";
    if (look.state === "live" || isOthers) return;
    violate(world, "called-after-end", `${nameOf(worker)} pays for ${key}`);
  }

  /** A worker that waited for a store must check its claim again before it pays. */
  function checkHeld(worker: Worker, { step, release, fence }: HeldClaim): void {
    const last = world.claims.get(step);
    if (last?.release !== release || last.fence <= fence) return;
    const holder = `it is fence ${last.fence} that holds it`;
    violate(
      world,
      "called-on-lost-claim",
      `${nameOf(worker)} pays for ${step} with fence ${fence}, and ${holder}`,
    );
  }

  function settleRepeats(): void {
    const byCall = Map.groupBy(
      [...rows.values()].filter(({ question }) => question !== undefined),
      ({ claim, question }) => `${claim.step} ${claim.input} ${claim.era} ${question}`,
    );
    for (const [what, made] of byCall) {
      const excuses = made.flatMap(({ claim }) => (claim.excuse === undefined ? [] : [claim.excuse]));
      if (made.length - 1 > excuses.length) {
        const by = made.map(({ worker, claim }) => `${nameOf(worker)} with fence ${claim.fence}`);
        violate(world, "call-repeated", `${what} was paid by ${by.join(", ")}`);
      }
      for (const reason of excuses.slice(0, made.length - 1)) world.tally.repeats[reason] += 1;
    }
  }

  /** Compares the costs in the true ledger, the step documents and the session with the provider's count. */
  function settleCosts(records: ReadonlyMap<string, StepRecord>, costMicros: number): void {
    const all = [...world.stores.ledger.rows.values()];
    const booked = all.filter(({ sessionId }) => world.sessionIds.has(sessionId));
    const of = (rule: "cost-lost" | "cost-invented", detail: string) => violate(world, rule, detail);
    const batches = new Map(world.vendor.of(world.sessionIds).map((one) => [one.row, one]));
    for (const { step, fence, n, state, micros } of booked) {
      const key = `${step}.${fence}.${n}`;
      const charged = rows.get(key)?.micros ?? batches.get(key)?.micros ?? 0;
      if (state === "reserved") of("cost-lost", `${key} is reserved for ever`);
      if (state === "settled" ? micros !== charged : micros < charged) {
        of(
          micros < charged ? "cost-lost" : "cost-invented",
          `${key} is ${state} at ${micros}, not ${charged}`,
        );
      }
    }
    const keys = new Set(booked.map(({ step, fence, n }) => `${step}.${fence}.${n}`));
    for (const key of [...rows.keys(), ...batches.keys()])
      if (!keys.has(key)) of("cost-lost", `${key} was paid and not booked`);
    const spent = (micros: readonly number[]) => micros.reduce((sum, one) => sum + one, 0);
    for (const record of records.values()) {
      for (const [fence, micros] of Object.entries(record.paid)) {
        const own = booked.filter((row) => row.step === record.step && row.fence === Number(fence));
        const should = spent(own.map((row) => row.micros));
        if (micros === should) continue;
        of(
          micros < should ? "cost-lost" : "cost-invented",
          `${record.step}.${fence} says ${micros}, not ${should}`,
        );
      }
    }
    const total = spent(booked.map(({ micros }) => micros));
    if (costMicros === total) return;
    of(
      costMicros < total ? "cost-lost" : "cost-invented",
      `the session says ${costMicros}, the ledger ${total}`,
    );
  }

  return {
    reserve(worker, { step, fence, call }) {
      const key = `${step}.${fence}.${call}`;
      checkLook(worker, key);
      const claim = worker.claim ?? {
        step,
        fence,
        input: "",
        release: 0,
        era: 0,
        unrecordedCalls: 0,
        kept: 0,
        excuse: undefined,
        claimedAt: 0,
      };
      checkHeld(worker, claim);
      if (rows.has(key)) violate(world, "ledger-row-twice", `${nameOf(worker)} reserves ${key} again`);
      const { bill } = world;
      const isBilled = bill !== undefined && claim.release > bill.since;
      if (isBilled && world.reference.entry(step)?.isImage) bill.drawn.add(step);
      const row: Row = { key, worker, claim, question: undefined, micros: undefined };
      rows.set(key, row);
      world.note(() => `${nameOf(worker)} pays for ${key}`);
      return row;
    },
    charge(row, { model, costMicros }) {
      row.question = model;
      row.micros = costMicros;
      world.tally.paidCalls += 1;
      const { claim, worker } = row;
      claim.unrecordedCalls += 1;
      // It died during the call, which counts as a crash between a call and its record.
      if (worker.isDead) world.tally.crashesAfterCall += 1;
    },
    refuse(row, { costMicros }) {
      row.micros = costMicros;
    },
    settle(records, costMicros) {
      settleRepeats();
      settleCosts(records, costMicros);
    },
  };
}
