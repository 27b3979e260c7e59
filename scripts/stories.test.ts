// Keeps the titles of the test set (stories/TEST.md) out of the project.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The rows of the one table in a Markdown page, without its header, as trimmed cells. */
function tableRows(page: string): string[][] {
  const lines = page.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** All files below a folder of the repository, as paths from its root, without what `npm` installs. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
    return [path];
  });
}

/** How a title is written in a text and in a file name, in lower case. */
const spellings = (title: string) => [title.toLowerCase(), title.toLowerCase().replaceAll(" ", "-")];

const testTitles = tableRows(read("stories/TEST.md")).map(([title, , , language]) => ({ title, language }));

describe("the titles of the test set", () => {
  it("are at least four in each language", () => {
    for (const language of ["Japanese", "English"]) {
      expect(testTitles.filter((row) => row.language === language).length).toBeGreaterThanOrEqual(4);
    }
  });

  it("are in no story, script, test, example or label of the project", () => {
    const kinds = [".ts", ".tsx", ".mjs", ".json", ".txt", ".labels", ".tsv"];
    const folders = ["stories", "examples", "scripts", "bench", "lib", "functions", "emulators", "web"];
    const files = folders.flatMap(filesBelow).filter((path) => kinds.includes(extname(path)));
    expect(files).toContain("scripts/stories.test.ts");
    const texts = files.map((path) => ({ path, text: `${path}\n${read(path)}`.toLowerCase() }));
    for (const { title = "" } of testTitles) {
      expect(title).not.toBe("");
      const naming = texts.filter(({ text }) => spellings(title).some((spelling) => text.includes(spelling)));
      expect(
        naming.map(({ path }) => path),
        title,
      ).toEqual([]);
    }
  });
});
