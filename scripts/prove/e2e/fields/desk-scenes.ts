// The states of each desk from which its controls are walked: nothing chosen, each kind of thing chosen, with and without a change.
import type { Page } from "playwright-core";
import { fontFile } from "../../../../lettering/src/font-file.ts";
import { pressButton } from "../press-button.ts";
import { openAll } from "./controls.ts";
import type { Scene } from "./desk-stage.ts";

/** The words that a scene types, so that no walked field types the same. */
const REQUEST = "A quiet street at night, one lamp, ink drawing.";
const INSTRUCTION = "Make the sky dark.";
/** Pause after which the price of a draft has been asked for: the studio's pause in typing is 500 ms. */
const PRICED_MS = 800;

const TEXT = ".letter-text";
/** The first text of the page is narration. */
const CAPTION = `${TEXT}[data-text*="/w"] >> nth=0`;
const BALLOON = `${TEXT}[data-text*="/w"] >> nth=1`;
const SOUND = `${TEXT}[data-text*="/s"] >> nth=0`;

async function chooseText(page: Page, selector: string): Promise<void> {
  await page.locator(selector).press("Enter");
  await page.locator(".letter-fields").first().waitFor();
}

/** Acts, and waits until the page is shown with its consequence, which the next step begins from. */
async function lettered(page: Page, act: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse("**/lettering/preview");
  await act();
  await answered;
  await page.waitForTimeout(60);
}

async function fillFont(page: Page): Promise<void> {
  await openAll(page, ".letter-desk");
  await page.locator(".own-font-form input[type=file]").setInputFiles(fontFile("ReggaeOne_400Regular.ttf"));
  await page.locator(".own-font-form input[type=text]").fill("OFL");
  await page.locator(".own-font-form input[type=checkbox]").check();
}

const letters = { within: ".letter-desk, .frames-switch" };

export const LETTERING: readonly Scene[] = [
  { ...letters, name: "lettering, nothing chosen" },
  {
    ...{ ...letters, name: "lettering, a changed balloon", isPlanted: true },
    async prepare(page) {
      await chooseText(page, BALLOON);
      await lettered(page, () => page.locator(BALLOON).press("Shift+ArrowDown"));
      await lettered(page, () => page.locator(".letter-grip").last().press("Shift+ArrowDown"));
      await page.getByLabel("Bend of the tail in mm").waitFor();
    },
    async arrange(page) {
      await chooseText(page, BALLOON);
      await fillFont(page);
    },
  },
  {
    ...{ ...letters, name: "lettering, selected letters and an undone step", again: [/on the selection$/u] },
    async arrange(page) {
      await chooseText(page, CAPTION);
      await page.locator(CAPTION).press("Shift+ArrowDown");
      await pressButton(page, "Undo the last");
      await page.evaluate(`document.querySelector(".letter-marked textarea").setSelectionRange(0, 2)`);
    },
  },
  {
    ...{ ...letters, name: "lettering, a changed sound" },
    async prepare(page) {
      await lettered(page, () => pressButton(page, "Sound"));
      await chooseText(page, SOUND);
      await lettered(page, () => page.locator(SOUND).press("Shift+ArrowUp"));
    },
    arrange: (page) => chooseText(page, SOUND),
  },
];

export const choosePanel = (page: Page, n: number): Promise<void> =>
  page
    .locator(".frames-tools")
    .getByRole("button", { name: `Panel ${n}`, exact: true })
    .press("Enter");
const moveEdge = (page: Page, n: number) =>
  page.getByRole("slider", { name: `Bottom edge of panel ${n}` }).press("ArrowUp");

const frames = { within: ".frames-desk, .frames-switch" };

export const FRAMES: readonly Scene[] = [
  { ...frames, name: "frames, nothing chosen" },
  {
    ...{ ...frames, name: "frames, a changed panel", isPlanted: true, restMs: PRICED_MS },
    async prepare(page) {
      await choosePanel(page, 1);
      await moveEdge(page, 1);
    },
    async arrange(page) {
      await choosePanel(page, 2);
      await pressButton(page, "Larger");
    },
  },
  {
    ...{ ...frames, name: "frames, the knife and an undone step", again: [/^Panel 2$/u] },
    async arrange(page) {
      await choosePanel(page, 1);
      await moveEdge(page, 1);
      await pressButton(page, "Undo step");
      await pressButton(page, "Knife");
      for (let presses = 0; presses < 3; presses++) await pressButton(page, "Larger");
    },
  },
];

const order = { within: ".page-order, .frames-switch" };

export const ORDER: readonly Scene[] = [
  { ...order, name: "order, unchanged", isPlanted: true },
  {
    ...{ ...order, name: "order, a moved page", restMs: PRICED_MS },
    prepare: (page) => pressButton(page, "Page 1 one place later"),
  },
];

const picture = { within: ".picture-desk" };
/** Of the form that changes a part, which is the last one. */
const typeInstruction = (page: Page) => page.locator(".picture-part form textarea").last().fill(INSTRUCTION);
const ACTING = /^Pose and camera > /u;

export const pictureScenes = (own: Buffer): readonly Scene[] => [
  {
    ...{ ...picture, name: "picture, pose and camera", only: ACTING, restMs: PRICED_MS },
    async arrange(page) {
      await page.locator(".tile-choice").first().waitFor();
      await openAll(page, ".picture-desk");
      // The fields of the first fold are built when it is opened, with another fold in them.
      await page.locator(".picture-desk details details").waitFor();
      await openAll(page, ".picture-desk");
    },
  },
  {
    ...{
      ...picture,
      name: "picture, words and references",
      isPlanted: true,
      restMs: PRICED_MS,
      only: /^(?!Pose)/u,
    },
    async prepare(page) {
      await page.getByLabel("Request, as it is sent").fill(REQUEST);
      await typeInstruction(page);
      // After the one that the panel has.
      const file = { name: "2.png", mimeType: "image/png", buffer: own };
      await page.getByLabel("Add a picture").setInputFiles(file);
      await page.getByRole("img", { name: "Reference picture 2" }).waitFor();
      // Equal pictures with one use could change places without a change.
      await page.getByLabel("Picture 2 is for").press("End");
    },
    arrange: (page) => pressButton(page, "A marked area"),
  },
  {
    ...{ ...picture, name: "picture, another shot and no references", restMs: PRICED_MS },
    async prepare(page) {
      await typeInstruction(page);
      await pressButton(page, "Remove picture 1");
      await page
        .getByRole("group", { name: "Shot", exact: true })
        .locator("input:checked")
        .press("ArrowRight");
    },
    async arrange(page) {
      for (const row of await page.locator(".picture-count").all())
        await row.getByRole("button", { name: "2", exact: true }).press("Enter");
    },
  },
];
