import { describe, expect, test } from "vitest";
import { type Box, boundingBox, type Point } from "./geometry.ts";
import { letterPage } from "./letter-page.ts";
import { type Face, type LetteredText, type Panel, VOICES } from "./page.ts";
import { pageSearch } from "./page-search.ts";
import { isInPolygon, polygonsOf } from "./read-path.ts";
import { rectangle, sampleFace, samplePanel } from "./sample-page.ts";
import { fragmentOf } from "./svg-fragment.ts";

type Art = Map<string, { faces: Face[]; keep: Box[] }>;
const JA = { number: 1, language: "ja", direction: "rtl", seed: 7 } as const;
const EN = { number: 1, language: "en", direction: "ltr", seed: 7 } as const;
const WIDE = rectangle(160, 185, 1500, 700);

function find(texts: readonly LetteredText[], id: string): LetteredText {
  const text = texts.find((t) => t.id === id);
  if (text === undefined) throw new Error(`no text ${id}`);
  return text;
}

const middle = (b: Box): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });

describe("order", () => {
  const texts = [{ text: "ここは？" }, { text: "灯台だ。" }, { text: "だれもいない。" }];

  test("balloons run from right to left in a right-bound book", async () => {
    const lettered = await letterPage([samplePanel({ id: "k1", corners: WIDE, texts })], new Map(), JA);
    const xs = lettered.map((t) => middle(t.box).x);
    expect(xs).toEqual([...xs].sort((a, b) => b - a));
  });

  test("balloons run from left to right in a left-bound book", async () => {
    const lettered = await letterPage([samplePanel({ id: "k1", corners: WIDE, texts })], new Map(), EN);
    const xs = lettered.map((t) => middle(t.box).x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  test("balloons run downwards in a narrow panel", async () => {
    const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 220, 1500), texts });
    const lettered = await letterPage([panel], new Map(), JA);
    const ys = lettered.map((t) => middle(t.box).y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  test("balloons stand high and keep off the lower edge", async () => {
    const lettered = await letterPage([samplePanel({ id: "k1", corners: WIDE, texts })], new Map(), JA);
    for (const { box } of lettered) expect(box.y + box.height).toBeLessThan(185 + 700 * 0.75);
  });
});

describe("a page that is lettered again", () => {
  const panel = (id: string, y: number, height: number, text: string) =>
    samplePanel({ id, corners: rectangle(160, y, 1500, height), texts: [{ text }] });
  const [first, second, third] = [
    panel("k1", 185, 500, "ここは？"),
    panel("k2", 715, 500, "灯台だ。"),
    panel("k3", 1245, 1100, "だれもいない。"),
  ];

  test("reuses each panel that is far from the change, and equals the page lettered from scratch", async () => {
    const known = pageSearch();
    const before = await letterPage([first, second, third], new Map(), JA, known);
    const changed = [panel("k1", 185, 500, "ここはいったいどこなんだろう？"), second, third];
    const after = await letterPage(changed, new Map(), JA, known);
    expect(find(after, "k3/w1")).toBe(find(before, "k3/w1"));
    expect(find(after, "k1/w1").text).not.toBe(find(before, "k1/w1").text);
    expect(after).toEqual(await letterPage(changed, new Map(), JA));
  });

  test("letters a panel again when words come near it", async () => {
    const known = pageSearch();
    const before = await letterPage([first, second, third], new Map(), JA, known);
    const placed = samplePanel({
      id: "k1",
      corners: rectangle(160, 185, 1500, 500),
      texts: [{ text: "ここは？", at: { x: 900, y: 640 } }],
    });
    const after = await letterPage([placed, second, third], new Map(), JA, known);
    expect(find(after, "k2/w1")).not.toBe(find(before, "k2/w1"));
    expect(after).toEqual(await letterPage([placed, second, third], new Map(), JA));
  });
});

describe("tails", () => {
  const face = sampleFace("c1", 500, 450, 70);
  const mouth = { x: 160 + face.mouth.x, y: 185 + face.mouth.y };
  const art: Art = new Map([["k1", { faces: [face], keep: [] }]]);

  test.each(VOICES)("of %s point at the mouth and end before the face", async (voice) => {
    const panel = samplePanel({
      id: "k1",
      corners: WIDE,
      texts: [{ text: "そこにだれかいるの？", voice, speaker: "c1" }],
    });
    const { tail, box } = find(await letterPage([panel], art, JA), "k1/w1");
    if (tail === null) throw new Error("no tail");
    const from = middle(box);
    const angle =
      Math.atan2(tail.y - from.y, tail.x - from.x) - Math.atan2(mouth.y - from.y, mouth.x - from.x);
    expect(Math.abs(Math.sin(angle))).toBeLessThan(0.05);
    expect(Math.hypot(tail.x - mouth.x, tail.y - mouth.y)).toBeLessThan(
      Math.hypot(from.x - mouth.x, from.y - mouth.y),
    );
    const { x, y, width, height } = face.box;
    expect(isInPolygon(tail, rectangle(x + 160, y + 185, width, height))).toBe(false);
  });

  const acrossFold = (at: number): Panel => {
    const panel = samplePanel({
      id: "k1",
      corners: WIDE,
      texts: [{ text: "そこにだれかいるの？", speaker: "c2" }],
    });
    const figures = [{ character: "c2", side: at }];
    return { ...panel, frame: { ...panel.frame, crosses: true }, figures };
  };
  const toFold = ({ x, width }: Box, side: "left" | "right") =>
    side === "left" ? x - 160 : 160 + 1500 - x - width;

  test.each([
    ["rtl", "left", 0.2],
    ["ltr", "right", 0.8],
  ] as const)(
    "in a book read %s point over the fold at a speaker on the facing page",
    async (direction, side, at) => {
      const { tail, box } = find(await letterPage([acrossFold(at)], art, { ...JA, direction }), "k1/w1");
      if (tail === null) throw new Error("no tail");
      expect(toFold(box, side)).toBeLessThan(160);
      expect(Math.sign(tail.x - middle(box).x)).toBe(side === "left" ? -1 : 1);
    },
  );

  test("of a speaker who is seen from behind on their own page do not point over the fold", async () => {
    const { box } = find(await letterPage([acrossFold(0.8)], art, JA), "k1/w1");
    expect(toFold(box, "left")).toBeGreaterThan(300);
  });

  test("of a near speaker end within 4 mm of the face", async () => {
    const panel = samplePanel({
      id: "k1",
      corners: rectangle(160, 185, 700, 700),
      texts: [{ text: "うん。", speaker: "c1" }],
    });
    const near: Art = new Map([["k1", { faces: [sampleFace("c1", 350, 350, 90)], keep: [] }]]);
    const { tail } = find(await letterPage([panel], near, JA), "k1/w1");
    if (tail === null) throw new Error("no tail");
    const [box] = near.get("k1")?.faces.map((f) => f.box) ?? [];
    if (box === undefined) throw new Error("no face");
    const dx = Math.max(box.x + 160 - tail.x, 0, tail.x - box.x - 160 - box.width);
    const dy = Math.max(box.y + 185 - tail.y, 0, tail.y - box.y - 185 - box.height);
    expect(Math.hypot(dx, dy)).toBeLessThan(40);
  });

  test("end before a hand that is in their way", async () => {
    const hand = { x: 560, y: 250, width: 90, height: 90 };
    const texts = [{ text: "待って！", speaker: "c1", at: { x: 900, y: 300 } }];
    const panel = samplePanel({ id: "k1", corners: WIDE, texts });
    const marks: Art = new Map([["k1", { faces: [face], keep: [hand] }]]);
    const { tail } = find(await letterPage([panel], marks, JA), "k1/w1");
    if (tail === null) throw new Error("no tail");
    expect(isInPolygon(tail, rectangle(hand.x + 160, hand.y + 185, hand.width, hand.height))).toBe(false);
    expect(tail.x).toBeGreaterThan(hand.x + hand.width + 160);
  });

  test("cross no hand where the balloon can stand elsewhere", async () => {
    const hand = { x: 610, y: 330, width: 90, height: 110 };
    const texts = [{ text: "そこにだれかいるの？", speaker: "c1" }];
    const panel = samplePanel({ id: "k1", corners: WIDE, texts });
    const marks: Art = new Map([["k1", { faces: [face], keep: [hand] }]]);
    const { box } = find(await letterPage([panel], marks, JA), "k1/w1");
    const way = Array.from({ length: 60 }, (_, i) => ({
      x: mouth.x + ((middle(box).x - mouth.x) * i) / 60,
      y: mouth.y + ((middle(box).y - mouth.y) * i) / 60,
    }));
    const held = rectangle(hand.x + 160, hand.y + 185, hand.width, hand.height);
    expect(way.some((at) => isInPolygon(at, held))).toBe(false);
  });

  test("bend around a person in their way, and end nearer to the speaker", async () => {
    const texts = [{ text: "待って！", speaker: "c1", at: { x: 1150, y: 560 } }];
    const panel = samplePanel({ id: "k1", corners: WIDE, texts });
    const listener = sampleFace("c2", 730, 390, 50);
    const marks: Art = new Map([["k1", { faces: [face, listener], keep: [] }]]);
    const { tail, outline } = find(await letterPage([panel], marks, JA), "k1/w1");
    if (tail === null) throw new Error("no tail");
    const { box } = listener;
    const theirs = rectangle(box.x + 160, box.y + 185, box.width, box.height);
    const [drawn = []] = polygonsOf(outline ?? "");
    expect(drawn.some((p) => isInPolygon(p, theirs)) || theirs.some((p) => isInPolygon(p, drawn))).toBe(
      false,
    );
    const away = (p: Point) => Math.hypot(p.x - tail.x, p.y - tail.y);
    expect(away(mouth)).toBeLessThan(away({ x: listener.mouth.x + 160, y: listener.mouth.y + 185 }));
  });

  test("are omitted from captions and from lines without a speaker", async () => {
    const panel = samplePanel({
      id: "k1",
      corners: WIDE,
      texts: [{ text: "嵐の夜。", kind: "caption", speaker: "c1" }, { text: "だれだ。" }],
    });
    const lettered = await letterPage([panel], art, JA);
    expect(lettered.map((t) => t.tail)).toEqual([null, null]);
  });

  test("of a speaker out of sight stay inside the panel", async () => {
    const panel = samplePanel({ id: "k1", corners: WIDE, texts: [{ text: "おーい！", speaker: "c9" }] });
    const { tail } = find(await letterPage([panel], art, JA), "k1/w1");
    if (tail !== null) expect(isInPolygon(tail, WIDE)).toBe(true);
  });
});

describe("sounds", () => {
  const panel = (loudness: number, corners = WIDE): Panel =>
    samplePanel({
      id: "k1",
      corners,
      texts: [{ text: "なんの音？", speaker: "c1" }],
      sounds: [{ text: "ゴウゴウ", loudness, hard: true }],
    });
  const art: Art = new Map([["k1", { faces: [sampleFace("c1", 750, 400, 90)], keep: [] }]]);

  test("are larger the louder they are, and have a white edge", async () => {
    const sizes: number[] = [];
    for (const loudness of [1, 2, 3, 4, 5]) {
      const sound = find(await letterPage([panel(loudness)], art, JA), "k1/s1");
      expect(sound.edge).toBeGreaterThan(0);
      expect(sound.outline).toBeNull();
      sizes.push(sound.fontSize);
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect((sizes[4] ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(1.8);
  });

  test("stay in their panel and off faces and balloons", async () => {
    for (const corners of [WIDE, rectangle(400, 600, 700, 560)]) {
      const lettered = await letterPage([panel(5, corners)], art, JA);
      const sound = find(lettered, "k1/s1");
      const origin = boundingBox(corners);
      const [balloon = []] = polygonsOf(find(lettered, "k1/w1").outline ?? "");
      for (const p of polygonsOf(sound.glyphs).flat()) {
        expect(isInPolygon(p, corners)).toBe(true);
        expect(isInPolygon(p, balloon)).toBe(false);
        expect(isInPolygon({ x: p.x - origin.x, y: p.y - origin.y }, rectangle(660, 301, 180, 198))).toBe(
          false,
        );
      }
    }
  });

  test("run downwards in Japanese and horizontally in English", async () => {
    expect(find(await letterPage([panel(3)], art, JA), "k1/s1").vertical).toBe(true);
    const boom = samplePanel({
      id: "k1",
      corners: WIDE,
      texts: [],
      sounds: [{ text: "Boom!", loudness: 4, hard: true }],
    });
    expect(find(await letterPage([boom], art, EN), "k1/s1").vertical).toBe(false);
  });
});

describe("output", () => {
  const panel = samplePanel({
    id: "k1",
    corners: WIDE,
    texts: VOICES.slice(0, 4).map((voice) => ({ text: `<"A" & B>、${voice}`, voice })),
    sounds: [{ text: "ドン", loudness: 4, hard: true }],
  });

  test("is the same, byte for byte, for the same page", async () => {
    expect(await letterPage([panel], new Map(), JA)).toEqual(await letterPage([panel], new Map(), JA));
  });

  test("wobbles differently with another seed, while the letters stay in place", async () => {
    const [one] = await letterPage([panel], new Map(), JA);
    const [other] = await letterPage([panel], new Map(), { ...JA, seed: 8 });
    expect(other?.outline).not.toBe(one?.outline);
    expect(other?.glyphs).toBe(one?.glyphs);
  });

  test("is an SVG fragment with escaped text for screen readers", async () => {
    const texts = await letterPage([panel], new Map(), JA);
    const svg = fragmentOf(find(texts, "k1/w1"));
    expect(svg).toMatch(/^<g id="k1\/w1" data-panel="k1" .*<\/g>$/u);
    expect(svg).toContain('aria-label="&lt;&quot;A&quot; &amp; B&gt;、speech"');
    expect(svg).toContain("<title>&lt;&quot;A&quot; &amp; B&gt;、speech</title>");
  });

  test("has the same area under both fill rules, so no balloon has a hole", async () => {
    const panels = [
      samplePanel({
        id: "k1",
        corners: WIDE,
        texts: [
          { text: "もしもし", voice: "phone" },
          { text: "だれ？", voice: "whisper" },
        ],
      }),
    ];
    for (const text of await letterPage(panels, new Map(), JA)) {
      const [, ...others] = polygonsOf(text.outline ?? "");
      expect(others.length).toBeGreaterThan(0);
      for (const polygon of others) expect(Math.abs(areaOf(polygon))).toBeLessThan(1);
    }
  });
});

function areaOf(polygon: readonly Point[]): number {
  return polygon.reduce((sum, a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    return sum + (a.x * b.y - b.x * a.y) / 2;
  }, 0);
}
