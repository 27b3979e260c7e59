// The tools of the lettering desk: a button says why it did nothing, or why it cannot be pressed.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { LetterEdit } from "../../../../lib/manga/letter-edits.ts";
import { samplePicture } from "../../../../lib/manga/sample-picture.ts";
import { type Asked, freshBrowser, type Shown, serviceOfTest, show } from "../../component-test.tsx";
import type { LetteredText, Panel, Word } from "../../documents.ts";
import { LetteringTools } from "./lettering-desk-tools.tsx";

const BOX = { x: 0, y: 0, width: 100, height: 100 };
const WORD: Word = {
  ...{ id: "w1", unit: null, kind: "balloon", voice: "speech", speaker: null, guessed: false },
  ...{ text: "Wait for me", ruby: [] },
};
const PANEL: Panel = {
  ...{ id: "k1", units: [], weight: 3, words: { texts: [WORD], sounds: [] } },
  ...{ picture: samplePicture({ figures: [] }), frame: { corners: [], bleeds: false } },
};
const TEXT: LetteredText = {
  ...{ id: "k1/w1", panel: "k1", kind: "balloon", voice: "speech", speaker: null, guessed: false },
  ...{ text: WORD.text, lines: [WORD.text], vertical: false, fontSize: 40 },
  ...{ box: BOX, textBox: BOX, outline: null, glyphs: "M0 0", edge: 0, tail: null },
};

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
let edits: LetterEdit[];
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
  edits = [];
  shown = show(
    <LetteringTools
      {...{ sessionId: "s1", fonts: [], texts: [TEXT], chosen: TEXT.id, styles: undefined, people: [] }}
      {...{ language: "en", isOwner: true, isBusy: false, onChoose: () => {} }}
      board={{ number: 1, last: true, panels: [PANEL], preview: "" }}
      onEdit={(edit) => edits.push(edit)}
    />,
  );
});
afterEach(() => {
  shown?.close();
  service.close();
});

const field = page.getByRole("textbox", { name: "Text" });
const why = page.getByText("Select some of the text first.");

it.each(["Ruby on the selection", "Emphasis on the selection"])(
  "says that nothing is selected for “%s”, until something is typed",
  async (name) => {
    await expect.element(field).toBeVisible();
    await page.getByRole("button", { name }).click();
    await expect.element(why).toBeVisible();
    await field.fill("Wait for us");
    await expect.element(why).not.toBeInTheDocument();
  },
);

it("marks the selected letters, and says that a mark cannot be marked again", async () => {
  await expect.element(field).toBeVisible();
  const area = field.element() as HTMLTextAreaElement;
  area.setSelectionRange(0, 4);
  await page.getByRole("button", { name: "Emphasis on the selection" }).click();
  await expect.element(field).toHaveValue("《《Wait》》 for me");
  area.setSelectionRange(0, 8);
  await page.getByRole("button", { name: "Ruby on the selection" }).click();
  await expect.element(page.getByText(/^The selection has a mark/)).toBeVisible();
  await page.getByRole("button", { name: "Set the text" }).click();
  expect(edits).toMatchObject([
    { kind: "text", text: "k1/w1", change: { text: "Wait for me", emphasis: [{}] } },
  ]);
});

it("says why a button cannot be pressed", async () => {
  const set = page.getByRole("button", { name: "Set the text" });
  await expect.element(set).toBeDisabled();
  await expect.element(set).toHaveAccessibleDescription("The text is the one that is set.");
  await userEvent.fill(field, "");
  await expect.element(set).toHaveAccessibleDescription("A text has 1 to 500 characters.");
  const reasons = {
    "Let the lettering place it": "The lettering places it already.",
    "Read earlier": "It is read first in its panel.",
    "Read later": "It is read last in its panel.",
  };
  for (const [name, reason] of Object.entries(reasons))
    await expect.element(page.getByRole("button", { name })).toHaveAccessibleDescription(reason);
});
