// The sheet of the page desk: an edge that cannot be moved is not silent.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sampleBoard } from "../../../../lib/drawing/sample-board.ts";
import { editFrames, type FrameEdit } from "../../../../lib/manga/frame-edits.ts";
import { FrameEditError } from "../../../../lib/manga/frame-page.ts";
import { freshBrowser, type Shown, show } from "../../component-test.tsx";
import { DeskSheet } from "./desk-sheet.tsx";

const BOARD = sampleBoard({ panels: 2, direction: "ltr", number: 2, seed: 1 });
let shown: Shown | undefined;
let edits: FrameEdit[];
const part = (board: typeof BOARD) => (
  <div style={{ width: "300px", marginLeft: "100px" }}>
    <button type="button" style={{ position: "absolute", left: 0 }}>
      Away
    </button>
    <DeskSheet
      {...{ board, direction: "ltr", art: new Map(), chosen: "k1", isKnife: false, isBusy: false }}
      onChoose={() => {}}
      onEdit={(edit) => edits.push(edit)}
    />
  </div>
);
beforeEach(() => {
  freshBrowser();
  edits = [];
  shown = show(part(BOARD));
});
afterEach(() => shown?.close());

it("refuses with a reason an edge that is dragged out of the page", async () => {
  const edge = page.getByRole("slider", { name: "Left edge of panel 1" });
  await expect.element(edge).toBeVisible();
  const away = page.getByRole("button", { name: "Away" });
  // As far as it goes, and once more.
  await userEvent.dragAndDrop(edge, away);
  const moved = editFrames(BOARD, edits, { direction: "ltr" });
  shown?.show(part(moved));
  await userEvent.dragAndDrop(edge, away);
  expect(edits).toHaveLength(2);
  expect(() => editFrames(moved, edits.slice(1), { direction: "ltr" })).toThrow(FrameEditError);
});
