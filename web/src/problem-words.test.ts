// The studio has words in both languages for every problem that the service answers with.
import { describe, expect, it } from "vitest";
import { PROBLEM_CODES } from "../../lib/api/problem-codes.ts";
import { ApiError } from "./api.ts";
import { reasonOf } from "./problem-words.ts";
import { EN } from "./words/en.ts";
import { JA } from "./words/ja.ts";
import { filledIn, type Words } from "./words/words.tsx";

const sayIn =
  (table: Readonly<Record<string, string>>): Words["t"] =>
  (key, values) =>
    filledIn(table[key] ?? "", values);

const DETAIL = "the service's own English";

describe.each(PROBLEM_CODES)("the problem %s", (code) => {
  const error = new ApiError(DETAIL, { status: 422, code, retryAfter: 3 });

  it("is told in the studio's own words, and in no others", () => {
    const [english, japanese] = [reasonOf(error, sayIn(EN)), reasonOf(error, sayIn(JA))];
    expect(english).not.toBe("");
    expect(english).not.toContain(DETAIL);
    expect(japanese).toMatch(/[\p{Script=Hiragana}]/u);
    expect(japanese).not.toContain(DETAIL);
  });
});

it("tells of a code that it does not know in its own words, too", () => {
  const unknown = new ApiError(DETAIL, { status: 418, code: "from-the-future", retryAfter: 0 });
  expect(reasonOf(unknown, sayIn(JA))).toBe(JA["problem.other"]);
});
