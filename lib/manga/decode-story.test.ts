import { describe, expect, it } from "vitest";
import { decodeStory, normalizeStory, StoryUnusableError } from "./decode-story.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 「雨の夜。猫がいた。」 in Shift_JIS and in EUC-JP. */
const SHIFT_JIS = Uint8Array.from(
  Buffer.from("8175894a82cc96e9814294 4c82aa82a282bd8142817689 4a82aa8dc582e9".replaceAll(" ", ""), "hex"),
);
const EUC_JP = Uint8Array.from(
  Buffer.from(
    "b1ab a4ce ccbe a1a3 c7ad a4ac a4a4 a4bf a1a3 b1ab a4cf a4e4 a4de a4ca a4ab a4c3 a4bf".replaceAll(
      " ",
      "",
    ),
    "hex",
  ),
);

describe("decoding a story", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(decodeStory(utf8("雨の夜に、猫がいました。"))).toBe("雨の夜に、猫がいました。");
    expect(decodeStory(utf8("\uFEFF雨の夜に、猫がいました。"))).toBe("雨の夜に、猫がいました。");
  });

  it("reads Shift_JIS", () => {
    expect(decodeStory(SHIFT_JIS)).toContain("猫がいた。");
  });

  it("refuses an unknown encoding, which it would read wrongly", () => {
    expect(() => decodeStory(EUC_JP)).toThrow(/encoding/);
    const latin1 = Uint8Array.from(
      Buffer.from("Le caf\u00e9 \u00e9tait ferm\u00e9 \u00e0 No\u00ebl, h\u00e9las.", "latin1"),
    );
    expect(() => decodeStory(latin1)).toThrow(/encoding/);
  });

  it("refuses a file that is not text", () => {
    expect(() => decodeStory(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1))).toThrow(/binary/);
    expect(() => decodeStory(utf8("\u0001\u0002\u0003\u0004 text and more text"))).toThrow(/binary/);
    expect(() => decodeStory(new Uint8Array())).toThrow(/empty/);
    expect(() => decodeStory(utf8("  \n\n "))).toThrow(/empty/);
  });

  it("names the limit that a story's length exceeds", () => {
    expect(() => normalizeStory("too short")).toThrow(/9 characters; at least 10/);
    expect(normalizeStory("ten chars!")).toBe("ten chars!");
    expect(normalizeStory("あ".repeat(50_000))).toHaveLength(50_000);
    expect(() => normalizeStory("あ".repeat(50_001))).toThrow(/50001 characters; at most 50000/);
    expect(() => normalizeStory("短い")).toThrow(StoryUnusableError);
  });

  it("counts a character outside the basic plane once", () => {
    expect(() => normalizeStory("𠮷𠮷𠮷𠮷𠮷")).toThrow(/5 characters/);
  });

  it("normalizes line ends", () => {
    expect(normalizeStory("one line\r\nanother\rlast")).toBe("one line\nanother\nlast");
  });
});
