import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PHASES } from "./pipeline/step-id.ts";
import { FUNCTIONS, SECRETS, TOPICS } from "./topology.ts";

const at = (path: string) => new URL(`../${path}`, import.meta.url);

describe("the topology", () => {
  it("has a file for each function, and a function for each file that registers one", () => {
    for (const { name } of FUNCTIONS) expect(existsSync(at(`functions/${name}.ts`)), name).toBe(true);
    const registering = readdirSync(at("functions")).filter(
      (file) =>
        !file.endsWith(".test.ts") &&
        /^(registerFunction\(|servePhase\()/m.test(readFileSync(at(`functions/${file}`), "utf8")),
    );
    expect(registering.toSorted()).toEqual(FUNCTIONS.map(({ name }) => `${name}.ts`).toSorted());
  });

  it("has a function for each phase, and one subscription for each topic", () => {
    const names = FUNCTIONS.map(({ name }) => name);
    for (const phase of PHASES) expect(names).toContain(phase);
    const topics = FUNCTIONS.flatMap(({ trigger }) =>
      trigger.kind === "push" ? [trigger.subscription.topic] : [],
    );
    expect(topics.toSorted()).toEqual(TOPICS.toSorted());
  });

  it("maps secrets to existing settings", () => {
    const settings = readFileSync(at(".env.example"), "utf8");
    for (const { setting } of SECRETS) expect(settings).toContain(`#${setting}=`);
  });

  it("gives the signing keys only to auth, and no secret to health", () => {
    const holders = FUNCTIONS.filter(({ secrets }) =>
      secrets.some(({ setting }) => setting === "MEKURI_SIGNING_KEYS_FILE"),
    );
    expect(holders.map(({ name }) => name)).toEqual(["auth"]);
    expect(FUNCTIONS.find(({ name }) => name === "health")?.secrets).toEqual([]);
  });
});
