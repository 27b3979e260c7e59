// The classes of the cast's score: found, invented, wrong and unknown.
import { describe, expect, it } from "vitest";
import { matchPeople } from "../matched-people.ts";
import { person, sampleStory } from "../sample-labels.ts";
import { kindAgrees, scoreCast, traitAgrees } from "./cast-scores.ts";

const { labels } = sampleStory();
const [ann, bell] = labels.cast;
if (ann === undefined || bell === undefined) throw new Error("the sample has a cast");

describe("the score of a cast", () => {
  it("counts invented people of the book, and found people among those who act or speak twice", () => {
    const people = [
      person("c1", "Ann"),
      person("c2", "the girl"),
      person("c3", "sister"),
      person("c4", "the sea"),
    ];
    const { strangers, found, misses } = scoreCast(people, matchPeople(people, labels.cast), labels);
    expect(strangers).toEqual({ part: 2, of: 4 });
    expect(found).toEqual({ part: 1, of: 2 });
    expect(misses).toEqual(
      expect.arrayContaining(["double: the girl", "invented: the sea", "not found: Mr. Bell"]),
    );
  });

  it("compares only labelled traits, and distinguishes wrong from unknown", () => {
    expect(traitAgrees("sex", person("c1", "Ann", { sex: "male" }), ann)).toBe("wrong");
    expect(traitAgrees("sex", person("c1", "Ann"), ann)).toBe("unknown");
    expect(traitAgrees("age", person("c1", "Bell", { age: "72" }), bell)).toBe("right");
    expect(traitAgrees("age", person("c1", "Ann", { age: "15" }), ann)).toBe("wrong");
    expect(
      traitAgrees("age", person("c1", "sister", { age: "adult" }), { ...ann, age: "?" }),
    ).toBeUndefined();
  });

  it.each([
    ["human", "group of humans", "right"],
    ["creature", "horse", "right"],
    ["cat", "group of wildcats", "right"],
    ["cat", "whale", "wrong"],
    ["human", "dog", "wrong"],
    ["unknown", "dog", "unknown"],
  ])("a %s for a %s is %s", (own, labelled, agreement) => {
    expect(kindAgrees(own, labelled)).toBe(agreement);
  });
});
