// What a person sets on texts and sounds: it is obeyed exactly, and what is not set keeps its bytes.
import { describe, expect, it } from "vitest";
import { letterPage } from "./letter-page.ts";
import type { LetteredText, Panel, SoundSet, TextSet, Word } from "./page.ts";
import { polygonsOf } from "./read-path.ts";

const PAGE = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;
const CORNERS = [
  { x: 160, y: 185 },
  { x: 1660, y: 185 },
  { x: 1660, y: 1285 },
  { x: 160, y: 1285 },
];
const FACE = {
  character: "c1",
  box: { x: 660, y: 500, width: 200, height: 220 },
  mouth: { x: 760, y: 660 },
};
const ART = new Map([["k1", { faces: [FACE], keep: [] }]]);

const word = (set?: TextSet, more: Partial<Word> = {}): Word => ({
  ...{ id: "w1", kind: "balloon", voice: "speech", speaker: "c1", guessed: false },
  ...{ text: "ここで待っていて。すぐ戻る。", ruby: [], ...(set && { set }), ...more },
});

const panel = (texts: readonly Word[], set?: SoundSet): Panel => ({
  ...{ id: "k1", frame: { corners: CORNERS }, cover: 0.5, figures: [{ character: "c1", side: 0.5 }] },
  words: { texts, sounds: [{ text: "ドン", loudness: 4, hard: true, ...(set && { set }) }] },
});

async function lettered(
  texts: readonly Word[],
  { sound, language = "ja" }: { sound?: SoundSet; language?: "ja" | "en" } = {},
): Promise<LetteredText[]> {
  return letterPage([panel(texts, sound)], ART, { ...PAGE, language });
}

const one = async (set?: TextSet, more?: Partial<Word>): Promise<LetteredText> => {
  const [text] = await lettered([word(set, more)]);
  if (text === undefined) throw new Error("the text is missing");
  return text;
};

const soundWith = async (set?: SoundSet): Promise<LetteredText> => {
  const sound = (await lettered([], { sound: set ?? {} })).at(-1);
  if (sound === undefined) throw new Error("the sound is missing");
  return sound;
};

const middleOf = ({ textBox: { x, y, width, height } }: LetteredText) => ({
  x: x + width / 2,
  y: y + height / 2,
});
/** Area of the letters' ink. */
const inkOf = ({ glyphs }: LetteredText): number =>
  Math.abs(
    polygonsOf(glyphs).reduce(
      (sum, points) =>
        sum +
        points.reduce((part, a, i) => {
          const b = points[(i + 1) % points.length] ?? a;
          return part + (a.x * b.y - b.x * a.y) / 2;
        }, 0),
      0,
    ),
  );

describe("a text", () => {
  it("with no choices has the bytes that it had before there were choices", async () => {
    expect(await one({})).toEqual(await one());
  });

  it.each(["whisper", "thought", "shout", "machine", "caption", "none"] as const)(
    "has the balloon of %s and its voice's letters",
    async (shape) => {
      const [plain, shaped] = [await one(), await one({ shape })];
      expect(shaped).toMatchObject({ shape, voice: "speech", text: plain.text });
      expect(shaped.outline).not.toBe(plain.outline);
      expect(shaped.outline === null).toBe(shape === "none");
      expect(shaped.edge > 0).toBe(shape === "none");
    },
  );

  it("has the size that was set, even where it does not fit", async () => {
    for (const size of [6, 12, 18, 60]) {
      expect((await one({ size })).fontSize).toBeCloseTo((size * 254) / 72, 1);
    }
    const text = "長い台詞がどこまでも続いていくので、この大きさではコマに入りきらない。".repeat(2);
    expect((await one({ size: 60 }, { text })).fontSize).toBeCloseTo((60 * 254) / 72, 1);
  });

  it("grows and shrinks its strokes with its weight, and stays where it is", async () => {
    const [light, plain, bold, heavy] = [
      await one({ weight: "light" }),
      await one(),
      await one({ weight: "bold" }),
      await one({ weight: "heavy" }),
    ];
    const ink = [light, plain, bold, heavy].map(inkOf);
    expect(ink).toEqual(ink.toSorted((a, b) => a - b));
    expect(new Set(ink).size).toBe(4);
    expect(heavy.outline).toBe(plain.outline);
  });

  it("has the typeface that was set", async () => {
    const shown = await Promise.all(
      (["antique", "gothic", "reggae", "dela", "rocknroll"] as const).map((font) => one({ font })),
    );
    expect(new Set(shown.map(({ glyphs }) => glyphs)).size).toBe(5);
  });

  it("fills the extent that was set, and breaks its lines for it", async () => {
    const wide = await one({ width: 640, height: 260 });
    expect(wide.box.width).toBeGreaterThan(600);
    expect(wide.box.width).toBeLessThanOrEqual(660);
    const narrow = await one({ width: 130 });
    expect(narrow.box.width).toBeLessThan(140);
    expect(narrow.lines.length).toBeLessThan(wide.lines.length);
    const tiny = await one({ width: 40, height: 40 });
    expect(tiny.box.height).toBeGreaterThan(40);
  });

  it("points with its tail where a person wants, bent or not, or has none", async () => {
    const tip = { x: 1500, y: 1200 };
    const drawn = await one({ tail: tip });
    expect(drawn.tail).toEqual(tip);
    expect((await one({ tail: { ...tip, bend: 120 } })).outline).not.toBe(drawn.outline);
    expect((await one({ tail: "none" })).tail).toBeNull();
    expect((await one({ tail: middleOf(drawn) })).tail).toBeNull();
    expect((await one({ tail: tip, shape: "none" })).tail).toBeNull();
  });

  it("marks emphasised characters beside their column, and not punctuation", async () => {
    const contours = (text: LetteredText) => polygonsOf(text.glyphs).length;
    const plain = contours(await one());
    expect(contours(await one({ emphasis: [{ at: 0, length: 2 }] }))).toBe(plain + 2);
    expect(contours(await one({ emphasis: [{ at: 7, length: 2 }] }))).toBe(plain + 1);
  });

  it("leans emphasised English words, and keeps its other words", async () => {
    const text = "I never said that.";
    const [plain] = await lettered([word(undefined, { text })], { language: "en" });
    const [marked] = await lettered([word({ emphasis: [{ at: 2, length: 5 }] }, { text })], {
      language: "en",
    });
    expect(marked?.glyphs).not.toBe(plain?.glyphs);
    expect([marked?.lines, marked?.outline]).toEqual([plain?.lines, plain?.outline]);
    expect(marked?.text).toBe(text);
  });
});

