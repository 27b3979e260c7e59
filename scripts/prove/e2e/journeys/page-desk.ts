// The page desk of a finished book: every operation changes the page, survives a reload before it is applied, and is undone to the same bytes
// as before; no picture is drawn until the user requests it. By pointer, by the keyboard alone, and at the review of the storyboard.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { assertAllDone, recordOperations } from "../desk-operations.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { pressButton, pressEnabled } from "../press-button.ts";
import { READER, type Studio } from "../studio.ts";

interface Made {
  sessionId: string;
  guest: Guest;
  page: Page;
}

/** The composed page's image, and each panel's picture by its id. */
async function pageOf({ guest, sessionId }: Pick<Made, "guest" | "sessionId">) {
  const [one] = await guest.pages(sessionId);
  assert(one?.image !== undefined);
  return { image: one.image.hash, panels: one.panels, art: one.panels.map(({ image }) => image?.hash) };
}

/** Waits until the book has completed this version. */
async function settled({ guest, sessionId }: Pick<Made, "guest" | "sessionId">, version: number) {
  for (const end = Date.now() + 300_000; ; await sleep(150)) {
    const session = await guest.until(sessionId, "completed");
    if (session.version >= version) return session;
    if (Date.now() > end) throw new Error(`version ${version} was not completed in time`);
  }
}

async function openDesk({ page, sessionId }: Made, studio: Studio): Promise<void> {
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await pressButton(page, "Frames");
  await page.locator(".frames-panel").first().waitFor();
}

const choose = (page: Page, n: number) =>
  page
    .locator(".frames-tools")
    .getByRole("button", { name: `Panel ${n}`, exact: true })
    .press("Enter");

/**
 * Each operation by keys; an edge is moved and a panel cut by the pointer too. The state of the first panel decides which are possible.
 */
const OPERATIONS: Record<string, (page: Page) => Promise<void>> = {
  async "a moved edge"(page) {
    const grip = page.getByRole("slider", { name: "Bottom edge of panel 1" });
    await choose(page, 1);
    await grip.scrollIntoViewIfNeeded();
    const box = await grip.boundingBox();
    assert(box !== null);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 40, { steps: 8 });
    await page.mouse.up();
  },
  async "a tilted and moved edge"(page) {
    await choose(page, 1);
    await page.getByRole("slider", { name: "Bottom edge of panel 1" }).focus();
    await page.keyboard.press("Shift+]");
    await page.keyboard.press("ArrowUp");
  },
  async "a cut by the knife"(page) {
    await page.getByRole("button", { name: "Knife" }).click();
    const panel = page.locator(".frames-panel").first();
    await panel.scrollIntoViewIfNeeded();
    const box = await panel.boundingBox();
    assert(box !== null);
    await page.mouse.move(box.x + box.width * 0.5, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.48, box.y + box.height - 6, { steps: 6 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Select", exact: true }).click();
  },
  async "a merge"(page) {
    // Creates two panels that share an edge by cutting one.
    await choose(page, 1);
    await pressButton(page, "Cut down");
    await choose(page, 1);
    await pressButton(page, "Cut across");
    await choose(page, 1);
    await pressButton(page, "With the panel after");
  },
  async "a bleed"(page) {
    await choose(page, 1);
    await page.getByRole("group", { name: "Bleed" }).getByLabel("top").press("Space");
  },
  async "a layout"(page) {
    await pressButton(page, "Layout 2");
  },
  async "another order"(page) {
    await choose(page, 1);
    await pressButton(page, "Read later");
  },
};

async function applied(made: Made, version: number): Promise<void> {
  const { page } = made;
  await page.getByText("No picture is drawn again").or(page.locator(".edit-cost")).first().waitFor();
  await pressButton(page, "Apply to the page");
  await settled(made, version);
}

export async function pageDesk(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ models: "simulated" });
  const { page, complaints, context } = await studio.visit({ ...READER, guest: guest.key });
  const made = { guest, sessionId, page };
  const done = await recordOperations(page);
  const before = await pageOf(made);
  const { costMicros } = await guest.until(sessionId, "completed");
  let version = 1;
  for (const [name, act] of Object.entries(OPERATIONS)) {
    done.begin();
    await openDesk(made, studio);
    await act(page);
    assert.equal(await page.locator(".frames-save .button-ink").isEnabled(), true, `${name} is a change`);
    // A change that is not applied survives a reload.
    await openDesk(made, studio);
    await page.getByText(/changes?, not applied yet/).waitFor();
    await applied(made, ++version);
    const after = await pageOf(made);
    assert.notEqual(after.image, before.image, `${name} changes the page`);
    const own = after.art.filter((hash) => !before.art.includes(hash));
    assert.deepEqual(own, [], `${name} draws no picture`);
    assert.equal((await guest.until(sessionId, "completed")).costMicros, costMicros, `${name} costs nothing`);
    await page.reload();
    await pressButton(page, "Undo");
    await settled(made, ++version);
    assert.equal((await pageOf(made)).image, before.image, `${name} is undone to the same bytes as before`);
  }
  done.begin();
  await redrawn(made, { studio, before, version });
  assertAllDone(done, "page-desk");
  assert.deepEqual(complaints, []);
  await context.close();
}

