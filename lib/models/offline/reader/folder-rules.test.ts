// Rules for the folder: only `text` uses regular expressions, no import cycles, no imports from the artist, and no rule for a single story.
// Each rule is a function of a source, and is also tested on planted violations.
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOfNoun } from "../noun-kinds.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const shown = (file: string): string => relative(import.meta.dirname, file);
const isTest = (file: string): boolean => file.endsWith(".test.ts");
const files = globSync(join(import.meta.dirname, "**/*.ts"));
const program = new Map(
  files.filter((file) => !isTest(file)).map((file) => [file, readFileSync(file, "utf8")]),
);

const QUOTED = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const NO_CODE = new RegExp(String.raw`\/\/.*|\/\*[\s\S]*?\*\/|${QUOTED}`, "gu");
const TEMPLATE = /`(?:\\.|[^`\\])*`/gu;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/gu;

/** The source without comments and string contents. Templates keep only the code in `${…}`. Line breaks stay. */
const codeOf = (source: string): string =>
  source
    .replaceAll(NO_CODE, (text) => (/^["']/u.test(text) ? '""' : text.replaceAll(/[^\n]/gu, "")))
    .replaceAll(TEMPLATE, (text) =>
      [...text.matchAll(/\$\{([^}]*)\}|\n/gu)].map(([all, code]) => code ?? all).join(" "),
    );

/** The formatter puts spaces around a division, so any other slash belongs to a regular expression. */
const PATTERN =
  /\S\/|\/[^\s/]|\/ *[,;)]|\bRegExp\b|\.(?:match|matchAll|search|test|exec)\(|\.(?:replace|replaceAll|split)\(\s*[\p{L}_$]/gu;

/** Lines with a regular expression: a literal, a constructor, or a method that takes one. */
function patternsIn(source: string): string[] {
  const [code, lines] = [codeOf(source), source.split("\n")];
  return [...code.matchAll(PATTERN)].map(
    ({ index }) => lines[code.slice(0, index).split("\n").length - 1] ?? "",
  );
}

/** A search in the letters of a unit, or for literal letters in any text. Outside `text`, code compares whole words by word tables. */
const SEARCH =
  /\b(?:unit\??\.text\??\.(?:startsWith|endsWith|includes|indexOf|lastIndexOf)\(|text\??\.(?:startsWith|endsWith|includes|indexOf|lastIndexOf)\(\s*"")/gu;

/** Searches in the raw text of the story. */
const searchesIn = (source: string): string[] => codeOf(source).match(SEARCH) ?? [];

const lower = (text: string): string => text.toLowerCase();

describe("a regular expression", () => {
  it("is used in the folder `text` only", () => {
    const others = [...program].filter(([file]) => !shown(file).startsWith("text/"));
    expect(others.length).toBeGreaterThan(50);
    expect(
      others.flatMap(([file, source]) => patternsIn(source).map((line) => `${shown(file)}: ${line}`)),
    ).toEqual([]);
  });

  it.each([
    ...[
      'x = /^a/u.test("a");',
      "x = /a/gu;",
      "x = /a/;",
      "x = /a/i;",
      "f(/a b/, y);",
      "x = / +/u;",
      "x = / /;",
    ],
    ...["const IS = /[\"']/u;", "/^a/u,", "[/a/u, /b/u]", "text.split(/ +/u)", "text.split(MARK)"],
    ...["new RegExp(a)", "RegExp(a)", "a.match(b)", "a.matchAll(b)", "a.search(b)", "MARK.test(text)"],
    ...["MARK.exec(text)", "text.replace(MARK, b)", "text.replaceAll(\n  MARK,\n  b,\n)"],
    ...["`a$" + "{/b/u.exec(c)}`", 'const a = "/" /* b */ && /c/u;'],
  ])("is detected in %j", (line) => {
    expect(patternsIn(line)).not.toEqual([]);
  });

  it.each([
    ...["// and/or, a.match(b)", 'a.split("/")', 'import a from "./a/b.ts";', "a / b", "(a / b) / c"],
    ...["/** `and/or` */", "`$" + "{a}/$" + "{b}`", 'text.replaceAll("-", "")', 'words.includes("a/b")'],
  ])("is not detected in %j", (line) => {
    expect(patternsIn(line)).toEqual([]);
  });
});

describe("a search in raw text", () => {
  it("occurs in the folder `text` only", () => {
    const others = [...program].filter(([file]) => !shown(file).startsWith("text/"));
    expect(
      others.flatMap(([file, source]) => searchesIn(source).map((one) => `${shown(file)}: ${one}`)),
    ).toEqual([]);
  });

  it.each([
    ...['unit.text.startsWith("と")', "unit.text.endsWith(mark)", "told?.unit.text.includes(word)"],
    ...["read.unit?.text.indexOf(name)", 'text.startsWith("O ")', "text.lastIndexOf(\n  'a',\n)"],
  ])("is detected in %j", (line) => {
    expect(searchesIn(line)).not.toEqual([]);
  });

  it.each([
    ...['words.includes("a")', "context.startsWith(mark)", 'unit.text.slice(1) // text.includes("a")'],
    ...["spoken.includes(text)", 'words.is("quotes", first.text)'],
  ])("is not detected in %j", (line) => {
    expect(searchesIn(line)).toEqual([]);
  });
});

/** The imports of a source: package names or absolute paths. Type imports count. */
const importsIn = (source: string, file: string): string[] =>
  [...source.matchAll(IMPORT)].map(([, path = ""]) =>
    path.startsWith(".") ? join(dirname(file), path) : path,
  );

/** A chain of imports from the file back to itself. */
function cycleFrom(start: string, importsOf: (file: string) => readonly string[]): string[] | undefined {
  const ways = new Map([[start, [start]]]);
  for (const [file, way] of ways) {
    for (const next of importsOf(file)) {
      if (next === start) return [...way, next];
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}

describe("an import", () => {
  const known = new Map<string, readonly string[]>();
  const importsOf = (file: string): readonly string[] => {
    const isFile = file.endsWith(".ts") && existsSync(file);
    const found = known.get(file) ?? (isFile ? importsIn(readFileSync(file, "utf8"), file) : []);
    known.set(file, found);
    return found;
  };

  it("is in no cycle, including cycles through files outside the folder", () => {
    const cycles = [...program.keys()].flatMap(
      (file) => cycleFrom(file, importsOf)?.map(shown).join(" → ") ?? [],
    );
    expect(cycles).toEqual([]);
  });

  it("is detected in every form, and so are cycles of one, two and three files", () => {
    const forms = ['import "./b.ts";', 'import { b } from "./b.ts";', 'export * from "./b.ts";'];
    const late = ['const b = await import("./b.ts");', 'import type {\n  B,\n} from "./b.ts";'];
    for (const source of [...forms, ...late])
      expect(importsIn(source, "/a/a.ts"), source).toEqual(["/a/b.ts"]);
    const cycle = (graph: Record<string, string[]>) => cycleFrom("a", (file) => graph[file] ?? [])?.join("");
    const graphs: Record<string, string[]>[] = [
      { a: ["a"] },
      { a: ["b"], b: ["a"] },
      { a: ["c", "b"], b: ["d"], d: ["a"] },
    ];
    expect(graphs.map(cycle)).toEqual([...["aa", "aba", "abda"]]);
    expect(cycle({ a: ["b", "c"], b: ["c", "d"], c: ["d"], d: ["c"] })).toBeUndefined();
  });

  it("never names the artist or its closed vocabulary", () => {
    const isOfArtist = (path: string) =>
      /\/offline\/(?:closed|words|artist|reviser)\/|-traits\.ts$/u.test(path);
    const found = [...program.keys()].flatMap((file) =>
      importsOf(file).flatMap((path) => (isOfArtist(path) ? [`${shown(file)}: ${shown(path)}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

