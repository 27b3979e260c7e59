// The settings and their list, `.env.example`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { FUNCTIONS } from "../topology.ts";
import { readBucket, readCdn, readPipelineSettings, readSetting } from "./config.ts";
import { exampleEnvironment } from "./example-environment.ts";

const ROOT = join(import.meta.dirname, "../..");
const EXAMPLE = exampleEnvironment();
const named = [...EXAMPLE.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);

describe("settings", () => {
  test("without any variable the pipeline runs with its defaults", () => {
    expect(readPipelineSettings({})).toEqual(DEFAULT_SETTINGS);
  });

  test("each number of the pipeline can be set, and an empty variable counts as none", () => {
    const settings = readPipelineSettings({
      MEKURI_LEASE_SECONDS: "3",
      MEKURI_BATCH_LOOK_SECONDS: "4",
      MEKURI_STEP_DEADLINE_SECONDS: "20",
      MEKURI_SESSION_DEADLINE_MINUTES: "1.5",
      MEKURI_ATTEMPTS: "2",
      MEKURI_RETRY_SECONDS: "0.1",
      MEKURI_BUSY_SECONDS: "0.2",
      MEKURI_LONGEST_RETRY_SECONDS: "7",
      MEKURI_SHOWING_SECONDS: "0.3",
      MEKURI_IMAGE_SLOTS: "9",
      MEKURI_OTHER_SLOTS: "",
    });
    expect(settings.timings).toMatchObject({
      ...{
        leaseMs: 3_000,
        heartbeatMs: 1_000,
        unclaimedMs: 3_000,
        batchLookMs: 4_000,
        stepDeadlineMs: 20_000,
      },
      ...{ sessionDeadlineMs: 90_000, maxAttempts: 2, retryMs: 100, busyMs: 200, maxRetryMs: 7_000 },
      projectionMs: 300,
    });
    expect(settings.limits).toEqual({ images: 9, others: DEFAULT_SETTINGS.limits.others });
  });

  test("a gate waits 30 minutes, or the configured time from a minute to a day", () => {
    const minutes = (MEKURI_REVIEW_MINUTES?: string) =>
      readSetting("MEKURI_REVIEW_MINUTES", { MEKURI_REVIEW_MINUTES });
    expect([minutes(), minutes("1"), minutes("1440")]).toEqual([30, 1, 1_440]);
    for (const set of ["0", "1441", "2.5", "half an hour"]) {
      expect(() => minutes(set)).toThrow(/MEKURI_REVIEW_MINUTES is unusable/);
    }
  });

  test("a missing or invalid setting is named, with its valid form", () => {
    expect(() => readSetting("GOOGLE_CLOUD_PROJECT", {})).toThrow(
      /GOOGLE_CLOUD_PROJECT is missing: Google Cloud project/,
    );
    expect(() => readSetting("MEKURI_DATA_KEY", { MEKURI_DATA_KEY: "c2hvcnQ=" })).toThrow(
      /MEKURI_DATA_KEY is unusable: .*32 bytes/,
    );
    expect(() => readSetting("MEKURI_ATTEMPTS", { MEKURI_ATTEMPTS: "many" })).toThrow(
      /MEKURI_ATTEMPTS is unusable/,
    );
    expect(() => readSetting("MEKURI_LEASE_SECONDS", { MEKURI_LEASE_SECONDS: "0" })).toThrow(/unusable/);
  });

  test("the CDN is configured whole or not at all", () => {
    const whole = {
      ...{ MEKURI_CDN_ORIGIN: "https://images.example", MEKURI_CDN_KEY_NAME: "mekuri-images-1" },
      MEKURI_CDN_KEY: "nZtRohdNF9m3cKM24IcK4w==",
    };
    expect(readCdn({})).toBeUndefined();
    expect(readCdn(whole)).toMatchObject({
      origin: "https://images.example",
      key: { name: "mekuri-images-1" },
    });
    expect(() => readCdn({ ...whole, MEKURI_CDN_KEY: "" })).toThrow(/MEKURI_CDN_KEY is missing/);
    expect(() => readCdn({ ...whole, MEKURI_CDN_KEY: "c2hvcnQ=" })).toThrow(/16 bytes/);
    expect(() => readCdn({ ...whole, MEKURI_CDN_ORIGIN: "https://images.example/path" })).toThrow(/origin/);
  });

  test("a setting is read separately: a missing setting of another function does not matter", () => {
    expect(readSetting("MEKURI_LEASE_SECONDS", { MEKURI_DATA_KEY: "broken" })).toBe(30);
    expect(readBucket({ GOOGLE_CLOUD_PROJECT: "demo" })).toBe("demo-books");
    expect(readBucket({ MEKURI_BUCKET: "ours" })).toBe("ours");
  });

  test("a step is aborted, wound up and recorded before its function's time ends", () => {
    const phases = FUNCTIONS.filter(({ name }) => name === "artwork" || name === "concept");
    expect(phases).toHaveLength(2);
    for (const { timeoutSeconds, trigger } of phases) {
      const { stepDeadlineMs, abortGraceMs } = DEFAULT_SETTINGS.timings;
      expect(stepDeadlineMs + abortGraceMs).toBeLessThan(timeoutSeconds * 1_000);
      const ackSeconds = trigger.kind === "push" ? trigger.subscription.ackDeadlineSeconds : 0;
      expect(timeoutSeconds).toBeLessThan(ackSeconds);
      expect(ackSeconds).toBeLessThanOrEqual(600);
    }
  });
});

