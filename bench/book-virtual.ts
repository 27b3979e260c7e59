// Books on a virtual clock: by percentiles, other lengths, more slots and a measured profile, for Mekuri and for a pipeline without
// overlap.
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { seededChance } from "../lib/pipeline/simulation/chance.ts";
import type { StepRef } from "../lib/pipeline/step-id.ts";
import { lineMs } from "./bound.ts";
import { atMost, type BenchOptions, percentilesOf, type Row } from "./row.ts";
import { isImage, MEASURED, type Profile, SEED, virtualBook } from "./virtual.ts";

const PAGES = 8;

/** Enough for a median and a 95th percentile within a few percent, in half a minute. */
const TIMES = 40;

export async function virtualRows({ tell }: BenchOptions): Promise<Row[]> {
  tell("books on a virtual clock");
  const seeds8 = await virtualTimes({ pages: PAGES, slots: 5, profile: SEED, times: 1 });
  const seeds20 = await virtualTimes({ pages: 20, slots: 13, profile: SEED, times: 1 });
  const ratio = (seeds20.ours[0] ?? Number.NaN) / (seeds8.ours[0] ?? Number.NaN);
  const measured = { profile: MEASURED, times: TIMES };
  const measured8 = await virtualTimes({ ...measured, pages: PAGES, slots: 5 });
  return [
    ...rowsOf(
      "4 pages, seed's times, 5 slots",
      await virtualTimes({ pages: 4, slots: 5, profile: SEED, times: 1 }),
    ),
    ...rowsOf("8 pages, seed's times, 5 slots", seeds8),
    ...rowsOf("20 pages, seed's times, 13 slots", seeds20),
    {
      ...{
        figure: "20 pages with proportionally more slots, relative to 8 pages",
        who: "mekuri",
        unit: "×",
        clock: "virtual",
      },
      ...percentilesOf([ratio]),
      limits: [atMost(1.15)],
    },
    ...rowsOf("8 pages, measured times, 5 slots", measured8),
    ...rowsOf(
      "8 pages, measured times, 13 slots",
      await virtualTimes({ ...measured, pages: PAGES, slots: 13 }),
    ),
    ...rowsOf("4 pages, measured times, 5 slots", await virtualTimes({ ...measured, pages: 4, slots: 5 })),
    ...rowsOf(
      "20 pages, measured times, 13 slots",
      await virtualTimes({ ...measured, pages: 20, slots: 13 }),
    ),
    {
      ...{ figure: "book, 8 pages, measured times, to the first composed page", who: "mekuri", unit: "s" },
      ...{ clock: "virtual", ...percentilesOf(measured8.firstPages), limits: [] },
    },
  ];
}

interface Case {
  pages: number;
  slots: number;
  profile: Profile;
  times: number;
}

interface VirtualTimes {
  /** Seconds. */
  ours: number[];
  firstPages: number[];
  line: number[];
}

/** Mekuri's times, and those without overlap for books of the same shape with the same profile. */
async function virtualTimes({ pages, slots, profile, times }: Case): Promise<VirtualTimes> {
  const limits = { images: slots, others: DEFAULT_LIMITS.others };
  const took: VirtualTimes = { ours: [], firstPages: [], line: [] };
  for (let seed = 1; seed <= times; seed++) {
    const { totalMs, firstPageMs, schedule } = await virtualBook({ pages, limits, profile, seed });
    took.ours.push(totalMs / 1_000);
    took.firstPages.push(firstPageMs / 1_000);
    const chance = seededChance(seed);
    const durationMs = (ref: StepRef) => {
      let ms = profile.durationMs(ref, chance);
      while (isImage(ref) && chance.happens(profile.failing)) ms += profile.durationMs(ref, chance);
      return ms;
    };
    took.line.push(lineMs(schedule, { durationMs, limits: { images: slots, others: 1 } }) / 1_000);
  }
  return took;
}

function rowsOf(what: string, { ours, line }: VirtualTimes): Row[] {
  const row = { figure: `book, ${what}`, unit: "s", clock: "virtual" } as const;
  return [
    { ...row, who: "mekuri", ...percentilesOf(ours), limits: [] },
    { ...row, who: "the line", ...percentilesOf(line), limits: [] },
  ];
}
