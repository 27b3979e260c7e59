// Agreement of names, and matching of a book's people with the labelled cast.
import { describe, expect, it } from "vitest";
import { matchPeople, namesAgree } from "./matched-people.ts";
import { person, sampleStory } from "./sample-labels.ts";

describe("names", () => {
  it.each([
    ["The policeman", "policeman", 3],
    ["her father", "Father", 3],
    ["Framton Nuttel", "Mr. Nuttel", 2],
    ["the children", "child", 3],
    ["tall man", "man", 2],
    ["Mr. Sappleton", "Mrs. Sappleton", 0],
    ["West", "Mariner", 0],
    ["橋本さん", "橋本", 3],
    ["猫背の馭者", "馭者", 2],
    ["橋本", "橋本のおじさん", 0],
    ["私", "ぼく", 0],
  ])("%s and %s agree by %d points", (a, b, points) => {
    expect(namesAgree(a, b)).toBe(points);
    expect(namesAgree(b, a)).toBe(points);
  });
});

describe("matching people", () => {
  const { cast } = sampleStory().labels;

  it("matches each labelled person once, and classifies the others as doubles or invented", () => {
    const people = [
      person("c1", "Mr. Bell"),
      person("c2", "old man"),
      person("c3", "Frost"),
      person("c4", "girl"),
    ];
    const { labelOf, doubles, invented } = matchPeople(people, cast);
    expect(Object.fromEntries(labelOf)).toEqual({ c1: "c2", c4: "c1" });
    expect(Object.fromEntries(doubles)).toEqual({ c2: "c2" });
    expect(invented).toEqual(["c3"]);
  });

  it("prefers the person with the same lines among people with equal names", () => {
    const people = [person("c1", "Mr. Bell"), person("c2", "the old man")];
    const lines = [{ speaker: "c2", labelled: ["c2"] }];
    expect(matchPeople(people, cast, lines).labelOf).toEqual(new Map([["c2", "c2"]]));
  });

  it("handles thousands of names", () => {
    const crowd = Array.from({ length: 400 }, (_, at) =>
      person(`c${at + 1}`, `man of the ${"very ".repeat(at % 40)}end`),
    );
    expect(matchPeople(crowd, cast).labelOf.size).toBeLessThanOrEqual(cast.length);
  });
});
