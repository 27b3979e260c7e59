import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FORMS } from "./campaign/forms.ts";
import { CampaignSchema, campaignTable, merged, withTable } from "./campaign/results.ts";
import { runForm, typed } from "./campaign/run-form.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const campaign = CampaignSchema.parse(JSON.parse(read("docs/proof/campaign.json")));

describe("the campaign", () => {
  test("runs all of its forms within 90 minutes", () => {
    expect(FORMS.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(90);
    expect(new Set(FORMS.map(({ name }) => name)).size).toBe(FORMS.length);
  });

  test("enables every opt-in campaign of the test suites", () => {
    const set = new Set(
      FORMS.flatMap((form) => form.commands(1)).flatMap(({ env = {} }) => Object.keys(env)),
    );
    // The test of the simulation runs the same as the form `simulate`.
    set.add("SIMULATION_SEEDS");
    const files = globSync("{functions,lib,emulators,scripts,web,infra}/**/*.test.{ts,tsx}", {
      cwd: ROOT,
      exclude: (path) => path.includes("node_modules"),
    });
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      for (const [, name = ""] of read(file).matchAll(
        /process\.env\.([A-Z_]+_(?:CAMPAIGN|TIMES|SEEDS|RUNS|FULL))\b/g,
      )) {
        expect(
          set.has(name),
          `${file} is switched by ${name}: add it to scripts/prove/campaign/forms.ts`,
        ).toBe(true);
      }
    }
  });

  test("prints the commands as users type them", () => {
    const simulate = FORMS.find(({ name }) => name === "simulate")
      ?.commands(1)
      .map(typed);
    expect(simulate).toEqual(["npm run prove -- simulate --seeds 10000 --seed 1 --json"]);
    const seal = FORMS.find(({ name }) => name === "seal")
      ?.commands(0.01)
      .map(typed);
    expect(seal).toEqual(["SEAL_TIMES=10000 npx vitest run lib/cloud/seal.test.ts"]);
  });

  test("runs a form and parses its figures, and reports a failing form as not held", async () => {
    const simulate = FORMS.find(({ name }) => name === "simulate");
    if (simulate === undefined) throw new Error("there is no simulation");
    const result = await runForm(simulate, 0.002);
    expect(result).toMatchObject({ holds: true, figures: { sessions: 20, lost: 0, stuck: 0 } });
    const broken = { ...simulate, commands: () => [{ program: "sh", args: ["-c", "exit 3"] }] };
    expect(await runForm(broken, 1)).toMatchObject({ holds: false, problem: "sh -c 'exit 3' ended with 3" });
    const silent = { ...simulate, commands: () => [{ program: "true", args: [] }] };
    expect(await runForm(silent, 1)).toMatchObject({
      holds: false,
      problem: "the command printed no JSON object",
    });
  }, 60_000);
});

describe("the figures", () => {
  test("of the page are the measured ones (npm run prove -- campaign --save writes them)", () => {
    const page = read("docs/proof/campaign.md");
    expect(page).toBe(withTable(page, campaignTable(campaign)));
  });

  test("keep an older measurement until the form is measured again", () => {
    const [first] = campaign.results;
    if (first === undefined) throw new Error("nothing was measured");
    const again = { ...first, seconds: first.seconds + 1 };
    expect(merged(campaign, { results: [again] }).results.find(({ name }) => name === first.name)).toEqual(
      again,
    );
    expect(merged(campaign, { results: [] })).toEqual(campaign);
  });
});
