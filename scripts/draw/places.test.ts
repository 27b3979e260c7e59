// The compositions of places: every row has the format of docs/develop/places.md, and code draws exactly the existing files.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseThingPack } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import { COLUMNS, partsIn } from "./places/place-rows.ts";
import { compositionFiles, PLACES_FOLDER, packedThings } from "./things/pack.ts";

const row = (...cells: string[]) =>
  `${COLUMNS.slice(0, Math.max(7, cells.length)).join("\t")}\n${cells.join("\t")}\n`;
/** A row with all cells, for chance, lines, conditions and repeats. */
const edge = (at: string, when = "", times = "") =>
  partsIn(row("edge", "", at, "", "black", "1", "", when, times));
const NAMES = compositionFiles().map((file) => file.replace(/\.tsv$/, ""));

describe("the compositions of places", () => {
  it("are packed with their parts", () => {
    const pack = parseThingPack(packedThings());
    expect(NAMES.length).toBeGreaterThan(20);
    for (const name of NAMES) {
      expect(pack.partsOf(name).length, name).toBeGreaterThan(0);
      expect(JSON.stringify(pack.partsOf(name))).not.toMatch(/null|NaN|Infinity/);
    }
    expect(() => pack.partsOf("rooms/unheard-of")).toThrow(/there is no assets\/places\/rooms\/unheard-of/);
  });

  it("have a description in the first line", () => {
    for (const file of compositionFiles())
      expect(readFileSync(join(PLACES_FOLDER, file), "utf8"), file).toMatch(/^\/\/ \S/);
  });

  it("are all drawn by code or by another composition, and both draw only existing ones", () => {
    const pack = parseThingPack(packedThings());
    const root = join(import.meta.dirname, "../../lib/models/offline/artist");
    const code = globSync(join(root, "**/*.ts"))
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => readFileSync(file, "utf8"));
    const named = code.flatMap((text) =>
      [...text.matchAll(/"((?:rooms|town|country|near|travel|weather|surfaces)\/[a-z-]+)"/g)].map(
        ([, name = ""]) => name,
      ),
    );
    const laid = code.flatMap((text) =>
      [...text.matchAll(/on(?:Frame|Plane)\("([a-z-]+)"\)/g)].map(([, name]) => `surfaces/${name}`),
    );
    // A name that code builds: `near/${kind}`.
    const begun = code.flatMap((text) =>
      [...text.matchAll(/`((?:rooms|town|country|near|travel|weather|surfaces)\/[a-z-]*)\$\{/g)].map(
        ([, name = ""]) => name,
      ),
    );
    const parts = NAMES.flatMap((name) =>
      pack.partsOf(name).flatMap((part) => ("name" in part && part.what !== "named" ? [part.name] : [])),
    );
    const known = new Set(NAMES);
    expect([...named, ...laid, ...parts].filter((name) => !known.has(name))).toEqual([]);
    const drawn = new Set([...named, ...laid, ...parts]);
    expect(
      NAMES.filter((name) => !drawn.has(name) && !begun.some((start) => name.startsWith(start))),
    ).toEqual([]);
  });

  it("contain no cycle", () => {
    const pack = parseThingPack(packedThings());
    const depth = (name: string, above: readonly string[]): number => {
      expect(above, name).not.toContain(name);
      const within = pack
        .partsOf(name)
        .flatMap((part) =>
          "name" in part && part.what !== "named" ? [depth(part.name, [...above, name])] : [],
        );
      return 1 + Math.max(0, ...within);
    };
    for (const name of NAMES) expect(depth(name, [])).toBeLessThan(6);
  });

  it("are parsed into parts in metres", () => {
    expect(
      partsIn(`// A box.\n${row("solid", "wood", "0,0,1", "1,2,0.5", "0.5 black white", "0.6", "")}`),
    ).toEqual([
      {
        ...{ what: "solid", made: "wood", at: [0, 0, 1], size: [1, 2, 0.5], weight: 0.6 },
        ...{ front: { tone: 0.5 }, side: "black", top: "white" },
      },
    ]);
    expect(partsIn(row("shape", "", "0,1,2", "-1,0! 0,-1 1,0!", "veil:0.3", "1", "lit"))).toEqual([
      { what: "shape", at: [0, 1, 2], curve: "-1,0! 0,-1 1,0!", paint: { veil: 0.3 }, weight: 1, lit: true },
    ]);
    expect(partsIn(row("glow", "", "0,1,2", "0,0.1", "", "", "2 0.5"))).toEqual([
      { what: "glow", at: [0, 1, 2], curve: "0,0.1", radius: 2, strength: 0.5 },
    ]);
  });

  it("are measured from lines that code provides, and vary by chance and by turns", () => {
    expect(edge("-half:0.1,0,back 1~2,0.3/0.5,0|1")).toEqual([
      {
        what: "edge",
        way: [
          [{ line: "half", sign: -1, plus: 0.1 }, 0, { line: "back", sign: 1, plus: 0 }],
          [{ least: 1, most: 2 }, { any: [0.3, 0.5] }, { turns: [0, 1] }],
        ],
        ...{ paint: "black", weight: 1 },
      },
    ]);
    expect(partsIn(row("fill", "", "", "lean:0.1,-1! 0~1,0", "white/0.4", "", ""))).toEqual([
      {
        ...{ what: "fill", at: [0, 0, 0], weight: 0 },
        curve: [
          [{ line: "lean", sign: 1, plus: 0.1 }, -1, 1],
          [{ least: 0, most: 1 }, 0],
        ],
        paint: { any: ["white", { tone: 0.4 }] },
      },
    ]);
  });

  it("are drawn under conditions, by chance, and repeatedly", () => {
    const [part] = edge(
      "0,0,0 1,0,0",
      "night,dusk steel chance:0.4 turn:0,2/3",
      "x -1 to half:0.2 by 0.4; sides",
    );
    expect(part).toMatchObject({
      ...{ when: [["night", "dusk"], ["steel"]], chance: 0.4, turns: { are: [0, 2], of: 3 } },
      times: [{ axis: 0, from: -1, to: { line: "half", sign: 1, plus: 0.2 }, by: 0.4 }, { sides: true }],
    });
    expect(edge("0,0,0 1,0,0", "", "z near to far by x1.16; xz 1,2 3,4; 2~5")[0]?.times).toEqual([
      {
        ...{ axis: 2, from: { line: "near", sign: 1, plus: 0 }, to: { line: "far", sign: 1, plus: 0 } },
        grow: 1.16,
      },
      {
        shifts: [
          [1, 0, 2],
          [3, 0, 4],
        ],
      },
      { count: 2, most: 5 },
    ]);
  });

  it("measure in units that code or a part provides", () => {
    expect(edge("0.5w,1h:-0.1~2,back 0~half:0.2,0,0")).toMatchObject([
      {
        way: [
          [
            { n: 0.5, unit: "w" },
            { least: { n: 1, unit: "h", plus: -0.1 }, most: 2 },
            { line: "back", sign: 1, plus: 0 },
          ],
          [{ least: 0, most: { line: "half", sign: 1, plus: 0.2 } }, 0, 0],
        ],
      },
    ]);
    expect(partsIn(row("fill", "", "", "round 0 0 0.5w 1 8", "0.1~0.3", "", ""))).toMatchObject([
      { curve: { round: [0, 0, { n: 0.5, unit: "w" }, 1, 8] }, paint: { least: 0.1, most: 0.3 } },
    ]);
    expect(partsIn(row("part", "", "", "rooms/bed", "", "", "w=0.4~0.6 is=lit:0.3 kind=round/pine"))).toEqual(
      [
        {
          ...{ what: "part", at: [0, 0, 0], name: "rooms/bed" },
          details: {
            ...{ w: { least: 0.4, most: 0.6 }, lit: { word: "lit", odds: 0.3 } },
            kind: { either: ["round", "pine"] },
          },
        },
      ],
    );
    expect(edge("0,0,0 1,0,0", "no-rain fine:20", "drops")).toMatchObject([
      { when: [["no-rain"]], fine: 20, times: [{ count: { line: "drops", sign: 1, plus: 0 } }] },
    ]);
  });

  it("use drawers and words that code provides", () => {
    expect(partsIn(row("tree", "", "1,0,2", "", "", "", "h=4~6 kind=kind"))).toEqual([
      { what: "tree", ats: [[1, 0, 2]], details: { h: { least: 4, most: 6 }, kind: "kind" } },
    ]);
  });

  it.each([
    [["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "Night", ""], /when must be words/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "", "w 1 to 2 by 1"], /begin with axes/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "", "x 1 to 2"], /AXIS FROM to END by STEP/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "", "xz 1 2"], /not a shift along xz/],
    [["edge", "", "0,0,0 half*2,0,0", "", "black", "1", ""], /in metres/],
    [["edge", "", "0,0,0 half:back,0,0", "", "black", "1", ""], /no sum of lengths/],
    [["panel", "", "0,0,0 1w:-1m,1h,0", "", "black", "1", ""], /no sum of lengths.*1w:-1m/],
    [["edge", "", "0,0,0 0,0,back:1h", "", "black", "1", ""], /no sum of lengths.*back:1h/],
    [["edge", "", "0,0,0 0.5w:0.1,0,0", "", "black", "1", ""], /no sum of lengths.*0\.5w:0\.1/],
    [["edge", "", "0,0,0 0,0,0~-1w:0.1", "", "black", "1", ""], /no sum of lengths/],
    [["line", "", "0,0,0", "0,0 1,1w:2h", "", "1", "none"], /no sum of lengths/],
    [["part", "", "0,0,0", "rooms/bed", "", "", "w=0.5w:0.1"], /no sum of lengths/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "", "x 0 to w:1k by 1"], /no sum of lengths/],
    [["part", "", "0,0,0", "../secret", "", "", ""], /FIELD\/NAME/],
    [["tree", "", "0,0,0", "", "", "", "h:3"], /NAME=VALUE/],
    [["cube", "", "0,0,0", "", "", "1", ""], /the drawn shape must be solid/],
    [["solid", "cheese", "0,0,0", "1,1,1", "0 0 0", "1", ""], /material/],
    [["solid", "", "0,0,0", "1,0,1", "0 0 0", "1", ""], /a width, a height and a depth/],
    [["solid", "", "0,0,0", "1,1,1", "0 0", "1", ""], /front, side and top/],
    [["solid", "", "0,0", "1,1,1", "0 0 0", "1", ""], /a point must be x,y,z/],
    [["solid", "", "0,0,61", "1,1,1", "0 0 0", "1", ""], /at most 60/],
    [["edge", "", "0,0,0 back,0,0", "", "black", "1", ""], /back is not a line across x/],
    [["edge", "", "0,0,0 0,half:1,0", "", "black", "1", ""], /half is not a line across y/],
    [["edge", "", "0,0,0 0,0,1~half", "", "black", "1", ""], /half is not a line across z/],
    [
      ["edge", "", "0,0,0 1,0,0", "", "black", "1", "", "", "x back to 2 by 1"],
      /back is not a line across x/,
    ],
    [["part", "", "0,0,0", "rooms/bed", "", "", "is=lit:often"], /in metres/],
    [["shape", "", "", "round 0 0 1w 1x2 8", "black", "1", ""], /in metres/],
    [["face", "", "0,0,0 1,0,0", "", "0.5", "1", ""], /three corners/],
    [["face", "", "0,0,0 1,0,0 1,1,0", "1,1", "0.5", "1", ""], /has no shape/],
    [["edge", "", "0,0,0 1+1,0,0", "", "black", "1", ""], /in metres/],
    [["edge", "", "0,0,0 0~2^1.6,0,0", "", "black", "1", ""], /in metres/],
    [["edge", "", "0,0,0 1,0,0", "", "2", "1", ""], /between 0 and 1/],
    [["line", "", "0,0,0", "0,0 1,1", "", "1", "thick"], /may taper/],
    [["line", "", "0,0,0", "0,0 1", "", "1", "none"], /x,y/],
    [["shape", "", "0,0,0", "round 0 0 1", "black", "1", ""], /round/],
    [["glow", "", "0,0,0", "0,0", "", "", "2 7"], /strength/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1"], /7 cells/],
  ])("refuse %j", (cells, reason) => {
    expect(() => partsIn(row(...cells))).toThrow(reason);
    expect(() => partsIn(row(...cells))).toThrow(/^line 2: /);
  });

  it("are refused with other columns, or without rows", () => {
    expect(() => partsIn("what\tmade\nsolid\twood\n")).toThrow(/the columns are/);
    expect(() => partsIn(`${COLUMNS.join("\t")}\n`)).toThrow(/nothing is drawn/);
  });
});
