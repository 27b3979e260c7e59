// Crafted wishes: the time to parse a wish is proportional to its length.
import { expect, test } from "vitest";
import type { Person } from "../../../manga/concept.ts";
import { parseWish } from "./intent.ts";
import { readLooks } from "./read-looks.ts";

const person: Person = {
  ...{ id: "c1", name: "海斗", aliases: ["Kaito"], role: "support", kind: "human", age: "17", sex: "male" },
  notes: "",
};

/** Four times the maximum length of a wish. A quadratic parser would take half a minute. */
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
])("a wish that repeats %j is parsed in less than 5 s", (unit) => {
  const text = unit.repeat(CHARACTERS / unit.length);
  const start = performance.now();
  parseWish({ text });
  readLooks(`海斗${text}`, { people: [person] });
  expect(performance.now() - start).toBeLessThan(5_000);
});
