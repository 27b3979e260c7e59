// The offline reader reads, casts and plots stories crafted to be slow in linear time: twice the text takes at most 2.6 times the CPU.
// Tests a few; `CRAFTED_STORIES=all` tests all, as the campaign does.
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../manga/detect-language.ts";
import { segmentStory } from "../../manga/segment.ts";
import type { Story } from "../../manga/story.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import { offlineReader } from "../offline/reader/offline-reader.ts";
import type { Brief } from "../reader.ts";
import { CRAFTED_STORIES } from "./crafted-stories.ts";

const LENGTHS = [6_000, 12_000, 24_000];
const GROWTH = 2.6;
/** Below this time the growth is not measurable. */
const MEASURABLE_MS = 250;
/** Limit for 24,000 characters: 50,000 may take 20 s. */
const MOST_MS = 8_000;
/** A busy machine slows some tries, so the fastest counts. */
const TRIES = 3;
/** Further rounds of tries of two lengths whose growth is over the limit: noise goes away, growth stays. */
const MORE_ROUNDS = 4;

/** Share of the stories that are tested without the campaign. */
const ONE_OF = 20;

const reader = offlineReader();
const BRIEF: Brief = { direction: "rtl", style: "manga", seed: 1 };
const names = [...CRAFTED_STORIES.keys()];
const isWhole = process.env.CRAFTED_STORIES === "all";
const { signal } = new AbortController();

function segmented(text: string): Story | undefined {
  const language = detectLanguage(text);
  try {
    return segmentStory(text, language === "ja" ? "ja" : "en");
  } catch (error) {
    // Some stories have no units.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function tell(story: Story): Promise<void> {
  try {
    const { output: concept } = await reader.read("concept", { story, brief: BRIEF }, signal);
    await reader.read("characters", { story, brief: BRIEF, concept }, signal);
    await reader.read("plot", { story, brief: BRIEF, concept }, signal);
  } catch (error) {
    // Some stories are in no supported language, or have more speech than a book can hold.
    if (!(error instanceof TerminalError)) throw error;
  }
}

/** The reader caches the last story, so another one is read between two tries. */
const BETWEEN = {
  ja: segmentStory("ミナは駅で猫を見つけた。", "ja"),
  en: segmentStory("Mina found a cat.", "en"),
};

async function leastCpuMs(story: Story, known = Number.POSITIVE_INFINITY): Promise<number> {
  let least = known;
  for (let tries = 0; tries < TRIES; tries += 1) {
    await tell(BETWEEN[story.language]);
    const before = process.cpuUsage();
    await tell(story);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
    if (least <= MEASURABLE_MS) break;
  }
  return least;
}

describe("the offline reader", () => {
  const read = names.filter((_, index) => isWhole || index % ONE_OF === 0);

  it.each(read)(
    "reads a crafted story in linear time: %s",
    async (name) => {
      const stories = LENGTHS.map((length) => segmented(CRAFTED_STORIES.get(name)?.(length) ?? ""));
      const times: number[] = [];
      let previous: Story | undefined;
      for (const story of stories) {
        if (story === undefined) continue;
        let time = await leastCpuMs(story);
        let before = times.at(-1);
        for (let round = 0; round < MORE_ROUNDS && previous !== undefined; round += 1) {
          if (before === undefined || time <= MEASURABLE_MS || time / before <= GROWTH) break;
          before = await leastCpuMs(previous, before);
          time = await leastCpuMs(story, time);
        }
        times.push(time);
        previous = story;
        if (before === undefined || time <= MEASURABLE_MS) continue;
        expect(time / before, `${times.map(Math.round).join(", ")} ms`).toBeLessThanOrEqual(GROWTH);
      }
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(MOST_MS);
    },
    240_000,
  );
});
