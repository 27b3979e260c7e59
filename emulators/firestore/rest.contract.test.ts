// The contract suites once more, with the client's REST transport in place of gRPC: both must answer alike.
// Listeners, which the client has over gRPC only, stay on it and share the port.
import { describe, vi } from "vitest";

vi.stubEnv("FIRESTORE_PREFER_REST", "true");

describe("over REST", async () => {
  await import("./firestore.contract.test.ts");
  await import("./queries.contract.test.ts");
  await import("./transactions.contract.test.ts");
});
