// Answering gates: the title; the storyboard's panels as data, page by page; redrawing a picture and a page; the page with its balloons;
// approving, and changing the finished book.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { z } from "zod";
import { newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
].join("\n\n");

const BoardSchema = z.object({
  panels: z.array(
    z.object({
      picture: z.object({
        shot: z.string(),
        action: z.string(),
        figures: z.array(
          z.object({
            character: z.string(),
            doing: z.string(),
            hands: z.array(z.object({ what: z.string() })),
          }),
        ),
      }),
      words: z.object({ texts: z.array(z.object({ text: z.string() })) }),
    }),
  ),
});

/**
 * A book whose lettering is reviewed: a change of the finished book waits for that review too, and is approved on the screen on which it was
 * made.
 */
async function revised(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const line = page.getByRole("button", { name: "Balloon: こっちだよ", exact: true });
  await line.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Line" }).fill("こっち！");
  await page.getByRole("button", { name: "Change the line" }).click();
  await page.getByText("Lettering waits for your review.").waitFor();
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await page.getByText("Lettering waits for your review.").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Balloon: こっち！", exact: true }).waitFor();
  await page.getByText("Being made again …").waitFor({ state: "detached" });
}

export async function steppingIn(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const review = ["concept", "storyboard", "artwork", "lettering"];
  const sessionId = await guest.make({ text: STORY, pages: 2, review }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  const board = async (page: number) =>
    BoardSchema.parse(await guest.ask("GET", `${path}/pages/${page}/storyboard`));
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);

  // The concept: another title, which answers the gate.
  await page.getByRole("textbox", { name: "Title" }).fill("駅の猫");
  await page.getByRole("button", { name: "Save the change" }).click();
  await page.getByRole("heading", { name: "駅の猫" }).waitFor();

  // The first panel with a person on the first page gets a closer shot, another action, a held thing in the user's own words and another
  // line. Saving keeps the review open. Words that the artist draws differently get a hint.
  await page.getByRole("combobox", { name: "Shot" }).waitFor();
  const shows = (await board(1)).panels.findIndex(({ picture }) => picture.figures.length > 0);
  await page.getByRole("button", { name: `Panel ${shows + 1}`, exact: true }).click();
  await page.getByRole("combobox", { name: "Shot" }).selectOption("close-up");
  await page.getByRole("combobox", { name: "Doing" }).first().fill("wave");
  await page.locator(".board-figure .more > summary").first().click();
  await page.getByRole("button", { name: "Add something held" }).click();
  await page.getByRole("combobox", { name: /^Held/ }).last().fill("halberd");
  await page.getByText("“halberd” is drawn as a spear.").waitFor();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page
    .getByRole("textbox", { name: /^Line / })
    .last()
    .fill("ここだよ");
  await page.getByRole("button", { name: "Save this page" }).click();
  await page.getByText("Saved. The other pages are as they were.").waitFor();
  const first = (await board(1)).panels[shows];
  assert.equal(first?.picture.shot, "close");
  assert.equal(first?.picture.figures[0]?.doing, "wave");
  assert.equal(first?.picture.figures[0]?.hands.at(-1)?.what, "halberd");
  assert.equal(first?.words.texts.at(-1)?.text, "ここだよ");

  // The second page: two panels swapped, and a person removed from the first.
  const before = await board(2);
  await page.getByRole("button", { name: "Page 2", exact: true }).click();
  await page.getByRole("button", { name: "Later", exact: true }).click();
  await page.getByRole("button", { name: "Save this page" }).click();
  await page.getByText("Saved. The other pages are as they were.").waitFor();
  const after = await board(2);
  assert.deepEqual(after.panels[0]?.picture, before.panels[1]?.picture);
  assert.deepEqual(after.panels[1]?.picture, before.panels[0]?.picture);
  assert.equal((await guest.until(sessionId, "waiting")).waiting?.phase, "storyboard");
  await page.getByRole("button", { name: "Approve and continue" }).click();

  // The pictures: one is redrawn, and the gate stays.
  const art = async (at = 0) =>
    (await guest.pages(sessionId))[at]?.panels.map(({ image }) => image?.hash) ?? [];
  const pictures = page.getByRole("region", { name: "Artwork: what do you think?" });
  const panel = pictures.getByRole("button", { name: "Panel 1", exact: true });
  await panel.waitFor();
  const drawn = await art();
  await panel.focus();
  await page.keyboard.press("Enter");
  await pictures.getByRole("button", { name: "Draw it again" }).click();
  await page.getByAltText("Take 1").waitFor();
  await page.getByText("Waiting for your answer.").waitFor();
  const redrawn = await art();
  assert.notEqual(redrawn[0], drawn[0]);
  assert.deepEqual(redrawn.slice(1), drawn.slice(1));
  // A quick option redraws a whole page after its preview is confirmed; the others keep their pictures.
  await pictures.getByRole("combobox", { name: "Applies to" }).selectOption("Page 2");
  const second = await art(1);
  await pictures.getByRole("button", { name: "Draw again" }).click();
  await page.getByRole("button", { name: "Do it" }).click();
  for (let tries = 0; tries < 300 && (await art(1)).some((hash, at) => hash === second[at]); tries++)
    await sleep(200);
  assert(
    (await art(1)).every((hash, at) => hash !== second[at]),
    "every picture of the page is another one",
  );
  assert.deepEqual(await art(), redrawn);
  await page.getByText(/Continues by itself in \d+ min\./).waitFor();
  await page.getByRole("button", { name: "Approve and continue" }).click();

  // The lettering: an added balloon is edited and dragged on the page; the gate stays.
  const balloon = page.getByRole("button", { name: "Balloon: ここだよ", exact: true });
  await balloon.waitFor();
  await balloon.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Line" }).fill("こっちだよ");
  await page.getByRole("button", { name: "Change the line" }).click();
  const retyped = page.getByRole("button", { name: "Balloon: こっちだよ", exact: true });
  await retyped.waitFor();
  const go = page.getByRole("button", { name: "Approve and continue" });
  await page.getByText("Waiting for your answer.").waitFor();
  const at = async () =>
    (await guest.pages(sessionId))[0]?.texts.find(({ text }) => text === "こっちだよ")?.box;
  // The studio shows the new words before the book has them.
  for (let tries = 0; tries < 300 && (await at()) === undefined; tries++) await sleep(200);
  const was = await at();
  await retyped.scrollIntoViewIfNeeded();
  const box = await retyped.boundingBox();
  assert(box !== null && was !== undefined);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 40, { steps: 6 });
  await page.mouse.up();
  // While the page is lettered again the review stays visible. Afterwards it can be answered.
  for (let tries = 0; tries < 300 && ((await at())?.y ?? 0) <= was.y; tries++) await sleep(200);
  assert(((await at())?.y ?? 0) > was.y, "the balloon moved down");
  await page.getByText("Waiting for your answer.").waitFor();
  await go.click();
  await page.locator('[data-status="completed"]').waitFor();
  const [one] = await guest.pages(sessionId);
  assert(one?.texts.some(({ text }) => text === "こっちだよ"));
  await revised(page, `${studio.service.api}/session/${sessionId}/revise`);
  assert.deepEqual(complaints, []);
  await context.close();
}
