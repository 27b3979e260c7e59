import { describeLedger, type LedgerUnderTest } from "./ledger-contract.ts";
import { memoryLedger } from "./memory-ledger.ts";

let ids = 0;
const shared = memoryLedger(() => Date.UTC(2026, 10, 24, 12));

const ledger: LedgerUnderTest = {
  open: shared.within,
  newId: () => `id-${++ids}`,
  readRows: async (sessionId) => [...shared.rows.values()].filter((row) => row.sessionId === sessionId),
  stopSpending: async (reason) => shared.stopSpending(reason),
};

describeLedger("a ledger in memory", () => ledger);
