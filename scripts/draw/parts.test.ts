// The drawings of `assets/parts`: each is in the subset of docs/develop/things.md, is drawn by code, and uses only names of code.
import { describe, expect, it } from "vitest";
import { ANIMAL_NAMES } from "../../lib/models/offline/artist/closed/animals.ts";
import { ViewSchema } from "../../lib/models/offline/artist/closed/staging.ts";
import { parseThingPack } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import type { Pt } from "../../lib/models/offline/artist/pen/curves.ts";
import { MATERIALS } from "../../lib/models/offline/artist/pen/materials.ts";
import { extentOf } from "../../lib/models/offline/artist/pen/pen.ts";
import type { Mark } from "../../lib/models/offline/artist/things/mark.ts";
import { drawMarks } from "../../lib/models/offline/artist/things/marks.ts";
import { packedThings, partFiles } from "./things/pack.ts";
import { marksOf } from "./things/svg-marks.ts";

const SVG = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 18 18">${inside}</svg>`;
const NAMES = partFiles().map((file) => file.replace(/\.svg$/, ""));

type Kind = "paints" | "is" | "turns" | "draws" | "made" | "frames";

/** Names that a field's drawings may use: paints, states, turns, drawers, personal parts, and frames. */
const SOLE = { paints: [], is: [], turns: [], draws: [], made: [], frames: [] };
const VIEWS = ViewSchema.options;
const COATS = ["white", "grey", "black"];
const GIVEN: Readonly<Record<string, Record<Kind, readonly string[]>>> = {
  bodies: {
    ...SOLE,
    paints: ["coat", "shade"],
    is: [...COATS, "cat", "dog", "wolf", "socked", "tipped", "plain-tailed"],
    draws: ["tail", "far-legs", "near-legs"],
  },
  birds: {
    ...SOLE,
    paints: ["coat", "wing", "tail"],
    is: [
      ...[...ANIMAL_NAMES, ...COATS, "black-wing", "pale-wing", "plain", "bibbed", "speckled"],
      ...["awake", "asleep", "long", "short", "web", "toes"],
    ],
    frames: ["leg", "neck"],
  },
  hoofed: {
    paints: ["coat", "face", "shade", "mane"],
    is: [
      ...[...COATS, "horned", "blazed", "pied", "wide", "ajar", "shut", "awake", "flown", "hanging"],
      ...ANIMAL_NAMES,
    ],
    turns: ["jaw", "near-ear", "far-ear"],
    draws: ["gape", "eyes"],
    made: [],
    frames: ["trunk", "hoof", "shin", "haunch", "forearm"],
  },
  armour: { ...SOLE, frames: ["shoulder", "cap"] },
  collars: {
    ...SOLE,
    paints: ["cloth", "shade"],
    is: [...VIEWS, ...COATS, "turned"],
    draws: ["ribs"],
    frames: ["collar", "neck"],
  },
  straps: { ...SOLE, is: VIEWS, frames: ["body", "cloak"] },
  legs: {
    ...SOLE,
    paints: ["cloth", "shade", "shoe", "sole"],
    is: ["plain", "shaded", "lit-left", "lit-right", "near", "far", "dark", "light"],
    frames: ["skirt", "trunk", "thigh", "knee", "calf", "shin", "shoe"],
  },
  folds: { ...SOLE, is: [...COATS, "upper", "lower"], frames: ["upper", "lower", "lit"] },
  grounds: { ...SOLE, is: ["some", "most"] },
  beds: { ...SOLE, frames: ["length", "sleeper", "body"] },
  seats: {
    ...SOLE,
    is: ["aside", "ahead", "writing", "eating", "day", "night"],
    frames: ["standing", "lid", "hoop"],
  },
  swords: { ...SOLE, is: ["straight", "curved", "short", "long"], frames: ["hilt"] },
  boats: { ...SOLE, frames: ["hull"] },
  crowds: {
    ...SOLE,
    paints: ["coat", "hair"],
    is: ["near", "far", "hat", "long", "short", "raised", "lowered"],
  },
  beings: {
    ...SOLE,
    paints: ["coat", "shell", "dark", "limb"],
    is: ["awake", "ahead"],
    draws: ["face"],
    frames: ["joint", "trunk", "front", "limb", "column"],
  },
  effects: { ...SOLE, paints: ["petal"], is: ["dark", "light"], frames: ["panel", "breath"] },
  perches: { ...SOLE, frames: ["panel"] },
  hats: { ...SOLE, paints: ["hat"], is: [...VIEWS, ...COATS] },
  glasses: { ...SOLE, is: VIEWS },
  heads: {
    ...SOLE,
    paints: ["fringe", "hair", "ink"],
    is: [...[...VIEWS, "young", "soft", "bold", "grown", "near"], ...["old", "white", "full", "short"]],
    frames: ["lip"],
  },
  marks: {
    ...SOLE,
    is: [...VIEWS, "deep", "light", "shade", "gloom", "fine", "far", "left", "right"],
    frames: ["eye", "mouth", "brow", "cheek", "tear"],
  },
  hair: { ...SOLE, paints: ["hair"], is: [...COATS, "dark", "light"], frames: ["blown", "nape"] },
  muzzles: {
    ...SOLE,
    is: ["black", "white", "bowed", "plain", "low"],
    draws: ["tongue"],
    frames: ["hole", "lips", "bared", "gape"],
  },
  mouths: { ...SOLE, is: ["fine", "far"], frames: ["mouth"] },
  fronts: {
    ...SOLE,
    paints: ["cloth", "shade"],
    is: [
      ...[...COATS, "pale", "grown", "young", "lit-left", "lit-right"],
      ...["left", "right"].flatMap((side) =>
        ["raised", "lowered", "pressed", "loose"].map((how) => `${side}-${how}`),
      ),
    ],
    draws: ["bands", "ridges", "scales", "skirt"],
    made: ["skin", "accent", "bottom"],
    frames: ["trunk", "sides", "front", "dark", "skirt", "vent"],
  },
  "bird-heads": { ...SOLE, paints: ["coat"], is: [...COATS, "open", "shut"] },
  animals: {
    ...SOLE,
    paints: ["coat", "inner", "near-ear", "far-ear", "near-inner", "markings"],
    is: [
      ...["", "near-", "far-"].flatMap((ear) => COATS.map((coat) => `${ear}${coat}`)),
      ...["still", "moving", "shut", "talking", "open"],
    ],
    turns: ["ears", "lift"],
    draws: ["eyes"],
  },
  hung: { ...SOLE, is: ["lit", "unlit"] },
  standing: { ...SOLE, is: ["lit", "unlit"], frames: ["board", "roof"] },
  hands: { ...SOLE, is: ["large", "small"] },
};

