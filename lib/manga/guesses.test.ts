import { expect, test } from "vitest";
import { guessesIn, PLAIN_PLACE, placeToDraw } from "./guesses.ts";

const place = {
  ...{ id: "l1", name: "the mill", kind: "mill, old", culture: "Dutch", state: "run-down", floor: "planks" },
  ...{ layout: "a wheel on the left", landmarks: [{ what: "wheel" }], look: 3 },
};
const nobody = { figures: [], things: [] };

test("a place that is told is drawn as it is, and of a guessed one nothing that it alone has", () => {
  expect(placeToDraw(place, nobody)).toBe(place);
  const plain = { id: "l1", name: "", landmarks: [], look: 3 };
  const somebody = { figures: [{}], things: [], guessed: ["place" as const] };
  expect(placeToDraw(place, somebody)).toEqual({ ...plain, kind: PLAIN_PLACE });
  // With nobody and nothing before it a plain background would be an empty picture.
  expect(placeToDraw(place, { ...nobody, guessed: ["place"] })).toEqual({ ...plain, kind: "sky" });
  // A place that nothing tells is drawn so, too, though it is no guess.
  expect(placeToDraw({ ...plain, kind: PLAIN_PLACE }, nobody)).toEqual({ ...plain, kind: "sky" });
});

test("the report counts guessed panels once, and each guess by its kind", () => {
  expect(guessesIn([{}, { guessed: [] }])).toBeUndefined();
  expect(guessesIn([{ guessed: ["place", "who"] }, {}, { guessed: ["who"] }])).toEqual({
    ...{ panels: 2, of: 3 },
    by: { place: 1, who: 2 },
  });
});
