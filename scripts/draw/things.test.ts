// The drawn things: every drawing is in the subset of docs/develop/things.md and has a row, and every row is valid and has a drawing.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ANIMAL_NAMES } from "../../lib/models/offline/artist/closed/animals.ts";
import {
  CharacterDesignSchema,
  ClothesSchema,
  FillSchema,
  HairSchema,
} from "../../lib/models/offline/artist/closed/cast.ts";
import {
  EffectSchema,
  ExpressionSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
} from "../../lib/models/offline/artist/closed/staging.ts";
import { parseThingPack, THING_PACK } from "../../lib/models/offline/artist/closed/thing-pack.ts";
import {
  GROUNDS,
  PERCHES,
  PURPOSES,
  SEATS_TOLD,
  STUFFS,
  TRADES,
} from "../../lib/models/offline/artist/closed/told.ts";
import { type Cubic, cubics, type Pt, pts } from "../../lib/models/offline/artist/pen/curves.ts";
import { traitsIn } from "../../lib/models/offline/artist/things/thing-traits.ts";
import { programSources } from "../../lib/models/program-sources.ts";
import { PROGRAM_ENTRIES } from "../../lib/models/program-versions.ts";
import { runProve } from "../command/run-script.ts";
import { checkKin, drawingFiles, packedThings, THINGS_FOLDER, THINGS_TABLE } from "./things/pack.ts";
import { previewOf } from "./things/preview.ts";
import { splinePoints } from "./things/spline-points.ts";
import { marksOf } from "./things/svg-marks.ts";

