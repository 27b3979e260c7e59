// People of an open concept as the author reads them: its own words exactly, others by the nearest.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PersonSchema } from "../../closed/concept.ts";
import { offlineAuthor } from "../author.ts";
import { readBook } from "../stories/read-book.ts";
import { closedAge, closedKind } from "./closed-people.ts";

describe("the kind of somebody", () => {
  it("is its own where the author has that word", () => {
    for (const kind of PersonSchema.shape.kind.options) expect(closedKind(kind)).toBe(kind);
  });

  it.each([
    ["camel", "creature"],
    ["teapot", "creature"],
    ["fox", "creature"],
    ["wolfhound", "dog"],
    ["kitten", "cat"],
    ["albatross", "bird"],
    ["old woman", "human"],
    ["少年", "human"],
    ["android", "robot"],
    ["幽霊", "ghost"],
  ])("of %s is the nearest: %s", (kind, nearest) => expect(closedKind(kind)).toBe(nearest));

  it("is one of the author's for any text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(PersonSchema.shape.kind.options).toContain(closedKind(text));
        expect(PersonSchema.shape.age.options).toContain(closedAge(text));
      }),
    );
  });
});

describe("the age of somebody", () => {
  it("is its own where the author has that word", () => {
    for (const age of PersonSchema.shape.age.options) expect(closedAge(age)).toBe(age);
  });

  it.each([
    ["7", "child"],
    ["about 12", "child"],
    ["15歳", "teen"],
    ["３４", "adult"],
    ["72 years old", "elder"],
    ["unknown", "adult"],
    ["very old", "elder"],
  ])("of %s is %s", (age, band) => expect(closedAge(age)).toBe(band));
});

describe("a plot of people whom somebody has edited", () => {
  const text =
    '"Come on," said Nell. Nell was a girl of ten. The fox ran after her. "No," said the fox.\n\n"Please," said Nell.';

  it("is the same for another word of the same kind and age, and keeps the person's own kind", async () => {
    const { story, brief, concept, plot } = await readBook(text, "en", { pages: 1 });
    const edited = {
      ...concept,
      people: concept.people.map((person) =>
        person.name === "Nell" ? { ...person, age: "10" } : { ...person, kind: "camel" },
      ),
    };
    const { signal } = new AbortController();
    const again = await offlineAuthor().read("plot", { story, brief, concept: edited }, signal);
    expect(concept.people.map(({ kind }) => kind).toSorted()).toEqual(["creature", "human"]);
    expect(again.output).toEqual(plot);
  });
});
