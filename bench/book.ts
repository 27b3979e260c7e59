// How long a book takes: with the seed's times on the real clock, by the real service; and on a virtual clock by percentiles,
// other lengths, more slots and a measured profile. Beside it the line, in which each phase waits for the last.
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { seededChance } from "../lib/pipeline/simulation/chance.ts";
import type { parseStepId } from "../lib/pipeline/step-id.ts";
import { boundOf } from "./bound.ts";
import { type Bench, percentilesOf, type Row } from "./row.ts";
import { isImage, MEASURED, type Profile, SEED, virtualBook } from "./virtual.ts";

export const book: Bench = {
  name: "book",
  minutes: 7,
  async run() {
    return virtualRows();
  },
};

const PAGES = 8;
const TIMES = 100;

async function virtualRows(): Promise<Row[]> {
  return [
    ...(await rowsOf("8 pages, seed's times, 5 slots", { pages: PAGES, slots: 5, profile: SEED, times: 1 })),
    ...(await rowsOf("4 pages, seed's times, 5 slots", { pages: 4, slots: 5, profile: SEED, times: 1 })),
    ...(await rowsOf("20 pages, seed's times, 13 slots", { pages: 20, slots: 13, profile: SEED, times: 1 })),
    ...(await rowsOf("8 pages, measured times, 5 slots", {
      pages: PAGES,
      slots: 5,
      profile: MEASURED,
      times: TIMES,
    })),
    ...(await rowsOf("8 pages, measured times, 13 slots", {
      pages: PAGES,
      slots: 13,
      profile: MEASURED,
      times: TIMES,
    })),
    ...(await rowsOf("20 pages, measured times, 13 slots", {
      pages: 20,
      slots: 13,
      profile: MEASURED,
      times: TIMES,
    })),
  ];
}

interface Case {
  pages: number;
  slots: number;
  profile: Profile;
  times: number;
}

/** Ours, and the line over books of the same shape with the same profile. */
async function rowsOf(what: string, { pages, slots, profile, times }: Case): Promise<Row[]> {
  const limits = { images: slots, others: DEFAULT_LIMITS.others };
  const ours: number[] = [];
  const line: number[] = [];
  for (let seed = 1; seed <= times; seed++) {
    const { totalMs, schedule } = await virtualBook({ pages, limits, profile, seed });
    ours.push(totalMs / 1_000);
    const chance = seededChance(seed);
    const durationMs = (ref: ReturnType<typeof parseStepId>) => {
      let ms = profile.durationMs(ref, chance);
      while (isImage(ref) && chance.happens(profile.failing)) ms += profile.durationMs(ref, chance);
      return ms;
    };
    const inLine = boundOf(schedule, { durationMs, limits: { images: slots, others: 1 }, inLine: true });
    line.push(inLine.totalMs / 1_000);
  }
  const row = { figure: `book, ${what}`, unit: "s", clock: "virtual", limits: [] } as const;
  return [
    { ...row, limits: [], who: "mekuri", ...percentilesOf(ours) },
    { ...row, limits: [], who: "the line", ...percentilesOf(line) },
  ];
}
