// Changes of the cast by the keyboard alone: a person is added at the review of the people, put into a panel and chosen as a speaker; two
// people are merged in the finished book, after a preview of the redrawn pictures and their price; an undo restores the pages byte for byte.
// A person in panels cannot be removed, and the studio names the panels.
import assert from "node:assert/strict";
import type { Locator, Page, Route } from "playwright-core";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { DESKTOP, PHONE, type Studio, type Visit } from "../studio.ts";

interface Tongue {
  visit: Omit<Visit, "guest">;
  story: string;
  language: "en" | "ja";
  /** Two people of the story who are merged (`same` into `one`), and the added person. */
  one: string;
  same: string;
  added: string;
  words: Record<
    "add" | "save" | "savePage" | "goOn" | "speaker" | "addLine" | "people" | "undo" | "saved" | "toPanel",
    string
  > & { sameAs: RegExp; used: RegExp; becomes: RegExp; cost: RegExp; remove: RegExp };
}

const ENGLISH: Tongue = {
  visit: { tongue: "en", theme: "light", size: DESKTOP },
  language: "en",
  story: [
    "One rainy night Mina met Tom at the station. “Wait,” said Mina. “I am late,” said Tom.",
    "Ken came to the station. “Where are you going?” asked Ken. Tom laughed.",
  ].join("\n\n"),
  ...{ one: "Tom", same: "Ken", added: "Grandmother" },
  words: {
    ...{
      add: "Add somebody",
      save: "Save the change",
      savePage: "Save this page",
      goOn: "Approve and continue",
    },
    ...{ speaker: "Speaker", addLine: "Add a line", people: "People and their looks", undo: "Undo" },
    ...{ saved: "Saved. The other pages are as they were.", toPanel: "Add Grandmother" },
    ...{
      sameAs: /^Ken is the same as$/u,
      used: /Tom cannot be taken out: in \d+ panels? \(page 1, panel \d/u,
    },
    ...{ becomes: /Ken is Tom: every line/u, cost: /Drawn again: \d+ panels?/u, remove: /^Take Ken out/u },
  },
};

const JAPANESE: Tongue = {
  visit: { tongue: "ja", theme: "dark", size: PHONE },
  language: "ja",
  story: [
    "雨の夜、ミナは駅でトムに会った。「待って」とミナは言った。「遅れた」とトムは言った。",
    "ケンが駅に来た。「どこへ行くの」とケンは聞いた。トムは笑った。",
  ].join("\n\n"),
  ...{ one: "トム", same: "ケン", added: "おばあさん" },
  words: {
    ...{ add: "人物を加える", save: "変更を保存", savePage: "このページを保存", goOn: "これで進める" },
    ...{ speaker: "話す人", addLine: "台詞を加える", people: "人物と見た目", undo: "元に戻す" },
    ...{ saved: "保存しました。ほかのページはそのままです。", toPanel: "おばあさんを加える" },
    ...{ sameAs: /^ケンと同じ人物$/u, used: /トムは外せません（\d+ コマに登場：1 ページ \d+ コマ目/u },
    ...{ becomes: /ケンはトムです。/u, cost: /描き直すもの：.*コマ \d+ 個/u, remove: /^ケンを本から外す/u },
  },
};

export async function whoIsInIt(studio: Studio): Promise<void> {
  for (const tongue of [ENGLISH, JAPANESE]) await inTongue(studio, tongue);
}

async function inTongue(studio: Studio, tongue: Tongue): Promise<void> {
  const { story: text, language, visit, words } = tongue;
  const guest = await newGuest(studio);
  const request = { text, pages: 1, language, review: ["characters", "storyboard"] };
  const sessionId = await guest.make(request, "waiting");
  const { page, context, complaints } = await studio.visit({ ...visit, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const { arrival } = await holdAnswer(page, () => guest.until(sessionId, "waiting"));
  await addSomebody(page, tongue);
  await arrival;
  assert.equal(await page.locator(".conflicts li").count(), 0);
  await guest.until(sessionId, "waiting");
  await press(page.getByRole("button", { name: words.goOn }));
  await intoAPanel(page, tongue);
  await guest.until(sessionId, "completed");
  await mergeAndUndo({ page, guest, sessionId, api: studio.service.api }, tongue);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** The answer to the next feedback reaches the page 1 s after `until`, as on a slow connection. Returns the arrival of the answer. */
async function holdAnswer(page: Page, until: () => Promise<unknown>): Promise<{ arrival: Promise<void> }> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const hold = async (route: Route) => {
    const response = await route.fetch();
    await until();
    await page.waitForTimeout(1_000);
    await route.fulfill({ response });
  };
  await page.route("**/feedback", (route) => hold(route).then(resolve, reject), { times: 1 });
  return { arrival: promise };
}

/** Waits until the button is enabled, then presses it by the keyboard. */
async function press(button: Locator): Promise<void> {
  while (await button.isDisabled()) await button.page().waitForTimeout(100);
  await button.focus();
  await button.press("Enter");
}

/** Selects an option of a select box by the arrow keys, from the first option on. */
async function choose(box: Locator, option: string): Promise<void> {
  await box.focus();
  await box.press("Home");
  for (let left = await box.locator("option").count(); left > 0; left--) {
    if ((await box.locator("option:checked").textContent()) === option) return;
    await box.press("ArrowDown");
  }
  throw new Error(`the select box has no option ${option}`);
}

/** The name of a new person is typed without a click, because its field has the focus. */
async function addSomebody(page: Page, { words, added }: Tongue): Promise<void> {
  await press(page.getByRole("button", { name: words.add, exact: true }));
  await page.keyboard.insertText(added);
  const card = page.locator(".cast-card").last();
  assert.equal(await card.locator("input").first().inputValue(), added);
  assert.deepEqual(await faultsOf(page), []);
  await press(page.getByRole("button", { name: words.save }));
  await page.getByAltText(new RegExp(added, "u")).first().waitFor();
  // The service adds a description to the new person. That is no conflict with the saved edit.
  assert.equal(await page.locator(".conflicts li").count(), 0);
}

async function intoAPanel(page: Page, { words, added }: Tongue): Promise<void> {
  await press(page.getByRole("button", { name: words.toPanel, exact: true }));
  await page.locator(".board-figure").filter({ hasText: added }).waitFor();
  await press(page.getByRole("button", { name: words.addLine }));
  const speaker = page.getByRole("combobox", { name: words.speaker }).last();
  await choose(speaker, added);
  await press(page.getByRole("button", { name: words.savePage }));
  await page.getByText(words.saved).waitFor();
  // Saving changes the review, so its button is pressed whenever it is enabled, until the review closes.
  const goOn = page.locator(`.gate button:enabled:text-is("${words.goOn}")`);
  for (; (await page.locator(".board").count()) > 0; await page.waitForTimeout(500)) {
    if ((await goOn.count()) > 0) await goOn.press("Enter", { timeout: 2_000 }).catch(() => {});
  }
}

interface Finished {
  page: Page;
  guest: Guest;
  sessionId: string;
  api: string;
}

async function mergeAndUndo({ page, guest, sessionId, api }: Finished, tongue: Tongue): Promise<void> {
  const { words, one, same, added } = tongue;
  const path = `/manga/sessions/${sessionId}`;
  const board = async () => JSON.stringify(await guest.ask("GET", `${path}/pages/1/storyboard`));
  const images = async () =>
    (await guest.pages(sessionId)).map(({ image, panels }) => [
      image?.hash,
      ...panels.map((panel) => panel.image?.hash),
    ]);
  const people = async () => {
    const { output } = await guest.ask<{ output: { characters: { id: string; name: string }[] } }>(
      "GET",
      `${path}/phase/2`,
    );
    return output.characters;
  };
  const [before, drawn] = [await board(), await images()];
  const ids = new Map((await people()).map(({ id, name }) => [name, id]));
  const kenId = `"${ids.get(same)}"`;
  assert.ok(before.includes(kenId), `${same} is in the book`);
  assert.ok(before.includes(`"speaker":"${ids.get(added)}"`), `${added} speaks`);

  await page.goto(`${api}/session/${sessionId}/revise`);
  await press(page.locator(".revise-people > summary"));
  // A person in panels cannot be removed: the studio names the panels, and offers to merge the person.
  await page.getByText(words.used).waitFor();
  assert.equal(await page.getByRole("button", { name: words.remove }).count(), 0);
  const choice = page.getByRole("combobox", { name: words.sameAs });
  await choose(choice, one);
  await press(page.locator(".person-merge").filter({ has: choice }).getByRole("button"));
  await page.getByText(words.becomes).waitFor();
  await page.getByText(words.cost).waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await press(page.getByRole("button", { name: words.save }));
  for (let tries = 0; tries < 300 && (await board()).includes(kenId); tries++) await page.waitForTimeout(200);
  assert.ok(!(await board()).includes(kenId), "a panel or line still has the person who was merged");
  await answerAll(page, guest, sessionId, words.goOn);
  assert.deepEqual((await people()).map(({ name }) => name).includes(same), false);
  assert.notDeepEqual(await images(), drawn);

  const undo = page.getByRole("button", { name: words.undo, exact: true });
  await press(undo);
  for (let tries = 0; tries < 300 && (await board()) !== before; tries++) await page.waitForTimeout(200);
  assert.equal(await board(), before);
  await guest.until(sessionId, "completed");
  assert.deepEqual(await images(), drawn);
}

/** Approves each review that opens after a change of the people, until the book is complete. */
async function answerAll(page: Page, guest: Guest, sessionId: string, goOn: string): Promise<void> {
  for (;;) {
    const { status } = await guest.ask<{ status: string }>("GET", `/manga/sessions/${sessionId}`);
    if (status === "completed") return;
    const button = page.getByRole("button", { name: goOn });
    if (status === "waiting" && (await button.count()) > 0) await press(button.first());
    await page.waitForTimeout(500);
  }
}
