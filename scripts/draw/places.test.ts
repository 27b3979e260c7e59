// The compositions of places: every row is of the form that docs/develop/places.md describes, every file is drawn, and code draws no other.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseThingPack } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import { COLUMNS, partsIn } from "./places/place-rows.ts";
import { compositionFiles, PLACES_FOLDER, packedThings } from "./things/pack.ts";

const HEAD = COLUMNS.join("\t");
const row = (...cells: string[]) => `${HEAD}\n${cells.join("\t")}\n`;
const NAMES = compositionFiles().map((file) => file.replace(/\.tsv$/, ""));

describe("the compositions of places", () => {
  it("are packed, each with its parts", () => {
    const pack = parseThingPack(packedThings());
    expect(NAMES.length).toBeGreaterThan(20);
    for (const name of NAMES) {
      expect(pack.partsOf(name).length, name).toBeGreaterThan(0);
      expect(JSON.stringify(pack.partsOf(name))).not.toMatch(/null|NaN|Infinity/);
    }
    expect(() => pack.partsOf("rooms/unheard-of")).toThrow(/there is no assets\/places\/rooms\/unheard-of/);
  });

  it("say what they are in a first line", () => {
    for (const file of compositionFiles())
      expect(readFileSync(join(PLACES_FOLDER, file), "utf8"), file).toMatch(/^\/\/ \S/);
  });

  it("are all drawn by code, which draws no other", () => {
    const root = join(import.meta.dirname, "../../lib/models/offline/artist");
    const built = globSync(join(root, "**/*.ts")).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"((?:rooms|town|country|near|travel)\/[a-z-]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    expect([...new Set(built)].toSorted()).toEqual(NAMES.toSorted());
  });

  it("become parts in metres", () => {
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

  it.each([
    [["cube", "", "0,0,0", "", "", "1", ""], /what is drawn is solid/],
    [["solid", "cheese", "0,0,0", "1,1,1", "0 0 0", "1", ""], /material/],
    [["solid", "", "0,0,0", "1,0,1", "0 0 0", "1", ""], /wide, high and deep/],
    [["solid", "", "0,0,0", "1,1,1", "0 0", "1", ""], /front, side and top/],
    [["solid", "", "0,0", "1,1,1", "0 0 0", "1", ""], /a point is x,y,z/],
    [["solid", "", "0,0,900", "1,1,1", "0 0 0", "1", ""], /at most 60/],
    [["face", "", "0,0,0 1,0,0", "", "0.5", "1", ""], /three corners/],
    [["face", "", "0,0,0 1,0,0 1,1,0", "1,1", "0.5", "1", ""], /has no shape/],
    [["edge", "", "0,0,0 back,0,0", "", "black", "1", ""], /in metres/],
    [["edge", "", "0,0,0 1+1,0,0", "", "black", "1", ""], /in metres/],
    [["edge", "", "0,0,0 1,0,0", "", "2", "1", ""], /between 0 and 1/],
    [["line", "", "0,0,0", "0,0 1,1", "", "1", "thick"], /runs out/],
    [["line", "", "0,0,0", "0,0 1", "", "1", "none"], /x,y/],
    [["shape", "", "0,0,0", "round 0 0 1", "black", "1", ""], /round/],
    [["glow", "", "0,0,0", "0,0", "", "", "2 7"], /strength/],
    [["edge", "", "0,0,0 1,0,0", "", "black", "1"], /7 cells/],
  ])("refuse %j", (cells, reason) => {
    expect(() => partsIn(row(...cells))).toThrow(reason);
    expect(() => partsIn(row(...cells))).toThrow(/^line 2: /);
  });

  it("refuse other columns, and a file without rows", () => {
    expect(() => partsIn("what\tmade\nsolid\twood\n")).toThrow(/the columns are/);
    expect(() => partsIn(`${HEAD}\n`)).toThrow(/nothing is drawn/);
  });
});
