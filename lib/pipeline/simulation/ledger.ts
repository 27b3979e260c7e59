// The ledger of a simulated world: a row for each paid call, and at the end whether every row is accounted for.

import type { Pay } from "../cost-meter.ts";
import type { StepRecord } from "../step-record.ts";
import type { Usage } from "../usage.ts";
import type { HeldClaim, Worker } from "./worker.ts";
import { type BookWorld, nameOf, violate } from "./world.ts";

interface Row {
  key: string;
  worker: Worker;
  claim: HeldClaim;
  /** What was asked, once it came back: the same of a step's every claim. */
  question: string | undefined;
  /** Undefined until the call came back. */
  micros: number | undefined;
}

export interface Ledger {
  /** Before the call is made. Checks that the worker has just looked, and that its session lived. */
  reserve(worker: Worker, call: Parameters<Pay>[0]): Row;
  /** When the call came back. Its model is named for what it was asked. */
  charge(row: Row, usage: Pick<Usage, "model" | "costMicros">): void;
  /** When the call was refused, at what it costs all the same. */
  refuse(row: Row, usage: Pick<Usage, "costMicros">): void;
  /** Holds what the steps' documents and the session say to the rows. */
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
    // Another call's look at this very moment may not have stopped this one yet.
    const isOthers = look.at === world.clock.now() && worker.claim?.step === "plot";
    if (look.state === "live" || isOthers) return;
    violate(world, "called-after-end", `${nameOf(worker)} pays for ${key}`);
  }

  /** Whoever waited for a store must look again before he pays. */
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

  /** What the true ledger, the steps' documents and the session say, held to what the provider counted. */
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
      // It died while the call was under way: this, too, was a crash between a call and its record.
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
