// The simulation's command line: output and exit status.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test, vi } from "vitest";
import { PLANTED_BUGS } from "../../lib/pipeline/simulation/planted-bugs.ts";
import { PROVE } from "../command/run-script.ts";

// Each command is a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const SIMULATION = fileURLToPath(new URL("../../lib/pipeline/simulation/simulate.ts", import.meta.url));

interface Ended {
  code: number;
  out: string;
  err: string;
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [PROVE, "simulate", ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, out, err });
      },
    );
  });
}

test("the simulation loads no drawing, tracing or cloud code, so that thousands of seeds stay fast", async () => {
  const { metafile } = await build({
    entryPoints: [SIMULATION],
    ...{ bundle: true, write: false, metafile: true, platform: "node", format: "esm" },
    outdir: "unwritten",
  });
  const inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*(?=node_modules\/)/, ""));
  const packages = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect([...new Set(packages)]).toEqual(["zod"]);
  const ours = inputs.filter((path) => !path.startsWith("node_modules/"));
  expect(ours).toContain("lib/pipeline/handle.ts");
  expect(ours).toContain("lib/pipeline/revisions.ts");
  expect(ours.filter((path) => !/^lib\/(?:pipeline|manga)\//.test(path))).toEqual([]);
});

describe("npm run prove -- simulate", () => {
  test("runs the requested number of seeds from the requested one on", async () => {
    const { code, out, err } = await run("--seeds", "20", "--seed", "41");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^20 sessions in [\d.]+ s: \d+ finished, \d+ failed, \d+ cancelled\nlost 0, stuck 0, /,
    );
  });

  test("prints one object with --json", async () => {
    const { code, out } = await run("--seeds", "10", "--json");
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain("\n");
    expect(JSON.parse(out)).toMatchObject({
      ...{ sessions: 10, lost: 0, stuck: 0, doubleEffects: 0, staleWrites: 0, booksEqual: true, kills: 0 },
      failingSeeds: [],
      finished: expect.any(Number),
      failed: expect.any(Number),
      paidCalls: expect.any(Number),
      paidRepeats: expect.any(Number),
      crashes: expect.any(Number),
    });
  });

  test("runs on the Firestore stores with --firestore, deterministically for a seed", async () => {
    const { code, out, err } = await run("--firestore", "--seeds", "3", "--seed", "6", "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ sessions: 3, lost: 0, stuck: 0, booksEqual: true });
    const one = await run("--firestore", "--seed", "8");
    expect(one.out).toMatch(/\nseed 8: nothing is wrong; the session is \w+\n$/);
    expect(await run("--firestore", "--seed", "8")).toEqual(one);
  });

  test("prints all events of one seed", async () => {
    const { code, out } = await run("--seed", "5");
    expect(code).toBe(0);
    expect(out).toMatch(/^\nseed 5\n {4}0\.000 s {2}person-1: starts\n/);
    expect(out).toMatch(/\nseed 5: nothing is wrong; the session is \w+\n$/);
  });

  test("prints a failing seed with its trace, the same each time", async () => {
    const bug = ["--bug", "no fence"];
    const { code, out } = await run("--seeds", "100", ...bug);
    expect(code).toBe(1);
    const [, again = "", seed = ""] =
      /\n(again: npm run prove -- simulate --seed (\d+) --bug "no fence")\n$/.exec(out) ?? [];
    expect(again).not.toBe("");
    expect(out).toMatch(new RegExp(`\nseeds that fail: ${seed}\\b`));
    const trace = out.slice(out.indexOf(`\nseed ${seed}\n`));
    expect(trace).toMatch(/ s {2}!! /);
    expect(await run("--seed", seed, ...bug)).toEqual({ code: 1, out: trace, err: "" });
  });

  test("prints the seed that reveals each planted bug, and fails if one is missed", async () => {
    const { code, out } = await run("--planted", "--seeds", "1");
    expect(code).toBe(1);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(PLANTED_BUGS.length);
    for (const line of lines) expect(line).toMatch(/ (?:caught at seed 1 \([\w-]+\)|MISSED by 1 seeds)$/);
    const asObject = JSON.parse((await run("--planted", "--seeds", "1", "--json")).out);
    expect(asObject.caught.length + asObject.missed.length).toBe(PLANTED_BUGS.length);
  });

  test.each([
    [["--seeds", "0"], "--seeds takes a whole number of at least 1; got 0"],
    [["--seeds", "many"], "--seeds takes a whole number of at least 1; got many"],
    [["--seed", "-1"], "--seed"],
    [["--seed", "1.5"], "--seed takes a whole number of at least 0; got 1.5"],
    [["--frob"], "unknown option '--frob'"],
    [["7"], "too many arguments for 'simulate'"],
    [["--bug", "gremlins"], '--bug must be one of "'],
    [["--planted", "--seed", "3"], "--planted plants every bug"],
    [["--planted", "--firestore"], "--planted runs in memory"],
    [["--remember"], "--remember needs --planted"],
  ])("refuses %j with status 2 and says why", async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toContain("Usage: npm run prove -- simulate [options]");
  });
});
