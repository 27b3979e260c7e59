import { describeLedger, type LedgerUnderTest } from "./ledger-contract.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { memoryStores } from "./memory-stores.ts";
import { describeServiceLimits } from "./service-limits-contract.ts";

let ids = 0;
const shared = memoryLedger(() => Date.UTC(2026, 10, 24, 12));

const ledger: LedgerUnderTest = {
  open: shared.within,
  newId: () => `id-${++ids}`,
  readRows: async (sessionId) => [...shared.rows.values()].filter((row) => row.sessionId === sessionId),
  stopSpending: async (reason) => shared.stopSpending(reason),
  async setSuspended(owners) {
    shared.suspended.clear();
    for (const owner of owners) shared.suspended.add(owner);
  },
};

describeLedger("a ledger in memory", () => ledger);

let served = memoryLedger(() => 0);
const noon = () => Date.UTC(2026, 10, 24, 12);

describeServiceLimits("a ledger in memory where the service has limits", () => ({
  open(limits) {
    const ledger = served.within(limits);
    return { ledger, schedules: memoryStores(noon, ledger).schedules };
  },
  newId: () => `id-${++ids}`,
  readWindows: async () => served.windows(),
  clearWindows: async () => {
    served = memoryLedger(noon);
  },
  setDayLimit: async (ownerId, limit) => void served.dayLimits.set(ownerId, limit),
}));