describe(".env.example", () => {
  test("lists every setting with its default (npx vitest run lib/cloud/config.test.ts -u writes it)", async () => {
    await expect(EXAMPLE).toMatchFileSnapshot(join(ROOT, ".env.example"));
  });

  test("states the unit of every number that has one", () => {
    const units = {
      SECONDS: /^# Seconds/,
      MINUTES: /^# Minutes/,
      BYTES: /^# Bytes/,
      MICROS: /micro-dollars/i,
    };
    for (const [name, about] of aboutEach()) {
      for (const [suffix, said] of Object.entries(units)) {
        if (name.endsWith(`_${suffix}`)) expect(about, name).toMatch(said);
      }
    }
  });

  test("misses no variable that the code reads", () => {
    const code = sources().join("\n");
    const prefixes = /\b(?:MEKURI|GEMINI|VERTEX|IMAGEN|OTEL|UPSTASH)_[A-Z][A-Z_]*[A-Z]\b/g;
    const mentioned = new Set(code.match(prefixes));
    const constants = new Set([...code.matchAll(/\bconst ([A-Z_]+)\b/g)].map(([, name]) => name));
    expect([...mentioned].filter((name) => !constants.has(name) && !named.includes(name))).toEqual([]);
  });

  test("contains no secrets: every such setting is empty", () => {
    for (const [, name, value] of EXAMPLE.matchAll(/^#([A-Z_]+)=(.*)$/gm)) {
      if (/KEY|SECRET|TOKEN$|HEADERS/.test(name ?? "")) expect(value, name).toBe("");
    }
  });
});

function aboutEach(): [string, string][] {
  const lines = EXAMPLE.split("\n");
  return lines.flatMap((line, at): [string, string][] => {
    const name = /^#([A-Z_]+)=/.exec(line)?.[1];
    return name === undefined ? [] : [[name, lines[at - 1] ?? ""]];
  });
}

/** The code of lib and functions, tests left out. */
function sources(): string[] {
  const files = ["lib", "functions"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
      join(ROOT, folder, path),
    ),
  );
  return files
    .filter((path) => path.endsWith(".ts") && !/\.test\.ts$/.test(path))
    .map((path) => readFileSync(path, "utf8"));
}
