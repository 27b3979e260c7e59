import { randomUUID } from "node:crypto";
import { describeBlobStore } from "./blob-store-contract.ts";
import { memoryBlobs, memoryDeadLetters, memoryStores } from "./memory-stores.ts";
import { describeProgress } from "./progress-contract.ts";
import { describeProtocol } from "./protocol-contract.ts";
import { describeStores, type StoresUnderTest } from "./stores-contract.ts";

const stores = memoryStores(Date.now);
const { sessions, phases, pages, events } = stores.projector;

const underTest: StoresUnderTest = {
  ...stores,
  deadLetters: memoryDeadLetters(),
  newId: randomUUID,
  readSession: async (sessionId) => sessions.get(sessionId),
  readPage: async (sessionId, page) => pages.get(`${sessionId}/${page}`),
  readPhase: async (sessionId, phase) => phases.get(`${sessionId}/${phase}`),
  countEvents: async (sessionId) => [...events.keys()].filter((key) => key.startsWith(sessionId)).length,
};
describeStores("stores in memory", () => underTest);
describeProgress("progress in memory", () => underTest);

describeProtocol("the protocol in memory", () => ({
  ...stores,
  newId: randomUUID,
  readSession: async (sessionId) => sessions.get(sessionId),
  readPhase: async (sessionId, phase) => phases.get(`${sessionId}/${phase}`),
}));

const blobs = memoryBlobs();
describeBlobStore("blobs in memory", () => blobs);
