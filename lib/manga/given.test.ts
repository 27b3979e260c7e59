import { describe, expect, it, test } from "vitest";
import { GivenSchema } from "./given.ts";

const faultOf = (told: unknown) => {
  const { error } = GivenSchema.safeParse(told);
  const [first] = error?.issues ?? [];
  return first && { at: first.path.join("."), message: first.message };
};

describe("what a person says of a story", () => {
  it("may be nothing, or several things of one person", () => {
    expect(GivenSchema.parse({})).toEqual({ people: [], speakers: [], places: [] });
    const person = { name: " Tom ", rename: "Thomas", sex: "male", age: "72", traits: "short white hair" };
    expect(GivenSchema.parse({ people: [person] }).people).toEqual([{ ...person, name: "Tom" }]);
  });

  test.each<[unknown, string, string]>([
    [{ people: [{ name: "Tom" }, { name: "tom " }] }, "people.1.name", "listed twice"],
    [{ people: [{ name: "Tom", into: "the Tom" }] }, "people.0.into", "cannot be merged with themselves"],
    [{ people: [{ name: "Tom", into: "Mina", removed: true }] }, "people.0.into", "removed and merged"],
    [
      {
        people: [
          { name: "Mina", removed: true },
          { name: "Tom", into: "Mina" },
        ],
      },
      "people.1.into",
      "Mina is removed, so Tom",
    ],
    [
      {
        people: [
          { name: "Mina", into: "Tom" },
          { name: "Tom", into: "Mina" },
        ],
      },
      "people.0.into",
      "Tom is merged with Mina",
    ],
    [
      { people: [{ name: "Mina" }, { name: "Tom", rename: "MINA" }] },
      "people.1.rename",
      "would have the same name",
    ],
    [
      {
        people: [{ name: "Tom", removed: true }],
        speakers: [{ unit: "u0001", speaker: "Tom" }],
      },
      "speakers.0.speaker",
      "Tom is removed",
    ],
    [
      {
        speakers: [
          { unit: "u0001", speaker: "Tom" },
          { unit: "u0001", speaker: null },
        ],
      },
      "speakers.1.unit",
      "two speakers",
    ],
    [{ places: [{ place: "Station" }, { place: "the station" }] }, "places.1.place", "listed twice"],
    [{ people: [{ name: "x".repeat(61) }] }, "people.0.name", "60"],
    [{ people: [{ name: "Tom", look: "tall" }] }, "people.0", "look"],
    [{ people: Array.from({ length: 81 }, (_, at) => ({ name: `P${at}` })) }, "people", "80"],
    [{ speakers: [{ unit: "'; drop", speaker: null }] }, "speakers.0.unit", ""],
  ])("names what contradicts: %j", (told, at, message) => {
    expect(faultOf(told)).toEqual({ at, message: expect.stringContaining(message) });
  });
});
