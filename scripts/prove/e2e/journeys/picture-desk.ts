// The picture desk with a model's pictures: each operation is done, survives a reload, and is undone to the same bytes as before. With the
// offline artist, what it cannot do is stated and not offered.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { plainPicture } from "../../../../lib/drawing/sample-pictures.ts";
import type { ListedPage } from "../../../../web/src/documents.ts";
import { assertAllDone, recordOperations } from "../desk-operations.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { pressButton, pressEnabled } from "../press-button.ts";
import { type Studio, WAITER } from "../studio.ts";

interface Made {
  studio: Studio;
  sessionId: string;
  guest: Guest;
  page: Page;
}

async function pageOf({ guest, sessionId }: Made): Promise<ListedPage> {
  const [one] = await guest.pages(sessionId);
  assert(one?.image !== undefined);
  return one;
}

const artOf = ({ panels }: ListedPage) => panels.map(({ image }) => image?.hash);

/** Waits until the book has completed this version. */
async function settled({ guest, sessionId }: Made, version: number) {
  for (const end = Date.now() + 300_000; ; await sleep(150)) {
    const session = await guest.until(sessionId, "completed");
    if (session.version >= version) return session;
    if (Date.now() > end) throw new Error(`version ${version} was not completed in time`);
  }
}

async function openDesk({ page, studio, sessionId }: Made): Promise<void> {
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  const spot = page.locator(".balloons .panel-spot").first();
  await spot.waitFor();
  await spot.press("Enter");
  await pressButton(page, "Picture desk");
  await page.locator(".picture-part textarea, .picture-part .word-hint").first().waitFor();
}

const request = (page: Page) => page.getByRole("textbox", { name: "Request, as it is sent" });
const OWN = "A quiet street at night, one lamp, ink drawing.";

/** Chooses the next picture of a group by keys. */
async function chooseNext(page: Page, group: string): Promise<string> {
  const tiles = page.getByRole("group", { name: group, exact: true });
  const before = await tiles.locator("input:checked").inputValue();
  await tiles.locator("input:checked").press("ArrowRight");
  const after = await tiles.locator("input:checked").inputValue();
  assert.notEqual(after, before, `${group} is chosen by keys`);
  return after;
}

/** Pose and camera with the offline artist: shown with the price, drawn when asked for, kept over a reload, undone to the same bytes. */
async function poseAndCamera(made: Made): Promise<void> {
  const { page, guest, sessionId } = made;
  const before = await pageOf(made);
  await openDesk(made);
  await page.getByRole("group", { name: "Shot", exact: true }).waitFor();
  const shot = await chooseNext(page, "Shot");
  const angle = await chooseNext(page, "Angle");
  const part = page.locator(".picture-part").filter({ hasText: "Pose and camera" });
  await part.getByText("Free").waitFor();
  assert.equal(
    (await guest.until(sessionId, "completed")).version,
    1,
    "nothing is drawn before it is asked for",
  );
  assert.deepEqual(await faultsOf(page), []);
  await pressButton(page, "Draw it like this");
  await settled(made, 2);
  const changed = artOf(await pageOf(made)).filter((hash, at) => hash !== artOf(before)[at]);
  assert.equal(changed.length, 1, "one picture is drawn");
  await openDesk(made);
  for (const [group, value] of [
    ["Shot", shot],
    ["Angle", angle],
  ] as const) {
    const tiles = page.getByRole("group", { name: group, exact: true });
    await tiles.locator(`input[value="${value}"]:checked`).waitFor({ state: "attached" });
  }
  await pressButton(page, "Undo");
  await settled(made, 3);
  assert.equal((await pageOf(made)).image?.hash, before.image?.hash, "it is undone to the same bytes");
}

/** Each operation by the keyboard alone. */
const OPERATIONS: Record<string, (page: Page) => Promise<void>> = {
  async "words of one's own"(page) {
    await request(page).fill(OWN);
    await page.getByText("About $").first().waitFor();
    await pressButton(page, "Draw from these words");
  },
  async "a reference picture of one's own"(page) {
    const buffer = await plainPicture(600, 400).png().toBuffer();
    const part = page.locator(".picture-part").filter({ hasText: "Reference pictures" });
    await part.getByLabel("Add a picture").setInputFiles({ name: "pose.png", mimeType: "image/png", buffer });
    const use = part.getByRole("combobox", { name: "Picture 1 is for" });
    await use.press("ArrowDown");
    assert.equal(await use.inputValue(), "person");
    await part.getByText("About $").waitFor();
    await pressButton(page, "Draw with these pictures");
  },
  async "a change of a marked part"(page) {
    await page.getByRole("textbox", { name: "What to change", exact: true }).fill("Make the sky dark.");
    await pressButton(page, "A marked area");
    const left = page.getByRole("slider", { name: "Left edge" });
    await left.press("ArrowLeft");
    assert.equal(await left.inputValue(), "24");
    await page.getByRole("img", { name: "Marked area" }).waitFor();
    await page.getByText("About $").first().waitFor();
    await pressButton(page, "Change it");
  },
};

