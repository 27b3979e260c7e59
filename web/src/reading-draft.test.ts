// The corrections of a reading as a person makes them, and as the request has them: the service accepts every one.
import { describe, expect, it } from "vitest";
import { GivenSchema } from "../../lib/manga/given.ts";
import {
  countOf,
  draftFor,
  givenOf,
  NO_DRAFT,
  nameIn,
  readDraftOf,
  sameNames,
  speakerIn,
  withAdded,
  withMerged,
  withoutPerson,
  withPerson,
} from "./reading-draft.ts";

const START = draftFor(NO_DRAFT, "A story.");

describe("the corrections of a reading", () => {
  it("become a request that the service accepts", () => {
    let draft = withPerson(START, "Tom", { name: "Thomas", age: "72", sex: "male" });
    draft = withMerged(draft, "the man", "Tom");
    draft = withoutPerson(draft, "gull");
    draft = withAdded(draft);
    draft = withPerson(draft, "+1", { name: " Vera ", traits: "glasses" });
    draft = { ...draft, speakers: { u0002: "+1", u0004: null, u0006: "the man" } };
    draft = { ...draft, places: { station: { kind: "lighthouse" } } };
    const given = givenOf(draft);
    expect(given).toEqual({
      people: [
        { name: "Tom", rename: "Thomas", age: "72", sex: "male" },
        { name: "the man", into: "Tom" },
        { name: "gull", removed: true },
        { name: "Vera", traits: "glasses" },
      ],
      speakers: [
        { unit: "u0002", speaker: "Vera" },
        { unit: "u0004", speaker: null },
        { unit: "u0006", speaker: "the man" },
      ],
      places: [{ place: "station", kind: "lighthouse" }],
    });
    expect(GivenSchema.parse(given)).toEqual(given);
    expect(countOf(draft)).toBe(8);
  });

  it("are nothing where everything was taken back", () => {
    expect(givenOf(START)).toBeUndefined();
    let draft = withPerson(withPerson(START, "Tom", { age: "72" }), "Tom", { age: undefined });
    expect([givenOf(draft), countOf(draft)]).toEqual([undefined, 0]);
    draft = withoutPerson(withAdded(START), "+1");
    expect([givenOf(draft), countOf(draft)]).toEqual([undefined, 0]);
    expect(givenOf(withAdded(START))).toBeUndefined();
    expect(givenOf(withPerson(START, "Tom", { name: "  " }))).toBeUndefined();
  });

  it("free whoever was merged with somebody who leaves, and drop the lines of whoever leaves", () => {
    let draft = withMerged(withMerged(START, "boy", "Tom"), "Tom", "Mina");
    expect([speakerIn(draft, "boy"), speakerIn(draft, "Tom")]).toEqual(["Mina", "Mina"]);
    draft = { ...draft, speakers: { u0002: "Mina" } };
    draft = withoutPerson(draft, "Mina");
    expect(givenOf(draft)).toEqual({ people: [{ name: "Mina", removed: true }], speakers: [], places: [] });
    expect(speakerIn(draft, "Mina")).toBeNull();
  });

  it("keep people but no lines for another text", () => {
    const draft = { ...withPerson(START, "Tom", { age: "72" }), speakers: { u0002: null } };
    expect(draftFor(draft, "A story.")).toBe(draft);
    expect(givenOf(draftFor(draft, "Another story."))).toMatchObject({
      people: [{ name: "Tom" }],
      speakers: [],
    });
  });

  it("show who would have the same name", () => {
    const draft = withPerson(START, "Tom", { name: "mina" });
    expect([...sameNames(draft, ["Mina", "Tom", "Ken"])]).toEqual(["Tom"]);
    expect(nameIn(draft, "Ken")).toBe("Ken");
  });

  it("are read from storage only in their own form", () => {
    expect(readDraftOf(JSON.parse(JSON.stringify(START)))).toEqual(START);
    for (const kept of [undefined, null, 3, "x", {}, { ...START, people: [] }, { ...START, added: {} }])
      expect(readDraftOf(kept)).toBeUndefined();
  });
});
