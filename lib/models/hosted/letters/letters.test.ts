// Detection of writing: boxes of a map, letters of columns, and lines that are certain enough; and the real models once, on one picture.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paddleLetters } from "./paddle-letters.ts";
import { readLine } from "./read-line.ts";
import { textBoxes } from "./text-boxes.ts";
import { isWriting, placeOf } from "./writing.ts";

describe("a detector's map", () => {
  const size = { width: 60, height: 30 };
  function mapWith(
    boxes: readonly { x: number; y: number; width: number; height: number; chance: number }[],
  ) {
    const map = new Float32Array(size.width * size.height);
    for (const { x, y, width, height, chance } of boxes)
      for (let row = y; row < y + height; row += 1)
        map.fill(chance, row * size.width + x, row * size.width + x + width);
    return map;
  }

  it("gives each connected part as a box, the most certain first, without dots and weak parts", () => {
    const map = mapWith([
      { x: 2, y: 3, width: 20, height: 5, chance: 0.7 },
      { x: 30, y: 10, width: 12, height: 8, chance: 0.9 },
      { x: 50, y: 25, width: 3, height: 3, chance: 0.9 },
      { x: 2, y: 20, width: 20, height: 5, chance: 0.4 },
    ]);
    expect(textBoxes(map, size).map(({ score, ...box }) => [box, score.toFixed(1)])).toEqual([
      [{ x: 30, y: 10, width: 12, height: 8 }, "0.9"],
      [{ x: 2, y: 3, width: 20, height: 5 }, "0.7"],
    ]);
  });

  it("gives at most the number of boxes that are read", () => {
    const dots = Array.from({ length: 12 }, (_, at) => ({
      x: (at % 6) * 10,
      y: at < 6 ? 0 : 15,
      width: 7,
      height: 7,
      chance: 0.8,
    }));
    expect(textBoxes(mapWith(dots), size)).toHaveLength(8);
  });
});

describe("a recognizer's answer", () => {
  it("is read column by column; repeated letters count once unless a blank is between them", () => {
    const columns = [1, 1, 0, 1, 2].flatMap((best) => [0, 1, 2].map((at) => (at === best ? 0.8 : 0.1)));
    expect(readLine(new Float32Array(columns), { columns: 5, classes: 3, alphabet: ["a", "b"] })).toEqual({
      text: "aab",
      certainty: expect.closeTo(0.8),
    });
    expect(readLine(new Float32Array([1, 0, 0]), { columns: 1, classes: 3, alphabet: ["a", "b"] })).toEqual({
      text: "",
      certainty: 0,
    });
  });
});

describe("a line", () => {
  it.each([
    ["CRASH", 0.8, true],
    ["ドン", 0.75, true],
    ["CRASH", 0.6, false],
    ["A", 0.99, true],
    ["A", 0.8, false],
    ["..—", 0.99, false],
    ["", 0, false],
  ])("%j with a certainty of %d is writing: %s", (text, certainty, expected) => {
    expect(isWriting({ text, certainty })).toBe(expected);
  });

  it("has a position in thirds of the picture", () => {
    expect(placeOf({ x: 0.1, y: 0.9 })).toBe("lower left");
    expect(placeOf({ x: 0.5, y: 0.5 })).toBe("middle");
    expect(placeOf({ x: 0.5, y: 0.1 })).toBe("upper");
  });
});

it("finds the writing in a drawing, and none in an engraving", { timeout: 60_000 }, async () => {
  const find = paddleLetters();
  const linesOf = async (name: string) =>
    (
      await find(readFileSync(new URL(`../../../../scripts/models/pictures/${name}.webp`, import.meta.url)))
    ).filter(isWriting);
  expect(await linesOf("alice-36")).toEqual([]);
  const [line] = await linesOf("asp-0320-12.letters-on-shirt");
  expect(line).toMatchObject({ text: "LOVE", x: expect.closeTo(0.55, 1), y: expect.closeTo(0.5, 1) });
});
