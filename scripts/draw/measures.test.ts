// The measure tables: every row has the format of docs/develop/measures.md, and each table has the rows that code reads.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ANIMAL_NAMES } from "../../lib/models/offline/artist/closed/animals.ts";
import { ClothesSchema, FillSchema, HairSchema } from "../../lib/models/offline/artist/closed/cast.ts";
import {
  ExpressionSchema,
  HourSchema,
  MoodSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
  ShotSchema,
  ViewSchema,
} from "../../lib/models/offline/artist/closed/staging.ts";
import { parseThingPack, THING_PACK } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import { GROUNDS, STUFFS } from "../../lib/models/offline/artist/closed/told.ts";
import { MATERIAL_NAMES } from "../../lib/models/offline/artist/pen/material-names.ts";
import { measuresIn } from "./measures/measure-rows.ts";
import { compositionFiles, MEASURES_FOLDER, measureFiles, packedThings } from "./things/pack.ts";

const ANIMALS = ["hoofed", "breeds", "birds", "small-beasts"];
/** Tables whose row names are compared with other lists. */
const TABLES = [
  "fringes",
  "heads",
  "long-heads",
  "pawed-postures",
  "gaits",
  "both-ways",
  "rooms",
  "middle-ground",
];
/** Expected rows of a table: all of a list, or at least some of it. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  places: PlaceKindSchema.options,
  materials: MATERIAL_NAMES,
  skies: [...HourSchema.options, "grey"],
  hours: HourSchema.options,
  felt: MoodSchema.options,
  surfaces: GROUNDS,
  stuffs: STUFFS,
  shots: ShotSchema.options,
  "still-lifes": ["one", "two-wide", "two-tall", "three", "three-wide", "three-tall", "four", "four-wide"],
  poses: PoseSchema.options,
  "beast-poses": PoseSchema.options,
  expressions: ExpressionSchema.options,
  mouths: [
    ...["line", "smile", "smirk", "frown", "wavy", "laugh", "grin", "shout", "gasp", "scream", "small"],
    ...["oh", "uneasy", "quiver", "snarl", "firm", "talk", "clench", "cry"],
  ],
  cuts: ClothesSchema.shape.top.options,
  manners: [...["up", "onto", "rail", "ladder", "keys", "ground", "afoot", "astride", "pickaback", "afloat"]],
  hats: ClothesSchema.shape.hat.options,
  haircuts: HairSchema.shape.style.options.filter((style) => style !== "bald"),
  "eye-cuts": ["round", "almond", "sharp", "droopy", "sleepy", "plain", "keen", "narrow", "small"],
  "face-sorts": ["child", "girl", "boy", "woman", "man", "oldWoman", "oldMan"],
  touches: [
    ...["chin", "mouth", "cheek", "beside", "aloft", "eyes", "ear", "temple", "nape", "chest", "belly"],
    ...["hip", "pocket", "across", "clasp", "behind", "knee"],
  ],
  views: ViewSchema.options,
  "face-shapes": ["even", "round", "tapered", "square", "long", "pointed"],
  hairlines: ["covering", "curls"],
  hems: ["straight", "points", "curls"],
  fills: FillSchema.options,
  weaves: ["stripes", "checks", "dots", "arrows", "pinstripes", "bands"],
  lairs: ["grass", "sand", "boards", "stones", "snow"],
  "pose-sets": [
    ...["takes-both", "rests", "at-face", "needs-both", "in-hand", "given", "shares", "arms", "arms-animal"],
    ...["bears", "arms-free", "up", "curls", "busy", "hangs", "at-ease", "stirred"],
  ],
  strewn: ["grass", "sand", "stones", "snow"],
  profiles: ["child", "soft", "firm", "bold", "old"],
  "limb-ways": [
    ...["welcoming", "cradle", "biting", "gripping", "reaching", "over", "eye", "giving"],
    ...["wrapped", "hauling", "far-low", "near-low", "far-high", "near-high", "near-beside"],
    ...["near-aloft", "far-beside", "far-aloft", "near-up", "far-aside", "offering", "at-chest"],
    ...["near-hangs", "far-hangs", "far-free", "balancing", "on-board", "on-low-seat", "lying"],
  ],
  stances: [
    ...["easy", "telling", "closed", "hard", "merry", "proud", "startled", "fearful", "shy", "uncanny"],
    ...["cry", "tired", "pain", "thoughtful", "terrified", "asleep"],
  ],
};
const SOME: Readonly<Record<string, readonly string[]>> = {
  shades: ExpressionSchema.options,
  borne: ExpressionSchema.options,
  bearings: ExpressionSchema.options,
  shafts: PropSchema.options,
  instruments: PropSchema.options,
  handled: PropSchema.options,
  "pose-variants": PoseSchema.options,
};
const namesIn = (table: string): string[] => THING_PACK.measuresOf(table).map(({ name }) => name);

describe("the tables of measures", () => {
  it("are packed with all rows, and have a description", () => {
    const pack = parseThingPack(packedThings());
    for (const file of measureFiles()) {
      expect(readFileSync(join(MEASURES_FOLDER, file), "utf8"), file).toMatch(/^\/\/ \S/);
      expect(pack.measuresOf(file.replace(/\.tsv$/, "")).length, file).toBeGreaterThan(1);
    }
    expect(() => pack.measuresOf("unheard-of")).toThrow(/there is no assets\/measures\/unheard-of/);
  });

  it("have a row for everything that is drawn from them, and no other row", () => {
    for (const [table, names] of Object.entries(WHOLE))
      expect([...new Set(namesIn(table))].toSorted(), table).toEqual(names.toSorted());
    for (const [table, names] of Object.entries(SOME))
      for (const name of namesIn(table)) expect(names, table).toContain(name);
    const animals: readonly string[] = ANIMAL_NAMES;
    const built = ANIMALS.flatMap(namesIn);
    expect(new Set(built).size).toBe(built.length);
    for (const name of built) expect(animals).toContain(name);
    expect(namesIn("heads").toSorted()).toEqual(namesIn("breeds").toSorted());
    expect(new Set(namesIn("pawed-postures").map((name) => name.replace(/-.*/, "")))).toEqual(
      new Set(THING_PACK.measuresOf("breeds").map(({ form }) => form)),
    );
    expect(namesIn("long-heads").toSorted()).toEqual(namesIn("hoofed").toSorted());
    for (const { name, list } of THING_PACK.measuresOf("pose-sets"))
      expect(PoseSchema.options, name).toEqual(expect.arrayContaining(list as string[]));
    for (const { name, places } of THING_PACK.measuresOf("lairs"))
      expect(PlaceKindSchema.options, name).toEqual(expect.arrayContaining(places as string[]));
    expect(
      measureFiles()
        .map((file) => file.replace(/\.tsv$/, ""))
        .toSorted(),
    ).toEqual([...Object.keys(WHOLE), ...Object.keys(SOME), ...ANIMALS, ...TABLES].toSorted());
  });

  it("refer only to existing fringes, and fill every column of a body", () => {
    const fringes = namesIn("fringes");
    for (const { fringes: worn } of THING_PACK.measuresOf("haircuts"))
      expect(Array.isArray(worn) && worn.every((name) => fringes.includes(name))).toBe(true);
    for (const table of ["hoofed", "expressions", "eye-cuts", "face-sorts"]) {
      const [first = {}, ...rest] = THING_PACK.measuresOf(table).map((row) => Object.keys(row).toSorted());
      for (const keys of rest) expect(keys, table).toEqual(first);
    }
  });

  it("have exactly the rows about places that code reads", () => {
    const artist = join(import.meta.dirname, "../../lib/models/offline/artist");
    const code = globSync(join(artist, "**/*.ts"))
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const asked = [...code.matchAll(/hasTrait\(\s*[^;]*?"([a-z-]+)"\s*,?\s*\)/g)].map(([, trait]) => trait);
    const rows = THING_PACK.measuresOf("places");
    const said = (column: string): unknown[] => rows.flatMap((row) => row[column] ?? []);
    expect([...new Set(said("traits"))].toSorted()).toEqual([...new Set(asked)].toSorted());
    for (const column of ["made", "ground"])
      for (const name of said(column)) expect(MATERIAL_NAMES).toContain(name);
    const near = readFileSync(join(artist, "places/near/foreground.ts"), "utf8");
    const nearNames = /Word<"([a-z ]+)">/.exec(near)?.[1]?.split(" ") ?? [];
    expect([...new Set(said("near"))].toSorted()).toEqual(nearNames.toSorted());
    const over = readFileSync(join(artist, "places/near/overhang.ts"), "utf8");
    for (const name of [...said("over"), ...said("western")])
      expect(over).toMatch(new RegExp(`^  ${String(name)}[(,]`, "m"));
    for (const name of said("underfoot")) expect(namesIn("surfaces")).toContain(name);
    for (const { name, made } of THING_PACK.measuresOf("surfaces"))
      expect(MATERIAL_NAMES, name).toContain(made);
    const middle = readFileSync(join(artist, "places/country/middle-ground.ts"), "utf8");
    const standing = /Word<"([a-z ]+)">/.exec(middle)?.[1]?.split(" ") ?? [];
    expect([...new Set(said("middle"))].toSorted()).toEqual(standing.toSorted());
    expect(namesIn("middle-ground").toSorted()).toEqual(standing.toSorted());
  });

  it("have rooms that are compositions, each with walls and a floor", () => {
    for (const { name, deep, half, height, wall, floor } of THING_PACK.measuresOf("rooms")) {
      const field = compositionFiles().map((file) => file.replace(".tsv", ""));
      expect(
        field.some((file) => file === `rooms/${name}` || file === `travel/${name}`),
        name,
      ).toBe(true);
      expect(
        [deep, half, height].every((metres) => typeof metres === "number"),
        name,
      ).toBe(true);
      expect(wall === "white" || typeof wall === "number", name).toBe(true);
      expect(["boards", "tiles", "mats", "plain"]).toContain(floor);
    }
  });

  it("give each grey of a material its colour, the greys in their order", () => {
    for (const { name, greys, colours } of ["materials", "skies", "felt"].flatMap(THING_PACK.measuresOf)) {
      expect(greys, name).toEqual([...(greys as number[])].toSorted((a, b) => a - b));
      expect(colours, name).toHaveLength((greys as number[]).length);
    }
  });

  it("are parsed into numbers, words, lists, points, fields and limbs", () => {
    const head =
      "name\tsize\twing\tyoung\tneck.length\tneck.end\tcoats[]\ttail[]\tarm:limb\tother:limb\tthird:limb\tmarks[]";
    const cells = "heron\t-1.5\tlong\ttrue\t9\t\tmid dark\t0,1 2,-3!\t1 2 3 4\thip\t-64,2 -70\t-";
    expect(measuresIn(`// Birds.\n${head}\n${cells}\n`)).toEqual([
      {
        ...{
          name: "heron",
          size: -1.5,
          wing: "long",
          young: true,
          neck: { length: 9 },
          coats: ["mid", "dark"],
        },
        tail: [
          [0, 1],
          [2, -3, 1],
        ],
        arm: { upper: [1, 2], lower: [3, 4] },
        other: { upper: [30, 30], lower: [90, 0], touch: "hip" },
        third: { upper: [30, 30], lower: [90, 0], at: { p: [-64, 2], way: -70 } },
        marks: [],
      },
    ]);
  });

  it.each([
    ["size\n1", /the first column must be name/],
    ["name\tsize\tsize\na\t1\t1", /is listed twice/],
    ["name\tsize\na", /line 2: a row must have 2 cells/],
    ["name\tsize\na\t1+1", /line 2: expected a number/],
    ["name\tsize\na\t(1)", /expected a number/],
    ["name\tsize\na\tof course", /a word may have letters/],
    ["name\tsize()\na\t1", /a column must be a name/],
    ["name\ttail[]\na\t1,2,3", /a point must be/],
    ["name\tarm:limb\na\t1 2 3", /a limb must be four angles/],
    ["name\tarm:limb\na\t1,2", /a point and an angle in degrees/],
    ["name\tneck\tneck.end\na\t1\t2", /neck has a value, so it cannot have fields/],
  ])("refuse %j", (text, reason) => {
    expect(() => measuresIn(`${text}\n`)).toThrow(reason);
  });
});
