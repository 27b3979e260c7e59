import { describe, expect, it } from "vitest";
import { STYLE_PRESETS, styleOf } from "../../../../manga/style-presets.ts";
import { PLAIN_HAND } from "../closed/hand.ts";
import { handOf } from "../vocabulary/hand-words.ts";
import { byHand } from "./hand.ts";

describe("the hand of a style", () => {
  it("is the plain hand for the plain style", () => {
    expect(handOf(styleOf("manga"))).toBe(PLAIN_HAND);
  });

  it("differs for every preset from the plain hand and from every other preset", () => {
    const hands = STYLE_PRESETS.map((style) => JSON.stringify(handOf(style)));
    expect(new Set(hands).size).toBe(STYLE_PRESETS.length);
  });

  it("prefers the user's own words to the style's words", () => {
    const hand = handOf(styleOf("manga", "Thick outlines as in a woodcut, no tone; tiny eyes"));
    expect(hand).toMatchObject({ line: 1.7, tone: 0, blackFrom: PLAIN_HAND.blackFrom });
    expect(hand.eyes).toBeLessThan(1);
    expect(handOf(styleOf("manga", "木版画のように太い線、トーンなし"))).toMatchObject({
      line: 1.7,
      tone: 0,
    });
    expect(handOf(styleOf("manga", "as my grandmother told it"))).toBe(PLAIN_HAND);
  });

  it("follows words that no preset uses", () => {
    const hand = handOf({ ...styleOf("seinen"), line: "a thick marker", tone: "none", eyes: "tiny dots" });
    expect(hand).toMatchObject({ line: 1.7, tone: 0 });
    expect(hand.eyes).toBeLessThan(1);
  });

  it("turns dark tones black for a style with heavy blacks, and omits tones for a style without them", () => {
    const gekiga = handOf(styleOf("gekiga"));
    expect(byHand({ tone: 0.7 }, gekiga)).toBe("black");
    expect(byHand({ tone: 0.2 }, gekiga)).toEqual({ tone: 0.264 });
    expect(byHand({ tone: 0.5 }, handOf(styleOf("clear-line")))).toBe("white");
    expect(byHand("black", gekiga)).toBe("black");
  });
});
