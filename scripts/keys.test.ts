// The command that makes and rotates signing keys, from outside.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { SigningKeysSchema } from "../lib/api/token-keys.ts";

function keys(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL("keys.ts", import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

it("makes keys once, shows their public part, and rotates them when everybody can know the next", async () => {
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
  expect((await keys()).stderr).toContain("Usage: npm run keys");
  rmSync(folder, { recursive: true });
});
