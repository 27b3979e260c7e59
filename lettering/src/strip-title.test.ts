import { describe, expect, test } from "vitest";
import { boundingBox } from "./geometry.ts";
import { letterPage } from "./letter-page.ts";
import { polygonsOf } from "./read-path.ts";
import { rectangle, samplePanel } from "./sample-page.ts";
import { letterStripTitle } from "./strip-title.ts";

const CORNERS = rectangle(460, 305, 900, 490);

function stripPanel(title?: string) {
  const panel = samplePanel({ id: "k1", corners: CORNERS, texts: [{ text: "傘がない" }] });
  return { ...panel, title };
}

async function titleOf(title: string, language: "ja" | "en" = "ja") {
  const text = await letterStripTitle(stripPanel(title), language);
  if (text === null) throw new Error("no title was set");
  return text;
}

describe("the title of a strip", () => {
  test("is the first text of its page, above the middle of its panel", async () => {
    const page = { number: 1, language: "ja", direction: "rtl", seed: 3 } as const;
    const [first, second] = await letterPage([stripPanel("傘のありか")], new Map(), page);
    expect(first).toMatchObject({ id: "k1/title", kind: "title", text: "傘のありか", outline: null });
    expect(second?.id).toBe("k1/w1");
    const { x, y, width, height } = first?.textBox ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(x + width / 2).toBeCloseTo(460 + 450, 0);
    expect(y + height).toBeLessThan(305);
    expect(y).toBeGreaterThan(185);
  });

  test("stands between two rules of the strip's width, where there is room for them", async () => {
    const ink = boundingBox(polygonsOf((await titleOf("傘のありか")).glyphs).flat());
    expect(ink).toMatchObject({ x: 460, width: 900 });
    const long = await titleOf("とてもとても長い題名のついた四コマ漫画");
    expect(boundingBox(polygonsOf(long.glyphs).flat()).width).toBeLessThan(900);
  });

  test("shrinks down to 10 pt where it is long, and is then cut off", async () => {
    const short = await titleOf("傘");
    const long = await titleOf("とてもとても長い題名のついた四コマ漫画");
    const endless = await titleOf("傘".repeat(60));
    expect(long.fontSize).toBeLessThan(short.fontSize);
    expect(endless.fontSize).toBeGreaterThanOrEqual(36.9);
    expect(endless.text).toBe("傘".repeat(60));
    expect(endless.lines[0]).toMatch(/^傘{15,30}…$/u);
    for (const { textBox } of [long, endless]) expect(textBox.width).toBeLessThanOrEqual(900 - 68 + 1);
  });

  test("is in capitals in English", async () => {
    expect((await titleOf("Where the umbrella went", "en")).lines).toEqual(["WHERE THE UMBRELLA WENT"]);
  });

  test("is absent where none was given", async () => {
    expect(await letterStripTitle(stripPanel(), "ja")).toBeNull();
    expect(await letterStripTitle(stripPanel(" "), "ja")).toBeNull();
  });
});
