import { describe, expect, it } from "vitest";
import { CsvError, readLetteringCsv } from "./lettering-csv.ts";

const HEADER = "page,panel,balloon,speaker,text";

describe("an edited lettering.csv", () => {
  it("may have quotation marks, line breaks and a byte order mark", () => {
    const text = `\uFEFF${HEADER}\r\n1,k1,w1,Mina,"He said ""no"", twice\r\nand left"\r\n2,k3,s1,,BOOM\r\n`;
    expect(readLetteringCsv(text)).toEqual([
      { line: 2, page: 1, panel: "k1", balloon: "w1", text: 'He said "no", twice\nand left' },
      { line: 4, page: 2, panel: "k3", balloon: "s1", text: "BOOM" },
    ]);
  });

  it("may have its columns in another order, additional columns, and empty lines", () => {
    const text = "text,note,balloon,panel,page\nHi,?,w2,k1,12\n\n,,,,\nYo,,s1,k2,13";
    expect(readLetteringCsv(text).map(({ line, page, text }) => [line, page, text])).toEqual([
      [2, 12, "Hi"],
      [5, 13, "Yo"],
    ]);
  });

  it.each([
    ["", 1, "", /empty/],
    ["page,panel,balloon,speaker\n", 1, "text", /has no text/],
    ["page;panel;balloon;speaker;text\n1;k1;w1;;x\n", 1, "page", /not separated by commas/],
    [`${HEADER}\n1,k1,w1,,yes, no\n`, 2, "", /the row has 6 fields, but the header has 5/],
    [`${HEADER}\n1,k1,w1,,a\none,k1,w2,,b\n`, 3, "page", /"one" is not a page number/],
    [`${HEADER}\n1,1,w1,,a\n`, 2, "panel", /"1" is not a panel/],
    [`${HEADER}\n1,k1,balloon,,a\n`, 2, "balloon", /is not a balloon/],
    [`${HEADER}\n1,k1,w1,,\n`, 2, "text", /empty/],
    [`${HEADER}\n1,k1,w1,,${"x".repeat(501)}\n`, 2, "text", /501 characters/],
    [`${HEADER}\n1,k1,s1,,Kabooooooooom\n`, 2, "text", /13 characters; a sound has at most 12/],
    [`${HEADER}\n1,k1,w1,,"a\nb"\n1,k1,w1,,c\n`, 4, "balloon", /line 2 is for the same balloon/],
    [`${HEADER}\n1,k1,w1,,"a\n`, 2, "", /never closed/],
    [`${HEADER}\n1,k1,w1,,"a"b\n`, 2, "5", /put a comma/],
  ])("with an error is refused with line and column (%#)", (text, line, column, problem) => {
    const failed = () => readLetteringCsv(text);
    expect(failed).toThrow(CsvError);
    expect(failed).toThrow(problem);
    expect(failed).toThrow(expect.objectContaining({ line, column }));
  });
});
