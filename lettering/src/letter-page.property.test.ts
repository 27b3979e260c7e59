// Properties of every page: no word is lost, none leaves its balloon, panel or paper, and none is smaller than 10 pt.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, PAPER } from "./geometry.ts";
import { kinsokuErrors } from "./kinsoku.ts";
import { letterPage } from "./letter-page.ts";
import { type Face, type LetteredText, type Panel, VOICES } from "./page.ts";
import { isInPolygon, lettersOutside, polygonsOf } from "./read-path.ts";
import { rectangle, sampleFace, samplePanel } from "./sample-page.ts";

const JAPANESE = fc
  .array(
    fc.constantFrom(
      "そうか……",
      "灯台守が",
      "来ないで！",
      "10年に",
      "一度の",
      "、",
      "《約束》だ。",
      "Tシャツを",
      "ホントに",
      "人々の",
      "っ",
      "ー",
      "！？",
      "わたしは",
      "もう",
      "行かなくちゃ。",
      "──",
      "1999年",
      "LINEで",
      "♪",
      "😀",
      "「さあ」",
      "と",
      "東京タワー",
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) => parts.join(""));
const ENGLISH = fc
  .array(
    fc.constantFrom(
      "I",
      "told",
      "you",
      "not",
      "to",
      "come",
      "here.",
      "Wait...",
      "what?!",
      "lighthouse",
      "keeper",
      "well-known",
      "no—never",
      "storm,",
      '"Honest"',
      "1999",
      "extraordinarily",
      "a",
      "😀",
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

interface Page {
  panels: Panel[];
  art: Map<string, { faces: Face[]; keep: Box[] }>;
}

const pageOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<Page> =>
  fc
    .record({
      columns: fc.integer({ min: 1, max: 2 }),
      rows: fc.integer({ min: 2, max: 4 }),
      slant: fc.integer({ min: 0, max: 60 }),
      words: fc.array(
        fc.record({
          text: texts,
          voice: fc.constantFrom(...VOICES),
          kind: fc.constantFrom("balloon" as const, "balloon" as const, "caption" as const),
          speaker: fc.constantFrom("c1", "c2", "c3", null),
        }),
        { minLength: 1, maxLength: 9 },
      ),
      faces: fc.array(
        fc.record({
          x: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
          y: fc.double({ min: 0.45, max: 0.7, noNaN: true }),
        }),
        { minLength: 8, maxLength: 8 },
      ),
    })
    .map(({ columns, rows, slant, words, faces }) => {
      const panels: Panel[] = [];
      const art: Page["art"] = new Map();
      const count = columns * rows;
      const width = (1500 - (columns - 1) * 40) / columns;
      const height = (2200 - (rows - 1) * 80) / rows;
      for (let i = 0; i < count; i++) {
        const x = 1660 - width - (i % columns) * (width + 40);
        const corners = rectangle(x, 185 + Math.floor(i / columns) * (height + 80), width, height);
        const [corner] = corners;
        if (corner !== undefined && slant > 20) corner.x += slant;
        const id = `k${i + 1}`;
        const face = faces[i % faces.length] ?? { x: 0.5, y: 0.6 };
        const own = words.filter((_, j) => j % count === i).slice(0, 3);
        panels.push(samplePanel({ id, corners, texts: own }));
        art.set(id, {
          faces: [sampleFace("c1", face.x * width, face.y * height, 60)],
          keep: [{ x: width * 0.3, y: height * 0.7, width: width * 0.4, height: height * 0.25 }],
        });
      }
      return { panels, art };
    });

const BRIEF = { number: 3, seed: 11 };
const bare = (text: string): string => text.replace(/[\s\u3000]/gu, "");

function panelOf(page: Page, text: LetteredText): Panel {
  const panel = page.panels.find((p) => p.id === text.panel);
  if (panel === undefined) throw new Error(`no panel ${text.panel}`);
  return panel;
}

function numbersOf({ fontSize, edge, box, textBox, tail }: LetteredText): number[] {
  return [
    fontSize,
    edge,
    ...[box, textBox, ...(tail === null ? [] : [tail])].flatMap((one) => Object.values<number>({ ...one })),
  ];
}

function problemsOf(page: Page, texts: readonly LetteredText[], covered: string[]): string[] {
  const problems: string[] = [];
  for (const text of texts) {
    const say = (what: string): void => {
      problems.push(`${text.id} ${what}: ${text.lines.join("/")}`);
    };
    if (!numbersOf(text).every(Number.isFinite)) say("holds a number that is none");
    if (text.fontSize <= 0 || text.edge < 0 || text.box.width < 0 || text.box.height < 0) say("has no size");
    const { outline } = texts.find(({ id }) => id === text.within) ?? text;
    if (lettersOutside(text, outline).length > 0) say("leaves its balloon");
    if (text.fontSize < 35.2) say(`is set at ${text.fontSize}`);
    if (text.vertical && kinsokuErrors(text.lines).length > 0) say(kinsokuErrors(text.lines).join());
    const { x, y, width, height } = text.textBox;
    const corners = rectangle(x, y, width, height);
    const { safe } = PAPER;
    const onPaper =
      x >= safe.x && y >= safe.y && x + width <= safe.x + safe.width && y + height <= safe.y + safe.height;
    if (!onPaper) say("leaves the safe area");
    const frame = panelOf(page, text).frame.corners;
    if (!corners.every((c) => isInPolygon(c, frame))) say("leaves its panel");
    const { faces = [] } = page.art.get(text.panel) ?? {};
    const [origin] = [{ x: Math.min(...frame.map((c) => c.x)), y: Math.min(...frame.map((c) => c.y)) }];
    for (const { box } of faces) {
      const face = rectangle(box.x + origin.x, box.y + origin.y, box.width, box.height);
      const [outline = []] = polygonsOf(text.outline ?? "");
      const covers = outline.some((p) => isInPolygon(p, face)) || face.some((p) => isInPolygon(p, outline));
      if (covers) covered.push(text.id);
    }
    for (const other of texts) {
      if (other.id >= text.id || other.panel !== text.panel) continue;
      const [mine = []] = polygonsOf(text.outline ?? "");
      const [theirs = []] = polygonsOf(other.outline ?? "");
      if (mine.some((p) => isInPolygon(p, theirs)) || theirs.some((p) => isInPolygon(p, mine)))
        say(`is on ${other.id}`);
    }
  }
  return problems;
}

describe.each([
  { language: "ja", direction: "rtl", texts: JAPANESE },
  { language: "en", direction: "ltr", texts: ENGLISH },
] as const)("any page in $language", ({ language, direction, texts }) => {
  test("keeps every word inside its balloon, its panel and the paper, at 10 pt or more", async () => {
    // A face may be covered only where a panel has no other room, which is rare in these pages.
    const covered: string[] = [];
    let placed = 0;
    await fc.assert(
      fc.asyncProperty(pageOf(texts), async (page) => {
        const lettered = await letterPage(page.panels, page.art, { ...BRIEF, language, direction });
        const words = page.panels.flatMap((p) =>
          p.words.texts.map((w) => ({ id: `${p.id}/${w.id}`, text: w.text })),
        );
        expect(lettered.map(({ id, text }) => ({ id, text }))).toEqual(words);
        if (language === "ja") {
          for (const t of lettered) expect(bare(t.lines.join(""))).toBe(bare(t.text));
        }
        placed += lettered.length;
        expect(problemsOf(page, lettered, covered)).toEqual([]);
      }),
      { numRuns: 40, seed: 5, endOnFailure: true },
    );
    expect(covered.length / placed).toBeLessThan(0.01);
  }, 60_000);
});
