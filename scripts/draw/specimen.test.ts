import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProve } from "../command/run-script.ts";

test("only the requested sheet is written", async () => {
  const begun = Date.now() - 1_000;
  const { code, stdout } = await runProve("specimen", "rooms");
  expect(code).toBe(0);
  expect(stdout).toBe("out/specimen/rooms.png\n");
  const { mtimeMs, size } = statSync(join(import.meta.dirname, "../../out/specimen/rooms.png"));
  expect(mtimeMs).toBeGreaterThan(begun);
  expect(size).toBeGreaterThan(10_000);
});

test("an unknown sheet is refused with the list of sheets", async () => {
  const { code, stdout, stderr } = await runProve("specimen", "room");
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/no sheet "room"\. Sheets: .*rooms.*layouts-webtoon/);
});
