// The smoke test against the real service on this machine, and against faulty services.
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalService, startService } from "../../serve/service.ts";
import { smokeTest } from "./smoke-test.ts";

let service: LocalService;
beforeAll(async () => {
  service = await startService({
    dataDir: "memory",
    isolate: false,
    apiPort: 0,
    heapLimits: [],
    onTrouble: () => {},
  });
}, 300_000);
afterAll(() => service?.stop(), 60_000);

/** The smoke test's error for a service with this answer. */
async function failureOf(status: number, body: string): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/health/ready" && status !== 503 ? 200 : status);
    response.end(request.url === "/health/ready" && status !== 503 ? "{}" : body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = server.address();
  const address = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
  try {
    await smokeTest({ address, accessToken: undefined, say: () => {} });
    return "nothing failed";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("the smoke test", () => {
  it("passes on a working service, step by step, and leaves no session", async () => {
    const lines: string[] = [];
    await smokeTest({ address: service.api, accessToken: undefined, say: (line) => lines.push(line) });
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      ...["health", "sign-in", "session", "document", "clean"],
    ]);
  });

  it("says which step failed, the answer, and what to do", async () => {
    expect(await failureOf(503, '{"status":"down"}')).toBe(
      'GET /health/ready answered 503 instead of 200: {"status":"down"}; /health/detailed names each store',
    );
    expect(await failureOf(403, "no guests")).toMatch(
      /^POST \/api\/v1\/auth\/guest answered 403 instead of 200: no guests; .*MEKURI_SMOKE_TOKEN$/,
    );
  });

  it("reports that nobody answers", async () => {
    const nobody = smokeTest({ address: "http://127.0.0.1:1", accessToken: undefined, say: () => {} });
    await expect(nobody).rejects.toThrow("GET /health/ready had no answer from http://127.0.0.1:1");
  });
});
