import { describe, expect, test } from "vitest";
import { boundingBox, type Point } from "./geometry.ts";
import { letterPage } from "./letter-page.ts";
import type { LetteredText } from "./page.ts";
import { polygonsOf } from "./read-path.ts";
import { rectangle, samplePanel } from "./sample-page.ts";
import { clearance, sidesOf } from "./silhouette.ts";

const JA = { number: 1, language: "ja", direction: "rtl", seed: 7 } as const;
const EN = { number: 1, language: "en", direction: "ltr", seed: 7 } as const;
const UPRIGHT = rectangle(160, 185, 1500, 700);
const SLANTED = [
  { x: 160, y: 235 },
  { x: 1600, y: 185 },
  { x: 1560, y: 885 },
  { x: 160, y: 885 },
];

async function captionIn(
  corners: Point[],
  page: typeof JA | typeof EN,
  marks = {},
): Promise<{ text: LetteredText; corners: Point[] }> {
  const line =
    page === JA ? "雨の音だけが聞こえる。" : "Then the horn answered, and the dark boat swung away.";
  const panel = samplePanel({ id: "k1", corners, texts: [{ text: line, kind: "caption" }] });
  const [text] = await letterPage([panel], new Map([["k1", { faces: [], keep: [], ...marks }]]), page);
  const [outline] = polygonsOf(text?.outline ?? "");
  if (text === undefined || outline === undefined) throw new Error("no caption");
  return { text, corners: outline };
}

const depths = (corners: readonly Point[], frame: readonly Point[]): number[] =>
  corners.map((at) => clearance({ ...at, rx: 0, ry: 0, exponent: 2 }, sidesOf(frame)));

describe("a caption", () => {
  test.each([JA, EN])("in the corner of a frame reaches both of its borders ($language)", async (page) => {
    const { corners } = await captionIn(UPRIGHT, page);
    const box = boundingBox(corners);
    expect(box.y - 185).toBeCloseTo(2);
    expect(page === JA ? 1660 - box.x - box.width : box.x - 160).toBeCloseTo(2);
  });

  test("at a slanted frame follows the slant, so that no strip of the picture is left", async () => {
    const { corners } = await captionIn(SLANTED, JA);
    const near = depths(corners, SLANTED).filter((depth) => depth < 40);
    expect(near).toHaveLength(3);
    for (const depth of near) expect(depth).toBeCloseTo(2, 1);
  });

  test("is a plain box in the white beside a picture", async () => {
    const { corners, text } = await captionIn(UPRIGHT, JA, { unframed: true });
    const { x, y, width, height } = boundingBox(corners);
    const { textBox } = text;
    expect(y - 185).toBeGreaterThan(5);
    expect(Math.abs(textBox.x - x - (x + width - textBox.x - textBox.width))).toBeLessThan(12);
    expect(Math.abs(textBox.y - y - (y + height - textBox.y - textBox.height))).toBeLessThan(12);
  });

  test("has the height of its lines, no matter how wide they are", async () => {
    const { corners, text } = await captionIn(UPRIGHT, EN);
    const { y, height } = boundingBox(corners);
    expect(y + height - text.textBox.y - text.textBox.height).toBeLessThan(text.fontSize);
  });

  test("stands where reading begins even where its picture bleeds", async () => {
    const off = [
      { x: 900, y: -30 },
      { x: 1850, y: -30 },
      { x: 1850, y: 2600 },
      { x: 900, y: 2600 },
    ];
    const { text } = await captionIn(off, JA);
    expect(text.box.x + text.box.width).toBeGreaterThan(1650);
    expect(text.box.y).toBeLessThan(160);
  });

  test("after a line stands at an edge again, not in the middle of the picture", async () => {
    const corners = rectangle(160, 185, 1427, 945);
    const texts = [
      { text: "その夜、町じゅうの灯りが消えた。", kind: "caption" as const },
      { text: "どこへ行くの？", speaker: "c1" },
      { text: "どこへ行くの？", speaker: "c2" },
      { text: "翌朝、二人は港へ向かった。誰も見送りには来なかった。", kind: "caption" as const },
    ];
    const face = (character: string, x: number, y: number) => ({
      character,
      box: { x, y, width: 230, height: 260 },
      mouth: { x: x + 115, y: y + 200 },
    });
    const faces = [face("c1", 265, 477), face("c2", 909, 535)];
    const page = samplePanel({ id: "k1", corners, texts });
    const lettered = await letterPage([page], new Map([["k1", { faces, keep: [] }]]), JA);
    const captions = lettered.filter(({ kind }) => kind === "caption");
    expect(captions).toHaveLength(2);
    for (const box of captions.flatMap(({ outline }) => polygonsOf(outline ?? "")))
      expect(Math.min(...depths(box, corners))).toBeLessThan(14);
  });
});
