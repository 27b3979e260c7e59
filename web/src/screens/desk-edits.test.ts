import { expect, test } from "vitest";
import type { FrameEdit } from "../../../lib/manga/frame-edits.ts";
import { withLast } from "./desk-edits.ts";

const move = (by: number, more: object = {}): FrameEdit => ({
  ...{ kind: "move", panel: "k1", side: "top", by },
  ...more,
});

test("steps of one edge become one edit, and none where it is back where it was", () => {
  expect(withLast([move(10)], move(10))).toEqual([move(20)]);
  expect(withLast([move(10)], move(-10))).toEqual([]);
});

test("steps of another edge, of the edge alone, or of another kind stay apart", () => {
  for (const other of [move(5, { side: "left" }), move(5, { alone: true }), move(5, { kind: "tilt" })]) {
    expect(withLast([move(10)], other)).toEqual([move(10), other]);
  }
  const cut: FrameEdit = { kind: "cut", panel: "k1", from: { x: 0, y: 0 }, to: { x: 1, y: 1 } };
  expect(withLast([cut], cut)).toEqual([cut, cut]);
});
