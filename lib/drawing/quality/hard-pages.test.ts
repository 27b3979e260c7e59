// Pages with more words than their panels have room for: the searches end within their budgets, no word is lost, and the same page gives
// the same bytes. The time is measured by the bench `lettering`.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { limitedPanels, pageSearch } from "../../../lettering/src/page-search.ts";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import { MOST_TRIES, searchBudget } from "../../../lettering/src/search-budget.ts";
import type { Panel } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { samplePanel } from "../sample-panel.ts";
import { HARD_PAGES, hardPage } from "./hard-page.ts";
import { letterWithin } from "./letter-within.ts";
import { repairLayout } from "./repair-layout.ts";
import { repairPage } from "./repair-page.ts";

// Millions of tries, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** The words and sounds of each panel, in order. */
function wordsOf(panels: readonly Panel[]): string[] {
  return panels.flatMap(({ id, words }) => [
    ...words.texts.map((word) => `${id}/${word.id} ${word.text}`),
    ...words.sounds.map((sound, i) => `${id}/s${i + 1} ${sound.text}`),
  ]);
}

const placed = (texts: readonly { id: string; text: string }[]) =>
  texts.map(({ id, text }) => `${id} ${text}`);

describe.each(HARD_PAGES)("%s", (name) => {
  test("is lettered and repaired within the budgets, with every word", async () => {
    const { panels, art, page } = hardPage(name);
    const lettered = await letterWithin(panels, art, page);
    expect(placed(lettered.texts)).toEqual(wordsOf(panels));
    expect(lettered.tries).toBeLessThanOrEqual(MOST_TRIES.page);
    const mended = await repairPage({ panels, art, page, texts: lettered.texts });
    expect(mended.tries).toBeLessThanOrEqual(MOST_TRIES.repairs);
    const words = mended.texts.map(({ text }) => text).join("");
    for (const { text } of lettered.texts) expect(words).toContain(text);
  });

  test("is laid out within the budget", async () => {
    const { panels, page } = hardPage(name);
    const { frames, tries } = await repairLayout(panels, page);
    expect(frames).toHaveLength(panels.length);
    expect(tries).toBeLessThanOrEqual(MOST_TRIES.layout);
  });
});

test("a page whose layout search exhausts its budget has a finding", async () => {
  const { panels, page } = hardPage("one-page-p001");
  const { limits } = await repairLayout(panels, page);
  expect(limits).toEqual([expect.objectContaining({ check: "search-limit", page: 1 })]);
});

test("a page whose repair search exhausts its budget has a finding with the panels", async () => {
  const { panels, art, page } = hardPage("utadokei-p025");
  const { texts } = await letterWithin(panels, art, page);
  const { findings, tries } = await repairPage({ panels, art, page, texts, mostTries: 300_000 });
  expect(tries).toBeLessThanOrEqual(300_000);
  expect(findings).toContainEqual(expect.objectContaining({ check: "search-limit", page: 25, panel: "k6" }));
});

const LONG = [
  "灯台の明かりが消えても、嵐が来ても、ずっと待っている。",
  "だから、かならず帰ってきて。約束だよ、と凪は言った。",
  "わしが五十年前に流した手紙じゃ。とうとう届かなかったか。",
  "うそだろう！？",
  "こんどこそ改心して、まじめに町の工場ではたらくことにしたから、ひと晩とめてやったのさ。",
] as const;

/** Four small panels with up to six long texts each. */
const crowded = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    limit: fc.integer({ min: 0, max: 250_000 }),
    panels: fc.array(
      fc.record({
        texts: fc.array(
          fc.record({
            text: fc.constantFrom(...LONG),
            kind: fc.constantFrom("balloon" as const, "caption" as const),
            speaker: fc.constantFrom("c1", "c2"),
          }),
          { minLength: 3, maxLength: 6 },
        ),
        height: fc.integer({ min: 150, max: 400 }),
        isLoud: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ seed, limit, panels }) => ({
    limit,
    page: { number: 1, language: "ja", direction: "rtl", seed } satisfies PageBrief,
    art: new Map(
      panels.map(({ height }, i) => [
        `k${i + 1}`,
        { faces: [sampleFace("c1", 150, height / 2, 60), sampleFace("c2", 420, height / 2, 60)], keep: [] },
      ]),
    ),
    panels: panels.map(({ texts, height, isLoud }, i) => {
      const corners = rectangle(200 + (i % 2) * 700, 250 + Math.floor(i / 2) * 500, 600, height);
      const sounds = isLoud ? [{ text: "ドォン", loudness: 5, hard: true }] : [];
      return samplePanel({ id: `k${i + 1}`, corners, texts, sounds });
    }),
  }));

test("crowded panels are lettered within any budget, with every word and deterministic bytes", async () => {
  await fc.assert(
    fc.asyncProperty(crowded, async ({ panels, art, page, limit }) => {
      const letter = async () => {
        const search = pageSearch(searchBudget(limit));
        const texts = await letterPage(panels, art, page, search);
        return { texts, spent: search.budget.spent, limited: limitedPanels(search) };
      };
      const first = await letter();
      expect(placed(first.texts).toSorted()).toEqual(wordsOf(panels).toSorted());
      expect(first.spent).toBeLessThanOrEqual(limit);
      expect(await letter()).toEqual(first);
    }),
    { numRuns: 25, seed: 29 },
  );
});

test("crowded pages are repaired within any budget, deterministically", async () => {
  await fc.assert(
    fc.asyncProperty(crowded, async ({ panels, art, page, limit }) => {
      const texts = await letterPage(panels, art, page, pageSearch(searchBudget(50_000)));
      const mend = () => repairPage({ panels, art, page, texts, mostTries: limit });
      const first = await mend();
      expect(first.tries).toBeLessThanOrEqual(limit);
      expect(new Set(first.texts.map(({ panel }) => panel)).size).toBe(panels.length);
      expect(await mend()).toEqual(first);
    }),
    { numRuns: 8, seed: 29 },
  );
});
