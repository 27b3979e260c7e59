// Positions of figures, their directions, and what they hold.
import { describe, expect, it } from "vitest";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import { placeFigures } from "./blocking.ts";
import { acting, beat, line, plotOf } from "./sample-beats.ts";
import type { Framing } from "./shots.ts";
import { isCrossed, sidesOf } from "./sides.ts";

const FULL: Framing = { shot: "full", angle: "level", cut: "all" };

function place(one: Beat, framing = FULL, direction: "rtl" | "ltr" = "ltr") {
  const ids = one.figures.map(({ character }) => character);
  return placeFigures(one, framing, {
    direction,
    humans: new Set(ids),
    sides: sidesOf(plotOf([[one]]), "s1", direction),
    random: seededRandom(7, "a test"),
  });
}

const two = (first: Partial<Acting>, second: Partial<Acting> = {}) =>
  beat("b1", { figures: [acting("c1", first), acting("c2", second)] });

describe("sidesOf", () => {
  const talk = beat("b1", {
    figures: [acting("c1"), acting("c2")],
    lines: [line("c2", "Well?"), line("c1", "Well.")],
  });

  it.each([
    ["ltr", true],
    ["rtl", false],
  ] as const)("puts the first speaker on the side that is read first: %s", (direction, isLeft) => {
    const sides = sidesOf(plotOf([[talk]]), "s1", direction);
    expect((sides.get("c2") ?? 0) < (sides.get("c1") ?? 0)).toBe(isLeft);
    expect(isCrossed(talk, sides, direction)).toBe(false);
    expect(isCrossed({ ...talk, lines: talk.lines.toReversed() }, sides, direction)).toBe(true);
  });
});

describe("people in a picture", () => {
  it("face each other", () => {
    const [left, right] = place(two({})).toSorted((a, b) => a.side - b.side);
    expect([left?.facing, right?.facing]).toEqual(["right", "left"]);
  });

  it('face away if their gaze is "away"', () => {
    const [away, other] = place(two({ gaze: "away" }));
    expect(away?.facing).toBe(other?.facing);
  });

  it("are at the position of the person who carries them", () => {
    const carried = two({ doing: "抱き上げる" }, { carriedBy: "c1" });
    for (const shot of ["half", "full", "long"] as const) {
      const [bearer, borne] = place(carried, { ...FULL, shot });
      expect([borne?.side, borne?.depth]).toEqual([bearer?.side, bearer?.depth]);
    }
  });

  it("are farther back in a half shot if another person speaks, and on one depth if nobody does", () => {
    const half = { ...FULL, shot: "half" } as const;
    const depths = (one: Beat) => place(one, half).map(({ depth }) => depth);
    expect(depths(two({}))).toEqual([0, 0]);
    expect(depths({ ...two({}), lines: [line("c2", "Well?")] }).toSorted()).toEqual([0, 1]);
  });

  it("who walk face the same way, unless they look at each other", () => {
    const [first, second] = place(two({ doing: "walks home" }, { doing: "walks home" }));
    expect([first?.facing, second?.facing]).toEqual(["right", "right"]);
    const meeting = two({ doing: "runs", gaze: "c2" }, { doing: "runs", gaze: "c1" });
    expect(new Set(place(meeting).map(({ facing }) => facing)).size).toBe(2);
  });

  it("show their back if the speaker is framed over their shoulder", () => {
    const asks = { ...two({}, { doing: "waits" }), lines: [line("c1", "Well?")] };
    const [speaker, listener] = place(asks, { shot: "half", angle: "level", cut: "over" });
    expect(speaker).toMatchObject({ character: "c1", speaks: true, depth: 1 });
    expect(listener).toMatchObject({ character: "c2", view: "back", depth: 0 });
  });

  it("keep a thing unless another person takes it or the hands are needed", () => {
    const kept = { what: "lantern", how: "kept" };
    const held = (one: Beat) => place(one).map(({ hands }) => hands.map(({ what }) => what).join());
    expect(held(two({ hands: [{ what: "cup" }, kept] }))).toEqual(["cup,lantern", ""]);
    expect(held(two({ hands: [kept] }, { hands: [{ what: "lantern" }] }))).toEqual(["", "lantern"]);
    expect(held(two({ hands: [{ what: "guitar" }, kept] }))).toEqual(["guitar", ""]);
    expect(held(two({ doing: "prays", hands: [{ what: "cup" }, kept] }))).toEqual(["cup", ""]);
  });

  it("have worn and pushed things besides the held ones", () => {
    const hands = [{ what: "cup" }, { what: "key" }, { what: "basket", how: "on the back" }];
    expect(place(two({ hands }))[0]?.hands).toEqual(hands);
  });

  it("have empty hands in shots of eyes and feet", () => {
    const one = beat("b1", {
      figures: [acting("c1", { doing: "runs along the quay", hands: [{ what: "cup" }] })],
    });
    const cut = (name: "eyes" | "feet") => place(one, { shot: "detail", angle: "level", cut: name })[0];
    expect(cut("eyes")).toMatchObject({ doing: "stand", hands: [] });
    expect(cut("feet")).toMatchObject({ doing: "walk", hands: [] });
  });
});
