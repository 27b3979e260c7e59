// `npm run bench --workspace @mekuri/reader`: how fast pages turn with the processor throttled four times, what shifts, and what is left
// in memory, in a real Chromium. The exit code is 1 where a bound does not hold.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { buildModules } from "../build.ts";
import { type Opened, openReader, SIZES } from "../testing/reader-in-browser.ts";
import { writeSampleBook } from "../testing/sample-book.ts";

const TURNS = 100;
const THROTTLE = 4;
const BOUNDS = { turnMs: 32, heapGrowth: 0.05, bytes: 40_000 } as const;
/** A reader looks at a page for at least so long. */
const LOOK_MS = 450;
/** Somebody who leafs through. */
const HASTE_MS = 130;

/**
 * Runs in the page. Of each key: milliseconds from the input to the next paint (Event Timing, in steps of 8; what is faster than 16 is
 * not told, and counted as 16), frames of the slide, and whether the pages that lie open were there in the first frame.
 */
const WATCH = `(() => {
  const watch = (window.watch = { paints: [], keys: 0, frames: [], late: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") watch.paints.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16 });
  const root = document.querySelector("mekuri-reader").shadowRoot;
  let pages = [];
  addEventListener("page", ({ detail }) => { pages = detail.pages; });
  addEventListener("keydown", () => {
    watch.keys++;
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

interface Watched {
  paints: number[];
  keys: number;
  frames: number[];
  late: number;
}

interface Row {
  what: string;
  value: string;
  isKept: boolean;
}

const rows: Row[] = [];
const row = (what: string, value: string, isKept = true) => {
  rows.push({ what, value, isKept });
  process.stderr.write(`${isKept ? " " : "✗"} ${what}: ${value}\n`);
};

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

async function turn(
  opened: Opened,
  { turns, pauseMs, key }: { turns: number; pauseMs: number; key: string },
): Promise<void> {
  for (let count = 0; count < turns; count++) {
    await opened.page.keyboard.press(key);
    await opened.page.waitForTimeout(pauseMs);
  }
}

async function measureTurns(opened: Opened, name: string, pauseMs: number): Promise<void> {
  const { page, client } = opened;
  await page.evaluate(
    `document.querySelector("mekuri-reader").page = 0; document.querySelector("mekuri-reader").focus()`,
  );
  await page.waitForTimeout(1_000);
  await page.evaluate(WATCH);
  await client.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  await turn(opened, { turns: TURNS, pauseMs, key: "ArrowLeft" });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(500);
  const { paints, keys, frames, late } = await page.evaluate<Watched>("window.watch");
  const all = [...paints, ...Array<number>(Math.max(0, keys - paints.length)).fill(16)];
  const p95 = percentile(all, 0.95);
  const isHasty = pauseMs === HASTE_MS;
  row(
    `${name}, ${keys} turns, input to paint`,
    `median ${percentile(all, 0.5)} ms, p95 ${p95} ms, longest ${Math.max(...all)} ms`,
    isHasty || p95 <= BOUNDS.turnMs,
  );
  row(`${name}, frames of the slide`, `p95 ${percentile(frames, 0.95).toFixed(1)} ms of ${frames.length}`);
  row(`${name}, turns whose picture was not there in the first frame`, String(late), isHasty || late === 0);
  const shifts = await page.evaluate<unknown[]>("window.shifts");
  row(`${name}, layout shifts`, String(shifts.length), shifts.length === 0);
}

/** The same keys on a page that only changes a colour: what the machine, with all that runs on it now, takes for any answer at all. */
async function measureNothing(): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.phone });
  const client = await page.context().newCDPSession(page);
  await page.setContent(`<script>window.paints = []; let keys = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.name === "keydown") paints.push(entry.duration); }).observe({ type: "event", durationThreshold: 16 });
    addEventListener("keydown", () => { document.body.style.background = "hsl(" + keys++ * 30 + " 50% 50%)"; });</script>`);
  await client.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  for (let count = 0; count < TURNS; count++) {
    await page.keyboard.press("ArrowLeft");
    await page.waitForTimeout(LOOK_MS / 3);
  }
  const paints = await page.evaluate<number[]>("paints");
  const all = [...paints, ...Array<number>(Math.max(0, TURNS - paints.length)).fill(16)];
  row(
    "an empty page, input to paint",
    `median ${percentile(all, 0.5)} ms, p95 ${percentile(all, 0.95)} ms, longest ${Math.max(...all)} ms`,
  );
  await page.close();
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds of the thread's own time. */
  tdur?: number;
  args: { name?: string; data?: { type?: string } };
}

/**
 * The work of a turn in the page's main thread, from the key to the frame that it hands over, by the thread's own clock: other programs
 * on the machine are no part of it. It is traced without throttling, which spins in that thread, and multiplied.
 */
async function measureWork(opened: Opened, name: string): Promise<void> {
  const { page } = opened;
  await page.evaluate(
    `document.querySelector("mekuri-reader").page = 0; document.querySelector("mekuri-reader").focus()`,
  );
  await page.waitForTimeout(1_000);
  await browser.startTracing(page, { categories: ["devtools.timeline", "cc"] });
  await turn(opened, { turns: TURNS, pauseMs: LOOK_MS, key: "ArrowLeft" });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const main = traceEvents.find(
    (event) => event.name === "thread_name" && event.args.name === "CrRendererMain" && isPageOf(event),
  );
  function isPageOf({ pid, tid }: TraceEvent): boolean {
    return traceEvents.some((event) => event.pid === pid && event.tid === tid && isKey(event));
  }
  const own = traceEvents
    .filter(({ pid, tid, ph }) => pid === main?.pid && tid === main.tid && ph === "X")
    .toSorted((a, b) => a.ts - b.ts);
  const works = own.filter(isKey).map((key) => {
    const frame = own.find(({ name: what, ts }) => what === "ProxyMain::BeginMainFrame" && ts > key.ts);
    return ((key.tdur ?? 0) + (frame?.tdur ?? 0)) / 1_000;
  });
  const p95 = percentile(works, 0.95) * THROTTLE;
  const median = percentile(works, 0.5) * THROTTLE;
  row(
    `${name}, ${works.length} turns, work of the main thread until the frame, times ${THROTTLE}`,
    `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    works.length === TURNS && p95 <= BOUNDS.turnMs,
  );
}