describe("two texts", () => {
  const pair = (join: boolean | undefined, more: Partial<Word> = {}) => [
    word(undefined, { text: "待って。" }),
    word(join === undefined ? undefined : { join }, { id: "w2", text: "まだ行かないで。", ...more }),
  ];
  const within = async (texts: readonly Word[]) => (await lettered(texts))[1]?.within;

  it("of one speaker are joined, and stand apart where a person wants", async () => {
    expect(await within(pair(undefined))).toBe("k1/w1");
    expect(await within(pair(false))).toBeUndefined();
  });

  it("of two speakers are joined where a person wants, also a third one", async () => {
    const other = { speaker: null, voice: "shout" as const };
    expect(await within(pair(undefined, other))).toBeUndefined();
    expect(await within(pair(true, other))).toBe("k1/w1");
    const third = word({ join: true }, { id: "w3", text: "お願い。" });
    expect((await lettered([...pair(true), third]))[2]?.within).toBe("k1/w1");
  });

  it("that a person put somewhere are joined where they touch", async () => {
    const at = (x: number) => ({ at: { x, y: 700 } });
    const [first, second] = pair(true);
    if (first === undefined || second === undefined) throw new Error("two texts");
    expect(
      await within([
        { ...first, ...at(440) },
        { ...second, ...at(350) },
      ]),
    ).toBe("k1/w1");
    expect(
      await within([
        { ...first, ...at(1400) },
        { ...second, ...at(350) },
      ]),
    ).toBeUndefined();
  });
});

describe("a sound", () => {
  it("with no choices has the bytes that it had before there were choices", async () => {
    const plain = (await letterPage([panel([])], ART, PAGE)).at(-1);
    expect(await soundWith()).toEqual(plain);
  });

  it("stands where it was put, with the size and the slope that it had", async () => {
    const [free, put] = [await soundWith(), await soundWith({ at: { x: 600, y: 900 } })];
    expect(middleOf(put).x).toBeCloseTo(600, 0);
    expect(middleOf(put).y).toBeCloseTo(900, 0);
    expect([put.fontSize, put.textBox.width]).toEqual([free.fontSize, free.textBox.width]);
  });

  it("has the size, the weight and the direction that were set", async () => {
    expect((await soundWith({ size: 90 })).fontSize).toBeCloseTo((90 * 254) / 72, 1);
    expect((await soundWith({ vertical: false })).vertical).toBe(false);
    expect(inkOf(await soundWith({ weight: "heavy" }))).toBeGreaterThan(inkOf(await soundWith()));
    expect((await soundWith({ font: "gothic" })).glyphs).not.toBe((await soundWith()).glyphs);
  });

  it("is turned by its angle", async () => {
    const at = { x: 900, y: 700 };
    const [free, turned] = [await soundWith({ at, size: 60 }), await soundWith({ at, size: 60, angle: 90 })];
    expect(turned.textBox.width).toBeCloseTo(free.textBox.height, -1);
    expect(turned.textBox.height).toBeCloseTo(free.textBox.width, -1);
  });
});