const SVG = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 18 18">${inside}</svg>`;
const [HEAD = "", ...LINES] = readFileSync(THINGS_TABLE, "utf8").trimEnd().split("\n");
const { rows } = THING_PACK;
/** Words of the table are literal: letters and joining marks, after the prefixes of docs/develop/things.md. */
const FORMS = [
  ["en", /^[a-z][a-z '’-]*$/],
  ["ja", /^=?[\p{L}ー々]+$/u],
  ["kin", /^[\p{L}ー々 '-]+$/u],
] as const;

describe("the table of things", () => {
  it("has its columns, and the right number of cells in every row", () => {
    expect(HEAD.split("\t")).toEqual([
      ...[
        "name",
        "kind",
        "metres",
        "made",
        "held",
        "stands",
        "rests",
        "is",
        "en",
        "ja",
        "kin",
        "source",
        "licence",
      ],
    ]);
    for (const line of LINES) expect(line.split("\t")).toHaveLength(HEAD.split("\t").length);
  });

  it("names each thing once, with its kind and the origin of its drawing", () => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of rows) {
      expect(row.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(() => traitsIn(row)).not.toThrow();
      expect(row.source).not.toBe("");
      expect(row.licence).not.toBe("");
    }
  });

  it.each([
    ["metres", "0"],
    ["metres", "tall"],
    ["made", "cheese"],
    ["held", "sometimes"],
    ["stands", "upside-down"],
    ["is", "both heavy"],
  ])("refuses %s that is %s", (column, cell) => {
    const row = rows.find(({ name }) => name === "umbrella");
    expect(() => traitsIn({ ...row, [column]: cell })).toThrow(RangeError);
  });

  it("has a drawing in the kind's folder for every row, and a row for every drawing", () => {
    const drawn = drawingFiles().map(
      (file) => `${dirname(file)}/${basename(file, ".svg").replace(/\..*$/, "")}`,
    );
    const listed = rows.map(({ kind, name }) => `${kind}/${name}`);
    expect([...new Set(drawn)].toSorted()).toEqual(listed.toSorted());
  });

  it("lists only literal words, each for one thing", () => {
    const listed = { en: new Set<string>(), ja: new Set<string>(), kin: new Set<string>() };
    for (const row of rows) {
      for (const [column, form] of FORMS) {
        for (const word of row[column] ? row[column].split("|") : []) {
          expect(word).toMatch(form);
          expect(listed[column].has(word), `${word} is listed twice`).toBe(false);
          listed[column].add(word);
        }
      }
    }
    expect(listed.en.size).toBeGreaterThan(2_000);
    expect(listed.ja.size).toBeGreaterThan(3_000);
  });

  it("is not imported by any reader", () => {
    const root = join(import.meta.dirname, "../..");
    const { files } = programSources(root, PROGRAM_ENTRIES["offline-reader"]);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => /thing-pack|things\.pack|assets\/things/.test(file))).toEqual([]);
  });
});

describe("the table of related words", () => {
  const { shape } = CharacterDesignSchema;
  const clothes = ClothesSchema.shape;
  const worn = [...clothes.top.options, ...clothes.bottom.options, ...clothes.hat.options];
  const fills = [...FillSchema.options];
  /** The rows of the table `says` that code reads. */
  const vocabulary = join(import.meta.dirname, "../../lib/models/offline/artist/vocabulary");
  const SAID = readdirSync(vocabulary, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(join(vocabulary, file), "utf8").matchAll(/\bsays\("([\w-]+)"/g)])
    .map(([, value = ""]) => value);
  /** Tables whose words code compares literally, so that they have no marks. */
  const PLAIN = new Set(
    readdirSync(vocabulary)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [
        ...readFileSync(join(vocabulary, file), "utf8").matchAll(
          /\b(?:kinTable|rowsIn|setsIn)(?:<[^(]*>)?\("([\w-]+)"/g,
        ),
      ])
      .map(([, table = ""]) => table),
  );
  const VALUES: Readonly<Record<string, readonly string[]>> = {
    ...{ "animal-kin": ANIMAL_NAMES, "kind-words": shape.kind.options, "kind-kin": shape.kind.options },
    ...{ "age-words": shape.age.options, "fill-words": fills, "hair-fills": fills },
    ...{ "hair-words": HairSchema.shape.style.options, "beard-words": shape.beard.options },
    ...{ "build-words": shape.build.options, "worn-words": worn, "worn-kin": worn },
    ...{
      "pose-phrases": PoseSchema.options,
      "pose-verbs": PoseSchema.options,
      "pose-kin": PoseSchema.options,
    },
    ...{ "face-words": ExpressionSchema.options, "place-kin": PlaceKindSchema.options },
    ...{ "effect-words": EffectSchema.options, "surface-words": GROUNDS, "perch-words": PERCHES },
    ...{ stuffs: STUFFS, purposes: PURPOSES, trades: [...TRADES, "shop"] },
    ...{ "light-words": ["pitchDark", "lightWentOut", "lightsUp", "lighthouseUnlit"] },
    ...{ manners: ["pickaback", "up", "onto", "rail", "ladder", "keys", "afloat", "astride", "curled"] },
    ...{ "seat-words": [...SEATS_TOLD, "pew", "berth", "stool"], animals: ANIMAL_NAMES, says: SAID },
    "where-facts": [
      ...["cage:out", "cage:in", "inWheels", "onWall", "atFootOfStairs", "inDoorway", "underLamp", "atTable"],
    ],
    "face-facts": ["wetGlasses", "face:one-eye", "eyesShine", "face:shut", "face:yawns", "cries", "breath"],
    "hand-facts": [
      ...["lift:over", "lift:eye", "worn:back", "worn:round", "worn:shoulder", "grips"],
      ...["carries:together", "carries:load"],
    ],
    ...{ "done-in": PoseSchema.options, "tells-more": PoseSchema.options, gazes: PoseSchema.options },
    "used-as": ["ridden", "wheeled", "seats", "mounts"],
    "standing-things": rows.map(({ name = "" }) => name),
    "thing-facts": ["puddles", "pond", "crowd", "splash", "lens"],
    "thing-how": ["thrown", "takenOut", "flies", "fallen", "sunk"],
    "thing-where": ["onSill", "onBench", "underShoe", "onSole", "onWall"],
    "place-facts": [
      ...["garden:greenhouse", "shore:harbour", "bath:swimmingPool", "spacecraft", "spaceStation"],
      ...["shop:stalls", "street:busStop", "bridge:suspensionBridge", "train:trainRoof", "museum:paintings"],
    ],
  };

  /** Tables whose words are names of the artist's, too. */
  const NAMED: Readonly<Record<string, readonly string[]>> = {
    ...{ "done-in": PoseSchema.options, "tells-more": PoseSchema.options },
    "used-as": [...PropSchema.options, ...ANIMAL_NAMES, ...SEATS_TOLD, "pew", "berth", "stool"],
  };

  it("has values that the artist draws, in tables that code reads", () => {
    expect([...new Set(THING_PACK.kin.map(({ table }) => table))].toSorted()).toEqual(
      [...Object.keys(VALUES), "lacks"].toSorted(),
    );
    for (const value of SAID)
      expect(
        THING_PACK.kin.some((row) => row.table === "says" && row.value === value),
        value,
      ).toBe(true);
    for (const { table = "", value, words = "" } of THING_PACK.kin) {
      if (table === "lacks") expect(value).toMatch(/^its [a-z ]+$/);
      else expect(VALUES[table], table).toContain(value);
      expect(words, `${table} ${value}`).not.toBe("");
      if (PLAIN.has(table)) expect(words, `${table} ${value}`).toMatch(/^[\p{L}\p{N}' |-]+$/u);
      for (const name of NAMED[table] === undefined ? [] : words.split("|"))
        expect(NAMED[table], `${table} ${value}`).toContain(name);
    }
  });
});

describe("the entries of a row of the table of related words", () => {
  it.each([
    ["says\tup\thands?", /kin\.tsv, row says up: "hands\?" has a character/],
    ["says\tup\tup|(the wall", /kin\.tsv, row says up: "\(the wall" has a bracket/],
    ["says\tup\tup|", /kin\.tsv, row says up: "" has its end/],
    ["says\tup", /kin\.tsv, row says up: "" has its end/],
  ])("are refused in %j", (row, reason) => {
    expect(() => checkKin(row)).toThrow(reason);
  });

  it("are accepted in the notation", () => {
    expect(() => checkKin("says\tup\tup(wards)|上|look(s/ed) up")).not.toThrow();
  });
});

describe("the drawings of things", () => {
  it("are all in the subset, with finite numbers", () => {
    const pack = parseThingPack(packedThings());
    for (const file of drawingFiles()) {
      const marks = pack.drawingOf(basename(file, ".svg"));
      expect(JSON.stringify(marks)).not.toMatch(/null|NaN|Infinity/);
    }
  });

  it("contain no scripts, links, pictures, text or styles", () => {
    for (const file of drawingFiles()) {
      const text = readFileSync(join(THINGS_FOLDER, file), "utf8");
      expect(text).not.toMatch(
        /<script|<style|<image|<text|<foreignObject|\bon\w+=|href|javascript:|<!ENTITY/i,
      );
    }
  });

  it.each([
    ["<script>alert(1)</script>", /script|text/],
    ['<image href="a.png"/>', /image/],
    ['<path d="M0 0L1 1" onclick="go()" stroke="#000" fill="none"/>', /onclick/],
    ['<path d="M0 0A1 1 0 0 0 2 2" stroke="#000" fill="none"/>', /not A/],
    ['<path d="M0 0L9 calc(1)" stroke="#000" fill="none"/>', /commands and numbers/],
    ['<path d="M0 0L9" stroke="#000" fill="none"/>', /needs 2 numbers/],
    ['<circle cx="0" cy="0" r="4" fill="red"/>', /black, white or a grey/],
    ['<circle cx="0" cy="0" r="4" fill="#999" data-tone="2"/>', /between 0 and 1/],
    ['<path d="M0 0L1 1" fill="none" stroke="#000" data-taper="thick"/>', /data-taper/],
    ['<g data-made="cheese"><circle cx="0" cy="0" r="4"/></g>', /material/],
    ['<g clip-path="url(#none)"><circle cx="0" cy="0" r="4"/></g>', /clipPath/],
    ['<g transform="skewX(4)"><circle cx="0" cy="0" r="4"/></g>', /a transform may use/],
    ['<circle cx="0" cy="0" r="4000"/>', /r must be a number/],
    ['<circle cx="0" cy="0" r="4"/><circle data-anchor="lap" cx="0" cy="0" r="4"/>', /data-anchor/],
    ["<g>", /closes no open element/],
    ["", /nothing is drawn/],
  ])("refuses %s", (inside, reason) => {
    expect(() => marksOf(SVG(inside))).toThrow(reason);
  });

  it("are drawn relative to their grip, as drawing programs write them", () => {
    const inkscape = `<?xml version="1.0"?><!-- Created with Inkscape -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" width="9mm" viewBox="0 0 9 9"><sodipodi:namedview id="v"/><metadata>m</metadata>
<g inkscape:label="Layer 1" id="layer1"><path style="fill:#808080;stroke:#000000;stroke-width:3" d="m 1,1 h 4 v 4 z" id="p1"/></g>
<circle data-anchor="grip" cx="5" cy="3" r="1" style="fill:none"/><circle data-anchor="seat" cx="6" cy="3" r="1"/></svg>`;
    expect(marksOf(inkscape)).toEqual([
      {
        group: [{ group: [{ area: "1,1! 5,1! 5,5!", paint: { tone: 0.5 }, weight: 1.5 }] }],
        matrix: [1, 0, 0, 1, -5, -3],
      },
      { anchor: "seat", at: [1, 0] },
    ]);
  });
});

describe("the points of a path", () => {
  const pieceOf = (cubic: Cubic) => ({ cubic, straight: cubic[0][2] === 1 && cubic[3][2] === 1 });
  const bare = ([x, y]: Pt): Pt => [x, y];

  it.each([
    ["0,0! 10,0! 12,8 4,14", true],
    ["-20,0 0,-9 20,0 14,18! 0,12! -14,18!", true],
    ["0,40 6,52 16,48 20,40!", false],
    ["0,0! 30,0! 44,18 30,40", false],
  ])("are the spline's own where its handles are: %s", (text, closed) => {
    const points = pts(text);
    const pieces = cubics(points, closed).map(pieceOf);
    const back = splinePoints({ pieces: pieces.map((one) => ({ ...one, cubic: plain(one.cubic) })), closed });
    expect(back.map(bare)).toEqual(points.map(bare));
    expect(cubics(back, closed).map(plain)).toEqual(cubics(points, closed).map(plain));
  });

  it("follow a freely drawn curve", () => {
    const cubic: Cubic = [
      [0, 0],
      [0, 80],
      [100, 80],
      [100, 0],
    ];
    const drawn = cubics(splinePoints({ pieces: [{ cubic, straight: false }], closed: false }), false);
    const at = ([a, b, c, d]: Cubic, t: number): Pt => {
      const u = 1 - t;
      const w = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
      const sum = (k: 0 | 1) => [a, b, c, d].reduce((all, p, i) => all + p[k] * (w[i] ?? 0), 0);
      return [sum(0), sum(1)];
    };
    const wanted = Array.from({ length: 201 }, (_, i) => at(cubic, i / 200));
    for (const piece of drawn) {
      const [x, y] = at(piece, 0.5);
      expect(Math.min(...wanted.map(([u, v]) => Math.hypot(u - x, v - y)))).toBeLessThan(0.5);
    }
  });

  const plain = ([a, b, c, d]: Cubic): Cubic => [bare(a), bare(b), bare(c), bare(d)];
});

describe("npm run prove -- things", () => {
  it("draws a thing in five settings", () => {
    const png = previewOf("accordion");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2_400);
  });

  it("reports that the pack is up to date, and its commands", async () => {
    expect(await runProve("things", "pack")).toMatchObject({
      code: 0,
      stdout: "assets/things.pack is up to date\n",
    });
    expect(await runProve("things", "draw")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Usage"),
    });
    const missing = await runProve("things", "preview", "unheard-of");
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining("unheard-of") });
  });
});
