// Settings reach a local service's functions, and an invalid one is reported at the start.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { MEKURI } from "../command/run-script.ts";

test("an invalid lease stops the start, with its name and its limits", () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", MEKURI, "start", "--data", "memory", "--port", "0"],
    { env: { ...process.env, MEKURI_LEASE_SECONDS: "4000" }, encoding: "utf8", timeout: 60_000 },
  );
  expect(stderr).toMatch(/^mekuri: the environment variable MEKURI_LEASE_SECONDS is unusable: .*300\n$/);
  expect(stdout).toBe("");
  expect(status).toBe(1);
}, 90_000);
