// Keeps the titles of the test sets (stories/TEST.md) out of the rest of the project, and compares the table of the development set
// (stories/SOURCES.md) with its files.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The rows of the only table in a Markdown page, without its header, as trimmed cells. */
function tableRows(page: string): string[][] {
  const lines = page.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** All files below a folder of the repository, except installed packages. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
    return [path];
  });
}

/** Spellings of a title in texts and file names, in lower case. */
const spellings = (title: string) => [title.toLowerCase(), title.toLowerCase().replaceAll(" ", "-")];

const testTitles = tableRows(read("stories/TEST.md")).map(([title, , , language]) => ({ title, language }));

const isTest = (path: string) => path.startsWith("stories/test/");

describe("the titles of the test sets", () => {
  it("are at least four in each language", () => {
    for (const language of ["Japanese", "English"]) {
      expect(testTitles.filter((row) => row.language === language).length).toBeGreaterThanOrEqual(4);
    }
  });

  it("are in no story, script, test, example or label of the project", () => {
    const kinds = [".ts", ".tsx", ".mjs", ".json", ".txt", ".labels", ".tsv"];
    const folders = ["stories", "examples", "scripts", "bench", "lib", "functions", "emulators", "web"];
    const files = folders
      .flatMap(filesBelow)
      .filter((path) => kinds.includes(extname(path)) && !isTest(path));
    expect(files).toContain("scripts/scores/stories.test.ts");
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

describe("the stories of the development set", () => {
  const storyPath = /^stories\/(ja|en)\/[a-z0-9-]+\.txt$/;
  const texts = filesBelow("stories").filter((path) => extname(path) === ".txt");
  const isOwn = (path: string) => path.startsWith("stories/own/");
  const stories = texts.filter((path) => !isOwn(path) && !isTest(path));
  const sources = tableRows(read("stories/SOURCES.md")).map(
    ([file = "", title = "", author, , characters = ""]) => ({
      path: `stories/${/^\[(.+)\]\(\1\)$/.exec(file)?.[1]}`,
      title,
      author,
      characters: Number(characters.replaceAll(",", "")),
    }),
  );

  it("are at least six in each language, in folders of their language", () => {
    for (const language of ["ja", "en"]) {
      const ofLanguage = stories.filter((path) => storyPath.exec(path)?.[1] === language);
      expect(ofLanguage.length).toBeGreaterThanOrEqual(6);
    }
    expect(stories.filter((path) => !storyPath.test(path))).toEqual([]);
  });

  it("have one row each in the table of sources, and every row has its file", () => {
    expect(sources.map(({ path }) => path).sort()).toEqual([...stories].sort());
  });

  it("are listed beside the project's own stories, which have labels and no other source", () => {
    const own = texts.filter(isOwn).map((path) => /^stories\/own\/([a-z]+)\.(?:ja|en)\.txt$/.exec(path)?.[1]);
    const rows = read("stories/own/labels.tsv").split("\n");
    const header = rows.findIndex((row) => row.startsWith("story\t"));
    const labelled = new Set(rows.slice(header + 1).flatMap((row) => row.split("\t")[0] || []));
    expect(own).toHaveLength(12);
    expect([...labelled].sort()).toEqual(own.toSorted());
  });

  it("are UTF-8 of 2,000 to 20,000 characters with the title first and the length in the table", () => {
    for (const { path, title, author, characters } of sources) {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        readFileSync(join(root, path)),
      );
      expect([...text].length, path).toBe(characters);
      expect(characters, path).toBeGreaterThanOrEqual(2_000);
      expect(characters, path).toBeLessThanOrEqual(20_000);
      expect(text.split("\n")[0]?.toLowerCase(), path).toBe(title.toLowerCase());
      expect(text, path).not.toContain("\r");
      expect(author, path).toMatch(/\(\d{4}–\d{4}\)$/);
    }
  });

  it("are not in the test sets", () => {
    const tests = testTitles.map(({ title = "" }) => title.toLowerCase());
    expect(sources.map(({ title }) => title.toLowerCase()).filter((title) => tests.includes(title))).toEqual(
      [],
    );
  });
});
