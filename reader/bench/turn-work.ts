// Work of a page turn on the main thread, in the thread's CPU time, which excludes other programs. Measured without throttling, because
// throttling spins in that thread, and then multiplied.
import type { Browser } from "playwright-core";
import type { Opened } from "../testing/reader-in-browser.ts";
import { percentile, row, spreadOf } from "./report.ts";
import { LOOK_MS, start, THROTTLE, TURN_MS, TURNS } from "./turning.ts";

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds of the thread's CPU time. */
  tdur?: number;
  args: { name?: string; data?: { type?: string } };
}

/** From `Performance.getMetrics`, in seconds of the thread's CPU time. */
const PARTS = ["TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration"] as const;
type Parts = Record<(typeof PARTS)[number], number>;

const isKey = ({ name, args }: TraceEvent) => name === "EventDispatch" && args.data?.type === "keydown";

/** Fails if the work until the frame exceeds the bound for a turn. */
export async function measureWork(browser: Browser, opened: Opened, name: string): Promise<void> {
  const { page, client } = opened;
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  await start(opened);
  await browser.startTracing(page, { categories: ["devtools.timeline", "cc", "toplevel"] });
  const costs: Parts[] = [];
  for (let count = 0; count < TURNS; count++) {
    const before = await partsOf(opened);
    await page.keyboard.press("ArrowLeft");
    await page.waitForTimeout(LOOK_MS);
    const after = await partsOf(opened);
    costs.push(partsFrom((part) => (after[part] - before[part]) * 1_000 * THROTTLE));
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const turns = turnsIn(traceEvents);
  const works = turns.map(({ untilFrame }) => untilFrame * THROTTLE);
  row(
    `${name}, ${turns.length} turns, main thread from the key to its frame, times ${THROTTLE}`,
    spreadOf(works),
    turns.length === TURNS && percentile(works, 0.95) <= TURN_MS,
  );
  row(
    `${name}, longest task after that frame, times ${THROTTLE}`,
    spreadOf(turns.map(({ longestAfter }) => longestAfter * THROTTLE)),
  );
  for (const part of PARTS) {
    row(`${name}, ${part} of a whole turn, times ${THROTTLE}`, spreadOf(costs.map((cost) => cost[part])));
  }
}

async function partsOf({ client }: Opened): Promise<Parts> {
  const { metrics } = await client.send("Performance.getMetrics");
  return partsFrom((part) => metrics.find(({ name }) => name === part)?.value ?? Number.NaN);
}

function partsFrom(read: (part: keyof Parts) => number): Parts {
  return {
    TaskDuration: read("TaskDuration"),
    ScriptDuration: read("ScriptDuration"),
    RecalcStyleDuration: read("RecalcStyleDuration"),
    LayoutDuration: read("LayoutDuration"),
  };
}

/** Milliseconds for each turn: the key's handlers with the frame they cause, and the longest task until the next key. */
function turnsIn(events: readonly TraceEvent[]): { untilFrame: number; longestAfter: number }[] {
  const main = events.find(isKey);
  const own = events
    .filter(({ pid, tid, ph }) => pid === main?.pid && tid === main.tid && ph === "X")
    .toSorted((a, b) => a.ts - b.ts);
  const keys = own.filter(isKey);
  return keys.map((key, at) => {
    const until = keys[at + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const here = own.filter(({ ts }) => ts > key.ts && ts < until);
    const frame = here.find(({ name }) => name === "ProxyMain::BeginMainFrame");
    const later = here.filter(({ name, ts }) => name.endsWith("RunTask") && ts > (frame?.ts ?? until));
    return {
      untilFrame: ((key.tdur ?? 0) + (frame?.tdur ?? 0)) / 1_000,
      longestAfter: Math.max(0, ...later.map(({ tdur = 0 }) => tdur)) / 1_000,
    };
  });
}
