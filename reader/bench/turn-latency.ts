// Latency of a page turn on a throttled processor: from the key to the paint, next to an empty page that handles the same keys in the same
// minutes. Both include other load of the machine.
import type { Browser, CDPSession, Page } from "playwright-core";
import { type Opened, SIZES } from "../testing/reader-in-browser.ts";
import { percentile, row } from "./report.ts";
import { HASTE_MS, start, THROTTLE, TURN_MS, TURNS, turn } from "./turning.ts";

/** Number of turns, then of the same keys on the empty page. */
const BLOCK = 10;
/** If the empty page takes longer than a frame, the machine is busy and latencies say little about the reader. */
const FRAME_MS = 16;

/**
 * Runs in the page. For each key: milliseconds from the input to the next paint (Event Timing, in steps of 8; less than 16 is not reported,
 * and counts as 16).
 */
const COUNT_PAINTS = `
  const watch = (window.watch = { paints: [], keys: 0, frames: [], late: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") watch.paints.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16 });
  addEventListener("keydown", () => { watch.keys++; }, true);`;

/** Also counts the slide's frames, and whether the open pages were shown in the first frame. */
const WATCH = `(() => { ${COUNT_PAINTS}
  const root = document.querySelector("mekuri-reader").shadowRoot;
  let pages = [];
  addEventListener("page", ({ detail }) => { pages = detail.pages; });
  addEventListener("keydown", () => {
    let before;
    const until = performance.now() + 260;
    requestAnimationFrame(function frame(now) {
      if (before === undefined) {
        const open = pages.map((page) => root.querySelector('[data-page="' + page + '"] img'));
        if (open.length === 0 || open.some((image) => !image?.complete || image.naturalWidth === 0)) watch.late++;
      } else watch.frames.push(now - before);
      before = now;
      if (now < until) requestAnimationFrame(frame);
    });
  }, true);
})()`;

/** A page that changes a colour at every key. */
const EMPTY = `<script>${COUNT_PAINTS}
  addEventListener("keydown", () => { document.body.style.background = "hsl(" + watch.keys * 30 + " 50% 50%)"; });</script>`;

interface Watched {
  paints: number[];
  keys: number;
  frames: number[];
  late: number;
}

export interface EmptyPage {
  page: Page;
  client: CDPSession;
}

export async function openEmptyPage(browser: Browser): Promise<EmptyPage> {
  const page = await browser.newPage({ viewport: SIZES.phone });
  const client = await page.context().newCDPSession(page);
  return { page, client };
}

/** Fails if a turn takes too long although the machine is quiet, if its picture comes late, and if the layout shifts. */
export async function measureTurns(
  opened: Opened,
  empty: EmptyPage,
  { name, pauseMs }: { name: string; pauseMs: number },
): Promise<void> {
  const { page } = opened;
  const isHasty = pauseMs === HASTE_MS;
  await empty.page.setContent(EMPTY);
  await page.bringToFront();
  await start(opened);
  await page.evaluate(WATCH);
  for (let done = 0; done < TURNS; done += BLOCK) {
    for (const one of [opened, empty]) {
      await one.page.bringToFront();
      await one.client.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
      await turn(one.page, { turns: BLOCK, pauseMs, key: "ArrowLeft" });
      await one.client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    }
  }
  await page.bringToFront();
  await page.waitForTimeout(500);
  const [turned, nothing] = [await watchedIn(page), await watchedIn(empty.page)];
  const [own, base] = [paintsOf(turned), paintsOf(nothing)];
  const p95 = percentile(own, 0.95);
  const isBusy = percentile(base, 0.95) > FRAME_MS;
  const note = isBusy && !isHasty ? " (not judged: the machine is busy, see the empty page)" : "";
  row(`${name}, ${turned.keys} turns, input to paint`, told(own) + note, isHasty || isBusy || p95 <= TURN_MS);
  row(`${name}, an empty page between those turns, input to paint`, told(base));
  row(
    `${name}, frames of the slide`,
    `p95 ${percentile(turned.frames, 0.95).toFixed(1)} ms of ${turned.frames.length}`,
  );
  const { late } = turned;
  row(`${name}, turns whose picture was not there in the first frame`, String(late), isHasty || late === 0);
  const shifts = await page.evaluate<unknown[]>("window.shifts");
  row(`${name}, layout shifts`, String(shifts.length), shifts.length === 0);
}

const watchedIn = (page: Page) => page.evaluate<Watched>("window.watch");

function paintsOf({ paints, keys }: Watched): number[] {
  return [...paints, ...Array<number>(Math.max(0, keys - paints.length)).fill(FRAME_MS)];
}

function told(paints: readonly number[]): string {
  const [median, p95] = [percentile(paints, 0.5), percentile(paints, 0.95)];
  return `median ${median} ms, p95 ${p95} ms, longest ${Math.max(...paints)} ms`;
}
