// An eighth of the recorded drawings of the offline artist, and the commands of `npm run prove -- goldens` on small packs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, describe, expect, test } from "vitest";
import {
  type AnimalTold,
  type FigureTold,
  NOTHING_TOLD,
  type PersonTold,
  type PlaceTold,
  type Told,
} from "../../lib/models/offline/artist/closed/told.ts";
import { drawRequest } from "../../lib/models/offline/artist/draw-request.ts";
import { figure } from "../../lib/models/offline/artist/sample-panel.ts";
import { parseCommand, UsageError } from "../command/command.ts";
import { runProve } from "../command/run-script.ts";
import { picture } from "../draw/specimen/sample-cast.ts";
import { requestOf, SHEETS } from "../draw/specimen/sheets.ts";
import { goldensCommand, type World } from "./goldens/command.ts";
import { compareGoldens } from "./goldens/compare.ts";
import { differenceOf, greysOf, hashOf, isSame, levelsOf } from "./goldens/drawn-pixels.ts";
import { GoldensError, readSet, setsIn, writeSet } from "./goldens/pack.ts";
import type { Asked } from "./goldens/requests.ts";

const GOLDENS = join(import.meta.dirname, "../../goldens");
const scratch = mkdtempSync(join(tmpdir(), "goldens-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the recorded goldens", () => {
  test("a fixed eighth of the panels looks as recorded or accepted", async () => {
    const { panels, differences } = await compareGoldens(GOLDENS, "eighth");
    expect(panels).toBeGreaterThan(250);
    const told = differences.map(({ panel, told }) => `${panel}: ${told}`);
    expect(told, "look at them side by side: npm run prove -- goldens compare --eighth").toEqual([]);
  });

  test("the pack takes at most 10 MB", () => {
    const files = readdirSync(join(GOLDENS, "pack")).map(
      (name) => statSync(join(GOLDENS, "pack", name)).size,
    );
    expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000_000);
  });
});

/** All facts of a kind; the compiler checks completeness. */
const all = <T>(facts: Readonly<Record<keyof T, true>>): string[] => Object.keys(facts);

const FIGURE = all<Required<FigureTold>>({
  ...{ manner: true, leads: true, onWall: true, curled: true, cries: true, eyesShine: true, face: true },
  ...{ wetGlasses: true, breath: true, lift: true, worn: true, grips: true, carries: true, pushes: true },
  ...{ pushesSomebody: true, seat: true, atTable: true, atFootOfStairs: true, inDoorway: true, cage: true },
  ...{ inWheels: true, underLamp: true, by: true },
});

const PERSON = all<Required<PersonTold>>({
  ...{ animal: true, young: true, coat: true, oddEar: true, hornless: true, calf: true },
  ...{ onWheels: true, oneEyed: true },
});

const PLACE = all<Required<PlaceTold>>({
  ...{ greenhouse: true, harbour: true, swimmingPool: true, spacecraft: true, spaceStation: true },
  ...{ western: true, easternGraves: true, rundown: true, matted: true, purpose: true, paintings: true },
  ...{ stalls: true, trade: true, doorTrade: true, busStop: true, suspensionBridge: true, trainRoof: true },
});

const ANIMAL = all<Required<AnimalTold>>({
  ...{ animal: true, count: true, perch: true, on: true, pose: true, expression: true, far: true },
  ...{ aside: true, as: true, young: true, coat: true, oddEar: true, hornless: true, calf: true },
});

const THINGS = all<Required<Told["things"]>>({
  ...{ thrown: true, takenOut: true, flies: true, fallen: true, sunk: true, onWall: true, onSill: true },
  ...{ onBench: true, underShoe: true, onSole: true },
});

const PICTURE = all<Required<Omit<Told, "figures" | "animals" | "things" | "place" | "people">>>({
  ...{ pitchDark: true, lightWentOut: true, lightsUp: true, windows: true, lighthouseUnlit: true },
  ...{ ground: true, puddles: true, pond: true, crowd: true, chimneySmoke: true, giantPlanet: true },
  ...{ scattered: true, splash: true, hugeLamp: true, lens: true, crackedGlass: true, door: true },
  ...{ bellRings: true, wheelsEmpty: true, sword: true, bicycle: true },
});

