// Things that a page names but would not show: they get inserts, or panels are framed so that they show them.
import { describe, expect, it } from "vitest";
import type { Beat } from "../manga/plot.ts";
import { withUnseen } from "./inserts.ts";
import { pageToDraw } from "./page-to-draw.ts";
import type { FramedBeat } from "./pictures.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";
import type { Framed } from "./shots.ts";

const close: Framed = { shot: "close", angle: "level", cut: "all", who: ["c1"] };
const full: Framed = { shot: "full", angle: "level", cut: "all", who: ["c1"] };

/** A page of these beats and framings, with room for `most` panels and one alternative framing for each. */
function page(
  beats: readonly Beat[],
  framings: readonly Framed[],
  { most = 7, hook = false, other = full, people = [person("c1")] } = {},
) {
  const panels = beats.flatMap((one, at): FramedBeat[] => {
    const framing = framings[at];
    return framing ? [{ beat: one, framing, at }] : [];
  });
  const request = pageToDraw(inputOf(plotOf([[...beats]]), people));
  return withUnseen(panels, { most, hook, others: () => [other] }, request);
}

const told = (panels: readonly FramedBeat[]) =>
  panels.map(
    ({ framing: { shot, cut }, beat: { things, lines } }) =>
      `${shot} ${cut} ${things.map(({ what }) => what)} ${lines.length}`,
  );

const mio = [acting("c1")];
const table = beat("b1", { figures: mio, things: [{ what: "cup" }, { what: "letter" }] });
const next = beat("b2", { figures: mio });

