import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HTTP_PATHS } from "../../../lib/topology.ts";
import { hostingConfig } from "./hosting-config.ts";

const FILE = readFileSync(new URL("../../../firebase.json", import.meta.url), "utf8");

interface Config {
  hosting: {
    rewrites: { source: string; run?: { serviceId: string; region: string } }[];
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
}
const configOf = (stage: Parameters<typeof hostingConfig>[1]): Config =>
  JSON.parse(hostingConfig(FILE, stage));

/** The policy's directives by name. */
function policyOf({ hosting }: Config): Record<string, string[]> {
  const { value = "" } =
    hosting.headers.flatMap(({ headers }) => headers).find(({ key }) => key === "Content-Security-Policy") ??
    {};
  return Object.fromEntries(value.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1)]));
}

describe("the Hosting settings of a stage", () => {
  it("allow pictures from the stage's own domain besides Cloud Storage, and nothing else", () => {
    const plain = policyOf(JSON.parse(FILE));
    const policy = policyOf(configOf({ region: "r", imagesDomain: "images.example" }));
    expect(policy["img-src"]).toEqual([...(plain["img-src"] ?? []), "https://images.example"]);
    expect(policy["img-src"]).toContain("https://storage.googleapis.com");
    expect({ ...policy, "img-src": [] }).toEqual({ ...plain, "img-src": [] });
  });

  it("route to the functions in the stage's own region", () => {
    const { hosting } = configOf({ region: "europe-west1", imagesDomain: undefined });
    const runs = hosting.rewrites.flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(HTTP_PATHS.length);
    expect([...new Set(runs.map(({ region }) => region))]).toEqual(["europe-west1"]);
  });

  it("equal firebase.json for a stage without differences", () => {
    const same = configOf({ region: "asia-northeast1", imagesDomain: undefined });
    expect(same).toEqual(JSON.parse(FILE));
  });
});