const isKey = ({ name, args }: TraceEvent) => name === "EventDispatch" && args.data?.type === "keydown";

async function measureMemory(opened: Opened): Promise<void> {
  const { page, client } = opened;
  await page.evaluate(
    `document.querySelector("mekuri-reader").page = 0; document.querySelector("mekuri-reader").focus()`,
  );
  const heaps: number[] = [];
  const nodes: number[] = [];
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowLeft"]) {
    await turn(opened, { turns: TURNS, pauseMs: 60, key });
    await page.waitForTimeout(1_500);
    // The page's own record of events is no part of the reader.
    await page.evaluate("window.told = {}; performance.clearResourceTimings()");
    for (let time = 0; time < 3; time++) await client.send("HeapProfiler.collectGarbage");
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    heaps.push(usedSize);
    nodes.push((await client.send("Memory.getDOMCounters")).nodes);
  }
  const growth = (heaps[2] ?? 0) / (heaps[0] ?? 1) - 1;
  const told = heaps.map((bytes) => `${(bytes / 1e6).toFixed(2)} MB`).join(", ");
  row(
    "heap after 100, 200, 300 turns",
    `${told} (${(growth * 100).toFixed(1)} %)`,
    growth <= BOUNDS.heapGrowth,
  );
  row(
    "DOM nodes after 100, 200, 300 turns",
    nodes.join(", "),
    (nodes[2] ?? 0) <= (nodes[0] ?? 0) * (1 + BOUNDS.heapGrowth),
  );
}

const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-bench-"));
const browser = await launchChromium();
try {
  await buildModules(join(folder, "dist"));
  const bytes = brotliCompressSync(readFileSync(join(folder, "dist/mekuri-reader.js"))).byteLength;
  row("size with styles, brotli", `${bytes} bytes`, bytes < BOUNDS.bytes);
  row("processors, load of the last minute", `${availableParallelism()}, ${loadavg()[0]?.toFixed(1)}`);
  await writeSampleBook(join(folder, "book"), { pages: 2 * TURNS + 2, language: "ja", widths: [1080] });
  await measureNothing();
  // On a page of its own, where nothing is recorded.
  const plain = await openReader(browser, folder, {
    language: "ja",
    size: SIZES.phone,
    attributes: 'mode="page"',
  });
  await measureMemory(plain);
  await plain.close();
  for (const [name, size, mode] of [
    ["a page on a phone", SIZES.phone, "page"],
    ["a spread on a desktop", SIZES.desktop, "spread"],
  ] as const) {
    const opened = await openReader(browser, folder, { language: "ja", size, attributes: `mode="${mode}"` });
    await measureWork(opened, name);
    await measureTurns(opened, name, LOOK_MS);
    await measureTurns(opened, `${name}, leafed through`, HASTE_MS);
    if (opened.complaints.length > 0) row(`${name}, errors`, opened.complaints.join("; "), false);
    await opened.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
process.exitCode = rows.every(({ isKept }) => isKept) ? 0 : 1;