/** The stories without ruby and editorial notes, which are not read. */
const stories = globSync(join(ROOT, "stories/{ja,en,own}/*.txt")).map((file) =>
  readFileSync(file, "utf8")
    .replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "")
    .replaceAll(/\s+/gu, " "),
);

/** Whether a name of a story is a common noun: サラリーマン, Whale. */
const isNoun = (name: string): boolean =>
  (["ja", "en"] as const).some((language) => kindOfNoun(name, language) !== undefined);

const columnsOf = (file: string): string[][] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((row) => row.split("\t"));

const CAST = globSync(join(ROOT, "stories/labels/*/*.tsv")).flatMap((file) => {
  const rows = columnsOf(file);
  return rows
    .slice(
      2,
      rows.findIndex(([first], at) => at > 0 && first?.startsWith("#")),
    )
    .map((row) => row.slice(1, 3));
});
const OWN_CAST = columnsOf(join(ROOT, "stories/own/labels.tsv")).filter((row) => row[1] === "person");

/** Common words that are part of a name in a story: `Patrolman Wells`, `Best Beloved`. */
const ORDINARY = ["Patrolman", "Blessed", "Beloved"];

/** Proper names: words that occur in one story only, never in lower case and never after an article. */
const names = new Set(
  [...CAST, ...OWN_CAST]
    .flatMap((row) => row.flatMap((name) => name.match(/\b\p{Lu}\p{Ll}{3,}\b|[ァ-ヴー]{2,}/gu) ?? []))
    .filter((name) => !isNoun(name) && !ORDINARY.includes(name))
    .filter((name) => {
      const own = stories.filter((story) => story.includes(name));
      const asNoun = new RegExp(
        `\\b(?:the ${name}|${name === lower(name) ? "the " : ""}${lower(name)})\\b`,
        "u",
      );
      return own.length === 1 && !stories.some((story) => asNoun.test(story));
    }),
);

