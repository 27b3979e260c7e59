// Port for reading the cost of an owner's model calls.
import type { LedgerRow } from "../pipeline/ledger.ts";

export interface UsageReader {
  /** An owner's ledger rows since a time (milliseconds), the newest first, at most `limit`. Throws `BusyError` when the store is down. */
  rowsOf(ownerId: string, since: number, limit: number): Promise<LedgerRow[]>;
}
