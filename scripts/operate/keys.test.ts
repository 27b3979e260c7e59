// The command that creates and rotates signing keys, run as a process.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import * as z from "zod";
import { SigningKeysSchema } from "../../lib/api/token-keys.ts";
import { MEKURI } from "../command/run-script.ts";
import { openService } from "../serve/shared-service.ts";

const TokensSchema = z.object({ ownerId: z.string(), accessToken: z.string() });
const UsageSchema = z.object({ today: z.object({ limitMicros: z.int() }) });

function keys(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MEKURI, "keys", ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

it("creates keys once, prints their public part, and rotates them when all verifiers know the next one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-keys-"));
  const file = join(folder, "keys.json");
  const read = () => SigningKeysSchema.parse(JSON.parse(readFileSync(file, "utf8")));

  expect((await keys("create", file)).code).toBe(0);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  const first = read();
  expect(await keys("create", file)).toMatchObject({ code: 1, stderr: expect.stringContaining("EEXIST") });

  const shown = await keys("show", file);
  expect(JSON.parse(shown.stdout).keys).toHaveLength(2);
  expect(shown.stdout).not.toContain(first.keys[0].d);

  expect(await keys("rotate", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("can sign from"),
  });
  expect(read()).toEqual(first);
  const older = first.keys.map((key) => ({ ...key, createdAt: "2026-01-01T00:00:00.000Z" }));
  writeFileSync(file, JSON.stringify({ keys: older }));
  expect((await keys("rotate", file)).code).toBe(0);
  expect(read().keys.map(({ kid }) => kid)).toEqual([
    first.keys[1].kid,
    expect.any(String),
    first.keys[0].kid,
  ]);

  writeFileSync(file, "{}");
  expect((await keys("show", file)).code).toBe(2);
  expect((await keys("turn", file)).code).toBe(2);
  expect((await keys()).stderr).toContain("Usage: npm run mekuri -- keys");
  rmSync(folder, { recursive: true });
});

it("sets an account's daily limit by address or id, makes operators, and refuses anything else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-day-"));
  const onTrouble = (message: string) => expect.unreachable(message);
  // A cloud setting without effect on a local service.
  vi.stubEnv("MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS", "1");
  const service = await openService({ dataDir: folder, isolate: false, apiPort: 0, onTrouble });
  try {
    const account = { email: "mina@example.com", password: "correct horse" };
    const registered = await fetch(`${service.api}/api/v1/auth/register`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(account),
    });
    const { ownerId, accessToken } = TokensSchema.parse(await registered.json());
    const limit = async () => {
      const headers = { authorization: `Bearer ${accessToken}` };
      const usage = await fetch(`${service.api}/api/v1/usage`, { headers });
      return UsageSchema.parse(await usage.json()).today.limitMicros;
    };
    const setting = await limit();
    expect(setting).toBeGreaterThan(1_200_000);
    const set = (...words: string[]) => keys("day-budget", ...words, "--data", folder);
    const told = `${ownerId} has 1200000 micro-dollars a day, starting with the next allotment.\n`;
    expect(await set("Mina@Example.com", "1200000")).toEqual({ code: 0, stdout: told, stderr: "" });
    expect(await limit()).toBe(1_200_000);
    expect((await set(ownerId, "service")).code).toBe(0);
    expect(await limit()).toBe(setting);
    expect(await set("nobody@example.com", "5")).toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining("there is no account nobody@example.com") },
    });

    const asOperator = async () => {
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await fetch(`${service.api}/api/v1/operate/me`, { headers })).status;
    };
    const operator = (...words: string[]) => keys("operator", ...words, "--data", folder);
    expect(await asOperator()).toBe(404);
    const given = `${ownerId} is an operator, from the next request on.\n`;
    expect(await operator("Mina@Example.com")).toEqual({ code: 0, stdout: given, stderr: "" });
    expect(await asOperator()).toBe(200);
    const revoked = `${ownerId} is no operator any more, from the next request on.\n`;
    const revoke = await operator("mina@example.com", "--revoke");
    expect(revoke).toEqual({ code: 0, stdout: revoked, stderr: "" });
    expect(await asOperator()).toBe(404);
    expect(await operator("nobody@example.com")).toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining("there is no account nobody@example.com") },
    });
    expect((await operator("nobody")).code).toBe(2);
  } finally {
    await service.abandon();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
}, 120_000);

it.each([
  ["mina@example.com"],
  ["mina@example.com", "-5"],
  ["mina@example.com", "1.5"],
  ["mina@example.com", "5", "6"],
])("refuses day-budget %j %j %j with what to do", async (...words) => {
  const { code, stderr } = await keys("day-budget", ...words);
  expect(code).toBe(2);
  expect(stderr).toContain("Usage: npm run mekuri -- keys day-budget [options] <email-or-id> <microdollars>");
});
