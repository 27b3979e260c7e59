// Settings reach the functions of a local service, and one that cannot be used is named at the start.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { MEKURI } from "../command/run-script.ts";

test("a lease that is too long ends the start with its name and its bounds", () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", MEKURI, "start", "--data", "memory", "--port", "0"],
    { env: { ...process.env, MEKURI_LEASE_SECONDS: "4000" }, encoding: "utf8", timeout: 60_000 },
  );
  expect(stderr).toMatch(/^mekuri: the environment variable MEKURI_LEASE_SECONDS is unusable: .*300\n$/);
  expect(stdout).toBe("");
  expect(status).toBe(1);
}, 90_000);
