// Compares docs/operate/scale.md with the program that writes its tables. The cheap rows are computed again here; `npm run prove -- scale
// --save` writes all rows.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { busiest, PICTURES, runConcurrentBooks } from "./scale/concurrent-books.ts";
import * as tables from "./scale/tables.ts";

const document = readFileSync(new URL("../../docs/operate/scale.md", import.meta.url), "utf8");

describe("docs/operate/scale.md", () => {
  it("has the requests of one book, and their sums for books a day", async () => {
    const book = tables.perBook(await runConcurrentBooks({ books: 1, everyMs: 0 }));
    expect(document).toContain(tables.bookTable(book));
    expect(document).toContain(tables.dayTable(book));
    expect(book.infraDollars).toBeLessThan(book.modelDollars / 100);
  });

  it("has the duration of books under a quota, and with the slow start of push subscriptions", async () => {
    for (const wanted of tables.QUOTA_ROWS.slice(0, 2))
      expect(document).toContain(await tables.quotaRow(wanted));
    const [first] = tables.PUSH_ROWS;
    expect(document).toContain(await tables.pushRow(first));
  });
});

describe("concurrent books", () => {
  it("stay within a common quota, and use nearly all of it", async () => {
    const { tookMs, busiestMinute } = await runConcurrentBooks({
      books: 3,
      everyMs: 5_000,
      picturesPerMinute: 30,
    });
    expect(busiestMinute).toBeLessThanOrEqual(30);
    const windows = Math.ceil((3 * PICTURES) / 30);
    expect(tookMs.at(-1)).toBeLessThan(120_000 + windows * 65_000);
  });

  it("have as their rate the largest number of requests within any window", () => {
    expect(busiest([0, 10, 59, 60, 61], 60)).toBe(4);
    expect(busiest([], 60)).toBe(0);
  });
});

describe("exceeded limits", () => {
  const day = {
    books: 1,
    picturesPerMinute: 1,
    messages: 1,
    writes: 1,
    ledgerWrites: 1,
    artworkInstances: 1,
  };

  it("are `none` if every limit is kept, and otherwise named with the value", () => {
    expect(tables.exceededLimits(day)).toBe("none");
    expect(tables.exceededLimits({ ...day, picturesPerMinute: 61 })).toBe(
      "pictures of the model: 61 of 60 a minute",
    );
    expect(tables.exceededLimits({ ...day, artworkInstances: 201, writes: 20_000 })).toMatch(
      /`artwork`: 201 of 200; Firestore/,
    );
  });
});
