import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import * as z from "zod";
import { FUNCTIONS } from "../lib/topology.ts";
import { dev } from "./environments.ts";

const script = new URL("../scripts/mekuri.ts", import.meta.url).pathname;

function deploy(...args: string[]) {
  return spawnSync(process.execPath, [script, "deploy", ...args], { encoding: "utf8" });
}

describe("a deployment's dry run", () => {
  it("lists every resource, compared with the manifest", () => {
    const { status, stdout, stderr } = deploy("--stage", "dev", "--dry-run", "--json");
    assert.equal(status, 0, stderr);
    const ReportSchema = z.object({
      stage: z.literal("dev"),
      resources: z.array(z.object({ type: z.string(), name: z.string(), state: z.string() })),
    });
    const { resources } = ReportSchema.parse(JSON.parse(stdout));
    const listed = new Set(resources.map(({ type, name }) => `${type} ${name}`));
    for (const { type, name } of dev) assert.ok(listed.has(`${type} ${name}`), name);
    for (const { name } of FUNCTIONS) assert.ok(listed.has(`gcp:cloudrunv2/service:Service ${name}`));
  });

  it("says that the real preview needs an account and Pulumi", () => {
    const { status, stdout } = deploy("--stage", "prod", "--dry-run");
    assert.equal(status, 0);
    assert.match(stdout, /Only `pulumi preview` shows what\na project really has; it needs the Pulumi tool/);
  });

  it("needs none of the deployment's tools", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [script, "deploy", "--stage", "dev", "--dry-run"],
      {
        encoding: "utf8",
        env: { PATH: "" },
      },
    );
    assert.equal(status, 0);
    assert.match(stdout, /\d+ resources in dev; against infra\/manifest\.dev\.json: 0 new/);
  });

  it("exits with 2 for an invalid command line", () => {
    for (const [args, said] of [
      [["--stage", "dev", "--json"], /need --dry-run/],
      [["--dry-run"], /--stage must be dev or prod/],
      [["--stage", "test", "--dry-run"], /--stage takes dev or prod; got test/],
      [["--stage", "dev", "--dryrun"], /unknown option/],
    ] as const) {
      const { status, stderr } = deploy(...args);
      assert.equal(status, 2);
      assert.match(stderr, said);
    }
  });
});
