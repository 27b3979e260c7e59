// No line of the corpus breaks a rule of line breaking, loses a character or leaves its balloon. Each run tests a part of the corpus;
// `LETTERED_LINES=all` tests all of it.
import { expect, test } from "vitest";
import { awkwardCorpus } from "./awkward-corpus.ts";
import { kinsokuErrors } from "./kinsoku.ts";
import { letterPage } from "./letter-page.ts";
import { lettersOutside } from "./read-path.ts";
import { rectangle, samplePanel } from "./sample-page.ts";

const { LETTERED_LINES = "150" } = process.env;
const PAGE = { number: 1, seed: 1, language: "ja", direction: "rtl" } as const;

async function problemsOf(text: string): Promise<string[]> {
  const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 1000, 800), texts: [{ text }] });
  const [lettered] = await letterPage([panel], new Map(), PAGE);
  if (lettered === undefined) return ["is lost"];
  const bare = (words: string) => words.replace(/\s/gu, "");
  return [
    ...kinsokuErrors(lettered.lines),
    ...(bare(lettered.lines.join("")) === bare(text) ? [] : ["loses characters"]),
    ...(lettersOutside(lettered).length === 0 ? [] : ["leaves its balloon"]),
    ...(lettered.fontSize >= 35.2 ? [] : [`is set at ${lettered.fontSize}`]),
  ];
}

test("more than two thousand awkward lines obey the rules of line breaking and stay in their balloons", async () => {
  const corpus = awkwardCorpus();
  expect(corpus.length).toBeGreaterThanOrEqual(2_000);
  const count = LETTERED_LINES === "all" ? corpus.length : Number(LETTERED_LINES);
  const stride = Math.max(1, Math.floor(corpus.length / count));
  const failed: Record<string, string[]> = {};
  for (let index = 0; index < corpus.length; index += stride) {
    const line = corpus[index] ?? "";
    const problems = await problemsOf(line);
    if (problems.length > 0) failed[line] = problems;
  }
  expect(failed).toEqual({});
}, 900_000);
