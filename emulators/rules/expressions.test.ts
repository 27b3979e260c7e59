// All expressions of the rules language, with a true and a false case each, and expressions that are errors.
import { expect, test } from "vitest";
import type { Fields } from "../firestore/values.ts";
import { EXPRESSIONS } from "./expression-cases.ts";
import { type Asked, judge } from "./rules-bench.ts";

const BEFORE: Fields = {
  ownerId: { stringValue: "ada" },
  title: { stringValue: "Rain" },
  pages: { integerValue: "8" },
  ratio: { doubleValue: 1.5 },
  at: { timestampValue: { seconds: "86400", nanos: 5_000 } },
  tags: { arrayValue: { values: [{ stringValue: "a" }, { stringValue: "b" }] } },
  style: { mapValue: { fields: { ink: { stringValue: "black" } } } },
  place: { geoPointValue: { latitude: 35, longitude: 139 } },
  raw: { bytesValue: "aGk=" },
  other: { referenceValue: "projects/demo/databases/(default)/documents/things/two" },
  nothing: { nullValue: "NULL_VALUE" },
};

const ASKED: Partial<Asked> = {
  method: "update",
  auth: { uid: "ada", token: { email: "ada@example.org", email_verified: true, level: 3 } },
  timeNanos: 86_400_000_000_000n,
  documents: { "things/one": BEFORE, "things/two": { ownerId: { stringValue: "bob" } } },
  after: { ...BEFORE, title: { stringValue: "Snow" }, added: { booleanValue: true } },
};

/** Cases that need a known time. */
const OF_THE_TIME: typeof EXPRESSIONS = [
  ["request.time == timestamp.value(86400000)", "request.time == timestamp.value(1)"],
  [
    "request.time - timestamp.value(0) == duration.time(24, 0, 0, 0)",
    "request.time - timestamp.value(0) < duration.value(1, 'h')",
  ],
];

for (const [holds, fails] of [...EXPRESSIONS, ...OF_THE_TIME]) {
  test(`${holds} allows, ${fails} denies`, () => {
    expect(judge(holds, ASKED)).toBe("allow");
    expect(judge(fails, ASKED)).toBe("deny");
  });
}

test.each([
  "resource.data.missing == 1",
  "resource.data.title.missing == 1",
  "resource.data.nothing.missing == 1",
  "missing == 1",
  "1",
  "'true'",
  "!1",
  "null && true",
  "1 ? true : true",
  "1 < 'a'",
  "[] < []",
  "1 + 'a' == 'a'",
  "1 / 0 == 0",
  "9223372036854775807 + 1 > 0",
  "[1][1] == 1",
  "[1][-1] == 1",
  "[1][0:2] == [1]",
  "{'a': 1}['b'] == 1",
  "1 in 'a'",
  "'a'.nonsense()",
  "'a'.size(1) == 1",
  "[1].hasAll(1)",
  "math.nonsense(1) == 1",
  "duration.value(1, 'y') == duration.value(1, 'd')",
  "timestamp.date(2026, 2, 30) == request.time",
  "timestamp.value(9223372036854775807).year() == 1",
  "duration.value(9223372036854775807, 'w') == duration.value(1, 'w')",
  "latlng.value(91.0, 0.0) == latlng.value(0.0, 0.0)",
  "int('x') == 0",
  "get('things/two') == null",
  "get(/things/$(1)) == null",
  "'aa'.matches('(a)\\\\1')",
  "'a'.matches('(?=a)a')",
  "'a'.matches('(?<!b)a')",
  "'a'.matches('(')",
  "'a'.matches('a**')",
  "'a'.matches('[[:^alpha:]]')",
])("%s is an error with its line, and allows nothing", (condition) => {
  expect(judge(condition, ASKED)).toMatch(/^line 2: error at line 2: ./);
  expect(judge(`!(${condition})`, ASKED)).toMatch(/error at line 2/);
});

test("functions see enclosing wildcards, their arguments and variables, and other functions", () => {
  const functions = `
    function isOwner(uid) { let owner = resource.data.ownerId; let same = owner == uid; return same && isHere(); }
    function isHere() { return database == '(default)'; }`;
  expect(judge("isOwner('ada')", ASKED, functions)).toBe("allow");
  expect(judge("isOwner('bob')", ASKED, functions)).toContain("false");
  expect(judge("same", ASKED, functions)).toContain('there is no variable "same" in this scope');
});

test("an exceeded limit denies, whatever the other operands are", () => {
  const reads = Array.from({ length: 11 }, (_, n) => `exists(/databases/$(database)/documents/things/n${n})`);
  expect(judge(`${reads.join(" || ")} || true`, ASKED)).toBe("more than 10 documents were read");
  expect(judge(`${reads.slice(1).join(" || ")} || true`, ASKED)).toBe("allow");
  const many = Array.from({ length: 400 }, () => "1 == 2");
  expect(judge(`${many.join(" || ")} || true`, ASKED)).toBe("more than 1000 expressions were evaluated");
});

test("an absent auth is null, and reading a field of it is an error", () => {
  expect(judge("request.auth == null", { auth: null })).toBe("allow");
  expect(judge("request.auth.uid != 'bob'", { auth: null })).toContain("error at line 2");
});
