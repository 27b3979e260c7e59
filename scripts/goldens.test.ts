// What the offline artist draws of an eighth of the recorded requests, and the commands of `npm run goldens` on small packs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { allReaders } from "../lib/models/offline/artist/readings.ts";
import { figure } from "../lib/models/offline/artist/sample-panel.ts";
import { runGoldens, type World } from "./goldens/command.ts";
import { compareGoldens } from "./goldens/compare.ts";
import { differenceOf, greysOf, hashOf, isSame, levelsOf } from "./goldens/drawn-pixels.ts";
import { GoldensError, readSet, setsIn, writeSet } from "./goldens/pack.ts";
import type { Asked } from "./goldens/requests.ts";
import { runScript } from "./run-script.ts";
import { picture } from "./specimen/sample-cast.ts";
import { requestOf } from "./specimen/sheets.ts";

const GOLDENS = join(import.meta.dirname, "../goldens");
const scratch = mkdtempSync(join(tmpdir(), "goldens-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the recorded goldens", () => {
  test("a fixed eighth of the panels looks as recorded or as accepted", async () => {
    const { panels, differences } = await compareGoldens(GOLDENS, "eighth");
    expect(panels).toBeGreaterThan(250);
    const told = differences.map(({ panel, told }) => `${panel}: ${told}`);
    expect(told, "look at them side by side: npm run goldens -- compare --eighth").toEqual([]);
  });

  test("the pack takes at most 10 MB", () => {
    const files = readdirSync(join(GOLDENS, "pack")).map(
      (name) => statSync(join(GOLDENS, "pack", name)).size,
    );
    expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10_000_000);
  });

  test("every reader of prose finds its fact in a panel", () => {
    const found = new Set<string>();
    for (const set of ["told", "described"]) {
      for (const { facts } of readSet(GOLDENS, set)) {
        for (const [fact, what] of Object.entries(facts.asked ?? {})) if (what) found.add(fact);
      }
    }
    expect(allReaders().flatMap(({ fact }) => (found.has(fact) ? [] : fact))).toEqual([]);
  });
});

describe("two pictures", () => {
  const white = new Uint8Array(1_000).fill(255);
  const withSpots = (count: number, grey: number) => white.map((own, at) => (at < count ? grey : own));

  test("are the same when at most 0.5 % of their pixels differ by more than 16", () => {
    expect(isSame(white, withSpots(5, 0))).toBe(true);
    expect(isSame(white, withSpots(6, 0))).toBe(false);
    expect(isSame(white, withSpots(1_000, 239))).toBe(true);
    expect(isSame(white, withSpots(1_000, 238))).toBe(false);
  });

  test("differ wholly when their sizes do", () => {
    expect(differenceOf(white, white.subarray(320))).toBe(1);
  });

  test("are the same where one is kept and drawn again, whatever its greys", () => {
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
  return { world, told, run: (...args: string[]) => runGoldens(args, world) };
}

/** As if the artist had drawn somebody running where it now draws them standing, and the other way round. */
async function exchangePictures(folder: string): Promise<void> {
  const [stand, run, ...more] = readSet(folder, "acts");
  if (!stand || !run || more.length > 0) throw new Error("two acts are recorded");
  const as = (to: typeof stand, { levels, hash }: typeof stand) => ({ ...to, levels, hash });
  await writeSet(folder, "acts", [as(stand, run), as(run, stand)]);
}

describe("npm run goldens", () => {
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

  test("keeps beside each request what the artist made of its words", async () => {
    const { told, run } = worldAt("same");
    expect(await run("show", "acts/run")).toBe(0);
    expect(JSON.parse(told.at(-1) ?? "")).toMatchObject({
      panel: "acts/run",
      request: { kind: "panel", picture: { figures: [{ pose: "run" }] } },
      facts: { staged: { figures: [{ pose: "run" }] }, asked: { astride: false }, people: { c1: {} } },
    });
  });

  test("puts what differs on a sheet until it is accepted, and finds the next change of it", async () => {
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

    // Each is accepted with the other's picture: neither looks as recorded or as accepted.
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
    ["no command", [], /Say compare, accept, record or show/],
    ["another command", ["bless"], /not "bless"/],
    ["an unknown set", ["compare", "nowhere/p1/k1"], /No golden is called nowhere\/p1\/k1/],
    ["an unknown panel", ["compare", "acts/fly"], /No golden is called acts\/fly/],
    ["an option of another command", ["compare", "--reason", "x"], /--reason belongs to accept/],
    ["an unknown option", ["compare", "--fast"], /--fast/],
    ["an eighth of named panels", ["compare", "acts", "--eighth"], /not both/],
    ["no panel to accept", ["accept", "--reason", "x"], /which panels/],
    ["no reason", ["accept", "acts/run"], /--reason TEXT/],
    ["a panel that looks as recorded", ["accept", "acts/run", "--reason", "x"], /nothing to accept/],
    ["names of what to record", ["record", "acts"], /one word too many/],
  ])("refuses %s", async ([, args, error]) => {
    const { run } = worldAt("same");
    const ran = run(...args);
    await expect(ran).rejects.toThrow(error);
    await expect(ran).rejects.toBeInstanceOf(GoldensError);
  });

  test("says what is missing or broken", async () => {
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

  test("ends with status 2 on a command line that it cannot use", async () => {
    const { code, stderr } = await runScript("goldens.ts", "accept");
    expect(code).toBe(2);
    expect(stderr).toContain("goldens: Say which panels are accepted.");
  });
});
