// Rules files that the parser accepts, and those that it refuses with a line.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRules } from "./parser.ts";
import { ask } from "./rules-bench.ts";
import { RulesSyntaxError } from "./scanner.ts";

const FILE = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");
const parse = (source: string) => parseRules(source, "cloud.firestore");

function file(body: string, outside = ""): string {
  return `rules_version = '2';\n${outside}\nservice cloud.firestore {\n${body}\n}`;
}

function block(inside: string): string {
  return file(`match /a/{b} { ${inside} }`);
}

/** The line of the syntax error. Null if there is none. */
function refusedAt(source: string): number | null {
  try {
    parse(source);
    return null;
  } catch (error) {
    if (!(error instanceof RulesSyntaxError)) throw error;
    expect(error.message).toMatch(new RegExp(`^Line ${error.line}: .`));
    return error.line;
  }
}

test("the project's own rules are parsed", () => {
  expect(refusedAt(FILE)).toBeNull();
});

test.each([
  ["comments", block("// one\n /* two\n three */ allow read;")],
  ["several methods", block("allow get, list: if true;")],
  ["a last allow without its semicolon", block("allow read: if true")],
  [
    "functions inside, around and outside",
    file(
      "function f() { return true; } match /a/{b} { function g(x) { let y = x; return y && f() && h(); } allow read: if g(true); }",
      "function h() { return true; }",
    ),
  ],
  [
    "a trailing comma",
    block("allow read: if 1 in [1, 2,] && g(1,) == {'a': 1,}; function g(x) { return {'a': x}; }"),
  ],
  [
    "paths with names of any kind",
    file("match /a-b/{c}/d_e.f/{g=**} { allow read: if exists(/databases/(default)/documents/a-b/$(c)); }"),
  ],
])("%s", (_what, source) => {
  expect(refusedAt(source)).toBeNull();
});

test.each([
  ["no version", "service cloud.firestore {}", 1],
  ["version 1", "rules_version = '1'; service cloud.firestore {}", 1],
  ["another service", "rules_version = '2';\nservice firebase.storage {}", 2],
  ["text after the end", `${file("")}\nmatch`, 6],
  ["an allow outside of any match", file("allow read;"), 4],
  ["an unknown method", block("allow peek;"), 4],
  ["an unknown statement", block("deny read;"), 4],
  ["an unknown function", block("allow read: if\n nothing();"), 5],
  ["too few arguments", block("allow read: if get();"), 4],
  ["too many arguments", block("function f(a) { return a; } allow read: if f(1, 2);"), 4],
  [
    "a function that calls itself",
    block("function f() { return g(); } function g() { return f(); } allow read: if f();"),
    4,
  ],
  ["a function declared twice", block("function f() { return 1; } function f() { return 2; }"), 4],
  ["a function with a built-in's name", block("function get(a) { return a; }"), 4],
  [
    "a function of an inner block",
    file("match /a/{b} { match /c/{d} { function f() { return true; } } allow read: if f(); }"),
    4,
  ],
  ["a parameter twice", block("function f(a, a) { return a; }"), 4],
  ["too many parameters", block("function f(a, b, c, d, e, f, g, h) { return a; }"), 4],
  ["a function without a result", block("function f() { let a = 1; }"), 4],
  ["two wildcards for many segments", file("match /{a=**}/b/{c=**} { allow read; }"), 4],
  ["a wildcard twice in one path", file("match /{a}/b/{a} { allow read; }"), 4],
  ["a match without a path", file("match { allow read; }"), 4],
  ["an empty segment", file("match /a//b { allow read; }"), 4],
  ["a missing semicolon", block("allow read: if true allow write;"), 4],
  ["a missing brace", "rules_version = '2';\nservice cloud.firestore {", 2],
  ["a missing operand", block("allow read: if 1 +;"), 4],
  ["an unknown type", block("allow read: if 1 is integer;"), 4],
  ["a string that does not end", block("allow read: if 'abc;"), 4],
  ["an unknown escape", block("allow read: if '\\q' == '';"), 4],
  ["a comment that does not end", file("/* for ever"), 4],
  ["an integer of more than 64 bits", block("allow read: if 9223372036854775808 > 0;"), 4],
  ["an unknown character", block("allow read: if a ~ b;"), 4],
  ["nesting without an end", block(`allow read: if ${"(".repeat(5000)}`), 4],
  ["a chain without an end", block(`allow read: if ${"1 + ".repeat(5000)}1;`), 4],
])("%s is refused, with its line", (_what, source, line) => {
  expect(refusedAt(source)).toBe(line);
});

test("property: for any text the parser throws only syntax errors, with a line inside of the text", () => {
  const words = FILE.split(/(\W)/).filter((word) => word !== "");
  const soup = fc
    .array(
      fc.constantFrom(
        ...words,
        "**",
        "is",
        "in",
        "let",
        "$(",
        "'",
        '"',
        "[",
        "]",
        "\\",
        "0x1",
        "1e5",
        "/*",
        "b'",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));
  const mutated = fc
    .tuple(fc.nat(FILE.length), fc.nat(20), fc.oneof(soup, fc.string({ maxLength: 8, unit: "binary" })))
    .map(([at, cut, put]) => FILE.slice(0, at) + put + FILE.slice(at + cut));
  const anything = fc.oneof(
    mutated,
    fc.string({ unit: "binary" }),
    soup.map(block),
    soup.map((text) => block(`allow read: if ${text};`)),
  );
  fc.assert(
    fc.property(anything, (source) => {
      const line = refusedAt(source);
      expect(line === null || (line >= 1 && line <= source.split("\n").length)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("a match covers paths by wildcards for one segment or for many", () => {
  const rules = parse(
    file(`match /databases/{database}/documents {
      match /a/{b} { allow get; match /c/{d} { allow get: if b == 'x' && d == 'y'; } }
      match /many/{rest=**} { allow get: if rest != /secret/one; }
      match /{any=**}/tail/{t} { allow get: if any == /head/h; }
      match /plain/one { allow get; }
    }`),
  );
  const may = (path: string) => ask(rules, { method: "get", path }).isAllowed;
  expect(
    ["a/x", "a/x/c/y", "many/one", "many/one/two/three", "head/h/tail/t", "plain/one"].filter(
      (path) => !may(path),
    ),
  ).toEqual([]);
  expect(
    [
      "b/x",
      "a/x/c/z",
      "a/y/c/y",
      "a/x/d/y",
      "a/x/c/y/e/f",
      "many/secret/one",
      "head/g/tail/t",
      "plain/two",
    ].filter(may),
  ).toEqual([]);
  expect(ask(rules, { method: "list", path: "a/x" })).toEqual({
    isAllowed: false,
    reasons: ["no rule allows list here"],
  });
});