describe("a thing that its panel does not show", () => {
  it("gets an insert after its panel, with the things beside it and without words", () => {
    const panels = page([table, next], [close, full]);
    expect(told(panels)).toEqual(["close all cup,letter 0", "detail all cup,letter 0", "full all  0"]);
    expect(panels[1]?.beat).toMatchObject({ units: [], caption: "", weight: 1, figures: [] });
  });

  it("leaves the chapter's heading at the first panel", () => {
    const panels = page([{ ...table, chapter: "One" }, next], [close, full]);
    expect(panels.map((panel) => panel.beat.chapter)).toEqual(["One", undefined, undefined]);
  });

  it("is shown in the hand that holds it, unless the hand is raised beside the face", () => {
    const holding = (doing: string) =>
      beat("b1", {
        things: [{ what: "ring" }],
        figures: [acting("c1", { doing, hands: [{ what: "ring" }] })],
      });
    expect(told(page([holding("lies on her back")], [close]))).toEqual([
      "close all ring 0",
      "detail hands ring 0",
    ]);
    expect(told(page([holding("holds up a ring")], [close]))).toEqual(["close all ring 0"]);
  });

  it("gets no insert if its panel shows it, or if a person sits on it", () => {
    expect(page([table], [full])).toHaveLength(1);
    const sits = beat("b1", {
      things: [{ what: "chair" }],
      figures: [acting("c1", { doing: "sits on a chair" })],
    });
    expect(page([sits], [close])).toHaveLength(1);
  });

  it("is shown by another framing of its panel if the page is full or the next panel is a detail", () => {
    expect(told(page([table], [close], { most: 1 }))).toEqual(["full all cup,letter 0"]);
    const detail: Framed = { shot: "detail", angle: "level", cut: "eyes", who: ["c1"] };
    expect(told(page([table, next], [close, detail]))).toEqual(["full all cup,letter 0", "detail eyes  0"]);
  });

  it("gets an insert if it is thrown", () => {
    const throws = beat("b1", {
      things: [{ what: "rice-ball" }],
      figures: [acting("c1", { doing: "throws a rice ball", hands: [{ what: "rice-ball" }] })],
    });
    expect(told(page([throws], [full]))).toEqual(["full all rice-ball 0", "detail all rice-ball 0"]);
  });

  it("gets an insert if it rings", () => {
    const rings = beat("b1", { things: [{ what: "bell", how: "rings" }], figures: mio });
    expect(told(page([rings], [full]))).toEqual(["full all bell 0", "detail all bell 0"]);
  });

  it("gets an insert if it is inside another thing and its panel is a long shot", () => {
    const long: Framed = { ...full, shot: "long" };
    const basket = { what: "basket" };
    const inside = beat("b1", { things: [{ what: "loaf", where: "in the basket" }, basket], figures: mio });
    expect(told(page([inside], [long], { other: long }))).toEqual([
      "long all loaf,basket 0",
      "detail all loaf 0",
    ]);
    expect(page([inside], [full])).toHaveLength(1);
    expect(page([{ ...inside, things: [{ what: "loaf" }, basket] }], [long])).toHaveLength(1);
  });

  it("is shown by another framing if it is in a second hand below a bust, or in the hand of a falling person seen from above", () => {
    const doing = (words: string, ...what: string[]) =>
      beat("b1", {
        things: what.map((one) => ({ what: one })),
        figures: [acting("c1", { doing: words, hands: what.map((one) => ({ what: one })) })],
      });
    const bust: Framed = { ...full, shot: "bust" };
    expect(told(page([doing("holds it", "cup", "letter")], [bust], { most: 1 }))).toEqual([
      "full all cup,letter 0",
    ]);
    expect(told(page([doing("holds it", "cup")], [bust], { most: 1 }))).toEqual(["bust all cup 0"]);
    const above: Framed = { ...full, angle: "high" };
    const shown = (words: string) =>
      page([doing(words, "towel")], [above], { most: 1 }).map(({ framing }) => framing.angle);
    expect(shown("falls")).toEqual(["level"]);
    expect(shown("stands")).toEqual(["high"]);
  });

  it("is shown by another framing if an animal bends down to it below a half shot", () => {
    const half: Framed = { ...full, shot: "half" };
    const eats = beat("b1", {
      things: [{ what: "scarf" }],
      figures: [acting("c1", { doing: "eats a scarf", hands: [{ what: "scarf" }] })],
    });
    const of = (kind: string) => page([eats], [half], { most: 1, people: [person("c1", { kind })] });
    expect(told(of("cow"))).toEqual(["full all scarf 0"]);
    expect(told(of("human"))).toEqual(["half all scarf 0"]);
  });

  it("is shown by another framing if a detail has several pieces of furniture, or by an insert if it is the fifth thing lying about", () => {
    const detail: Framed = { shot: "detail", angle: "level", cut: "all", who: [] };
    const wide: Framed = { shot: "establishing", angle: "level", cut: "all", who: [] };
    const room = (...what: string[]) => beat("b1", { things: what.map((one) => ({ what: one })) });
    const framed = (...what: string[]) =>
      page([room(...what)], [detail], { most: 1, other: wide })[0]?.framing.shot;
    expect(framed("armchair", "fireplace", "bed")).toBe("establishing");
    expect(framed("armchair", "cup")).toBe("detail");
    const five = ["cup", "letter", "book", "key", "coin"].map((what) => ({ what }));
    const panels = page([beat("b1", { things: five, figures: mio }), next], [full, close]);
    expect(told(panels)).toEqual([
      "full all cup,letter,book,key,coin 0",
      "detail all coin 0",
      "close all  0",
    ]);
  });

  it("gets an insert if it is furniture and its panel is a half shot of a cat", () => {
    const half: Framed = { ...full, shot: "half" };
    const under = beat("b1", { things: [{ what: "chair" }], figures: mio });
    const of = (kind: string) => page([under], [half], { other: half, people: [person("c1", { kind })] });
    expect(told(of("cat"))).toEqual(["half all chair 0", "detail all chair 0"]);
    expect(of("human")).toHaveLength(1);
  });

  it("gets no insert if it is too large for a detail", () => {
    const late = beat("b1", { figures: mio, things: [{ what: "car", near: true }] });
    expect(page([late], [close], { other: close })).toHaveLength(1);
  });

  it("gets a full shot if it is an animal", () => {
    const heron = beat("b1", { figures: mio, things: [{ what: "heron" }] });
    expect(told(page([heron, { ...next, scene: "s1" }], [close, close], { other: close }))).toEqual([
      "close all heron 0",
      "full all heron 0",
      "close all  0",
    ]);
  });

  it("gets no insert as the last panel of a page with a hook", () => {
    expect(told(page([table], [close], { hook: true }))).toEqual(["full all cup,letter 0"]);
    expect(told(page([table], [close]))).toEqual(["close all cup,letter 0", "detail all cup,letter 0"]);
  });

  it("gets an insert before its panel if it is an opening door", () => {
    const enters = beat("b2", {
      figures: [acting("c1", { doing: "comes in" })],
      things: [{ what: "door", how: "opens" }],
    });
    expect(told(page([next, enters], [full, close]))).toEqual([
      "full all  0",
      "detail all door 0",
      "close all door 0",
    ]);
  });

  it("is one of at most two inserts of its page", () => {
    const things = ["cup", "letter", "book", "key"].map((what, at) =>
      beat(`b${at + 1}`, { figures: mio, things: [{ what }] }),
    );
    const panels = page(things, [close, close, close, close], { other: close });
    expect(panels.filter(({ framing }) => framing.shot === "detail")).toHaveLength(2);
  });

  it("gets one insert after the second panel of an exchange", () => {
    const lines = [line("c1", "Where is my cup?")];
    const two = [0, 1].map((at) => ({ beat: { ...table, lines }, framing: close, at }));
    const request = pageToDraw(inputOf(plotOf([[table]]), [person("c1")]));
    const panels = withUnseen(two, { most: 7, hook: false, others: () => [] }, request);
    expect(panels.map(({ framing }) => framing.shot)).toEqual(["close", "close", "detail"]);
  });
});
