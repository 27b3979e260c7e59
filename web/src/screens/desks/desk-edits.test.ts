import { expect, test } from "vitest";
import type { FrameEdit } from "../../../../lib/manga/frame-edits.ts";
import { withLast } from "./desk-edits.ts";

const move = (by: number, more: object = {}): FrameEdit => ({
  ...{ kind: "move", panel: "k1", side: "top", by },
  ...more,
});

test("successive moves of one edge become one edit, and none if the edge is back at its start", () => {
  expect(withLast([move(10)], move(10))).toEqual([move(20)]);
  expect(withLast([move(10)], move(-10))).toEqual([]);
});

test("moves of another edge, moves of an edge alone and edits of another kind stay separate edits", () => {
  for (const other of [move(5, { side: "left" }), move(5, { alone: true }), move(5, { kind: "tilt" })]) {
    expect(withLast([move(10)], other)).toEqual([move(10), other]);
  }
  const cut: FrameEdit = { kind: "cut", panel: "k1", from: { x: 0, y: 0 }, to: { x: 1, y: 1 } };
  expect(withLast([cut], cut)).toEqual([cut, cut]);
});