describe("the specimen sheets", () => {
  const requests = SHEETS.flatMap((sheet) => sheet.cells.map((cell) => requestOf(cell, sheet)));
  const told = requests.map(({ picture: shown }) => shown.told);
  /** Facts that no cell covers. */
  const missing = (facts: readonly string[], tellings: readonly object[]) => {
    const said = new Set(
      tellings.flatMap((one) => Object.entries(one).flatMap(([fact, what]) => (what ? fact : []))),
    );
    return facts.filter((fact) => !said.has(fact));
  };

  test.for<[what: string, facts: readonly string[], tellings: readonly object[]]>([
    ["figures", FIGURE, told.flatMap(({ figures }) => Object.values(figures))],
    ["people", PERSON, told.flatMap(({ people }) => Object.values(people))],
    ["animals", ANIMAL, told.flatMap(({ animals }) => animals)],
    ["places", PLACE, told.map(({ place }) => place)],
    ["things", THINGS, told.map(({ things }) => things)],
    ["pictures", PICTURE, told],
  ])("cover every fact about %s", ([, facts, tellings]) => {
    expect(missing(facts, tellings)).toEqual([]);
  });

  test("draw every fact of a cell named after it", () => {
    const blind = SHEETS.filter(({ name }) => name === "told").flatMap((sheet) =>
      sheet.cells.flatMap((cell) => {
        const asked = requestOf(cell, sheet);
        const { people } = asked.picture.told;
        const plain = { ...asked, picture: { ...asked.picture, told: { ...NOTHING_TOLD, people } } };
        const drawn = (request: typeof asked) => JSON.stringify(drawRequest(request).content);
        return drawn(asked) === drawn(plain) ? cell.label : [];
      }),
    );
    expect(blind).toEqual([]);
  });
});

describe("two pictures", () => {
  const white = new Uint8Array(1_000).fill(255);
  const withSpots = (count: number, grey: number) => white.map((own, at) => (at < count ? grey : own));

  test("are the same if no pixel differs by more than 17", () => {
    expect(isSame(white, withSpots(1_000, 238))).toBe(true);
    expect(isSame(white, withSpots(1, 237))).toBe(false);
    expect(differenceOf(white, withSpots(5, 237))).toBe(0.005);
  });

  test("differ completely if their sizes do", () => {
    expect(differenceOf(white, white.subarray(320))).toBe(1);
  });

  test("are the same after a round trip through the pack, whatever the greys", () => {
    const greys = Uint8Array.from({ length: 256 }, (_, grey) => grey);
    const kept = greysOf(levelsOf(greys));
    expect(differenceOf(kept, greys)).toBe(0);
    expect(hashOf(levelsOf(kept))).toBe(hashOf(levelsOf(greys)));
  });
});

const size = { width: 320, height: 240 };
const asked = (name: string, change: Parameters<typeof picture>[0]): Asked => ({
  name,
  request: requestOf({ label: name, picture: picture(change) }, size),
  widthPx: 160,
});
const REQUESTS = [
  asked("acts/stand", { figures: [figure()] }),
  asked("acts/run", { figures: [figure({ pose: "run" })] }),
  asked("things/key", { shot: "detail", props: ["key"] }),
];

function worldAt(name: string) {
  const told: string[] = [];
  const world: World = {
    folder: join(scratch, name),
    sheets: join(scratch, name, "sheets"),
    async *requests() {
      yield* REQUESTS;
    },
    commit: () => "0123456789abcdef0123456789abcdef01234567",
    tell: (line) => told.push(line),
  };
  return { world, told, run: (...args: string[]) => parseCommand(goldensCommand(world), args) };
}

/** Swaps two recorded pictures, as if the artist had confused running and standing. */
async function exchangePictures(folder: string): Promise<void> {
  const [stand, run, ...more] = readSet(folder, "acts");
  if (!stand || !run || more.length > 0) throw new Error("two acts are recorded");
  const as = (to: typeof stand, { levels, hash }: typeof stand) => ({ ...to, levels, hash });
  await writeSet(folder, "acts", [as(stand, run), as(run, stand)]);
}

