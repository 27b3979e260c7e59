// People changed by hand: age, sex, hair, beard, hat, clothes and glasses are fields at the review and in the finished book; redrawn
// pictures are listed before a change is saved; words that the artist does not draw are named beside their field while they are typed;
// drafts survive a restart of the service; and the title is changed without drawing.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { z } from "zod";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { PHONE, type Studio, WAITER } from "../studio.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。ミナは笑った。";

const PersonSchema = z.looseObject({
  ...{ id: z.string(), age: z.string(), sex: z.string(), hair: z.string().optional() },
  ...{ beard: z.string().optional(), accessories: z.array(z.string()), description: z.string() },
  outfits: z.array(z.object({ worn: z.array(z.string()) })),
});
const CastSchema = z.object({
  output: z.object({ characters: z.array(PersonSchema) }),
  preview: z.record(z.string(), z.object({ hash: z.string() })),
});

interface Book {
  guest: Guest;
  sessionId: string;
}

async function minaOf({ guest, sessionId }: Book) {
  const { output, preview } = CastSchema.parse(
    await guest.ask("GET", `/manga/sessions/${sessionId}/phase/2`),
  );
  const [person] = output.characters;
  if (person === undefined) throw new Error("the book has no person");
  return { ...person, portrait: preview[person.id]?.hash };
}

const artOf = async ({ guest, sessionId }: Book) =>
  (await guest.pages(sessionId)).flatMap(({ panels }) => panels.map(({ image }) => image?.hash));

export async function people(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, review: ["characters", "artwork"] }, "waiting");
  const book = { guest, sessionId };
  await atTheReview(studio, book);
  await inTheBook(studio, book);
}

/** A combo box suggests options, and also accepts any other text. */
const type = (page: Page, field: string, words: string) =>
  page.getByRole("combobox", { name: field, exact: true }).first().fill(words);

async function atTheReview(studio: Studio, book: Book): Promise<void> {
  const { guest, sessionId } = book;
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const before = await minaOf(book);
  await page.getByRole("combobox", { name: "Age", exact: true }).first().waitFor();

  await type(page, "Age", "72");
  await page.getByText("Drawn again: 1 portrait. Free of charge.").waitFor();
  await page.getByRole("combobox", { name: "Sex", exact: true }).first().selectOption("male");
  await type(page, "Hair colour", "white");
  await type(page, "Beard", "full beard");
  await type(page, "Hat", "straw hat");
  await page.getByRole("checkbox", { name: "Glasses" }).first().check();

  // A word that the artist does not draw is named beside the field.
  await type(page, "Beard", "braided with shells");
  await page.getByText("“braided with shells” is not drawn.").waitFor();
  await type(page, "Beard", "full beard");
  await page.getByText("“braided with shells” is not drawn.").waitFor({ state: "detached" });
  await page.getByRole("textbox", { name: "Appearance", exact: true }).first().focus();
  await page.getByText("does not read this sentence").waitFor();
  await page.locator(".cast-edited .more > summary").first().click();
  await type(page, "Eyes", "emerald");
  await page.getByText("“emerald” is not drawn.").waitFor();
  assert.deepEqual(await faultsOf(page), []);

  // The service restarts, and the page is reloaded: the typed text is still there, and is saved.
  const typed = complaints.length;
  await studio.restart();
  await page.reload();
  const age = page.getByRole("combobox", { name: "Age", exact: true }).first();
  await age.waitFor();
  complaints.splice(typed);
  assert.equal(await age.inputValue(), "72");
  assert.equal(
    await page.getByRole("combobox", { name: "Hat", exact: true }).first().inputValue(),
    "straw hat",
  );
  assert.deepEqual(await minaOf(book), before, "nothing was saved yet");
  await page.getByRole("button", { name: "Save the change" }).click();
  for (let tries = 0; tries < 300 && (await minaOf(book)).portrait === before.portrait; tries++)
    await page.waitForTimeout(200);
  const after = await minaOf(book);
  assert.notEqual(after.portrait, before.portrait);
  assert.deepEqual(
    { age: after.age, sex: after.sex, hair: after.hair?.split(", ").at(-1), beard: after.beard },
    { age: "72", sex: "male", hair: "white", beard: "full beard" },
  );
  assert(after.accessories.includes("glasses"));
  assert(after.outfits[0]?.worn.includes("straw hat"));
  assert.notEqual(after.description, before.description, "the description did not change with the look");

  const session = await guest.until(sessionId, "waiting");
  assert.equal(session.waiting?.phase, "characters", "the new portrait is reviewed");
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await page.getByRole("heading", { name: "Artwork: what do you think?" }).waitFor();
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await guest.until(sessionId, "completed");
  assert.deepEqual(complaints, []);
  await context.close();
}

async function inTheBook(studio: Studio, book: Book): Promise<void> {
  const { guest, sessionId } = book;
  const visit = { ...WAITER, guest: guest.key, tongue: "ja", size: PHONE } as const;
  const { page, context, complaints } = await studio.visit(visit);
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);

  // The title: no picture is drawn for it, and no review opens.
  const [before, art] = [await minaOf(book), await artOf(book)];
  await page.getByRole("textbox", { name: "新しい題名" }).fill("人物の本");
  await page.getByRole("button", { name: "題名を変える" }).click();
  await page.getByRole("heading", { name: "人物の本" }).waitFor();
  await guest.until(sessionId, "completed");
  assert.deepEqual(await artOf(book), art);

  // Redrawing a panel does not reopen the review of the artwork, which the user has approved.
  await page.getByRole("button", { name: "1 コマ目", exact: true }).focus();
  await page.keyboard.press("Enter");
  await redrawInWords(page);
  await page.getByRole("button", { name: "描き直す" }).first().click();
  for (let tries = 0; tries < 300 && (await artOf(book))[0] === art[0]; tries++)
    await page.waitForTimeout(200);
  await guest.until(sessionId, "completed");
  const redrawn = await artOf(book);
  assert.notEqual(redrawn[0], art[0]);
  assert.deepEqual(redrawn.slice(1), art.slice(1));

  // A person's hat: the redrawn pictures and the review that opens are shown before saving.
  await page.getByText("人物と見た目").click();
  const hat = page.getByRole("combobox", { name: "帽子", exact: true }).first();
  await hat.fill("ヘルメット");
  await page.getByText(/描き直すもの：人物の絵 1 枚 · コマ \d+ 個/u).waitFor();
  await page.getByText("もう一度確認していただくもの：人物").waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await page.getByRole("button", { name: "変更を保存" }).click();
  await guest.until(sessionId, "waiting");
  const after = await minaOf(book);
  assert(after.outfits[0]?.worn.includes("helmet"), after.outfits[0]?.worn.join());
  assert.equal(after.age, before.age);
  // The browser itself logs that words were refused.
  assert.deepEqual(
    complaints.filter((one) => !one.includes("422")),
    [],
  );
  await context.close();
}

/** Words without an effect are named while they are typed, and cannot be sent. For other words the effect is shown. */
async function redrawInWords(page: Page): Promise<void> {
  const words = page.getByRole("textbox", { name: "描いてほしいもの（任意）" });
  const redraw = page.getByRole("button", { name: "描き直す" }).first();
  await words.fill("ふわふわのゴルゴンゾーラ");
  await page.getByText(/言葉なしなら、同じ内容でもう一度描きます。/u).waitFor();
  assert(await redraw.isDisabled());
  await words.fill("あおりで");
  await page
    .getByText(/次のように変わります/u)
    .first()
    .waitFor();
  await redraw.isEnabled();
}
