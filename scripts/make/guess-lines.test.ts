import { expect, test } from "vitest";
import { guessedPanels, guessLine } from "./guess-lines.ts";

const report = { checked: {}, repairs: [], findings: [] };

test("the command ends with the number of guessed panels, and prints nothing if there are none", () => {
  const guesses = { panels: 12, of: 59, by: { place: 9, who: 4 } };
  expect(guessLine({ ...report, guesses })).toBe(
    "12 of 59 panels are drawn from guesses; review them with --review storyboard",
  );
  expect(guessLine({ ...report, guesses: { panels: 1, of: 5, by: { hour: 1 } } })).toBe(
    "1 of 5 panels is drawn from guesses; review them with --review storyboard",
  );
  expect(guessLine(report)).toBeUndefined();
  expect(guessLine(undefined)).toBeUndefined();
});

test("the review lists the guessed panels by page, in order, with the guessed facts", () => {
  const documents = [
    {
      number: 3,
      panels: [{ id: "k1" }, { id: "k2", guessed: ["place", "who"] }, { id: "k4", guessed: ["deed"] }],
    },
    { number: 2, panels: [{ id: "k1", guessed: [] }] },
    { number: 1, panels: [{ id: "k5", guessed: ["speaker"] }] },
  ];
  expect(guessedPanels(documents)).toEqual(["  p001: k5 (speaker)", "  p003: k2 (place, who), k4 (deed)"]);
});