type Name = [Kind, string];

/** Every name in a drawing, with its kind. */
const namesIn = (marks: readonly Mark[]): Name[] =>
  marks.flatMap((mark): Name[] => {
    if ("draws" in mark) return [["draws", mark.draws]];
    if ("paint" in mark)
      return typeof mark.paint === "object" && "by" in mark.paint ? [["paints", mark.paint.by]] : [];
    if (!("group" in mark)) return [];
    const words = (mark.when ?? []).flat().map((word): Name => ["is", word]);
    const named: Name[] = [
      ...(mark.turn ? [["turns", mark.turn.by] satisfies Name] : []),
      ...(mark.own ? [["made", mark.own] satisfies Name] : []),
      ...(mark.frame ? [["frames", mark.frame] satisfies Name] : []),
    ];
    return [...words, ...named, ...namesIn(mark.group)];
  });

describe("the parts of figures", () => {
  const pack = parseThingPack(packedThings());

  it("use only names that code provides", () => {
    for (const name of NAMES) {
      const given = GIVEN[name.split("/")[0] ?? ""];
      for (const [kind, word] of namesIn(pack.drawingOf(name)))
        expect(given?.[kind], `${name}: ${kind}`).toContain(word);
    }
  });

  it("are all animals or their heads", () => {
    const animals: readonly string[] = ANIMAL_NAMES;
    for (const name of NAMES.filter((one) => /^animals\/(?!glint)/.test(one)))
      expect(animals).toContain(name.replace(/^animals\/|-head$/g, ""));
    expect(NAMES.length).toBeGreaterThan(20);
  });

  it("are drawn in the requested paints, turns and states", () => {
    const marks = marksOf(
      SVG(`<g data-turn="ears" data-share="-0.5" data-about="0 0"><path d="M0 0L10 0L10 1Z" fill="#aaa" data-paint="coat"/></g>
<circle cx="0" cy="0" r="40" fill="#000" data-when="white,grey moving"/><g data-draws="eyes"/><g data-draws="eyes" data-when="moving"/>
<path d="M0 0L1 1" fill="none" stroke="#fff" data-taper="end"/><circle cx="0" cy="0" r="2" fill="#fff" data-light="0.5"/>`),
    );
    expect(marks.slice(2)).toEqual([
      { draws: "eyes" },
      { group: [{ draws: "eyes" }], when: [["moving"]] },
      { scratch: "0,0 1,1", weight: 1, taper: "end" },
      { area: "round 0 0 2 2 8", paint: { light: 0.5 } },
    ]);
    let eyes = 0;
    const look = { paints: { coat: "white" as const }, turns: { ears: 180 }, draws: { eyes: () => eyes++ } };
    const still = extentOf((pen) => drawMarks(pen, marks, { ...look, is: ["white", "still"] }));
    const moving = extentOf((pen) => drawMarks(pen, marks, { ...look, is: ["moving", "grey"] }));
    expect(still.map((side) => Math.round(side))).toEqual([-2, -10, 2, 2]);
    expect(moving.map((side) => Math.round(side))).toEqual([-40, -39, 40, 39]);
    expect(eyes).toBe(3);
    expect(() => extentOf((pen) => drawMarks(pen, marks, { ...look, paints: {} }))).toThrow(/names coat/);
  });

  it("follow the frames of a body without distorting circles, and include personal parts", () => {
    const marks = marksOf(
      SVG(
        `<g data-frame="trunk" data-own="skin"><path d="M0 0L100 0L100 100Z"/><circle cx="50" cy="50" r="8"/><g data-pin="90 70"><path d="M0 0L40 0L40 1Z"/></g></g>`,
      ),
    );
    expect(marks).toMatchObject([{ frame: "trunk", own: "skin" }]);
    const frames = { trunk: ([x, y]: Pt): Pt => [x * 2, y * 0.1 + 7] };
    const made = { skin: MATERIALS.sand };
    expect(extentOf((pen) => drawMarks(pen, marks, { frames, made }))).toEqual([0, 4, 220, 20]);
    expect(() => extentOf((pen) => drawMarks(pen, marks, { made }))).toThrow(/names trunk/);
    expect(() => extentOf((pen) => drawMarks(pen, marks, { frames }))).toThrow(/names skin/);
  });

  it.each([
    ['<circle cx="0" cy="0" r="4" data-paint="Coat 1"/>', /a name may have letters/],
    ['<circle cx="0" cy="0" r="4" data-when="white, "/>', /a name may have letters/],
    ['<g data-turn="ears"><circle cx="0" cy="0" r="4"/></g>', /a rotation needs a point/],
    ['<g data-turn="ears" data-about="0 0" data-share="2*3"><circle cx="0" cy="0" r="4"/></g>', /a number/],
    ['<g data-pin="90"><circle cx="0" cy="0" r="4"/></g>', /a pinned group needs a point/],
    ['<circle cx="0" cy="0" r="4" data-light="3"/>', /between 0 and 1/],
  ])("refuse %s", (inside, reason) => {
    expect(() => marksOf(SVG(inside))).toThrow(reason);
  });
});
