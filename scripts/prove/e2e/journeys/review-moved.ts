// A result at a gate changes during a manual edit: the save is based on the current result, people removed by a wish do not reappear, even
// after late answers, and earlier input stays.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。",
  "ケンが来た。「どうしたの」とケンは聞いた。ミナは猫を指さした。",
].join("\n\n");

interface Person {
  name: string;
  description: string;
}

export async function reviewMoved(studio: Studio): Promise<void> {
  await moved(studio);
  await twoReviews(studio);
}

/**
 * People and plot wait at the same time. Whoever is in the plot's review stays there, with their words, when another client's edit opens
 * the people's review again; both are offered.
 */
async function twoReviews(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 1, review: ["characters", "plot"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  const gateOf = async (phase: number) =>
    (await guest.ask<{ gate?: { revision: number; decision?: unknown } }>("GET", `${path}/phase/${phase}`))
      .gate;
  while ((await gateOf(2)) === undefined || (await gateOf(3)) === undefined) await sleep(200);
  const { page, complaints, context } = await studio.visit({ ...WAITER, guest: guest.key });
  page.setDefaultTimeout(60_000);
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const both = page.getByRole("navigation", { name: "These wait for your review:" });
  await both.getByRole("button", { name: "Plot" }).click();
  const title = page.getByRole("heading", { name: "Plot: what do you think?" });
  await title.waitFor();
  const place = page.locator(".gate-editor").getByRole("textbox").first();
  await place.fill("古い駅");
  const { output } = await guest.ask<{ output: { characters: Person[] } }>("GET", `${path}/phase/2`);
  const [first, ...others] = output.characters;
  const patch = { characters: [{ ...first, hair: "short, white" }, ...others] };
  await guest.ask("POST", `${path}/feedback`, { phase: "characters", revision: 1, kind: "edit", patch });
  for (
    let gate = await gateOf(2);
    gate?.revision !== 2 || gate.decision !== undefined;
    gate = await gateOf(2)
  ) {
    await sleep(200);
  }
  await both.getByRole("button", { name: "Characters" }).waitFor();
  assert.equal(await title.isVisible(), true, "the plot's review stays open");
  assert.equal(await place.inputValue(), "古い駅");
  const line = page.locator(".timeline ~ [role=status]");
  assert.doesNotMatch((await line.textContent()) ?? "", /running/u);
  assert.deepEqual(await faultsOf(page), []);
  await both.getByRole("button", { name: "Characters" }).click();
  await page.getByRole("heading", { name: "Characters: what do you think?" }).waitFor();
  await both.getByRole("button", { name: "Plot" }).click();
  assert.equal(await place.inputValue(), "古い駅");
  assert.deepEqual(complaints, []);
  await context.close();
}

async function moved(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ text: STORY, pages: 1, review: ["characters"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  const cast = async () =>
    (await guest.ask<{ output: { characters: Person[] } }>("GET", `${path}/phase/2`)).output.characters;
  const until = async (isThere: (people: Person[]) => boolean) => {
    for (let tries = 0; tries < 300 && !isThere(await cast()); tries++) await sleep(200);
    return cast();
  };
  const names = (people: Person[]) => people.map(({ name }) => name);
  assert.ok(names(await cast()).includes("ケン"));
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  // Every answer about the phase is the first one, as from a late or outdated store.
  let first: string | undefined;
  await page.route("**/phase/2", async (route) => {
    first ??= await (await route.fetch()).text();
    await route.fulfill({ body: first, contentType: "application/json" });
  });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const name = page.getByRole("textbox", { name: "Name" }).first();
  await name.waitFor();

  // A wish removes a person; then another one is edited.
  await page.getByRole("textbox", { name: "Say what to change" }).fill("ケンを消して");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "Do it" }).click();
  await until((people) => !names(people).includes("ケン"));
  await guest.until(sessionId, "waiting");
  await sleep(1_500);
  await name.fill("ハナ");
  await page.getByRole("button", { name: "Save the change" }).click();
  const saved = await until((people) => names(people).includes("ハナ"));
  assert.deepEqual(
    names(saved).filter((one) => one === "ケン"),
    [],
    "whoever was taken out stays out",
  );

  // Input about one field survives another client's change to another field.
  await guest.until(sessionId, "waiting");
  const looks = page.getByRole("textbox", { name: "Appearance" }).first();
  await page.getByRole("button", { name: "Save the change" }).and(page.locator(":disabled")).waitFor();
  await looks.fill("赤いマフラーをしている");
  const { waiting } = await guest.until(sessionId, "waiting");
  const [before, ...others] = await cast();
  const patch = { characters: [{ ...before, name: "ユキ" }, ...others] };
  await guest.ask("POST", `${path}/feedback`, {
    ...{ phase: "characters", revision: waiting?.revision, kind: "edit", patch },
  });
  await until((people) => names(people).includes("ユキ"));
  // The new name gets a new portrait and another gate.
  await guest.until(sessionId, "waiting");
  await page.getByText("Your changes now apply to the newest state.").waitFor();
  await page.getByRole("button", { name: "Save the change" }).click();
  const both = await until((people) => people[0]?.description === "赤いマフラーをしている");
  assert.equal(both[0]?.description, "赤いマフラーをしている");
  assert.equal(both[0]?.name, "ユキ");
  await context.close();
}
