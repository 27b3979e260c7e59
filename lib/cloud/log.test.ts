// Lines as Cloud Logging and Error Reporting read them.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { createLog, type LogOptions, logAbout } from "./log.ts";

function logTo(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({
    ...{ level: "INFO", projectId: "demo" },
    now: () => new Date(0),
    sink: (line) => lines.push(line),
    ...options,
  });
  const read = () => lines.map((line) => z.looseObject({}).parse(JSON.parse(line)));
  return { log, lines, read };
}

const PLACE = { traceId: "a".repeat(32), spanId: "b".repeat(16), sampled: true };

describe("a line of the log", () => {
  test("names the trace and the labels of the work that wrote it, also after a wait", async () => {
    const { log, read } = logTo();
    await logAbout({ place: PLACE, labels: { sessionId: "s1" } }, async () => {
      await Promise.resolve();
      logAbout({ labels: { step: "plot" } }, () => log.write("INFO", "plot is made", { fields: { ms: 12 } }));
    });
    log.write("WARNING", "nobody's");
    expect(read()).toEqual([
      {
        ...{ severity: "INFO", time: "1970-01-01T00:00:00.000Z", message: "plot is made", ms: 12 },
        "logging.googleapis.com/trace": `projects/demo/traces/${PLACE.traceId}`,
        "logging.googleapis.com/spanId": PLACE.spanId,
        "logging.googleapis.com/trace_sampled": true,
        "logging.googleapis.com/labels": { sessionId: "s1", step: "plot" },
      },
      { severity: "WARNING", time: "1970-01-01T00:00:00.000Z", message: "nobody's" },
    ]);
  });

  test("of an error has its stack and its causes on one line, in the form that Error Reporting groups", () => {
    const { log, lines, read } = logTo({ service: { service: "artwork", version: "artwork-00007" } });
    const cause = new RangeError("no such\nplace");
    log.write("ERROR", "a step failed", { error: new Error("not drawn", { cause }) });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain("\n");
    const [line] = read();
    expect(line).toMatchObject({
      ...{ severity: "ERROR", message: "a step failed: not drawn" },
      serviceContext: { service: "artwork", version: "artwork-00007" },
    });
    expect(line?.["@type"]).toMatch(/ReportedErrorEvent$/);
    expect(line?.stack_trace).toMatch(/^Error: not drawn\n {4}at .*log\.test\.ts:\d+:\d+/);
    expect(line?.stack_trace).toMatch(/\nCaused by: RangeError: no such\nplace\n {4}at /);
  });

  test("of the audit is written at every level in the cloud, with the event as a label and the trace", () => {
    const { log, read } = logTo({ level: "ERROR" });
    const labels = { audit: "sign-in" };
    logAbout({ place: PLACE, labels: { sessionId: "s1" } }, () => {
      log.write("INFO", "audit: sign-in", { fields: { audit: "sign-in" }, labels, isKept: true });
      log.write("INFO", "audit: sign-in", { fields: { audit: "sign-in" }, labels });
    });
    expect(read()).toEqual([
      expect.objectContaining({
        ...{ severity: "INFO", message: "audit: sign-in", audit: "sign-in" },
        "logging.googleapis.com/trace": `projects/demo/traces/${PLACE.traceId}`,
        "logging.googleapis.com/labels": { sessionId: "s1", audit: "sign-in" },
      }),
    ]);
  });

  test("is not written below the level", () => {
    const { log, read } = logTo({ level: "WARNING" });
    for (const severity of ["DEBUG", "INFO", "WARNING", "ERROR"] as const) log.write(severity, severity);
    expect(read().map(({ severity }) => severity)).toEqual(["WARNING", "ERROR"]);
  });
});

test("a process that ends by an uncaught error logs the reason in one line", () => {
  const code = `import { logCrashes } from "./log.ts"; logCrashes(); Promise.reject(new RangeError("no such place"));`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  const line = z.looseObject({}).parse(JSON.parse(stderr.split("\n")[0] ?? ""));
  expect(line).toMatchObject({ severity: "ERROR", message: "the process ends: no such place" });
});

describe("users' texts and secrets", () => {
  const story = "雨の夜だった。猫は暗い路地へ走り出した。";
  const prose = "The baker put the last loaf into the window and turned off the light.";

  test.each([
    ["a story as JSON", () => JSON.parse(`${story} {`)],
    ["an English story as JSON", () => JSON.parse(prose.slice(prose.indexOf("last loaf")))],
    ["a quoted sentence", () => fail(`nobody says "${prose}"`)],
    ["a line of dialogue", () => fail(`the line 「もう遅いよ、ミナ」と is nobody's`)],
    ["Japanese text", () => fail(`cannot read ${story}`)],
    ["a cause", () => fail("not read", new Error(`at ${story}`))],
    [
      "keys of other servers",
      () =>
        fail("Incorrect API key provided: sk-or-v1-0123456789abcdef; authorization: Basic bWluYTpuZWtvLTE5"),
    ],
    ["a key", () => fail("key=AIzaSyA-1234567890abcdefghijklmnopqrstu refused")],
    ["a token", () => fail("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl")],
  ])("%s in an error is not logged", (_name, act) => {
    const { log, lines } = logTo();
    try {
      act();
    } catch (error) {
      log.write("ERROR", "a step failed", { error });
    }
    expect(lines).toHaveLength(1);
    const line = lines.join("");
    for (const secret of [
      "猫は",
      "もう遅い",
      "last loaf",
      "AIzaSy",
      "sk-or-v1",
      "bWluYT",
      "eyJzdWIi",
      "c2lnbmF0dXJl",
    ]) {
      expect(line).not.toContain(secret);
    }
    expect(line).toMatch(/\[text\]|\[secret\]/);
  });

  test("names, paths, codes and our own sentences stay", () => {
    const { log, read } = logTo();
    const message = `panel k3 of page 2 has no "cast" (c1, ミナ); see artwork/p002/k3 at 70f8a92d817314ed`;
    log.write("ERROR", "a step failed", { error: new RangeError(message) });
    expect(read()[0]?.message).toBe(`a step failed: ${message}`);
  });
});

function fail(message: string, cause?: unknown): never {
  throw new Error(message, cause === undefined ? undefined : { cause });
}
