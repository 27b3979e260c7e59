// The ledger of a simulated world: a row for each paid call, and at the end whether every row is accounted for.

import type { Pay } from "../ledger-tab.ts";
import type { StepRecord } from "../step-record.ts";
import type { HeldClaim, Worker } from "./worker.ts";
import { nameOf, violate, type World } from "./world.ts";

interface Row {
  key: string;
  worker: Worker;
  claim: HeldClaim;
  call: number;
  /** Undefined until the call came back. */
  micros: number | undefined;
}

export interface Ledger {
  /** Before the call is made. Checks that the worker has just looked, and that its session lived. */
  reserve(worker: Worker, call: Parameters<Pay>[0]): Row;
  /** When the call came back. */
  charge(row: Row, micros: number): void;
  /** Holds what the steps' documents and the session say to the rows. */
  settle(records: ReadonlyMap<string, StepRecord>, costMicros: number): void;
}

export function openLedger(world: World): Ledger {
  const rows = new Map<string, Row>();

  function checkLook(worker: Worker, key: string): void {
    const { look } = worker;
    worker.look = undefined;
    if (look === undefined) violate(world, "called-without-look", `${nameOf(worker)} pays for ${key}`);
    if (look === "ended") violate(world, "called-after-end", `${nameOf(worker)} pays for ${key}`);
  }

  function settleRepeats(): void {
    const byCall = Map.groupBy(
      [...rows.values()].filter(({ micros }) => micros !== undefined),
      ({ claim, call }) => `${claim.step} ${claim.input} ${claim.era} ${call}`,
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

  function settleCosts(records: ReadonlyMap<string, StepRecord>, costMicros: number): void {
    let sum = 0;
    for (const record of records.values()) {
      for (const [fence, micros] of Object.entries(record.paid)) {
        sum += micros;
        const claimed = rowsOf(record.step, Number(fence));
        const charged = claimed.reduce((total, row) => total + (row.micros ?? 0), 0);
        if (charged !== micros) {
          const detail = `${record.step}.${fence} says ${micros}, the provider ${charged}`;
          violate(world, charged < micros ? "cost-invented" : "cost-lost", detail);
        }
      }
    }
    if (sum !== costMicros)
      violate(
        world,
        sum < costMicros ? "cost-invented" : "cost-lost",
        `the session says ${costMicros}, its steps ${sum}`,
      );
    for (const { key, worker, claim, micros } of rows.values()) {
      if (micros === undefined || records.get(claim.step)?.paid[claim.fence] !== undefined) continue;
      if (!worker.isDead && !worker.isTroubled)
        violate(world, "cost-lost", `${nameOf(worker)} paid for ${key} and no document says so`);
    }
  }

  function rowsOf(step: string, fence: number): Row[] {
    return [...rows.values()].filter(({ claim }) => claim.step === step && claim.fence === fence);
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
        excuse: undefined,
      };
      if (rows.has(key)) violate(world, "ledger-row-twice", `${nameOf(worker)} reserves ${key} again`);
      const { bill } = world;
      const isBilled = bill !== undefined && claim.release > bill.since;
      if (isBilled && world.reference.entry(step)?.isImage) bill.drawn.add(step);
      const row: Row = { key, worker, claim, call, micros: undefined };
      rows.set(key, row);
      world.note(() => `${nameOf(worker)} pays for ${key}`);
      return row;
    },
    charge(row, micros) {
      row.micros = micros;
      world.tally.paidCalls += 1;
      const { claim, worker } = row;
      claim.unrecordedCalls += 1;
      // It died while the call was under way: this, too, was a crash between a call and its record.
      if (worker.isDead && claim.unrecordedCalls === 1) world.tally.crashesAfterCall += 1;
    },
    settle(records, costMicros) {
      settleRepeats();
      settleCosts(records, costMicros);
    },
  };
}
