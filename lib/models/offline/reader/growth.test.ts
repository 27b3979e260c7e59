// Stories crafted to take long are read, cast and plotted in time that grows with their length: twice the text takes at most 2.6 times the
// CPU. `CRAFTED_STORIES=all` reads all of them, as the campaign does; without it every twentieth.
import { expect, it } from "vitest";
import { detectLanguage } from "../../../manga/detect-language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import type { Story } from "../../../manga/story.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import { CRAFTED_STORIES } from "../../reading/crafted-stories.ts";
import { findFacts } from "./offline-reader.ts";
import { designCast } from "./telling/cast.ts";
import { conceiveBook } from "./telling/concept.ts";
import { plotBook } from "./telling/plot.ts";

const LENGTHS = [6_000, 12_000, 24_000];
const GROWTH = 2.6;
/** Below this the growth says nothing. */
const MEASURABLE_MS = 250;
/** What 24,000 characters may take: 50,000 may take 20 s. */
const MOST_MS = 8_000;
const TRIES = 2;

const names = [...CRAFTED_STORIES.keys()];
const read = process.env.CRAFTED_STORIES === "all" ? names : names.filter((_, index) => index % 20 === 0);

function segmented(text: string): Story | undefined {
  const language = detectLanguage(text);
  try {
    return segmentStory(text, language === "ja" ? "ja" : "en");
  } catch (error) {
    // Nothing is left to tell of some.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function tell(story: Story): Promise<void> {
  const facts = await findFacts(story);
  const concept = conceiveBook(story, { direction: "rtl", style: "manga", seed: 1 }, facts);
  designCast(concept, facts, 1);
  try {
    plotBook(story, concept, facts, 1);
  } catch (error) {
    // More is spoken in some than a book holds.
    if (!(error instanceof TerminalError)) throw error;
  }
}

async function leastCpuMs(story: Story): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = process.cpuUsage();
    await tell(story);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
    if (least <= MEASURABLE_MS) break;
  }
  return least;
}

it.each(read)(
  "reads a crafted story in time that grows with its length: %s",
  async (name) => {
    const times: number[] = [];
    for (const length of LENGTHS) {
      const story = segmented(CRAFTED_STORIES.get(name)?.(length) ?? "");
      if (story !== undefined) times.push(await leastCpuMs(story));
    }
    for (const [index, time] of times.entries()) {
      const before = times[index - 1];
      if (before === undefined || time <= MEASURABLE_MS) continue;
      expect(time / before, `${times.map(Math.round).join(", ")} ms`).toBeLessThanOrEqual(GROWTH);
    }
    expect(Math.max(...times)).toBeLessThanOrEqual(MOST_MS);
  },
  120_000,
);
