import { describe, expect, it } from "vitest";
import { freeWords, youngLook, youngMoment } from "./free-words.ts";

describe("words of a story in a picture prompt", () => {
  it("are on one line, without quotation marks or invisible characters", () => {
    expect(freeWords('She said "go\nhome",\u202e and left ‘it’.')).toBe("She said go home, and left it.");
    expect(freeWords("ミナは「行こう」と『海』を指した。\u0000")).toBe("ミナは行こうと海を指した。");
    expect(freeWords("O'Brien's dog — the sailors' pier")).toBe("O'Brien's dog — the sailors pier");
  });

  it("are cut to 300 characters, never inside a character", () => {
    expect([...freeWords("𠮷".repeat(400))]).toHaveLength(300);
  });

  it.each([
    ["He lay in blood beside the corpse.", "He lay in dust beside the still figure."],
    ["Her bloody hand pressed the wound.", "Her dusty hand pressed the bandage."],
    ["The wounded man bled.", "The weary man ached."],
    ["The road wound uphill; a bloodhound barked at the rapeseed.", undefined],
    ["He was half-naked, his severed arm bleeding.", "He was clothed, his still arm aching."],
    ["The sexy dancer undressed.", "The graceful dancer dressed."],
    ["血まみれの男が倒れ、血が流れた。", "ほこりまみれの男が倒れ、汗が流れた。"],
    ["全裸の男と死体", "服を着た姿の男と動かない姿"],
    ["裸足で走る。裸電球がゆれる。心血を注ぐ。吸血鬼の血統。", undefined],
    ["色っぽい目で見た。", "上品な目で見た。"],
  ])("are softened: %s", (text, softer) => {
    expect(freeWords(text)).toBe(softer ?? text);
  });

  it("are processed in linear time: in quadratic time, this would take minutes", () => {
    const start = performance.now();
    freeWords("the wound a wound bare-".repeat(20_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("words about somebody under 18", () => {
  it.each([
    [
      "A slender girl with black hair, freckles and long legs, in a red coat",
      "black hair, freckles, in a red coat",
    ],
    ["黒いおかっぱの少女、細身で、赤いマフラー", "黒いおかっぱの少女, 赤いマフラー"],
    ["A shy, petite girl", ""],
    ["shapely figure in a tight dress", ""],
    ["日に焼けた肌、大きな目", "大きな目"],
  ])("%s: only face, hair and clothes", (text, kept) => {
    expect(youngLook(text)).toBe(kept);
  });

  it("tell deeds without words for the build of the body", () => {
    expect(youngMoment("The petite girl climbs a slender tree.")).toBe("The girl climbs a tree.");
    expect(youngMoment("華奢な少女が走る。")).toBe("少女が走る。");
  });
});
