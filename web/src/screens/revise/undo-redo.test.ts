import { describe, expect, it } from "vitest";
import { undoRedoOf } from "./undo-redo.ts";

/** A version list: `0` is a change, any other number restores that version. */
const versions = (...made: number[]) =>
  made.map((of, index) => ({ number: index + 1, ...(of === 0 ? {} : { of }) }));

/** Of a list that ends with the book's current version. */
const undoRedoAt = (listed: { number: number; of?: number }[]) =>
  undoRedoOf(listed, listed.at(-1)?.number ?? 1);

describe("undo and redo", () => {
  it("are unavailable until the list ends with the book's current version", () => {
    expect(undoRedoOf(versions(0, 0, 0), 4)).toEqual({ before: undefined, after: undefined });
    expect(undoRedoOf(versions(0, 0, 0, 2), 4)).toEqual({ before: 1, after: 3 });
  });

  it("are unavailable for a book that was never changed", () => {
    expect(undoRedoAt(versions(0))).toEqual({ before: undefined, after: undefined });
    expect(undoRedoAt([])).toEqual({ before: undefined, after: undefined });
  });

  it("go back and forth through the changes", () => {
    expect(undoRedoAt(versions(0, 0, 0))).toEqual({ before: 2, after: undefined });
    expect(undoRedoAt(versions(0, 0, 0, 2))).toEqual({ before: 1, after: 3 });
    expect(undoRedoAt(versions(0, 0, 0, 2, 1))).toEqual({ before: undefined, after: 2 });
    expect(undoRedoAt(versions(0, 0, 0, 2, 1, 2))).toEqual({ before: 1, after: 3 });
  });

  it("undo to the version on which the latest change was made", () => {
    // Version 3 is undone, then 5 is made from 2.
    expect(undoRedoAt(versions(0, 0, 0, 2, 0))).toEqual({ before: 2, after: undefined });
    expect(undoRedoAt(versions(0, 0, 0, 2, 0, 2))).toEqual({ before: 1, after: 5 });
  });

  it("treat a restored restore as the originally restored version", () => {
    expect(undoRedoAt(versions(0, 0, 1, 2, 3))).toEqual({ before: undefined, after: 2 });
  });

  it("skip versions that are no longer stored", () => {
    expect(undoRedoAt([{ number: 7 }, { number: 8, of: 2 }])).toEqual({ before: 7, after: undefined });
  });
});
