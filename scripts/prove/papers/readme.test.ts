import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PHASES } from "../../../lib/pipeline/step-id.ts";
import { USAGE } from "../../make/arguments.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const english = read("README.md");
const japanese = read("README.ja.md");
const { scripts, dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
  "scripts" | "dependencies" | "devDependencies",
  Record<string, string>
>;

/** The commands of a page, without their comments. */
function commands(page: string): string[] {
  return [...page.matchAll(/```bash\n(.*?)```/gs)]
    .flatMap(([, block]) => (block ?? "").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

describe("the README", () => {
  it("gives the same commands in both languages", () => {
    expect(commands(japanese)).toEqual(commands(english));
    expect(commands(english).length).toBeGreaterThan(10);
  });

  it("names only commands that package.json has", () => {
    const named = [...english.matchAll(/npm (?:run )?([a-z][a-z0-9:-]*)/g)].map(([, name]) => name ?? "");
    const npmItself = ["ci", "and", "are", "registry", "prints", "quiet", "installs", "itself"];
    for (const name of new Set(named)) {
      if (!npmItself.includes(name)) expect(scripts, name).toHaveProperty(name);
    }
  });

  it.each([
    ["README.md", english],
    ["README.ja.md", japanese],
  ])("lists every phase with its file in %s", (_name, page) => {
    for (const [index, phase] of PHASES.entries()) {
      const file = `lib/phases/${index + 1}-${phase}.ts`;
      expect(existsSync(new URL(`../../../${file}`, import.meta.url)), file).toBe(true);
      expect(page).toContain(`| ${index + 1} | \`${phase}\` |`);
      expect(page).toContain(`[${file}](${file})`);
    }
  });

  it("says what each package is for", () => {
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      const shown = name.startsWith("@types/") ? "@types/*" : name;
      expect(english, `${name} is missing from the table of packages`).toContain(`\`${shown}\``);
    }
  });

  it("shows options that the command has", () => {
    const options = commands(english)
      .filter((line) => line.includes("npm run manga"))
      .flatMap((line) => line.match(/--[a-z]+/g) ?? []);
    for (const option of options) expect(USAGE).toContain(option);
  });

  it("links only to files that exist", () => {
    for (const page of [english, japanese]) {
      for (const [, target] of page.matchAll(/\]\((?!http)([^)#]+)/g)) {
        expect(existsSync(new URL(`../../../${target}`, import.meta.url)), target).toBe(true);
      }
    }
  });
});

describe("every npm script", () => {
  it("sets up first on a fresh machine", () => {
    for (const name of Object.keys(scripts).filter((script) => !script.startsWith("pre"))) {
      expect(scripts[`pre${name}`], name).toBe("node scripts/setup.mjs");
    }
  });
});
