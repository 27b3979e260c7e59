import { expect, test } from "vitest";
import { joinsPrevious } from "./joined-balloons.ts";
import { type Word, WordSchema } from "./storyboard.ts";

const line = (speaker: string | null, change: Partial<Word> = {}) =>
  WordSchema.parse({
    ...{ id: "w1", unit: null, kind: "balloon", voice: "speech", guessed: false, text: "あ", ruby: [] },
    ...{ speaker, ...change },
  });

test("consecutive lines of one speaker are joined in pairs", () => {
  const [a, b] = [line("c1"), line("c2")];
  expect(joinsPrevious([a, a, b, b, b, b, a])).toEqual([false, true, false, true, false, true, false]);
});

test("the pieces of one line are joined, even without a known speaker", () => {
  expect(joinsPrevious([line(null, { unit: "u0001" }), line(null, { unit: "u0001" })])).toEqual([
    false,
    true,
  ]);
  expect(joinsPrevious([line(null, { unit: "u0001" }), line(null, { unit: "u0002" })])).toEqual([
    false,
    false,
  ]);
});

test.each([
  ["a line without a speaker", line(null), line(null)],
  ["a line in another voice", line("c1"), line("c1", { voice: "shout" })],
  [
    "a voice whose balloon is more than an outline",
    line("c1", { voice: "whisper" }),
    line("c1", { voice: "whisper" }),
  ],
  ["a caption", line("c1", { kind: "caption" }), line("c1")],
  ["a line before one that the user moved", line("c1"), line("c1", { at: { x: 300, y: 300 } })],
])("a line is not joined after %s", (_what, before, after) => {
  expect(joinsPrevious([before, after])).toEqual([false, false]);
});
