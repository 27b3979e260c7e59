import { expect, test } from "vitest";
import type { ClientPage, Panel } from "./documents.ts";
import { confirmed, guessesFirst, nextGuess, settledBy, without } from "./guessed.ts";

const page = (number: number, ...guessed: (string[] | undefined)[]): ClientPage =>
  ({
    number,
    panels: guessed.map((one, index) => ({ id: `k${index + 1}`, state: "waiting", guessed: one })),
  }) as ClientPage;

const figure = { character: "c1", doing: "stand", feeling: "calm", hands: [], view: "back" };
const panel = {
  id: "k1",
  picture: { place: "l1", hour: "day", figures: [figure], guessed: ["place", "who", "speaker"] },
  words: { texts: [{ id: "w1", text: "Who?", speaker: null, guessed: true }], sounds: [] },
} as unknown as Panel;

test("pages with guessed panels come first, in the book's order", () => {
  const pages = [page(1, undefined), page(2, ["who"]), page(3, []), page(4, undefined, ["deed"])];
  expect(guessesFirst(pages).map(({ number }) => number)).toEqual([2, 4, 1, 3]);
});

test("the next guess is found across pages, and from the beginning again after the last", () => {
  const pages = [page(1, undefined, ["hour"]), page(2, undefined), page(3, ["who"])];
  expect(nextGuess(pages)).toEqual({ page: 1, panel: "k2" });
  expect(nextGuess(pages, { page: 1, panel: "k2" })).toEqual({ page: 3, panel: "k1" });
  expect(nextGuess(pages, { page: 3, panel: "k1" })).toEqual({ page: 1, panel: "k2" });
  expect(nextGuess([page(1, undefined)])).toBeUndefined();
});

test("a confirmed panel has no guesses, and a person shown from behind turns to the front", () => {
  const right = confirmed(panel);
  expect(right.picture).toEqual({
    place: "l1",
    hour: "day",
    figures: [{ ...figure, view: "three-quarter" }],
  });
  expect(right.words.texts).toEqual([{ id: "w1", text: "Who?", speaker: null, guessed: false }]);
});

test("an edit settles the guesses about the fields it changes, and no others", () => {
  const moved = { ...panel, picture: { ...panel.picture, place: "l2" } } as Panel;
  expect(settledBy(panel, moved)).toEqual(["place"]);
  expect(without(moved, ["place"]).picture.guessed).toEqual(["who", "speaker"]);
  const acts = {
    ...panel,
    picture: { ...panel.picture, figures: [{ ...figure, doing: "run" }] },
  } as unknown as Panel;
  expect(settledBy(panel, acts)).toEqual(["deed"]);
  const gone = { ...panel, picture: { ...panel.picture, figures: [] } } as Panel;
  expect(settledBy(panel, gone)).toEqual(["who"]);
  const [word] = panel.words.texts;
  const said = {
    ...panel,
    words: { texts: [{ ...word, speaker: "c1", guessed: false }], sounds: [] },
  } as Panel;
  expect(settledBy(panel, said)).toEqual(["speaker"]);
});
