// Two consecutive lines of one speaker share a joined balloon, as two texts.
import { expect, test } from "vitest";
import { lettersOutside, polygonsOf } from "../../../lettering/src/read-path.ts";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import { letterPage } from "../letter-page.ts";
import { type SamplePanel, samplePanel } from "../sample-panel.ts";
import { checkPage } from "./check-page.ts";

const PAGE = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;

async function lettered(texts: SamplePanel["texts"], [width, height] = [1500, 1000]) {
  const panels = [samplePanel({ id: "k1", corners: rectangle(160, 185, width, height), texts })];
  const art = new Map([["k1", { faces: [sampleFace("c1", width / 2, height * 0.7, 90)], keep: [] }]]);
  const found = await letterPage(panels, art, PAGE);
  return { texts: found, findings: checkPage({ ...PAGE, panels, texts: found, art }) };
}

test("they share an outline with one tail, and each keeps its own words", async () => {
  const { texts, findings } = await lettered([
    { text: "ここで待っていて。", speaker: "c1" },
    { text: "すぐに戻るから。", speaker: "c1" },
  ]);
  const [first, second] = texts;
  expect([first?.text, second?.text]).toEqual(["ここで待っていて。", "すぐに戻るから。"]);
  expect([first?.within, second?.within]).toEqual([undefined, "k1/w1"]);
  expect(second?.outline).toBeNull();
  expect(polygonsOf(first?.outline ?? "")).toHaveLength(1);
  for (const text of texts) expect(lettersOutside(text, first?.outline ?? null)).toEqual([]);
  expect(texts.filter(({ tail }) => tail !== null)).toHaveLength(1);
  expect(findings).toEqual([]);
});

test("an answer between them, or another speaker, separates them", async () => {
  const { texts, findings } = await lettered([
    { text: "ここで待っていて。", speaker: "c1" },
    { text: "うん。", speaker: "c2" },
    { text: "すぐに戻るから。", speaker: "c1" },
  ]);
  expect(texts.map(({ within, outline }) => [within, outline === null])).toEqual([
    [undefined, false],
    [undefined, false],
    [undefined, false],
  ]);
  expect(findings).toEqual([]);
});

test("letters outside of the shared balloon are detected", async () => {
  const { texts } = await lettered([
    { text: "ここで待っていて。", speaker: "c1" },
    { text: "すぐに戻るから。", speaker: "c1" },
  ]);
  const [first, second] = texts;
  if (first === undefined || second === undefined) throw new Error("two texts");
  const strayed = { ...second, glyphs: second.glyphs.replace(/^M[^LQCZ]+/u, "M200 200") };
  const panels = [samplePanel({ id: "k1", corners: rectangle(160, 185, 1500, 1000), texts: [] })];
  const found = checkPage({ ...PAGE, panels, texts: [first, strayed], art: new Map() });
  expect(found).toMatchObject([{ check: "overflow", text: "k1/w2" }]);
});

test("a tall second line does not start above a short first one", async () => {
  const page = { ...PAGE, language: "en", direction: "ltr" } as const;
  const said = { speaker: "c1", voice: "shout" } as const;
  const texts = [
    { ...said, text: "A boat!" },
    { ...said, text: "It’s heading for the rocks!" },
  ];
  for (const width of [1000, 1300]) {
    const panels = [samplePanel({ id: "k1", corners: rectangle(160, 185, width, 1100), texts })];
    const art = new Map([["k1", { faces: [sampleFace("c1", width / 2, 800, 170)], keep: [] }]]);
    const [first, second] = await letterPage(panels, art, page);
    if (first === undefined || second === undefined) throw new Error("two texts");
    const [above, below] = [first, second].map(({ textBox }) => textBox.y + textBox.height / 2);
    expect(second.within).toBe("k1/w1");
    expect(below).toBeGreaterThan((above ?? 0) - first.fontSize);
  }
});
