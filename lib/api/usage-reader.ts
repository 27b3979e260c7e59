// The port through which the API reads what an owner's calls of models have cost.
import type { LedgerRow } from "../pipeline/ledger.ts";

export interface UsageReader {
  /** An owner's rows from a time on (milliseconds), the newest first, at most `limit`. Throws `BusyError` when the store is down. */
  rowsOf(ownerId: string, since: number, limit: number): Promise<LedgerRow[]>;
}
