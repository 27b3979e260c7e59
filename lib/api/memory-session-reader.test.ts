import { randomUUID } from "node:crypto";
import { systemClock } from "../pipeline/clock.ts";
import { memoryLedger } from "../pipeline/memory-ledger.ts";
import { memoryStores } from "../pipeline/memory-stores.ts";
import { memorySessionReader } from "./memory-session-reader.ts";
import { describeReaders } from "./session-reader-contract.ts";

const stores = memoryStores(Date.now);
const { sessions, phases, pages, events } = stores.projector;

describeReaders("readers in memory", () => ({
  ...stores,
  ...{ ledger: memoryLedger(Date.now), clock: systemClock, newId: randomUUID },
  reader: memorySessionReader(stores.projector),
  countDocuments: async (sessionId) =>
    [sessions, phases, pages, events]
      .flatMap((documents) => [...documents.keys()])
      .filter((key) => key.startsWith(sessionId)).length,
}));
