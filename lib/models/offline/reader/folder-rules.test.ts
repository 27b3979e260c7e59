// Rules for the folder: only `text` matches patterns, no import cycle, and nothing of the closed form.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { kindOfNoun } from "../noun-kinds.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const files = globSync(join(import.meta.dirname, "**/*.ts"));
const shown = (file: string): string => relative(import.meta.dirname, file);
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const program = files.filter((file) => !file.endsWith(".test.ts"));

/** A regular expression: a literal, or what makes or takes one. */
const PATTERN = /\/[dgimsuvy]*[uv][dgimsuvy]*(?=[,;.)\s])|\bRegExp\b|\.(?:match|matchAll|search)\(/u;
const COMMENT_OR_IMPORT = /^\s*(?:\/\/|\/\*\*|\*|import\b|\} from\b)/u;

it("matches no pattern outside of text, which reads words and clauses for all others", () => {
  const others = program.filter((file) => !shown(file).startsWith("text/"));
  expect(others.length).toBeGreaterThan(50);
  const found = others.flatMap((file) =>
    (sources.get(file) ?? "")
      .split("\n")
      .filter((line) => !COMMENT_OR_IMPORT.test(line) && PATTERN.test(line))
      .map((line) => `${shown(file)}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it("would find patterns of every form", () => {
  for (const line of ['/^a/u.test("a")', "text.split(/ +/u)", "x = /a/gu;", "new RegExp(a)", "a.match(b)"])
    expect(PATTERN.test(line), line).toBe(true);
});

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*)"([^"]+)"/gu;

/** Files by what they import, of this folder as their paths. Types count as well. */
const imports = new Map(
  [...sources].map(([file, text]) => [
    file,
    [...text.matchAll(IMPORT)].map(([, path = ""]) =>
      path.startsWith(".") ? join(dirname(file), path) : path,
    ),
  ]),
);

it("imports nothing of the closed form", () => {
  const found = [...imports].flatMap(([file, all]) =>
    all.filter((path) => /\/offline\/closed\//u.test(path)).map((path) => `${shown(file)}: ${shown(path)}`),
  );
  expect(found).toEqual([]);
});

it("has no import cycle", () => {
  const cycles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push([...trail.slice(at), file].map(shown).join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) if (sources.has(next)) follow(next, [...trail, file]);
    done.add(file);
  };
  for (const file of program) follow(file, []);
  expect(cycles).toEqual([]);
});

/** Of the labels of the development stories: what is written as a name in the table of the cast. */
const names = new Set(
  globSync(join(ROOT, "stories/labels/*/*.tsv")).flatMap((file) => {
    const cast = readFileSync(file, "utf8").split(/^#/mu)[1] ?? "";
    const called = cast
      .split("\n")
      .slice(2)
      .flatMap((row) => row.split("\t").slice(1, 3));
    return called.flatMap((name) => name.match(/\b\p{Lu}\p{Ll}{4,}\b|[ァ-ヴー]{3,}/gu) ?? []);
  }),
);
const QUOTED = /(["'`])(?:\\.|(?!\1).)*\1/gu;

it("names nobody of the development stories, in code or word tables: no rule is for one of them", () => {
  expect(names.size).toBeGreaterThan(20);
  const tables = globSync(join(ROOT, "assets/words/*.tsv")).map((file) => readFileSync(file, "utf8"));
  const code = program.flatMap((file) =>
    (sources.get(file) ?? "")
      .split("\n")
      .flatMap((line) => (COMMENT_OR_IMPORT.test(line) ? [] : (line.match(QUOTED) ?? []))),
  );
  const rows = tables.flatMap((table) => table.split("\n").filter((row) => !row.startsWith("//")));
  const used = [...code, ...rows].flatMap((text) => text.match(/\p{Lu}\p{Ll}{4,}|[ァ-ヴー]{3,}/gu) ?? []);
  // サラリーマン is called so by a story, and a noun of everybody's.
  const isNoun = (word: string) => kindOfNoun(word, "ja") !== undefined;
  expect(used.filter((word) => names.has(word) && !isNoun(word))).toEqual([]);
});
