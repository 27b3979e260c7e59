import { expect, test } from "vitest";
import { guessesIn, PLAIN_PLACE, placeToDraw } from "./guesses.ts";

const place = {
  ...{ id: "l1", name: "the mill", kind: "mill, old", culture: "Dutch", state: "run-down", floor: "planks" },
  ...{ layout: "a wheel on the left", landmarks: [{ what: "wheel" }], look: 3 },
};
const nobody = { figures: [], things: [] };

test("a stated place is drawn as described; for a guessed place, nothing specific is drawn", () => {
  expect(placeToDraw(place, nobody)).toBe(place);
  const plain = { id: "l1", name: "", landmarks: [], look: 3 };
  const somebody = { figures: [{}], things: [], guessed: ["place" as const] };
  expect(placeToDraw(place, somebody)).toEqual({ ...plain, kind: PLAIN_PLACE });
  // Without characters or things a plain background would be an empty picture.
  expect(placeToDraw(place, { ...nobody, guessed: ["place"] })).toEqual({ ...plain, kind: "sky" });
  // A place that the text never states is drawn like a guessed one, although it is no guess.
  expect(placeToDraw({ ...plain, kind: PLAIN_PLACE }, nobody)).toEqual({ ...plain, kind: "sky" });
});

test("the report counts each panel with guesses once, and each guess by its kind", () => {
  expect(guessesIn([{}, { guessed: [] }])).toBeUndefined();
  expect(guessesIn([{ guessed: ["place", "who"] }, {}, { guessed: ["who"] }])).toEqual({
    ...{ panels: 2, of: 3 },
    by: { place: 1, who: 2 },
  });
});
