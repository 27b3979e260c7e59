// The lettering desk of a finished book: every operation changes the page, survives a reload before it is applied, draws no picture, and is
// undone to the same bytes as before. By the keyboard, and a balloon is moved by the pointer too.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { fontFile } from "../../../../lettering/src/font-file.ts";
import { assertAllDone, recordOperations } from "../desk-operations.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { pressButton } from "../press-button.ts";
import { READER, type Studio } from "../studio.ts";

interface Made {
  sessionId: string;
  guest: Guest;
  page: Page;
}

async function pageOf({ guest, sessionId }: Pick<Made, "guest" | "sessionId">) {
  const [one] = await guest.pages(sessionId);
  assert(one?.image !== undefined);
  return { image: one.image.hash, art: one.panels.map(({ image }) => image?.hash) };
}

/** Waits until the book has completed this version. */
async function settled({ guest, sessionId }: Pick<Made, "guest" | "sessionId">, version: number) {
  for (const end = Date.now() + 300_000; ; await sleep(100)) {
    const session = await guest.until(sessionId, "completed");
    if (session.version >= version) return session;
    if (Date.now() > end) throw new Error(`version ${version} was not completed in time`);
  }
}

async function openDesk({ page, sessionId }: Made, studio: Studio): Promise<void> {
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await pressButton(page, "Lettering");
  await page.locator(".letter-text").first().waitFor();
}

const changes = (page: Page, n: number) =>
  page
    .locator(".letter-save [role=status]")
    .getByText(`${n} ${n === 1 ? "change" : "changes"}, not applied yet`)
    .waitFor();

/** Chooses a text by its list entry, which is reached by Tab. */
async function chooseFirst(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".letter-fields").first().waitFor();
}

const BALLOON = '.letter-text[data-text*="/w"]';
const SOUND = '.letter-text[data-text*="/s"]';