/** A picture that no longer fits its frame is marked with the price of a new one, and is drawn when the user requests it. */
async function redrawn(
  made: Made,
  {
    studio,
    before,
    version,
  }: { studio: Studio; before: Awaited<ReturnType<typeof pageOf>>; version: number },
): Promise<void> {
  const { page, guest, sessionId } = made;
  await openDesk(made, studio);
  await choose(page, 1);
  await pressButton(page, "Cut across");
  await applied(made, version + 1);
  const paid = (await guest.until(sessionId, "completed")).costMicros;
  const mark = page.getByRole("button", { name: /^Draw panel 2 for its frame/ });
  await mark.and(page.locator(":enabled")).waitFor();
  await page.locator(".frames-marks").getByText("about $").first().waitFor();
  assert.deepEqual(
    (await pageOf(made)).art.filter((hash) => !before.art.includes(hash)),
    [],
  );
  await pressEnabled(mark);
  const after = await settled(made, version + 2);
  assert(after.costMicros > paid, "the requested picture is paid");
  const { art } = await pageOf(made);
  assert.equal(art.filter((hash) => !before.art.includes(hash)).length, 1);
  for (const back of [1, 2]) {
    await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
    await pressButton(page, "Undo");
    await settled(made, version + 2 + back);
  }
  assert.equal((await pageOf(made)).image, before.image);
}

/** Presses Tab until the element with this name and role has the focus. */
async function tabTo(page: Page, { role, name }: { role: Parameters<Page["getByRole"]>[0]; name: string }) {
  const wanted = page.locator(".frames-desk").getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 160; presses++) {
    await page.keyboard.press("Tab");
    if ((await wanted.and(page.locator(":focus")).count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** Every operation by the keyboard alone. All changes are applied together, and undone by a shortcut. */
export async function pageDeskByKeyboard(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({});
  const { page, complaints, context } = await studio.visit({ ...READER, guest: guest.key, motion: "reduce" });
  const made = { guest, sessionId, page };
  const before = await pageOf(made);
  await page.goto(`${studio.service.api}/session/${sessionId}/revise`);
  await page.getByRole("button", { name: "Frames", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".frames-panel").first().waitFor();
  const said = page.locator(".frames-save [role=status]");
  let changes = 0;
  const press = async (at: Parameters<typeof tabTo>[1], key: string) => {
    await tabTo(page, at);
    await page.keyboard.press(key);
  };
  const isChanged = async (name: string) => {
    changes += 1;
    await said.getByText(`${changes} ${changes === 1 ? "change" : "changes"}, not applied yet`).waitFor();
    assert.equal(await page.locator(".frames-side [role=alert]").textContent(), "", name);
  };
  const edge = { role: "slider", name: "Bottom edge of panel 1" } as const;
  await press({ role: "button", name: "Panel 1" }, "Enter");
  await press(edge, "ArrowUp");
  await isChanged("a moved edge");
  await page.keyboard.press("]");
  await isChanged("a tilted edge");
  const button = (name: string) => ({ role: "button", name }) as const;
  await press(button("Cut down"), "Enter");
  await isChanged("a cut");
  await press(button("With the panel after"), "Enter");
  await isChanged("a merge");
  await press(button("Layout 2"), "Enter");
  await isChanged("a layout");
  await press({ role: "checkbox", name: "top" }, "Space");
  await isChanged("a bleed");
  await press(button("Read later"), "Enter");
  await isChanged("another order");
  await page.locator(".edit-cost").waitFor();
  await press(button("Apply to the page"), "Enter");
  await settled(made, 2);
  const after = await pageOf(made);
  assert.notEqual(after.image, before.image);
  assert.deepEqual(
    after.art.filter((hash) => !before.art.includes(hash)),
    [],
  );
  await page.getByText("Being made anew …").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).and(page.locator(":enabled")).waitFor();
  await page.keyboard.press("Control+z");
  await settled(made, 3);
  assert.equal((await pageOf(made)).image, before.image);
  assert.deepEqual(complaints, []);
  await context.close();
}

/** The cut is undone and made again by the buttons of the review. */
async function undone(page: Page, panels: number): Promise<void> {
  for (const [name, count] of [
    ["Undo", panels],
    ["Redo", panels + 1],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).and(page.locator(":enabled")).click();
    await page.locator(".frames-panel").nth(count).waitFor({ state: "detached" });
    await page
      .locator(".frames-panel")
      .nth(count - 1)
      .waitFor();
  }
  await page.getByRole("button", { name: "Approve and continue" }).and(page.locator(":enabled")).waitFor();
}

/** At the review of the storyboard nothing is drawn yet, so pictures are drawn for the changed frames and none is marked. */
export async function pageDeskAtReview(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ review: ["storyboard"] }, "waiting");
  const { page, complaints, context } = await studio.visit({ ...READER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  await page.getByRole("button", { name: "Frames", exact: true }).click();
  await page.locator(".frames-panel").first().waitFor();
  const panels = await page.locator(".frames-panel").count();
  await choose(page, 1);
  await page.getByRole("button", { name: "Cut across" }).click();
  await page.getByRole("button", { name: "Apply to the page" }).click();
  await page.getByText("Nothing is changed.").waitFor();
  await undone(page, panels);
  await page.getByRole("button", { name: "Approve and continue" }).click();
  await guest.until(sessionId, "completed");
  const [made] = await guest.pages(sessionId);
  assert.equal(made?.panels.length, panels + 1);
  assert.equal(made?.panels.filter(({ frame }) => frame?.drawn !== undefined).length, 0);
  assert.equal(new Set(made?.panels.map(({ image }) => image?.hash)).size, panels + 1);
  assert.deepEqual(complaints, []);
  await context.close();
}
