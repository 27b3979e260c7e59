// The meter of one claim: reserves a ledger row before each call, settles it after the call, and is closed before the claim ends, so that
// a living worker leaves no row open. Calls may overlap: each has a row of its own.
import { BusyError, OutOfTimeError } from "./errors.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";
import type { ModelCall } from "./phase.ts";
import { type Usage, usageOfFailure } from "./usage.ts";

export interface PaidCall {
  sessionId: string;
  ownerId: string;
  step: string;
  fence: number;
  /** Counts the claim's calls from 1. */
  call: number;
}

/** Wraps each call, to observe it or to let it fail; returns the result of `make`. */
export type Pay = <T extends { usage: Usage }>(call: PaidCall, make: () => Promise<T>) => Promise<T>;

export interface CostMeterParts {
  ledger: Ledger;
  claim: Omit<PaidCall, "call">;
  budgetMicros: number | undefined;
  /** Whose limit the calls count towards, besides the session's budget. */
  payer?: LedgerRow["payer"];
  pay: Pay;
  signal: AbortSignal;
  /** Milliseconds until the step's deadline. */
  leftMs(): number;
  /** Aborts the signal when another worker has the claim. A reservation may have waited longer than a lease. */
  hold(): Promise<void>;
  /** Called with the usage of each call, also of a failed one that reports it. */
  onUsed(usage: Usage): void;
}

type MeteredCall<T> = Pick<ModelCall<T>, "model" | "upToMicros" | "mayTakeMs" | "make">;

type Asked = Omit<MeteredCall<unknown>, "make"> & { batch?: true };

export interface CostMeter {
  /**
   * Makes a call and books its cost. Throws the errors of the call and of `Ledger.reserve`, and `OutOfTimeError` if less than `mayTakeMs`
   * is left. A claim's first call always starts, because a claim without a call would only be repeated.
   */
  make<T extends { usage: Usage }>(call: MeteredCall<T>): Promise<T>;
  /**
   * Reserves the row of a batch. Until `outlive` is called, the row counts in full when the meter is closed; afterwards it stays reserved
   * until the batch is ended. Throws as `make` does.
   */
  order(call: Omit<MeteredCall<unknown>, "make">): Promise<{ n: number; outlive(): void }>;
  /** Begins no further call. Calls under way go on. */
  stop(): void;
  /**
   * Stops, books open rows and returns the sum booked by the claim. A call still in progress counts in full, because its cost is unknown.
   * Throws `BusyError` if the store is down.
   */
  close(): Promise<number>;
}

/** A reserved row, until its end is booked. */
interface OpenRow {
  n: number;
  /** Undefined while the call is under way. */
  cost: { micros: number | undefined } | undefined;
  booking: Promise<number> | undefined;
}

export function openCostMeter(parts: CostMeterParts): CostMeter {
  const { ledger, claim, budgetMicros, payer, pay, signal, leftMs, hold, onUsed } = parts;
  const rows: OpenRow[] = [];
  let calls = 0;
  let freeMicros = 0;
  let isStopped = false;

  const keyOf = ({ n }: { n: number }) => ({
    sessionId: claim.sessionId,
    step: claim.step,
    fence: claim.fence,
    n,
  });

  function book(row: OpenRow, cost: { micros: number | undefined }): void {
    row.cost = cost;
    row.booking = ledger.settle(keyOf(row), cost.micros);
    // A store that is down is asked again when the meter is closed.
    row.booking.catch(() => {});
  }

  async function reserve({ model, upToMicros, batch }: Asked, n: number): Promise<OpenRow | undefined> {
    if (upToMicros === 0) return undefined;
    const row: OpenRow = { n, cost: undefined, booking: undefined };
    try {
      const asked = { ...keyOf({ n }), ownerId: claim.ownerId, model, upToMicros, budgetMicros };
      await ledger.reserve({ ...asked, ...(batch && { batch }), ...(payer && { payer }) });
    } catch (error) {
      // A store that did not answer may have written the row all the same.
      if (error instanceof BusyError) rows.push({ ...row, cost: { micros: 0 } });
      throw error;
    }
    rows.push(row);
    return row;
  }

  function charge(row: OpenRow | undefined, usage: Usage | undefined): void {
    if (usage !== undefined) onUsed(usage);
    if (row !== undefined) book(row, { micros: usage?.costMicros });
    else freeMicros += usage?.costMicros ?? 0;
  }

  function checkMay(
    n: number,
    { model, mayTakeMs = 0 }: Pick<ModelCall<unknown>, "model" | "mayTakeMs">,
  ): void {
    signal.throwIfAborted();
    if (isStopped) throw new RangeError(`the claim on ${claim.step} has ended`);
    const left = leftMs();
    if (n > 1 && left < mayTakeMs) throw new OutOfTimeError(model, { leftMs: left, mayTakeMs });
  }

  async function begin(asked: Asked): Promise<{ call: number; row: OpenRow | undefined }> {
    const call = calls + 1;
    checkMay(call, asked);
    calls = call;
    const row = await reserve(asked, call);
    try {
      // The reservation may have taken long.
      await hold();
      checkMay(call, asked);
    } catch (error) {
      if (row !== undefined) book(row, { micros: 0 });
      throw error;
    }
    return { call, row };
  }

  return {
    async order(asked) {
      // A batch is ordered in a moment, however long it takes.
      const { call: n, row } = await begin({ ...asked, mayTakeMs: 0, batch: true });
      return {
        n,
        outlive() {
          if (row !== undefined) rows.splice(rows.indexOf(row), 1);
        },
      };
    },
    async make({ model, upToMicros, mayTakeMs, make }) {
      // The fields are listed because a call may have `batch`, which does not apply to this row.
      const { call, row } = await begin({ model, upToMicros, mayTakeMs });
      try {
        const made = await pay({ ...claim, call }, make);
        charge(row, made.usage);
        return made;
      } catch (error) {
        charge(row, usageOfFailure(error, model));
        throw error;
      }
    },
    stop() {
      isStopped = true;
    },
    async close() {
      isStopped = true;
      const booked = await Promise.all(
        rows.map(async (row) => {
          if (row.booking === undefined) book(row, row.cost ?? { micros: undefined });
          try {
            return await row.booking;
          } catch (error) {
            if (!(error instanceof BusyError)) throw error;
            return ledger.settle(keyOf(row), row.cost?.micros);
          }
        }),
      );
      return booked.reduce<number>((sum, micros) => sum + (micros ?? 0), freeMicros);
    },
  };
}