/** Each group of operations, with the number of changes that it makes. */
const OPERATIONS: Record<string, (page: Page) => Promise<number>> = {
  async "a balloon that is dragged"(page) {
    const balloon = page.locator(BALLOON).first();
    await balloon.scrollIntoViewIfNeeded();
    const box = await balloon.boundingBox();
    assert(box !== null);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 30, { steps: 6 });
    await page.mouse.up();
    await changes(page, 1);
    return 1;
  },
  async "a balloon that is moved, shaped and set in other type"(page) {
    await page.locator(BALLOON).first().press("Shift+ArrowDown");
    await changes(page, 1);
    await page.getByRole("combobox", { name: /^Balloon/ }).selectOption("thought");
    await page.getByRole("radio", { name: "Gothic", exact: true }).press("Space");
    await page.getByLabel("Weight").selectOption("bold");
    await page.getByLabel("Size in points").fill("14");
    await page.getByRole("textbox", { name: /^Text/ }).fill("I 《《never》》 said ｜that《dat》.");
    await pressButton(page, "Set the text");
    await changes(page, 6);
    await page.getByRole("button", { name: "Width and height of the balloon" }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await changes(page, 7);
    await page.getByRole("button", { name: "Tip of the tail" }).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await changes(page, 8);
    return 8;
  },
  async "a typeface and a size for every line of the book"(page) {
    await chooseFirst(page, BALLOON);
    // Each typeface is shown with the line's own words.
    await page.locator(".font-specimen path").nth(7).waitFor({ state: "attached" });
    await page.getByRole("radio", { name: "Every line of the book" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("radio", { name: "Gothic", exact: true }).press("Space");
    await changes(page, 1);
    await page.getByLabel("Size in points").focus();
    await page.keyboard.type("13");
    await page.getByLabel("Weight").selectOption("bold");
    await changes(page, 3);
    return 3;
  },
  async "a line in an own font"(page) {
    await chooseFirst(page, BALLOON);
    await page.getByText("Your own fonts").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Font file").setInputFiles(fontFile("ReggaeOne_400Regular.ttf"));
    await page.getByLabel("Its licence").fill("SIL Open Font License 1.1");
    await page.getByLabel("I may use this font in this book.").press("Space");
    await pressButton(page, "Add the font");
    const own = page.getByRole("radio", { name: "Reggae One" });
    await own.waitFor({ state: "attached" });
    await own.press("Space");
    await changes(page, 1);
    return 1;
  },
  async "a line that another person thinks"(page) {
    // Narration has neither a tail nor the form of a voice.
    const said = page.getByLabel("Kind of text");
    for (let nth = 0; (await said.count()) === 0 || (await said.inputValue()) !== "balloon"; nth++) {
      await page.locator(BALLOON).nth(nth).focus();
      await page.keyboard.press("Enter");
      await said.waitFor();
    }
    const speaker = page.getByLabel("Speaker");
    const before = await speaker.inputValue();
    await speaker.focus();
    await page.keyboard.press(before === "nobody" ? "ArrowDown" : "Home");
    await changes(page, 1);
    await page.getByLabel("Voice").focus();
    await page.keyboard.type("though");
    await changes(page, 2);
    await said.selectOption("caption");
    await changes(page, 3);
    return 3;
  },
  async "a balloon that is added, joined, read earlier, and one that is deleted"(page) {
    await chooseFirst(page, BALLOON);
    await pressButton(page, "Balloon");
    await changes(page, 1);
    const added = page.locator(".letter-list").getByRole("button", { name: "New text" });
    await added.press("Enter");
    await page.getByLabel("Joined to the text before").selectOption("yes");
    await pressButton(page, "Read earlier");
    await changes(page, 3);
    await page.locator(BALLOON).first().focus();
    await page.keyboard.press("Delete");
    await changes(page, 4);
    await page.keyboard.press("Control+z");
    await changes(page, 3);
    await page.keyboard.press("Control+y");
    await changes(page, 4);
    return 4;
  },
  async "a sound that is moved, turned, scaled and restyled"(page) {
    if ((await page.locator(SOUND).count()) === 0) {
      await pressButton(page, "Sound");
      await page.locator(SOUND).first().waitFor();
    } else {
      await pressButton(page, "Sound");
    }
    await changes(page, 1);
    await chooseFirst(page, SOUND);
    await page.locator(SOUND).first().focus();
    await page.keyboard.press("Shift+ArrowUp");
    await changes(page, 2);
    await page.getByRole("button", { name: "Angle of the sound" }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await changes(page, 3);
    await page.getByRole("button", { name: "Size of the sound" }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await changes(page, 4);
    await page.getByLabel("Weight").selectOption("heavy");
    await page.getByRole("radio", { name: "Gothic", exact: true }).press("Space");
    await page.getByLabel("Direction of its letters").selectOption("across");
    await page.getByRole("textbox", { name: "Text" }).fill("どん");
    await changes(page, 8);
    return 8;
  },
};

export async function letteringDesk(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ formats: [] });
  const { page, complaints, context } = await studio.visit({ ...READER, guest: guest.key });
  const made = { guest, sessionId, page };
  const done = await recordOperations(page);
  const before = await pageOf(made);
  for (const [name, act] of Object.entries(OPERATIONS)) {
    done.begin();
    await openDesk(made, studio);
    const count = await act(page);
    // A change that is not applied survives a reload.
    await openDesk(made, studio);
    await changes(page, count);
    // A font that was added is a version too.
    const { version } = await guest.until(sessionId, "completed");
    await pressButton(page, "Apply to the page");
    await settled(made, version + 1);
    const after = await pageOf(made);
    assert.notEqual(after.image, before.image, `${name} changes the page`);
    assert.deepEqual(after.art, before.art, `${name} draws no picture`);
    await pressButton(page, "Undo");
    await settled(made, version + 2);
    await page.locator(".letter-save [role=status]").getByText("Nothing is changed.").waitFor();
    assert.equal((await pageOf(made)).image, before.image, `${name} is undone to the same bytes as before`);
  }
  assertAllDone(done, "lettering-desk");
  assert.deepEqual(complaints, []);
  await context.close();
}
