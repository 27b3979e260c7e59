// In-memory `UsageReader` over the in-memory ledger, for tests.
import type { MemoryLedger } from "../pipeline/memory-ledger.ts";
import type { UsageReader } from "./usage-reader.ts";

export function memoryUsageReader({ rows }: Pick<MemoryLedger, "rows">): UsageReader {
  return {
    async rowsOf(ownerId, since, limit) {
      const own = [...rows.values()].filter((row) => row.ownerId === ownerId && row.at >= since);
      return own.sort((a, b) => b.at - a.at).slice(0, limit);
    },
  };
}
