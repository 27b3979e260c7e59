// The tab of one claim: reserves before each call, settles after it, and is closed before the claim ends, so that no row is left
// open by a worker that lives.
import { BusyError } from "./errors.ts";
import type { Ledger } from "./ledger.ts";
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

/** Stands around each call that is made, for whoever wants to see or to break it; gives what `make` gives. */
export type Pay = <T extends { usage: Usage }>(call: PaidCall, make: () => Promise<T>) => Promise<T>;

export interface TabParts {
  ledger: Ledger;
  claim: Omit<PaidCall, "call">;
  budgetMicros: number | undefined;
  pay: Pay;
  signal: AbortSignal;
  /** Aborts the signal when the claim was lost to somebody else. A reservation may have waited for longer than a lease. */
  hold(): Promise<void>;
  /** Told what each call used, also of those that failed when they say so. */
  onUsed(usage: Usage): void;
}

export interface Tab {
  /** Makes a call, paid. Throws what the call throws, and what `Ledger.reserve` throws. */
  make<T extends { usage: Usage }>(call: Pick<ModelCall<T>, "model" | "upToMicros" | "make">): Promise<T>;
  /**
   * Books what is open and gives what the claim has booked. A call that is still under way counts in full, and no further one is
   * made. Throws `BusyError` when the store is down.
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

export function openTab({ ledger, claim, budgetMicros, pay, signal, hold, onUsed }: TabParts): Tab {
  const rows: OpenRow[] = [];
  let calls = 0;
  let freeMicros = 0;
  let isClosed = false;

  const keyOf = ({ n }: { n: number }) => ({
    sessionId: claim.sessionId,
    step: claim.step,
    fence: claim.fence,
    n,
  });

  function book(row: OpenRow, cost: { micros: number | undefined }): void {
    row.cost = cost;
    row.booking = ledger.settle(keyOf(row), cost.micros);
    // A store that is down is asked again when the tab is closed.
    row.booking.catch(() => {});
  }

  async function reserve(model: string, upToMicros: number, n: number): Promise<OpenRow | undefined> {
    if (upToMicros === 0) return undefined;
    const row: OpenRow = { n, cost: undefined, booking: undefined };
    try {
      await ledger.reserve({ ...keyOf({ n }), ownerId: claim.ownerId, model, upToMicros, budgetMicros });
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

  function checkOpen(): void {
    signal.throwIfAborted();
    if (isClosed) throw new RangeError(`the claim of ${claim.step} is over`);
  }

  return {
    async make({ model, upToMicros, make }) {
      checkOpen();
      calls += 1;
      const call = calls;
      const row = await reserve(model, upToMicros, call);
      try {
        await hold();
        checkOpen();
      } catch (error) {
        if (row !== undefined) book(row, { micros: 0 });
        throw error;
      }
      try {
        const made = await pay({ ...claim, call }, make);
        charge(row, made.usage);
        return made;
      } catch (error) {
        charge(row, usageOfFailure(error, model));
        throw error;
      }
    },
    async close() {
      isClosed = true;
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
