// The guide's walk through the API, taken from the page and run by bash against the real service.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalService, startService } from "./service.ts";

const ADDRESS = "http://127.0.0.1:4000";

let folder: string;
let service: LocalService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-walk-"));
  service = await startService({
    dataDir: "memory",
    isolate: false,
    apiPort: 0,
    heapLimits: [],
    onTrouble: () => {},
  });
}, 300_000);
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

/** The guide's two blocks joined: the book is changed before the logout. */
function walkThrough(): string {
  const page = readFileSync(new URL("../../docs/guide/api.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/```bash\n(.*?)```/gs)].map(([, block]) => block ?? "");
  const walk = blocks.find((block) => block.startsWith(`API=${ADDRESS}`));
  const changes = blocks.find((block) => block.startsWith("curl -s -X PATCH $BOOK"));
  if (walk === undefined || changes === undefined) throw new Error("the guide has no walk through the API");
  const withChanges = walk.replace(/^(?=refresh\(\))/m, () => changes.replace(/^curl.*$/gm, "$&; echo"));
  return withChanges.replaceAll(ADDRESS, service.api);
}

test("works when pasted, from sign-in to the rate limit", async () => {
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", walkThrough()], {
    cwd: folder,
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    timeout: 550_000,
  });
  // Results of phases 1 and 4: the language and the number of panels.
  expect(stdout).toMatch(/language: 'ja'/);
  expect(stdout).toMatch(/^[1-9]$/m);
  expect(readFileSync(join(folder, "page.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(readFileSync(join(folder, "book.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(stdout).toMatch(/"format":"pdf","state":"done"/);
  expect(stdout).toMatch(/"status":"cancelled"/);
  // No request that changes the finished book is refused.
  expect(stdout).not.toMatch(/"title":"(?:Bad Request|Not Found|Conflict|Unprocessable Content)"/);
  expect(stdout).toMatch(/"visibility":"unlisted"/);
  expect(stdout).toMatch(/"format":"epub"/);
  expect(stdout).toMatch(/^Bearer\ntoken-revoked\ntoken-revoked$/m);
  expect(stdout).toMatch(/ 429\n/);
  expect(stdout).toMatch(/More than 100 requests in 60 s/);
}, 600_000);
