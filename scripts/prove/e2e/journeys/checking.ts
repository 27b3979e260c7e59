// What the reader found is corrected before a book is started, by keyboard alone: a name, an age, two who are one, somebody who is left
// out, somebody new, a speaker and a place. It survives a reload and can be undone, and the book has it.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ClientSession } from "../../../../web/src/documents.ts";
import { newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { pressButton } from "../press-button.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
  "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom. A stranger laughed.",
  "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled.",
].join("\n\n");

interface PhaseAnswer {
  output: {
    people: { id: string; name: string; aliases: string[]; age: string }[];
    places: { kind: string; name: string }[];
    pages: { beats: { lines: { text: string; speaker: string | null }[] }[] }[];
  };
}

const person = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const speaker = (page: Page, words: string) => page.getByRole("combobox", { name: `Who says “${words}”` });
const open = (page: Page) => page.getByRole("button", { name: "Check people, places and lines" });

export async function checking(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const { page, context, complaints } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.getByRole("textbox", { name: "Your story" }).fill(STORY);
  await open(page).press("Enter");
  const reading = page.getByRole("region", { name: "What the reader found" });
  await person(page, "Mina").waitFor();
  await page.waitForTimeout(50);
  assert.equal(await reading.evaluate((element) => element === element.ownerDocument.activeElement), true);
  assert.deepEqual(await faultsOf(page), []);

  await person(page, "Tom").getByRole("textbox", { name: "Name" }).fill("Thomas");
  await person(page, "Thomas").getByRole("textbox", { name: "Age" }).fill("72");
  await pressButton(page, /Add a person/);
  await page.getByText("Without a name this person is not added.").waitFor();
  await person(page, "New person").getByRole("textbox", { name: "Name" }).fill("Mina");
  await page.getByText("Somebody else has this name.").waitFor();
  await page
    .getByRole("group", { name: "Mina", exact: true })
    .nth(1)
    .getByRole("textbox", { name: "Name" })
    .fill("Vera");
  await speaker(page, "Home,").selectOption("Vera");
  const cat = person(page, "cat").or(person(page, "The cat")).or(person(page, "Cat"));
  await cat.getByRole("button", { name: /^Leave out/ }).press("Enter");
  await page.getByText(/cat is not in the book/i).waitFor();
  await page.getByLabel("Kind of place").first().fill("lighthouse");

  // The corrections stay after a reload, with the section open.
  await page.reload();
  await person(page, "Thomas").waitFor();
  assert.equal(await person(page, "Thomas").getByRole("textbox", { name: "Age" }).inputValue(), "72");
  assert.equal(await speaker(page, "Home,").locator("option:checked").textContent(), "Vera");
  await page.getByText(/cat is not in the book/i).waitFor();
  // A correction that is taken back is none.
  await pressButton(page, /^Undo for .*cat/i);
  await cat.waitFor();
  await cat.getByRole("combobox", { name: "Is the same person as" }).selectOption("Mina");
  await page.getByText(/cat is Mina/i).waitFor();
  assert.deepEqual(await faultsOf(page), []);

  await page.getByText("Plot", { exact: true }).click();
  await pressButton(page, "Make the manga");
  await page.waitForURL(/\/session\//);
  const { sessions } = await guest.ask<{ sessions: ClientSession[] }>("GET", "/manga/sessions");
  const [{ sessionId } = { sessionId: "" }] = sessions;
  await guest.until(sessionId, "waiting");
  const phase = (number: number) =>
    guest.ask<PhaseAnswer>("GET", `/manga/sessions/${sessionId}/phase/${number}`);
  const { people } = (await phase(1)).output;
  const named = (name: string) => people.find((one) => one.name === name);
  assert.equal(named("Thomas")?.age, "72");
  assert(named("Thomas")?.aliases.includes("Tom"));
  assert(named("Mina")?.aliases.some((alias) => /cat/i.test(alias)));
  assert(named("Vera") !== undefined && people.every(({ name }) => !/cat/i.test(name)));
  const { places, pages } = (await phase(3)).output;
  assert(places.some(({ kind }) => kind === "lighthouse"));
  const lines = pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
  assert.equal(lines.find(({ text }) => text === "Home,")?.speaker, named("Vera")?.id);
  await guest.ask("POST", `/manga/sessions/${sessionId}/cancel`);
  await context.close();
  assert.deepEqual(complaints, []);
}
