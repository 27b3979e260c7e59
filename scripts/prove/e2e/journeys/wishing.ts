// Wishes in words: previewed, partly left out, carried out as previewed, and undone; at a review in English by keyboard alone, for a
// finished, reviewed book, and for a Japanese book on a phone. An unknown word is named, and nothing is changed; impossible quick options
// are not offered; versions are numbered from 1, and a restored one is named.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { z } from "zod";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { PHONE, type Studio, WAITER } from "../studio.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。ミナは笑った。";
const AGED = "ミナを七十二歳の老人にして、眼鏡をかけさせて";

const PersonSchema = z.looseObject({ id: z.string(), age: z.string(), accessories: z.array(z.string()) });
type Person = z.infer<typeof PersonSchema>;
const CastSchema = z.object({ output: z.object({ characters: z.array(PersonSchema) }) });

const TRIES = 120;

async function until(read: () => Promise<Person>, isSo: (person: Person) => boolean): Promise<Person> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const person = await read();
    if (isSo(person)) return person;
    await sleep(500);
  }
  throw new Error("the cast did not change as requested");
}

/** Presses a button by keyboard. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  await button.focus();
  await page.keyboard.press("Enter");
}

async function wish(page: Page, [field, send]: readonly [string, string], text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field });
  await box.waitFor();
  await box.fill(text);
  await press(page, send);
}

export async function wishing(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const told = (sessionId: string): Told => ({
    guest,
    sessionId,
    async mina() {
      const answer = await guest.ask("GET", `/manga/sessions/${sessionId}/phase/2`);
      const [first] = CastSchema.parse(answer).output.characters;
      if (first === undefined) throw new Error("the book has no person");
      return first;
    },
  });
  await atReview(studio, told(await guest.make({ text: STORY, review: ["characters"] }, "waiting")));
  await ofBook(studio, told(await guest.make({ text: STORY })));
}

interface Told {
  guest: Guest;
  sessionId: string;
  mina: () => Promise<Person>;
}

async function atReview(studio: Studio, { guest, sessionId, mina }: Told): Promise<void> {
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const before = await mina();
  const box = ["Say what to change", "Send"] as const;

  // The program that reads wishes cannot change a personality; and the only person of the book cannot be removed.
  const options = page.getByRole("group", { name: "Or pick one" });
  await options.getByRole("button", { name: "Change the looks" }).waitFor();
  for (const name of ["Change a personality", "Change the relations", "Remove a character"]) {
    assert.equal(await options.getByRole("button", { name }).count(), 0, name);
  }

  await wish(page, box, "ミナを七十二歳の宇宙人にして");
  await page.getByText("Not understood: “宇宙人”. Nothing was changed.").waitFor();

  await wish(page, box, AGED);
  const shown = page.getByRole("region", { name: "This would change" });
  await shown.getByText(/^ミナ · Age: .*72$/u).waitFor();
  await shown.getByText(/Drawn again: 1 portrait/u).waitFor();
  assert.deepEqual(await mina(), before, "a preview changes nothing");
  assert.deepEqual(await faultsOf(page), []);
  await press(page, /^Not this: .*glasses/u);
  await shown.getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await press(page, "Do it");
  const aged = await until(mina, ({ age }) => age === "72");
  assert.deepEqual(aged.accessories, before.accessories, "what was left out is not done");

  await guest.until(sessionId, "waiting");
  await page.getByText("The last request is done.").waitFor();
  await press(page, "Undo this request");
  await until(mina, ({ age }) => age === before.age);
  assert.deepEqual(await mina(), before, "the cast is restored");
  await guest.until(sessionId, "waiting");
  await page.getByRole("button", { name: "Undo this request" }).waitFor({ state: "detached" });
  await press(page, "Approve and continue");
  await guest.until(sessionId, "completed");
  await ofReviewedBook(page, { guest, sessionId, mina });
  assert.deepEqual(
    complaints.filter((one) => !one.includes("422")),
    [],
  );
  await context.close();
}

/** The review of the people is approved. It opens again for another portrait, as the preview says, and everything can be undone. */
async function ofReviewedBook(page: Page, { guest, sessionId, mina }: Told): Promise<void> {
  const before = await mina();
  await page.goto(page.url().replace(/\/session\/([^/]+).*$/u, "/session/$1/revise"));
  await wish(page, ["Say what to change", "Send"], AGED);
  const shown = page.getByRole("region", { name: "This would change" });
  await shown.getByText(/^Drawn again: 1 portrait · \d+ panels?/u).waitFor();
  await shown.getByText("You are asked again about: Characters.").waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await press(page, "Do it");
  await until(mina, ({ age, accessories }) => age === "72" && accessories.includes("glasses"));
  await guest.until(sessionId, "waiting");
  await page.getByText("Accepted. It continues after your review.").waitFor();
  await press(page, "Undo this request");
  await until(mina, ({ age }) => age === before.age);
  await guest.until(sessionId, "completed");
  const versions = page.getByRole("listitem").filter({ hasText: /^Version \d+/u });
  await versions.filter({ hasText: "Version 5 version 3 restored" }).waitFor();
  assert.match((await versions.last().textContent()) ?? "", /^Version 1 first version/u);
}

/** Changes of lines are parts of a wish like any others: one is left out, then all of them, and nothing is changed. */
async function leaveOutLines(page: Page): Promise<void> {
  await wish(page, ["直したいところを言葉で", "依頼する"], "「た」を「だ」に変えて");
  const items = page.getByRole("region", { name: "次のように変わります" }).getByRole("listitem");
  await items.first().waitFor();
  for (let left = await items.count(); left > 0; left--) {
    assert.equal(await items.count(), left);
    await items
      .first()
      .getByRole("button", { name: /^これはしない：/u })
      .press("Enter");
    await items.nth(left - 1).waitFor({ state: "detached" });
    if (left > 1)
      await items
        .nth(left - 2)
        .getByRole("button")
        .isEnabled();
  }
  await page.getByText("外しました。何も変えていません。").waitFor();
}

async function ofBook(studio: Studio, { guest, sessionId, mina }: Told): Promise<void> {
  const visit = { ...WAITER, guest: guest.key, tongue: "ja", size: PHONE } as const;
  const { page, context, complaints } = await studio.visit(visit);
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  const before = await mina();
  await leaveOutLines(page);
  await wish(page, ["直したいところを言葉で", "依頼する"], AGED);
  const shown = page.getByRole("region", { name: "次のように変わります" });
  await shown.getByText(/^ミナ・年齢：.*72$/u).waitFor();
  await shown.getByText(/描き直すもの：人物の絵 1 枚 · コマ \d+ 個/u).waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await press(page, "この通りに変える");
  await until(mina, ({ age, accessories }) => age === "72" && accessories.includes("glasses"));
  await guest.until(sessionId, "completed");
  await press(page, "この変更を取り消す");
  await until(mina, ({ age }) => age === before.age);
  assert.deepEqual(await mina(), before, "the cast is restored");
  const versions = page.getByRole("listitem").filter({ hasText: /^第 \d+ 版/u });
  await versions.filter({ hasText: "第 3 版 第 1 版に戻したもの" }).waitFor();
  assert.match((await versions.last().textContent()) ?? "", /^第 1 版 最初の版/u);
  assert.deepEqual(complaints, []);
  await context.close();
}
