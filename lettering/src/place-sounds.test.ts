import { describe, expect, test } from "vitest";
import { boundingBox } from "./geometry.ts";
import { letterPage } from "./letter-page.ts";
import { rectangle, sampleFace, samplePanel } from "./sample-page.ts";

const CORNERS = rectangle(400, 500, 900, 700);
const BELOW = rectangle(400, 1275, 900, 700);

async function soundBox(loudness: number, hard: boolean, seed = 3, strikes = true) {
  const sounds = [{ text: "ドォン", loudness, hard }];
  const panels = [
    samplePanel({ id: "k1", corners: CORNERS, texts: [], sounds, strikes }),
    samplePanel({ id: "k2", corners: BELOW, texts: [] }),
  ];
  const art = new Map([["k2", { faces: [sampleFace("c1", 450, 110, 100)], keep: [] }]]);
  const [sound] = await letterPage(panels, art, { number: 1, language: "ja", direction: "rtl", seed });
  if (sound === undefined) throw new Error("letterPage gave no sound");
  return sound;
}

/** Distance by which a box leaves its panel, in units. */
function beyond({ x, y, width, height }: ReturnType<typeof boundingBox>): number {
  const frame = boundingBox(CORNERS);
  return Math.max(
    frame.x - x,
    frame.y - y,
    x + width - frame.x - frame.width,
    y + height - frame.y - frame.height,
  );
}

describe("a sound", () => {
  test("of a deafening impact leaves its frame far enough to look deliberate, and no further", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { textBox, fontSize } = await soundBox(5, true, seed);
      expect(beyond(textBox)).toBeGreaterThan(12);
      expect(beyond(textBox)).toBeLessThan(fontSize * 0.4);
    }
  });

  test("that is soft, less loud or no impact stays inside", async () => {
    expect(beyond((await soundBox(5, false)).textBox)).toBeLessThan(0);
    expect(beyond((await soundBox(5, true, 3, false)).textBox)).toBeLessThan(0);
    for (const loudness of [1, 2, 3, 4]) {
      expect(beyond((await soundBox(loudness, true)).textBox)).toBeLessThan(0);
    }
  });

  test("that follows another one in its panel stands below it", async () => {
    const sounds = ["ガチャ", "チリン"].map((text) => ({ text, loudness: 2, hard: false }));
    for (const seed of [1, 2, 3, 4, 5]) {
      const panel = samplePanel({ id: "k1", corners: CORNERS, texts: [], sounds });
      const page = { number: 1, language: "ja", direction: "rtl", seed } as const;
      const texts = await letterPage([panel], new Map(), page);
      const [first, second] = texts.map(({ textBox: { y, height } }) => y + height / 2);
      expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
    }
  });

  test("keeps enough distance from the sound before it that the two are not read as one word", async () => {
    const sounds = ["ガチャ", "チリン"].map((text) => ({ text, loudness: 2, hard: false }));
    for (const seed of [1, 2, 3, 4, 5]) {
      const panel = samplePanel({ id: "k1", corners: CORNERS, texts: [], sounds });
      const page = { number: 1, language: "ja", direction: "rtl", seed } as const;
      const [first, second] = await letterPage([panel], new Map(), page);
      if (first === undefined || second === undefined) throw new Error("letterPage did not give two sounds");
      const [a, b] = [first.textBox, second.textBox];
      const across = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
      const down = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
      expect(Math.max(across, down)).toBeGreaterThan(second.fontSize * 0.5);
    }
  });

  test("is larger the louder it is", async () => {
    const sizes = await Promise.all(
      [1, 2, 3, 4, 5].map(async (loud) => (await soundBox(loud, true)).fontSize),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(5);
  });
});
