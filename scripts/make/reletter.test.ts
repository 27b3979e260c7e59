// `npm run mekuri -- reletter` as a command: a book changed to English and back, a broken file, and refusals.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMekuri } from "../command/run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-reletter-"));
const data = join(folder, "data");
const made = join(folder, "made");
let sessionId: string;

const written = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  const story = written("story.txt", "雨が降っていた。「待って」とミナは言った。猫は走った。");
  const options = ["--pages", "1", "--formats", "csv,png", "--data", data, "--out", made, "--json"];
  const { stdout, stderr, code } = await runMekuri("make", story, ...options);
  expect(code, stderr).toBe(0);
  ({ sessionId } = JSON.parse(stdout));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.concurrent.each([
  [[], "missing required argument 'session'"],
  [["abc"], "Nothing to change"],
  [["abc", "--direction", "up"], "--direction takes rtl or ltr; got up"],
  [["abc", "nowhere.csv"], "there is no file nowhere.csv"],
])(
  "%j is refused with the reason",
  async (args, reason) => {
    const { code, stderr } = await runMekuri("reletter", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  },
  60_000,
);

test("an invalid row is reported with line and column, and the book is unchanged", async () => {
  const csv = written("bad.csv", "page,panel,balloon,speaker,text\n1,k1,w9,,Hello\n");
  const { code, stderr } = await runMekuri("reletter", sessionId, csv, "--data", data);
  expect(code).toBe(2);
  expect(stderr).toContain("line 2, column balloon: panel k1 of page 1 has no w9");
}, 180_000);

test("a book is changed to English, left to right, and back to the same bytes", async () => {
  const csv = join(made, "lettering.csv");
  const rows = readFileSync(csv, "utf8").trimEnd().split("\r\n");
  const english = rows.map((row, index) => (index === 0 ? row : row.replace(/[^,]*$/, `Words ${index}`)));
  const there = join(folder, "there");
  const to = ["--language", "en", "--direction", "ltr", "--data", data, "--out", there, "--json"];
  const first = await runMekuri("reletter", sessionId, written("en.csv", english.join("\n")), ...to);
  expect(first.code, first.stderr).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ sessionId, status: "completed", outOfOrder: [] });
  const book = JSON.parse(readFileSync(join(there, "book.json"), "utf8"));
  expect([book.language, book.direction]).toEqual(["en", "ltr"]);
  expect(readFileSync(join(there, "lettering.csv"), "utf8")).toContain("Words 1");

  const again = join(folder, "again");
  const from = ["--language", "ja", "--direction", "rtl", "--data", data, "--out", again];
  const back = await runMekuri("reletter", sessionId, csv, ...from);
  expect(back.code, back.stderr).toBe(0);
  for (const file of ["book.json", "lettering.csv", "pages/001.png"]) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(made, file))), file).toBe(true);
  }
}, 180_000);
