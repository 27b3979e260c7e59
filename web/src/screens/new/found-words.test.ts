// Every fault that the service states about a picture has words in both languages.
import { expect, it } from "vitest";
import { type Fault, faultsInWords } from "../../../../lib/models/hosted/picture-faults.ts";
import { PICTURE_WORDS_EN, PICTURE_WORDS_JA } from "../../words/picture-words.ts";
import { filledIn } from "../../words/words.tsx";
import { foundInWords } from "./found-words.ts";

const FAULTS: Record<string, Fault> = {
  "found.letters": { kind: "letters", where: "" },
  "found.lettersAt": { kind: "letters", where: "upper left" },
  "found.heads": { kind: "heads", seen: 2, wanted: 1 },
  "found.stranger": { kind: "likeness", character: "c1", likeness: 0 },
  "found.unlike": { kind: "likeness", character: "c1", likeness: 1 },
  "found.hands": { kind: "hands", character: "c1" },
  "found.zone": { kind: "zone", where: "top" },
  "found.colour": { kind: "colour" },
  "found.border": { kind: "border" },
  "found.levels": { kind: "levels" },
};

const VALUES = { where: "upper left", who: "Mina", seen: 2, wanted: "1" };

it.each(Object.entries(FAULTS))("says %s", (key, fault) => {
  for (const table of [PICTURE_WORDS_EN, PICTURE_WORDS_JA]) {
    const words = new Map<string, string>(Object.entries(table));
    const said = foundInWords(
      faultsInWords([fault]),
      (one, values) => filledIn(words.get(one) ?? "", values),
      (id) => (id === "c1" ? "Mina" : id),
    );
    expect(said).toBe(filledIn(words.get(key) ?? "", VALUES));
  }
});

it("leaves a sentence of another form as it is", () => {
  expect(
    foundInWords(
      "too many moons",
      () => "",
      (id) => id,
    ),
  ).toBe("too many moons");
});
