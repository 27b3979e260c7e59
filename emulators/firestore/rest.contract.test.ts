// Runs the contract suites with the client's REST transport instead of gRPC. Listeners, which the client has only over gRPC, stay
// on gRPC and use the same port.
import { describe, vi } from "vitest";

vi.stubEnv("FIRESTORE_PREFER_REST", "true");

describe("over REST", async () => {
  await import("./firestore.contract.test.ts");
  await import("./queries.contract.test.ts");
  await import("./transactions.contract.test.ts");
});
