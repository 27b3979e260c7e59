// A book of 100 pages on a phone whose processor is four times slower: overview, revision and reader open at once, scroll without long
// frames, keep the place, and hold a bounded number of elements and pictures. Prints the figures.
import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import type { Studio } from "../studio.ts";

const PAGES = 100;
const SIZE = { width: 390, height: 844 };
const SLOWER = 4;

/** Bounds that hold whatever else the machine does. */
const MOST_ELEMENTS = 4_000;
const MOST_PICTURES = 60;
const MOST_HEAP_MB = 120;
/** A screen that needs longer than this hangs; the figure itself is printed, because it depends on the machine's other work. */
const HANGS_MS = 15_000;

type Fields = Record<string, { integerValue?: string; stringValue?: string }>;
interface Stored {
  name: string;
  fields: Fields;
}

/**
 * Turns a made book into one of 100 pages for its listeners: the documents of its last page are repeated with other numbers. Only what
 * browsers read is changed.
 */
async function lengthen({ service }: Studio, sessionId: string): Promise<void> {
  const host = service.emulators.FIRESTORE_EMULATOR_HOST;
  const root = `http://${host}/v1/projects/demo-mekuri/databases/(default)/documents`;
  const headers = { authorization: "Bearer owner", "content-type": "application/json" };
  const session = `sessions/${sessionId}`;
  const read = async (path: string): Promise<Stored> => {
    const answer = await fetch(`${root}/${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Stored;
  };
  const nameOf = (page: number) => String(page).padStart(3, "0");
  const { name, fields } = await read(`${session}/pages/${nameOf(2)}`);
  const writes = Array.from({ length: PAGES - 2 }, (_, index) => {
    const number = index + 3;
    const own = { ...fields, number: { integerValue: String(number) } };
    return { update: { name: name.replace(/\d+$/u, nameOf(number)), fields: own } };
  });
  const book = await read(session);
  const whole = { ...book.fields, pages: { integerValue: String(PAGES) } };
  const body = JSON.stringify({ writes: [...writes, { update: { name: book.name, fields: whole } }] });
  const answer = await fetch(`${root}:commit`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

export async function longBook(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make({ pages: 2 });
  await lengthen(studio, sessionId);
  const { page, context, complaints } = await studio.visit({
    ...{ tongue: "en", theme: "light", size: SIZE, guest: guest.key },
  });
  page.setDefaultTimeout(60_000);
  await page.route("**/reader.json", async (route) => {
    const answer = await route.fetch();
    const manifest = (await answer.json()) as { pages: { number?: number; cover?: boolean }[] };
    const last = manifest.pages.at(-1);
    const more = Array.from({ length: PAGES - 2 }, (_, index) => ({ ...last, number: index + 3 }));
    await route.fulfill({ response: answer, json: { ...manifest, pages: [...manifest.pages, ...more] } });
  });
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const { api } = studio.service;
  const screens = [
    { name: "overview", path: `/session/${sessionId}`, first: "[data-page] img", isScrolled: true },
    { name: "revision", path: `/session/${sessionId}/revise`, first: ".sheet img", isScrolled: false },
    { name: "reader", path: `/read/${sessionId}`, first: "mekuri-reader", isScrolled: false },
  ] as const;
  for (const { name, path, first, isScrolled } of screens) {
    const started = Date.now();
    await page.goto(`${api}${path}`);
    await page.locator(first).first().waitFor();
    if (first.endsWith("img")) await pictureSeen(page, first);
    const seenMs = Date.now() - started;
    if (name === "overview") await page.locator(`[data-page="${PAGES}"]`).waitFor({ state: "attached" });
    if (name === "revision") {
      await page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: "Page 100" }).click();
      await page.getByRole("heading").first().waitFor();
    }
    const scroll = isScrolled ? await scrolled(page) : undefined;
    const figures = await figuresOf(page, client);
    process.stdout.write(
      `long book, ${name}: first page after ${seenMs} ms, ${JSON.stringify({ ...figures, ...scroll })}\n`,
    );
    assert.ok(seenMs < HANGS_MS, `${name} opens`);
    assert.ok(figures.elements < MOST_ELEMENTS, `${name} has ${figures.elements} elements`);
    assert.ok(figures.pictures < MOST_PICTURES, `${name} shows ${figures.pictures} pictures`);
    assert.ok(figures.heapMb < MOST_HEAP_MB, `${name} holds ${figures.heapMb} MB`);
    const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assert.ok(Number(sideways) <= 0, `${name} is ${sideways} px wider than the phone`);
  }
  await placeKept(page, `${api}/session/${sessionId}`);
  assert.deepEqual(complaints, []);
  await context.close();
}

const pictureSeen = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`new Promise((then) => {
    const look = () => {
      const one = document.querySelector(${JSON.stringify(selector)});
      if (one?.complete && one.naturalWidth > 0) then(true);
      else requestAnimationFrame(look);
    };
    look();
  })`);

/** Scrolls through the whole book in steps of a screen, and returns the number and the longest of frames over 100 ms. */
const scrolled = (page: Page): Promise<{ screens: number; longFrames: number; longestMs: number }> =>
  page.evaluate(`(async () => {
    const took = [];
    const frame = () => new Promise(requestAnimationFrame);
    let before = await frame();
    let screens = 0;
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      screens += 1;
      for (let n = 0; n < 4; n++) {
        const now = await frame();
        took.push(now - before);
        before = now;
      }
    }
    return { screens, longFrames: took.filter((ms) => ms > 100).length, longestMs: Math.round(Math.max(...took)) };
  })()`);

interface Figures {
  elements: number;
  pictures: number;
  heapMb: number;
}

/** `pictures`: those that are loaded and whose part of the page is rendered. */
async function figuresOf(page: Page, client: CDPSession): Promise<Figures> {
  const { elements, pictures } = (await page.evaluate(`({
    elements: document.querySelectorAll("*").length,
    pictures: [...document.images].filter((one) => one.complete && one.naturalWidth > 0
      && one.checkVisibility({ contentVisibilityAuto: true })).length,
  })`)) as Omit<Figures, "heapMb">;
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  return { elements, pictures, heapMb: Math.round(usedSize / 1e6) };
}

/** Whoever comes back from the reader is where they were in the book. */
async function placeKept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const far = page.locator('[data-page="60"]');
  await far.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const before = Number(await page.evaluate("scrollY"));
  assert.ok(before > 1_000, `scrolled to ${before}`);
  await page.locator("a.page-number").nth(59).click();
  await page.waitForURL("**/read/**");
  await page.goBack();
  await far.waitFor({ state: "attached" });
  await page.waitForTimeout(1_500);
  const after = Number(await page.evaluate("scrollY"));
  assert.ok(Math.abs(after - before) < SIZE.height, `scrolled to ${before}, and back at ${after}`);
}
