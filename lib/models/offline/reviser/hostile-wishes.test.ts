// Wishes that were written to keep a reader of them busy: the time that one takes is in proportion to its length.
import { expect, test } from "vitest";
import type { Person } from "../../../manga/concept.ts";
import { parseWish } from "./intent.ts";
import { readLooks } from "./read-looks.ts";

const person: Person = {
  ...{ id: "c1", name: "海斗", aliases: ["Kaito"], role: "support", kind: "human", age: "17", sex: "male" },
  notes: "",
};

/** Four times as long as a wish may be. A reading in quadratic time takes half a minute of it. */
const CHARACTERS = 8_000;

test.each([
  ...[
    "を",
    "「",
    "」を「",
    "の",
    "no ",
    "seventy-",
    "七十",
    "red ",
    "give Kaito a ",
    "海斗の髪を",
    "コマ目の",
    " ",
  ],
  ...[
    "name of ",
    "and ",
    "1",
    "draw ",
    "“",
    "a to ",
    "Kaito and ",
    "て",
    "赤い",
    "白くて、",
    "page 1 ",
    "を変えに",
  ],
])("%j again and again", (unit) => {
  const text = unit.repeat(CHARACTERS / unit.length);
  const start = performance.now();
  parseWish({ text });
  readLooks(`海斗${text}`, { people: [person] });
  expect(performance.now() - start).toBeLessThan(5_000);
});
