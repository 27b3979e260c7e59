// The setting `modelsFile`.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { CATALOG } from "../lib/models/catalog.ts";
import { readModelRows } from "./model-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-rows-"));
after(() => rmSync(folder, { recursive: true }));

function fileOf(rows: unknown): string {
  const path = join(folder, "rows.json");
  writeFileSync(path, JSON.stringify(rows, null, 2));
  return path;
}

test("rows are passed on as compact JSON", () => {
  const row = { ...CATALOG[0], id: "gemini-9-flash" };
  assert.equal(readModelRows(fileOf([row])), JSON.stringify([row]));
  assert.equal(readModelRows(undefined), undefined);
});

test("a file that is missing, invalid or too large stops the deployment with a reason", () => {
  assert.throws(() => readModelRows(join(folder, "none.json")), /there is no such file/);
  assert.throws(() => readModelRows(fileOf([{ id: "gemini-9-flash" }])), /is not a valid catalog of models/);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...CATALOG[0], id: `gemini-9-${index}` }));
  assert.throws(() => readModelRows(fileOf(many)), /keep only the rows/);
});
