// `npm run bench --workspace @mekuri/reader`: the cost and latency of a page turn on a four times throttled processor, layout shifts, and
// memory leaks, in a real Chromium. The exit code is 1 if a bound is exceeded.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { buildModules } from "../build.ts";
import { type Opened, openReader, SIZES } from "../testing/reader-in-browser.ts";
import { writeSampleBook } from "../testing/sample-book.ts";
import { finish, row } from "./report.ts";
import { measureTurns, openEmptyPage } from "./turn-latency.ts";
import { measureWork } from "./turn-work.ts";
import { HASTE_MS, LOOK_MS, start, TURNS, turn } from "./turning.ts";

const BOUNDS = { heapGrowth: 0.05, bytes: 40_000 } as const;

async function measureMemory(opened: Opened): Promise<void> {
  const { page, client } = opened;
  await start(opened);
  const heaps: number[] = [];
  const nodes: number[] = [];
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowLeft"]) {
    await turn(page, { turns: TURNS, pauseMs: 60, key });
    await page.waitForTimeout(1_500);
    // The test page's record of events does not belong to the reader's memory.
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
  // A page without a record of events.
  const plain = await openReader(browser, folder, {
    language: "ja",
    size: SIZES.phone,
    attributes: 'mode="page"',
  });
  await measureMemory(plain);
  await plain.close();
  const empty = await openEmptyPage(browser);
  for (const [name, size, mode] of [
    ["a page on a phone", SIZES.phone, "page"],
    ["a spread on a desktop", SIZES.desktop, "spread"],
  ] as const) {
    const opened = await openReader(browser, folder, { language: "ja", size, attributes: `mode="${mode}"` });
    await measureWork(browser, opened, name);
    await measureTurns(opened, empty, { name, pauseMs: LOOK_MS });
    await measureTurns(opened, empty, { name: `${name}, leafed through`, pauseMs: HASTE_MS });
    if (opened.complaints.length > 0) row(`${name}, errors`, opened.complaints.join("; "), false);
    await opened.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = finish();