export async function pictureDesk(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ models: "offline+gemini" });
  const { page, complaints, context } = await studio.visit({ ...WAITER, guest: guest.key });
  const made = { studio, guest, sessionId, page };
  const done = await recordOperations(page);
  const before = await pageOf(made);
  let version = 1;
  await openDesk(made);
  const asked = await request(page).inputValue();
  const { prompt } = await guest.ask<{ prompt: string }>(
    "GET",
    `/manga/sessions/${sessionId}/pages/1/panels/k1/prompt`,
  );
  assert.equal(asked, prompt);
  assert.ok(asked.length > 40, asked);
  assert.deepEqual(await faultsOf(page), []);
  for (const [name, act] of Object.entries(OPERATIONS)) {
    await openDesk(made);
    const paid = (await guest.until(sessionId, "completed")).costMicros;
    await act(page);
    assert.ok((await settled(made, ++version)).costMicros > paid, `${name} is paid once it is asked for`);
    const after = artOf(await pageOf(made));
    const changed = after.filter((hash, at) => hash !== artOf(before)[at]);
    assert.equal(changed.length, 1, `${name} changes one picture`);
    await openDesk(made);
    const isOwn = name === "words of one's own";
    assert.equal(await request(page).inputValue(), isOwn ? OWN : await sentNow(made));
    const given = name === "a reference picture of one's own" ? 1 : 0;
    assert.equal(await page.getByRole("img", { name: "Reference picture 1" }).count(), given);
    if (isOwn) {
      await pressButton(page, "Use the storyboard's words again");
      await settled(made, ++version);
      await openDesk(made);
      assert.equal(await request(page).inputValue(), asked, "the storyboard's words are sent again");
      await undo(made, ++version);
    }
    await undo(made, ++version);
    const undone = await pageOf(made);
    assert.equal(undone.image?.hash, before.image?.hash, `${name} is undone to the same bytes`);
    assert.deepEqual(artOf(undone), artOf(before));
  }
  await fourTakes(made, { before, version });
  await offline({ ...made, sessionId: await guest.make({}) });
  assertAllDone(done, "picture-desk");
  await openDesk(made);
  await marksByPointer(page);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** Undoes the last change by its button, and waits until the studio shows the version. */
async function undo(made: Made, version: number): Promise<void> {
  await pressButton(made.page, "Undo");
  await settled(made, version);
  await made.page.getByText(`Version ${version}`, { exact: true }).first().waitFor();
}

const sentNow = async ({ guest, sessionId }: Made) =>
  (await guest.ask<{ prompt: string }>("GET", `/manga/sessions/${sessionId}/pages/1/panels/k1/prompt`))
    .prompt;

/** Four takes at once; another one, and then the picture of before, is chosen without a cost, by keys; then all is undone. */
async function fourTakes(
  made: Made,
  { before, version }: { before: ListedPage; version: number },
): Promise<void> {
  const { page, guest, sessionId } = made;
  await openDesk(made);
  await page.getByText("4 pictures of this panel. About $").waitFor();
  await pressButton(page, "Draw 4 takes");
  const { costMicros } = await settled(made, version + 1);
  await openDesk(made);
  const strip = page.getByRole("list", { name: "Takes to choose from" });
  await strip.getByRole("img", { name: "Take 4 of these" }).waitFor();
  const [panel] = (await pageOf(made)).panels;
  const images = panel?.choice?.images.map(({ hash }) => hash) ?? [];
  assert.equal(new Set(images).size, 4);
  assert.equal(panel?.image?.hash, images[0]);
  await pressEnabled(strip.getByRole("button", { name: "Use take 3" }));
  await settled(made, version + 2);
  assert.equal((await pageOf(made)).panels[0]?.image?.hash, images[2]);
  const earlier = page.getByRole("list", { name: "Earlier takes" });
  await pressEnabled(earlier.getByRole("button", { name: "Use earlier take 1" }));
  await settled(made, version + 3);
  assert.equal((await pageOf(made)).panels[0]?.image?.hash, before.panels[0]?.image?.hash);
  assert.equal((await guest.until(sessionId, "completed")).costMicros, costMicros, "a choice costs nothing");
  await page.reload();
  for (const back of [4, 5, 6]) await undo(made, version + back);
  assert.equal((await pageOf(made)).image?.hash, before.image?.hash, "takes are undone to the same bytes");
}

async function marksByPointer(page: Page): Promise<void> {
  const box = await page.locator(".picture-frame").boundingBox();
  assert(box !== null);
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 5 });
  await page.mouse.up();
  const width = Number(await page.getByRole("slider", { name: "Width" }).inputValue());
  assert.ok(Math.abs(width - 40) <= 2, `${width} %`);
}

async function offline(made: Made): Promise<void> {
  const { page } = made;
  await openDesk(made);
  await page.getByText("The offline artist reads no written request").waitFor();
  await page.getByText("The offline artist cannot change a part of a picture").waitFor();
  await page.getByText("takes no reference pictures").waitFor();
  await page.locator(".picture-fields").getByText("Place", { exact: true }).waitFor();
  assert.equal(await page.locator(".picture-part textarea").count(), 0);
  assert.equal(await page.locator(".picture-frame[data-marking]").count(), 0);
  await poseAndCamera(made);
}
