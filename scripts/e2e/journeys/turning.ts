// The turn of a page: the cover opens a book, and a finger takes hold of a leaf.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** The cover is the first leaf: it goes over from where it lay, the first page is its back, and it comes back as it went. */
export async function opensLikeABook(page: Page): Promise<void> {
  const film = await page.context().newCDPSession(page);
  await film.send("Animation.enable");
  const play = (playbackRate: number) => film.send("Animation.setPlaybackRate", { playbackRate });
  const sources = async (pages: Locator) =>
    Promise.all((await pages.all()).map((one) => one.getAttribute("src")));
  const open = page.locator(".open-page img");
  const leaf = page.locator(".turn-leaf img");
  const [cover] = await sources(open);
  const lay = await open.boundingBox();
  await play(0.001);
  await page.keyboard.press("ArrowLeft");
  await page.locator(".turn-opens").waitFor();
  const [left, right] = await sources(open);
  assert.deepEqual(await sources(leaf), [cover, right]);
  assert.deepEqual(await sources(page.locator(".turn-place > img")), [left]);
  assert.equal(
    await page.evaluate(`getComputedStyle(document.querySelector(".spread:not(.turn)")).opacity`),
    "0",
    "a page is not seen before it is turned to",
  );
  const lifted = await leaf.first().boundingBox();
  assert(lay !== null && lifted !== null);
  assert(Math.abs(lifted.x - lay.x) < 4 && Math.abs(lifted.width - lay.width) < 4, "it begins where it lay");
  await play(1);
  await page.locator(".turn").waitFor({ state: "detached" });
  await open.nth(1).waitFor();

  await play(0.001);
  await page.keyboard.press("ArrowRight");
  await page.locator(".turn-closes").waitFor();
  assert.deepEqual(await sources(leaf), [right, cover]);
  await play(1);
  await page.locator(".turn").waitFor({ state: "detached" });
  assert.deepEqual(await sources(open), [cover]);
}

/**
 * A leaf follows the finger that pulls it, glides back from there where it is let go, and turns once it was pulled far enough, or
 * by a flick, however short.
 */
export async function underTheFinger(page: Page, all: number): Promise<void> {
  const touch = await fingerOn(page);
  const leaf = page.locator(".turning-held .turn-leaf");
  const lean = () => leaf.evaluate((one) => String(Object(one).getBoundingClientRect().width));
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  await leaf.waitFor();
  const little = Number(await lean());
  await touch("touchMove", 260);
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => 0)",
  );
  assert(Number(await lean()) < little - 20, "it leans further over the further it is pulled");
  await page.screenshot({ path: "out/e2e/read-under-the-finger.png" });
  await touch("touchMove", 100);
  await touch("touchEnd");
  await leaf.waitFor({ state: "detached" });
  await page.getByText(`Page 1 of ${all}`).waitFor();

  // Slowly and not far: it lies back from where it was let go.
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  await leaf.waitFor();
  const back = page.evaluate<{ held: number; begun: number; direction: string }>(GLIDES_BACK);
  await page.waitForFunction("globalThis.isWatched === true");
  await touch("touchEnd", undefined, 400);
  const { held, begun, direction } = await back;
  assert(held > 0.1, `it leaned over: ${held}`);
  assert(Math.abs(begun - held) < 0.05, `let go at ${held} of its turn, it began at ${begun}`);
  assert.equal(direction, "reverse");
  await page.locator(".turn").waitFor({ state: "detached" });
  await page.getByText(`Page 1 of ${all}`).waitFor();

  // As far, and fast; then far, and slowly.
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  await touch("touchEnd");
  await page.getByText(`Page 2 of ${all}`).waitFor();
  await touch("touchStart", 230);
  await touch("touchMove", 200);
  await touch("touchMove", 90);
  await touch("touchEnd", undefined, 400);
  await page.getByText(`Page 1 of ${all}`).waitFor();
}

/** Runs in the page while a leaf is held, until it lies: how much of its turn lay behind it then, and as it was let go. */
const GLIDES_BACK = `new Promise((done) => {
  const stage = document.querySelector(".reader-stage");
  const leaf = document.querySelector(".turn-leaf");
  // Asked for anew, it is as the styles have it by now.
  const passed = () => leaf.getAnimations()[0].effect.getComputedTiming().progress;
  const held = passed();
  new MutationObserver(() => {
    if (!stage.classList.contains("turning-back")) return;
    const begun = passed();
    const [turn] = leaf.getAnimations();
    const { direction } = turn.effect.getComputedTiming();
    turn.finished.then(() => done({ held, begun, direction }));
  }).observe(stage, { attributes: true });
  globalThis.isWatched = true;
})`;

/** A finger on the screen; an event comes so many milliseconds after the one before it, however long the machine takes. */
async function fingerOn(page: Page) {
  const hand = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  return (type: "touchStart" | "touchMove" | "touchEnd", x?: number, ms = 16) => {
    timestamp += ms / 1000;
    const touchPoints = x === undefined ? [] : [{ x, y: 300 }];
    return hand.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp });
  };
}
