// Frames as the pipeline changes them: which pictures wait, and which edits of a storyboard have them drawn for their frames.
import { describe, expect, test } from "vitest";
import { sampleBoard } from "../drawing/sample-board.ts";
import type { FrameEdit } from "../manga/frame-edits.ts";
import { boundingBox } from "../manga/paper.ts";
import type { StoryboardPage } from "../manga/storyboard.ts";
import { changeFrames, misfitPanels, refitPanels } from "./frame-changes.ts";
import { withContent, withPictureOf, withPicturesForFrames } from "./page-edits.ts";
import { EditRefusedError } from "./step-editor.ts";

const board = sampleBoard({ panels: 3, direction: "rtl", number: 1, seed: 3 });
const direction = "rtl";
const drawn = { direction, hasPicture: () => true } as const;

function cutOf({ panels }: StoryboardPage, at = 0): FrameEdit {
  const { id = "", frame } = panels[at] ?? {};
  const { x, y, width, height } = boundingBox(frame?.corners ?? []);
  const middle = y + height / 2;
  return { kind: "cut", panel: id, from: { x, y: middle }, to: { x: x + width, y: middle } };
}

const waiting = ({ panels }: StoryboardPage) =>
  panels.filter(({ frame }) => frame.drawn !== undefined).map(({ id }) => id);

describe("an edit of frames", () => {
  test("marks no panel without a picture as waiting: its picture is drawn for its present frame", () => {
    const cut = changeFrames(board, [cutOf(board)], { direction, hasPicture: () => false });
    expect(cut.panels).toHaveLength(4);
    expect(waiting(cut)).toEqual([]);
    expect(waiting(changeFrames(board, [cutOf(board)], drawn))).toEqual(["k1", "k4"]);
  });

  test("is refused as a whole with the place of the edit that cannot be made", () => {
    const edits: FrameEdit[] = [cutOf(board), { kind: "merge", panel: "k1", with: "k9" }];
    expect(() => changeFrames(board, edits, drawn)).toThrow(EditRefusedError);
    expect(() => changeFrames(board, edits, drawn)).toThrow(/^unknown: /);
  });
});

describe("a picture that waits", () => {
  const cut = changeFrames(board, [cutOf(board)], drawn);

  test("is drawn for its frame together with the panels that show it", () => {
    expect(misfitPanels(cut)).toEqual(["k1", "k4"]);
    expect(refitPanels(cut, ["k4"]).drawn).toEqual(["k4"]);
    const both = refitPanels(cut, ["k1"]);
    expect(both.drawn).toEqual(["k1", "k4"]);
    expect(waiting(both.page)).toEqual([]);
  });

  test("is drawn for its frame when an edit gives its panel another picture, and stays with any other edit", () => {
    const told = (id: string, action: string) => ({
      ...cut,
      panels: cut.panels.map((one) =>
        one.id === id ? { ...one, picture: { ...one.picture, action } } : one,
      ),
    });
    expect(waiting(withPicturesForFrames(cut, told("k4", "rain")) as StoryboardPage)).toEqual(["k1"]);
    expect(waiting(withPicturesForFrames(cut, told("k1", "rain")) as StoryboardPage)).toEqual([]);
    expect(waiting(withPicturesForFrames(cut, told("k2", "rain")) as StoryboardPage)).toEqual(["k1", "k4"]);
    expect(withPicturesForFrames(cut, "no page")).toBe("no page");
  });

  test("comes back from an earlier version in the size in which it was drawn", () => {
    const { picture } = board.panels[0] ?? {};
    if (picture === undefined) throw new Error("the page has panels");
    const now = refitPanels(cut, ["k1"]).page;
    const back = withPictureOf(withContent(now, "k1", { picture }), "k1", board);
    const was = boundingBox(board.panels[0]?.frame.corners ?? []);
    expect(back.panels[0]?.frame.drawn).toEqual(was);
    const same = withPictureOf(withContent(board, "k1", { picture }), "k1", board);
    expect(same.panels[0]?.frame.drawn).toBeUndefined();
  });
});
