// `npm run prove -- chaos` as a command with few sessions: the real functions in their own processes, with fault injection.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { PROVE } from "../command/run-script.ts";

const TEN_MINUTES = 600_000;

async function run(...args: string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", PROVE, "chaos", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "exit");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}

test(
  "thirty sessions with fault injection end with the same books as without faults, and nothing is done twice",
  async () => {
    const { code, stdout, stderr } = await run("--sessions", "30", "--seed", "1", "--at-once", "8", "--json");
    expect(code, `${stderr}\n${stdout}`).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      ...{ sessions: 30, lost: 0, stuck: 0, doubleEffects: 0, staleWrites: 0, booksEqual: true },
      batchesLeft: 0,
    });
    expect(report.finished + report.failed).toBe(30);
    for (const name of ["finished", "failed", "paidCalls", "paidRepeats", "crashes", "kills"]) {
      expect(report, name).toHaveProperty(name, expect.any(Number));
    }
    // Enough faults were injected.
    expect(report.crashes).toBeGreaterThanOrEqual(10);
    expect(report.kills).toBeGreaterThanOrEqual(3);
    expect(report.suiteKills).toBeGreaterThanOrEqual(2);
    expect(report.paidCalls).toBeGreaterThan(30 * 8);
    expect(report.failedCalls).toBeGreaterThan(0);
    expect(report.batches).toBeGreaterThan(10);
    expect(report).toMatchObject({ lostWishes: 0, otherPictures: 0, editsOverpaid: 0 });
    for (const name of ["edits", "sheetRedraws", "sceneRedraws"])
      expect(report[name], name).toBeGreaterThan(0);
    const { delivery, doubled, reordered, lapsed, commit, aborted } = report.suite;
    expect(doubled / (delivery - doubled)).toBeGreaterThan(0.15);
    expect(reordered / delivery).toBeGreaterThan(0.07);
    expect(lapsed / delivery).toBeGreaterThan(0.03);
    expect(aborted / commit).toBeGreaterThan(0.04);
    expect(report.paidRepeats).toBeLessThanOrEqual(report.cutOff.crash + report.cutOff.outage);
  },
  TEN_MINUTES,
);

test("an invalid number is named in the error", async () => {
  const { code, stderr } = await run("--sessions", "many");
  expect(code).toBe(2);
  expect(stderr).toContain("--sessions takes a whole number of at least 1; got many");
});