describe("npm run prove -- goldens", () => {
  test("records, compares, and gives the same bytes again", async () => {
    const { world, told, run } = worldAt("same");
    expect(await run("record")).toBe(0);
    const bytes = () =>
      setsIn(world.folder).map((set) => readFileSync(join(world.folder, "pack", `${set}.pixels.br`), "hex"));
    const first = bytes();
    expect(await run("compare")).toBe(0);
    expect(told.at(-1)).toBe('{"panels":3,"differ":0,"accepted":0}');
    await expect(run("record")).rejects.toThrow(/--overwrite/);
    expect(await run("record", "--overwrite")).toBe(0);
    expect(bytes()).toEqual(first);
  });

  test("prints the request", async () => {
    const { told, run } = worldAt("same");
    expect(await run("show", "acts/run")).toBe(0);
    expect(JSON.parse(told.at(-1) ?? "")).toMatchObject({
      panel: "acts/run",
      request: { kind: "panel", picture: { figures: [{ pose: "run" }], told: { animals: [] } } },
    });
  });

  test("draws differences on a sheet until they are accepted, and detects the next change", async () => {
    const { world, told, run } = worldAt("changed");
    await run("record");
    await exchangePictures(world.folder);
    expect(await run("compare")).toBe(1);
    expect(told.at(-1)).toBe('{"panels":3,"differ":2,"accepted":0}');
    expect(readdirSync(world.sheets)).toEqual(["differences-1.png"]);

    expect(await run("accept", "acts/run", "--reason", "the stride is longer")).toBe(0);
    expect(await run("compare", "acts/run")).toBe(0);
    expect(told.at(-1)).toBe('{"panels":1,"differ":0,"accepted":1}');
    expect(await run("compare")).toBe(1);
    expect(await run("accept", "acts", "--reason", "who stands is upright")).toBe(0);
    expect(await run("compare")).toBe(0);
    const list = JSON.parse(readFileSync(join(world.folder, "accepted.json"), "utf8"));
    expect(list).toMatchObject([
      { panel: "acts/run", reason: "the stride is longer", commit: world.commit() },
      { panel: "acts/stand", reason: "who stands is upright" },
    ]);
    expect(readdirSync(world.sheets.replace(/sheets$/, "accepted")).toSorted()).toEqual(
      list.map(({ hash }: { hash: string }) => `${hash}.png`).toSorted(),
    );

    // Each is accepted with the other's picture: neither looks as recorded or accepted.
    const [first, second] = list;
    const exchanged = [
      { ...first, hash: second.hash },
      { ...second, hash: first.hash },
    ];
    writeFileSync(join(world.folder, "accepted.json"), JSON.stringify(exchanged));
    expect(await run("compare")).toBe(1);
    expect(told.find((line) => line.startsWith("acts/run differs"))).toBeDefined();
    expect(told.at(-3)).toContain("and from the picture that was accepted");
  });

  test.for<[what: string, args: string[], error: RegExp]>([
    ["no command", [], /outputHelp/],
    ["another command", ["bless"], /unknown command 'bless'/],
    ["an unknown set", ["compare", "nowhere/p1/k1"], /There is no golden nowhere\/p1\/k1/],
    ["an unknown panel", ["compare", "acts/fly"], /There is no golden acts\/fly/],
    ["an option of another command", ["compare", "--reason", "x"], /unknown option '--reason'/],
    ["an unknown option", ["compare", "--fast"], /--fast/],
    ["--eighth together with names", ["compare", "acts", "--eighth"], /not both/],
    ["no panel to accept", ["accept", "--reason", "x"], /missing required argument 'panels'/],
    ["no reason", ["accept", "acts/run"], /required option '--reason <text>' not specified/],
    ["an empty reason", ["accept", "acts/run", "--reason", " "], /--reason needs a value/],
    ["a panel that looks as recorded", ["accept", "acts/run", "--reason", "x"], /nothing to accept/],
    ["names for record", ["record", "acts"], /too many arguments for 'record'/],
  ])("refuses %s", async ([, args, error]) => {
    const { run } = worldAt("same");
    const ran = run(...args);
    await expect(ran).rejects.toThrow(error);
    await expect(ran).rejects.toSatisfy((thrown: unknown) =>
      [GoldensError, UsageError, CommanderError].some((known) => thrown instanceof known),
    );
  });

  test("reports what is missing or broken", async () => {
    await expect(worldAt("missing").run("compare")).rejects.toThrow(/holds no goldens/);
    const { world, run } = worldAt("broken");
    await run("record");
    writeFileSync(join(world.folder, "accepted.json"), "[{");
    await expect(run("compare")).rejects.toThrow(/accepted\.json cannot be read/);
    writeFileSync(join(world.folder, "accepted.json"), '[{"panel":"acts/run"}]');
    await expect(run("compare")).rejects.toThrow(/accepted\.json cannot be read/);
    writeFileSync(join(world.folder, "accepted.json"), "[]");
    writeFileSync(join(world.folder, "pack/things.pixels.br"), "no stream");
    await expect(run("compare")).rejects.toThrow(/things\.pixels\.br cannot be read/);
  });

  test("exits with 2 for an invalid command line", async () => {
    const { code, stderr } = await runProve("goldens", "accept");
    expect(code).toBe(2);
    expect(stderr).toContain(
      "goldens: required option '--reason <text>' not specified\nUsage: npm run prove -- goldens accept",
    );
  });
});
