import { describe, expect, it } from "vitest";
import { STYLE_PRESETS, styleOf } from "../../../../manga/style-presets.ts";
import { PLAIN_HAND } from "../closed/hand.ts";
import { handOf } from "../vocabulary/hand-words.ts";
import { byHand } from "./hand.ts";

describe("the hand of a style", () => {
  it("is the plain one for the plain style", () => {
    expect(handOf(styleOf("manga"))).toBe(PLAIN_HAND);
  });

  it("differs for every other preset, and from every other preset's", () => {
    const hands = STYLE_PRESETS.map((style) => JSON.stringify(handOf(style)));
    expect(new Set(hands).size).toBe(STYLE_PRESETS.length);
  });

  it("follows a person's own words before those of the style", () => {
    const hand = handOf(styleOf("manga", "Thick outlines as in a woodcut, no tone; tiny eyes"));
    expect(hand).toMatchObject({ line: 1.7, tone: 0, blackFrom: PLAIN_HAND.blackFrom });
    expect(hand.eyes).toBeLessThan(1);
    expect(handOf(styleOf("manga", "木版画のように太い線、トーンなし"))).toMatchObject({
      line: 1.7,
      tone: 0,
    });
    expect(handOf(styleOf("manga", "as my grandmother told it"))).toBe(PLAIN_HAND);
  });

  it("follows words that no preset has", () => {
    const hand = handOf({ ...styleOf("seinen"), line: "a thick marker", tone: "none", eyes: "tiny dots" });
    expect(hand).toMatchObject({ line: 1.7, tone: 0 });
    expect(hand.eyes).toBeLessThan(1);
  });

  it("makes dark tones black where blacks are heavy, and leaves out tones where there are none", () => {
    const gekiga = handOf(styleOf("gekiga"));
    expect(byHand({ tone: 0.7 }, gekiga)).toBe("black");
    expect(byHand({ tone: 0.2 }, gekiga)).toEqual({ tone: 0.264 });
    expect(byHand({ tone: 0.5 }, handOf(styleOf("clear-line")))).toBe("white");
    expect(byHand("black", gekiga)).toBe("black");
  });
});
