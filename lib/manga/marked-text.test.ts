import fc from "fast-check";
import { expect, it } from "vitest";
import { markedText, unmarkedText } from "./marked-text.ts";

it("marked ruby is separated from a text", () => {
  expect(unmarkedText("｜夕立《ゆうだち》の｜中《なか》で《》")).toEqual({
    text: "夕立の中で《》",
    ruby: [
      { at: 0, length: 2, text: "ゆうだち" },
      { at: 3, length: 1, text: "なか" },
    ],
  });
});

it("emphasis is written in double brackets, between readings", () => {
  const ruby = [{ at: 0, length: 2, text: "ゆうだち" }];
  const emphasis = [{ at: 3, length: 2 }];
  const marked = "｜夕立《ゆうだち》が《《来た》》。";
  expect(markedText({ text: "夕立が来た。", ruby, set: { emphasis } })).toBe(marked);
  expect(unmarkedText(marked)).toEqual({ text: "夕立が来た。", ruby, emphasis });
});

it("emphasis of any part is read back", () => {
  const plain = fc.string({ unit: fc.constantFrom("雨", "a", " ", "。", "😀"), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(plain, fc.nat(), fc.nat(), (text, from, count) => {
      const at = from % text.length;
      const emphasis = [{ at, length: 1 + (count % (text.length - at)) }];
      expect(unmarkedText(markedText({ text, ruby: [], set: { emphasis } }))).toEqual({
        text,
        ruby: [],
        emphasis,
      });
    }),
  );
});
