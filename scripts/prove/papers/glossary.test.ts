// Compares docs/develop/glossary.md with the code: every name in its last column is in the file beside it.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const PAGE = new URL("../../../docs/develop/glossary.md", import.meta.url);

/** Table rows as cells, without headers. */
const rows = readFileSync(PAGE, "utf8")
  .split("\n")
  .filter((line) => /^\| (?!English|---)/.test(line))
  .map((line) => line.slice(2, -2).split(" | "));

describe("the glossary", () => {
  it.each(rows)("has %s in both languages, with a sentence and its code", (...cells) => {
    const [, japanese, meaning, code] = cells;
    expect(cells).toHaveLength(4);
    expect(japanese).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(meaning).toMatch(/\.$/);
    expect(code).toMatch(/`/);
    for (const [, names = "", path = ""] of (code ?? "").matchAll(/([^[]*)\[[^\]]*\]\(([^)]+)\)/g)) {
      const file = new URL(path, PAGE);
      expect(existsSync(file), path).toBe(true);
      const source = readFileSync(file, "utf8");
      const wanted = [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      expect(wanted, path).not.toEqual([]);
      for (const name of wanted) expect(source, path).toContain(name);
    }
  });

  it("has each word once", () => {
    const words = rows.map(([word]) => word);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
