import { randomUUID } from "node:crypto";
import { describeBlobStore } from "./blob-store-contract.ts";
import { memoryBlobs, memoryDeadLetters, memoryStores } from "./memory-stores.ts";
import { describeProtocol } from "./protocol-contract.ts";
import { describeStores } from "./stores-contract.ts";

const stores = memoryStores(Date.now);
const { sessions, phases, pages, events } = stores.projector;

describeStores("stores in memory", () => ({
  ...stores,
  deadLetters: memoryDeadLetters(),
  newId: randomUUID,
  readSession: async (sessionId) => sessions.get(sessionId),
  readPage: async (sessionId, page) => pages.get(`${sessionId}/${page}`),
  readPhase: async (sessionId, phase) => phases.get(`${sessionId}/${phase}`),
  countEvents: async (sessionId) => [...events.keys()].filter((key) => key.startsWith(sessionId)).length,
}));

describeProtocol("the protocol in memory", () => ({
  ...stores,
  newId: randomUUID,
  readSession: async (sessionId) => sessions.get(sessionId),
  readPhase: async (sessionId, phase) => phases.get(`${sessionId}/${phase}`),
}));

const blobs = memoryBlobs();
describeBlobStore("blobs in memory", () => blobs);
