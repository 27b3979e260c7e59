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

  it("is shown in the studio's own words first, and the service's text is marked as such", () => {
    const told = [EN, JA].map((table) => {
      const mark = table["problem.detail"].replace("{detail}", DETAIL);
      return reasonOf(error, sayIn(table)).replace(` ${mark}`, "");
    });
    expect(told[0]).not.toBe("");
    expect(told[1]).toMatch(/[\p{Script=Hiragana}]/u);
    expect(told.join()).not.toContain(DETAIL);
  });
});

it("also describes an unknown code in the studio's own words", () => {
  const unknown = new ApiError(DETAIL, { status: 418, code: "from-the-future", retryAfter: 0 });
  expect(reasonOf(unknown, sayIn(JA))).toBe(JA["problem.other"]);
});

it("names the place of an error in a file or a field", () => {
  const wrong = new ApiError("line 3, column text: the text is empty", {
    status: 422,
    code: "invalid-edit",
    retryAfter: 0,
  });
  expect(reasonOf(wrong, sayIn(JA))).toContain("line 3, column text");
});
