// `mekuri doctor` on machines that lack something, and as a command.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { examine, isHealthy, type Machine } from "./examine.ts";
import { runMekuri } from "./run-script.ts";

const WHOLE: Machine = {
  nodeVersion: "v24.15.0",
  isSetUp: true,
  arePacked: true,
  unusableFonts: [],
  hasJapanese: true,
  freeBytes: 5e9,
  hasProgram: () => true,
  listenerAt: async () => undefined,
  hasSettingsFile: true,
  unusableSettings: [],
  modelAccess: "GEMINI_API_KEY",
};
const WANTED = { apiPort: 4000, emulatorPorts: [8080, 8085] };
const of = (lacking: Partial<Machine>) => examine({ ...WHOLE, ...lacking }, WANTED);

describe("the requirements of a machine that meets all of them", () => {
  it("are reported as met, without instructions", async () => {
    const findings = await of({});
    expect(isHealthy(findings)).toBe(true);
    expect(findings.filter(({ state, mend }) => state !== "there" || mend !== undefined)).toEqual([]);
  });
});

describe("a requirement of a book that is not met", () => {
  it.each<[thing: string, lacking: Partial<Machine>, mend: RegExp]>([
    ["node", { nodeVersion: "v22.3.0" }, /npm run mekuri/],
    ["set-up", { isSetUp: false }, /npm ci/],
    ["set-up", { arePacked: false }, /things pack/],
    ["fonts", { unusableFonts: ["ENOENT: NotoSansJP_700Bold.ttf"] }, /git checkout/],
    ["disk", { freeBytes: 0.9e9 }, /free some space/],
    ["port 4000", { listenerAt: async (port) => (port === 4000 ? "another" : undefined) }, /--port 0/],
    ["settings", { unusableSettings: ["MEKURI_LEASE_SECONDS is unusable"] }, /\.env/],
  ])("is reported with its fix and makes the machine unhealthy: %s", async (thing, lacking, mend) => {
    const findings = await of(lacking);
    expect(isHealthy(findings)).toBe(false);
    expect(findings.filter(({ state }) => state !== "there")).toEqual([
      { thing, state: "missing", said: expect.any(String), mend: expect.stringMatching(mend) },
    ]);
  });
});

describe("an unmet requirement of some commands", () => {
  it.each<[thing: string, lacking: Partial<Machine>, mend: RegExp]>([
    ["fonts", { hasJapanese: false }, /apt-get install -y fonts/],
    ["models", { modelAccess: undefined }, /GEMINI_API_KEY/],
    ["emulators", { listenerAt: async (port) => (port === 8085 ? "another" : undefined) }, /--ports auto/],
    ["chromium", { hasProgram: (name) => name !== "chromium" }, /apt-get install -y chromium/],
    ["redis-server", { hasProgram: (name) => name !== "redis-server" }, /apt-get install -y redis-server/],
    ["postgresql", { hasProgram: (name) => name !== "initdb" }, /apt-get install -y postgresql/],
  ])("is reported and leaves the machine healthy: %s", async (thing, lacking, mend) => {
    const findings = await of(lacking);
    expect(isHealthy(findings)).toBe(true);
    expect(findings.filter(({ state }) => state !== "there")).toEqual([
      { thing, state: "optional", said: expect.any(String), mend: expect.stringMatching(mend) },
    ]);
  });

  it("is neither a port at which Mekuri itself listens, nor a missing .env", async () => {
    const listenerAt = async (port: number) => (port === 4000 ? ("mekuri" as const) : undefined);
    expect(isHealthy(await of({ listenerAt, hasSettingsFile: false }))).toBe(true);
  });
});

describe("npm run mekuri -- doctor", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A server that answers every request with these headers. */
  async function listening(headers: Record<string, string>): Promise<string> {
    const server = createServer((_request, response) => response.writeHead(401, headers).end());
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return String((server.address() as AddressInfo).port);
  }

  it("exits with 1 if another program uses the port, and says so", async () => {
    const { code, stdout } = await runMekuri("doctor", "--port", await listening({}));
    expect(stdout).toMatch(/^MISSING {2}port \d+ +another program uses it\n +stop that program/m);
    expect(stdout).toMatch(/Needed and missing: port \d+\n$/);
    expect(code).toBe(1);
  }, 60_000);

  it("accepts Mekuri itself at the port", async () => {
    const port = await listening({ "www-authenticate": 'Bearer realm="mekuri"' });
    const { code, stdout } = await runMekuri("doctor", "--port", port);
    expect(stdout).toMatch(/^ok {7}node +v24\./m);
    expect(stdout).toMatch(/^ok {7}port \d+ +Mekuri is already running there$/m);
    expect(code).toBe(stdout.includes("MISSING") ? 1 : 0);
  }, 60_000);
});