const STRING = new RegExp(`${NO_CODE.source}|${TEMPLATE.source}`, "gu");

/** String contents of a source, without import paths. */
const stringsIn = (source: string): string[] =>
  [...source.replaceAll(IMPORT, "").matchAll(STRING)].flatMap(([text]) =>
    text.startsWith("/") ? [] : [text.slice(1, -1)],
  );

/** Words of a table. The list of given names is general and excluded. */
const wordsIn = (table: string): string[] =>
  table
    .split("\n")
    .filter((row) => !/^(?:\/\/|given\t|pet-name\t)/u.test(row))
    .flatMap((row) => row.split(/[\t ]/u).map((word) => word.replaceAll("_", " ")));

/** Names of story characters among the words, in any spelling. */
const namesIn = (words: readonly string[]): string[] =>
  words
    .flatMap((word) => word.match(/\p{L}\p{Ll}{3,}|[ァ-ヴー]{2,}/gu) ?? [])
    .filter((word) => names.has(word.charAt(0).toUpperCase() + word.slice(1)));

/** A sequence of this many words or characters that occurs in a story is a passage, not a general expression. */
const LONGEST = { words: 4, characters: 7 } as const;

const isPassage = (text: string): boolean => {
  const isLong = /[ぁ-ヿ\p{Script=Han}]/u.test(text)
    ? text.length >= LONGEST.characters && !isNoun(text)
    : text.trim().split(" ").length >= LONGEST.words;
  return isLong && stories.filter((story) => lower(story).includes(lower(text.trim()))).length === 1;
};

describe("a rule for a single story", () => {
  const tables = globSync(join(ROOT, "assets/words/*.tsv")).map((file) => readFileSync(file, "utf8"));
  const words = [...[...program.values()].flatMap(stringsIn), ...tables.flatMap(wordsIn)];

  it("does not exist: no name of a story's character is in code or word tables", () => {
    expect([names.size > 40, stories.length > 20, words.length > 5_000]).toEqual([true, true, true]);
    expect(namesIn(words)).toEqual([]);
  });

  it("does not exist: no passage of a story is in code or word tables", () => {
    expect(words.filter(isPassage)).toEqual([]);
  });

  const isSeen = (words: readonly string[]) => namesIn(words).length > 0 || words.some(isPassage);

  it.each([
    ...['is("Eveline")', 'is("eveline")', "is('Framton')", "f(`the $" + "{a} of Framton`)", 'is("ナツキ")'],
    ...['text.includes("watching the evening invade")', 'is("a", "真夏の宿場は空虚")'],
  ])("is detected in %s", (source) => {
    expect(isSeen(stringsIn(source))).toBe(true);
  });

  it("is detected in a word table", () => {
    expect(isSeen(wordsIn("person\tframton frank_mate\thuman male adult"))).toBe(true);
    expect(isSeen(wordsIn("// Framton\ngiven\tframton\tmale\nperson\tman at_last"))).toBe(false);
  });

  it("is not detected in common words", () => {
    expect(
      isSeen(stringsIn('is("giant"); // Eveline\nis("a man and a dog", "おばあさん", "as soon as")')),
    ).toBe(false);
  });
});
