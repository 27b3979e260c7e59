import { describe, expect, it } from "vitest";
import { withPause } from "./pauses.ts";
import { acting, beat, line } from "./sample-beats.ts";

const said = (change = {}) =>
  beat("b1", {
    ...{ kind: "dialogue", figures: [acting("c1"), acting("c2", { feeling: "startled" })] },
    lines: [line("c1", "Out!", { voice: "shout" })],
    ...change,
  });
const told = (id: string, change = {}) =>
  beat(id, { caption: "It was late.", figures: [acting("c1")], ...change });

const added = (beats: ReturnType<typeof beat>[], isTurned = false) =>
  withPause(beats, { language: "en", isTurned }).flatMap((one, at) =>
    beats.includes(one) ? [] : [{ at, ...one }],
  );

describe("a silent panel", () => {
  it("shows the listener after a line", () => {
    expect(added([told("b2"), said(), told("b3")])).toMatchObject([
      { at: 2, kind: "reaction", units: [], lines: [], caption: "", figures: [{ character: "c2" }] },
    ]);
  });

  it("shows the recipient of an action, in preference to a listener", () => {
    const struck = told("b2", { figures: [acting("c1", { doing: "strikes", to: "c2" }), acting("c2")] });
    expect(added([said(), struck])).toMatchObject([
      { at: 2, figures: [{ character: "c2", doing: "stand" }] },
    ]);
  });

  it("keeps the seat and the held or carried things of the person", () => {
    const sits = acting("c2", { doing: "sit", seat: "stool", hands: [{ what: "cup" }] });
    expect(added([said({ figures: [acting("c1"), sits] })])).toMatchObject([
      { figures: [{ doing: "sit", seat: "stool", hands: [{ what: "cup" }] }] },
    ]);
    const bag = { what: "bag", how: "round the shoulders" };
    expect(added([said({ figures: [acting("c1"), acting("c2", { hands: [bag] })] })])).toMatchObject([
      { figures: [{ doing: "stand", hands: [bag] }] },
    ]);
    const key = { what: "key" };
    expect(
      added([said({ figures: [acting("c1"), acting("c2", { doing: "hold key", hands: [key] })] })]),
    ).toMatchObject([{ figures: [{ doing: "stand", hands: [key] }] }]);
  });

  it("shows empty hands after an action that may have let go of the thing", () => {
    const throws = acting("c2", { doing: "throws", hands: [{ what: "ball" }] });
    expect(added([said({ figures: [acting("c1"), throws] })])).toMatchObject([{ figures: [{ hands: [] }] }]);
  });

  it("shows the place before a new scene if nobody reacts, unless the place is a guess", () => {
    const next = told("b2", { scene: "s2" });
    expect(added([told("b1"), next])).toMatchObject([{ at: 1, kind: "establish", scene: "s2", figures: [] }]);
    expect(added([told("b1"), { ...next, guessed: ["place"] }])).toEqual([]);
    expect(added([told("b1", { figures: [] }), next])).toEqual([]);
  });

  it("shows the last person before a page turn, unless they are a guess", () => {
    const beats = [told("b1"), told("b2", { figures: [acting("c2")] })];
    expect(added(beats, true)).toMatchObject([{ at: 2, figures: [{ character: "c2" }] }]);
    expect(added(beats)).toEqual([]);
    expect(added([told("b1", { guessed: ["who"] })], true)).toEqual([]);
  });

  it("reports no guess of identity for a person who certainly spoke", () => {
    const figures = [acting("c1", { feeling: "sad" })];
    const [pause] = added([said({ guessed: ["who", "hour"], figures })]);
    expect(pause).toMatchObject({ figures: [{ character: "c1" }], guessed: ["hour"] });
  });

  it("is not added if the page has one, is full, or the person is uncertain", () => {
    expect(added([said(), beat("b2", { figures: [acting("c1")] })])).toEqual([]);
    expect(added([1, 2, 3, 4, 5, 6, 7].map((n) => said({ id: `b${n}` })))).toEqual([]);
    expect(added([said({ guessed: ["who"] })])).toEqual([]);
    expect(added([said({ lines: [line("c1", "Out!", { speaker: null, guessed: true })] })])).toEqual([]);
    expect(added([told("b1", { caption: "word ".repeat(120) }), said()])).toEqual([]);
  });
});
