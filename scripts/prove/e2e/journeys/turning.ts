// The page-turn animation: spreads slide, and follow a finger.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openPages, openPictures, settled, told } from "../reader.ts";

/** Playback rate at which nothing has moved yet, on any machine. */
const SLOW = 1e-6;

const boxOf = async (page: Page, name: string) => {
  const box = await page.getByRole("group", { name, exact: true }).boundingBox();
  assert(box !== null, `${name} is there`);
  return box;
};

/** The cover slides away from its place while the first pages slide in, and back in reverse. */
export async function opensLikeABook(page: Page, all: number): Promise<void> {
  const film = await page.context().newCDPSession(page);
  await film.send("Animation.enable");
  const play = (playbackRate: number) => film.send("Animation.setPlaybackRate", { playbackRate });
  const { width = 0 } = page.viewportSize() ?? {};
  await told(page, "Cover");
  await settled(page);
  const lay = await boxOf(page, "Cover");
  await play(SLOW);
  await page.keyboard.press("ArrowLeft");
  await told(page, `Pages 1 and 2 of ${all}`);
  const lifted = await page.locator('mekuri-reader .page[aria-label="Cover"]').boundingBox();
  assert(lifted !== null);
  assert(Math.abs(lifted.x - lay.x) < 4 && Math.abs(lifted.width - lay.width) < 4, "it starts at its place");
  const [first, second] = [await boxOf(page, "Page 1"), await boxOf(page, "Page 2")];
  assert(
    first.x + first.width < 4 && second.x < first.x,
    "the next pages come from the left, where they wait",
  );
  await play(1);
  await settled(page);
  const { x } = await boxOf(page, "Page 1");
  assert(x > 0 && x < width, "the first page is open");
  assert.equal(await openPages(page).count(), 2);

  await play(SLOW);
  await page.keyboard.press("ArrowRight");
  await told(page, "Cover");
  const leaving = await page.locator('mekuri-reader .page[aria-label="Page 1"]').boundingBox();
  assert(Math.abs((leaving?.x ?? Number.NaN) - x) < 4, "the pages leave their place");
  await play(1);
  await settled(page);
  assert.equal(await openPictures(page).count(), 1);
  assert(Math.abs((await boxOf(page, "Cover")).x - lay.x) < 1, "the cover lies where it lay");
}

/** Pages follow a dragging finger, slide back if released early, and turn after a long drag or a short flick. */
export async function underTheFinger(page: Page, all: number): Promise<void> {
  const touch = await fingerOn(page);
  // Finger moves are applied in the next frame.
  const shift = async () => {
    await page.evaluate(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => 0)",
    );
    return (await boxOf(page, "Page 1")).x;
  };
  await settled(page);
  const lay = await shift();
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  const little = await shift();
  assert(little > lay + 30, "it follows the finger");
  await touch("touchMove", 260);
  assert((await shift()) > little + 90, "it moves further with a longer drag");
  await page.screenshot({ path: "out/e2e/read-under-the-finger.png" });
  await touch("touchMove", 100);
  await touch("touchEnd");
  await settled(page);
  await told(page, `Page 1 of ${all}`);
  assert.equal(await shift(), lay);

  // A slow, short drag slides back.
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  const film = await page.context().newCDPSession(page);
  await film.send("Animation.enable");
  await film.send("Animation.setPlaybackRate", { playbackRate: SLOW });
  const held = await shift();
  await touch("touchEnd", undefined, 400);
  const begun = await shift();
  assert(held > lay + 30, `it was pulled from ${lay} to ${held}`);
  assert(Math.abs(begun - held) < 2, `let go at ${held}, it began at ${begun}`);
  await film.send("Animation.setPlaybackRate", { playbackRate: 1 });
  await settled(page);
  assert.equal(await shift(), lay);
  await told(page, `Page 1 of ${all}`);

  // A fast drag over the same short distance turns the page, and so does a slow drag over a long distance.
  await touch("touchStart", 90);
  await touch("touchMove", 110);
  await touch("touchMove", 150);
  await touch("touchEnd");
  await told(page, `Page 2 of ${all}`);
  await settled(page);
  await touch("touchStart", 230);
  await touch("touchMove", 200);
  await touch("touchMove", 90);
  await touch("touchEnd", undefined, 400);
  await told(page, `Page 1 of ${all}`);
}

/** A simulated finger; events have fixed intervals in milliseconds, whatever the machine's speed. */
async function fingerOn(page: Page) {
  const hand = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  return (type: "touchStart" | "touchMove" | "touchEnd", x?: number, ms = 16) => {
    timestamp += ms / 1000;
    const touchPoints = x === undefined ? [] : [{ x, y: 300 }];
    return hand.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp });
  };
}
