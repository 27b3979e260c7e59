// A story is read in a worker, and a reading that exceeds its time fails with an explanation.
import { afterAll, describe, expect, it } from "vitest";
import { threadPool } from "../../work/thread-pool.ts";
import { pooledOfflineReader } from "../offline/reader/pooled-offline-reader.ts";
import { pooledEstimateReader } from "./pooled-estimate-reader.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

describe("the pooled reader", () => {
  const work = threadPool({ threads: 1 });
  const reader = pooledEstimateReader(work);
  afterAll(() => work.close());

  it("surveys a text, segments it with renamed characters, and lists characters of its beginning", async () => {
    const survey = await reader.survey(`  ${STORY}\r\n`);
    expect(survey).toMatchObject({ kind: "usable", text: STORY, language: "ja", characters: 37, lines: 1 });
    const renames = [{ from: "ミナ", to: "サキ" }];
    const story = await reader.segment({ text: STORY, language: "ja", renames });
    expect(story.units.map(({ text }) => text)).toEqual([
      ...["雨の夜、サキは駅で猫を見つけた。", "待って", "とサキは言った。", "猫は走り出した。"],
    ]);
    const { people, places, characters } = await reader.glimpse({ text: STORY, language: "ja" });
    expect(people.map(({ name }) => name)).toContain("ミナ");
    expect(places.map(({ kind }) => kind)).toEqual(["station"]);
    expect(characters).toBe(37);
  });

  it.each([
    ["short", { kind: "unusable", reason: expect.stringContaining("at least 10 are needed") }],
    [
      "［＃ここで改ページ、雨が降っていた］",
      { kind: "unusable", reason: "the text contains only notes and separators, no story" },
    ],
    ["비가 내리고 있었다. 비가 내리고 있었다.", { kind: "foreign" }],
  ])("explains why %j cannot become a book", async (raw, survey) => {
    expect(await reader.survey(raw)).toEqual(survey);
  });

  it("ends a reading at its deadline, in the offline reader too, with advice", async () => {
    // Loading the dictionary alone takes longer.
    const cpuMs = 20;
    const unreadable = {
      ...{ name: "TerminalError", code: "story-unreadable", retryable: false },
      message: expect.stringMatching(
        /^Reading the story takes longer than 0.02 s of CPU time\. .*cut the longest/,
      ),
    };
    const fresh = threadPool({ threads: 1 });
    try {
      const hasty = pooledEstimateReader(fresh, { cpuMs });
      await expect(hasty.glimpse({ text: STORY, language: "ja" })).rejects.toMatchObject(unreadable);
      const story = await reader.segment({ text: STORY, language: "ja", renames: [] });
      const brief = { direction: "rtl", style: "manga", seed: 1 } as const;
      const writer = pooledOfflineReader("offline-reader", fresh, { cpuMs });
      const { signal } = new AbortController();
      await expect(writer.read("concept", { story, brief }, signal)).rejects.toMatchObject(unreadable);
    } finally {
      await fresh.close();
    }
  });
});
