import { describe, expect, test } from "vitest";
import { type Change, type EditingRecord, historyFaults } from "./history.ts";

const typed = (text: string, seen: string[], tab = "a") => ({ text, line: "k1/w1", tab, seen });
const edit = (version: number, old: string, to: string): Change => ({
  ...{ version, what: "edit" },
  texts: [{ line: "k1/w1", old, new: to }],
});
const record = (part: Partial<EditingRecord>): EditingRecord => ({
  ...{ typed: [], elsewhere: [], refused: [], discarded: [], undoneAt: [] },
  ...part,
});

describe("the check of a book's versions", () => {
  test("expects each saved line once, unless its author replaced it or it is shown as refused", () => {
    const one = [typed("x", ["0"])];
    expect(historyFaults([edit(2, "0", "x")], record({ typed: one }))).toEqual([]);
    expect(historyFaults([edit(2, "0", "y")], record({ typed: [...one, typed("y", ["0"])] }))).toEqual([]);
    expect(historyFaults([], record({ typed: one, refused: ["x"] }))).toEqual([]);
    expect(historyFaults([], record({ typed: one }))).toHaveLength(1);
    expect(historyFaults([edit(2, "0", "x"), edit(3, "z", "x")], record({ typed: one }))).toHaveLength(1);
    expect(historyFaults([edit(2, "0", "x")], record({ typed: one, refused: ["x"] }))).toHaveLength(1);
  });

  test("finds lines that nobody wrote, and lines that were overwritten without being seen", () => {
    expect(historyFaults([edit(2, "0", "x")], record({}))).toHaveLength(1);
    const two = record({ typed: [typed("x", ["0"]), typed("y", ["0"], "b")] });
    expect(historyFaults([edit(2, "0", "x"), edit(3, "x", "y")], two)).toHaveLength(1);
    const own = record({ typed: [typed("x", ["0"]), typed("y", ["0"])] });
    expect(historyFaults([edit(2, "0", "x"), edit(3, "x", "y")], own)).toEqual([]);
  });

  test("finds an undo of a version that the user had not seen", () => {
    const restore = { version: 3, what: "restore", texts: [] };
    expect(historyFaults([restore], record({ undoneAt: [2] }))).toEqual([]);
    expect(historyFaults([restore], record({ undoneAt: [1] }))).toHaveLength(1);
  });
});
