import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "./split-text.ts";
import { lengthOf } from "./text-length.ts";

const texts = (text: string, most: number) => splitText(text, [], most).map((piece) => piece.text);

describe("splitText", () => {
  it("leaves a short text whole", () => {
    expect(texts("待って！", 28)).toEqual(["待って！"]);
  });

  it("cuts after sentences, then after clauses", () => {
    expect(texts("ねじを巻く鍵が、消えてしまってな。妻の形見だった。あれの猫もいなくなった。", 20)).toEqual([
      "ねじを巻く鍵が、消えてしまってな。",
      "妻の形見だった。あれの猫もいなくなった。",
    ]);
    expect(
      texts("When the light went out, nobody came to mend it, and I was too old to climb the stairs.", 10),
    ).toEqual(["When the light went out, nobody came to mend it,", "and I was too old to climb the stairs."]);
  });

  it("keeps words of kana whole, and a title with its name", () => {
    expect(texts("ここには誰もいなさそうだし――そんな暮らしをしている位なら、", 12)).toEqual([
      "ここには誰もいなさそうだし――",
      "そんな暮らしを",
      "している位なら、",
    ]);
    expect(texts("立派な人になれるかなれないかは、まだ誰にもわからない", 16)).toEqual([
      "立派な人になれるかなれないかは、",
      "まだ誰にもわからない",
    ]);
    const [first = ""] = texts(
      "The whole village was invited by Mrs. Brown and her two tall sons last week",
      8,
    );
    expect(first).not.toMatch(/Mrs\.$/);
  });

  it("starts no piece with a mark that belongs to the piece before", () => {
    for (const piece of texts(
      "ああああああああああああああああああああああああああああー、いいいいいいいい。ううう",
      12,
    )) {
      expect(piece).not.toMatch(/^[、。ー]/u);
    }
  });

  it("keeps ruby with its characters", () => {
    const text = "遠い昔のことだ、覚えておけ。灯台の光は消えぬ。";
    const ruby = [{ at: text.indexOf("灯台"), length: 2, text: "とうだい" }];
    const pieces = splitText(text, ruby, 13);
    expect(
      pieces.flatMap((piece) => piece.ruby.map(({ at, length }) => piece.text.slice(at, at + length))),
    ).toEqual(["灯台"]);
  });

  it("loses nothing but spaces", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 4, max: 40 }),
        (text, most) => {
          const joined = splitText(text, [], most)
            .map((piece) => piece.text)
            .join("");
          expect(joined.replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
        },
      ),
    );
  });

  it("gives no piece without letters, even where a text has many spaces", () => {
    const pieces = splitText(`one two${" ".repeat(300)}three`, [], 1).map((piece) => piece.text);
    expect(pieces.every((text) => text !== "")).toBe(true);
  });

  it("counts characters of Japanese and words of English", () => {
    expect(lengthOf("雨が降る。")).toBe(5);
    expect(lengthOf("It rains again.")).toBe(3);
  });
});
