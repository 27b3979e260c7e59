// `npm run mekuri -- migrate` as a command: on a data folder, and with invalid arguments.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MEKURI } from "../command/run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-migrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function migrate(...args: string[]): Promise<{ status: number; out: string; told: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MEKURI, "migrate", ...args], (error, out, told) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, told });
    });
  });
}

test("runs pending migrations once, and prints the history", async () => {
  expect(await migrate("up", "--data", folder)).toMatchObject({
    status: 0,
    out: ["0001-session-keys", "0002-day-limits", "0003-open-words", "0004-owner-only"]
      .map((id) => `${id}: changed 0 of 0 documents (up)\n`)
      .join(""),
  });
  expect(await migrate("up", "--data", folder)).toMatchObject({ status: 0, out: "nothing is pending\n" });
  expect((await migrate("status", "--data", folder)).out).toContain("0001-session-keys  applied");
  expect((await migrate("history", "--data", folder)).out).toContain("(up), 0.");
}, 240_000);

test.each([
  [["sideways"], "unknown command 'sideways'"],
  [[], "run every pending migration"],
  [["new", "Bad Name"], "needs a name of lower-case letters"],
  [["up", "extra"], "too many arguments for 'up'"],
  [["up", "--batch", "0"], "--batch takes a whole number from 1 to 400; got 0"],
  [["up", "--data", "memory"], "a service in memory keeps nothing to migrate"],
])("refuses %j with what to do", async (args, reason) => {
  const { status, told } = await migrate(...args);
  expect(status).toBe(2);
  expect(told).toContain(reason);
  expect(told).toContain("Usage: npm run mekuri -- migrate");
});
