import { describe, expect, it } from "vitest";
import { undoRedoOf } from "./undo-redo.ts";

/** `0` changes something, any other number restores that version. */
const versions = (...made: number[]) =>
  made.map((of, index) => ({ number: index + 1, ...(of === 0 ? {} : { of }) }));

describe("undo and redo", () => {
  it("have nothing to do in a book that was never changed", () => {
    expect(undoRedoOf(versions(0))).toEqual({ before: undefined, after: undefined });
    expect(undoRedoOf([])).toEqual({ before: undefined, after: undefined });
  });

  it("go back and on through what was changed", () => {
    expect(undoRedoOf(versions(0, 0, 0))).toEqual({ before: 2, after: undefined });
    expect(undoRedoOf(versions(0, 0, 0, 2))).toEqual({ before: 1, after: 3 });
    expect(undoRedoOf(versions(0, 0, 0, 2, 1))).toEqual({ before: undefined, after: 2 });
    expect(undoRedoOf(versions(0, 0, 0, 2, 1, 2))).toEqual({ before: 1, after: 3 });
  });

  it("go back to the state in which the latest change was made", () => {
    // 3 is undone, then 5 is made from 2.
    expect(undoRedoOf(versions(0, 0, 0, 2, 0))).toEqual({ before: 2, after: undefined });
    expect(undoRedoOf(versions(0, 0, 0, 2, 0, 2))).toEqual({ before: 1, after: 5 });
  });

  it("count a version that restores a restored one as the one that was restored first", () => {
    expect(undoRedoOf(versions(0, 0, 1, 2, 3))).toEqual({ before: undefined, after: 2 });
  });

  it("know no version that is not kept any more", () => {
    expect(undoRedoOf([{ number: 7 }, { number: 8, of: 2 }])).toEqual({ before: 7, after: undefined });
  });
});
