// The READMEs and guides in two languages, and the table of packages.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { PHASES } from "../../../lib/pipeline/step-id.ts";
import { codeBlocks, PAGES, readPage } from "./pages.ts";
import { typedCommands } from "./shell-lines.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const { scripts, dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
  "scripts" | "dependencies" | "devDependencies",
  Record<string, string>
>;

describe("the README", () => {
  it.each(["README.md", "README.ja.md"])(
    "%s is read in one sitting: at most 200 lines and two pictures",
    (page) => {
      expect(read(page).split("\n").length).toBeLessThanOrEqual(200);
      expect([...read(page).matchAll(/!\[/g)]).toHaveLength(2);
    },
  );

  it.each(["README.md", "README.ja.md"])("%s lists every phase with its file", (page) => {
    for (const [index, phase] of PHASES.entries()) {
      const file = `lib/phases/${index + 1}-${phase}.ts`;
      expect(existsSync(new URL(`../../../${file}`, import.meta.url)), file).toBe(true);
      expect(read(page)).toContain(`| ${index + 1} | \`${phase}\` |`);
      expect(read(page)).toContain(`[${file}](${file})`);
    }
  });
});

describe("pages for makers of manga", () => {
  const pages = PAGES.filter((page) => /^(?:README|docs\/guide\/[\w-]+)\.md$/.test(page));

  it.each(pages)("%s has the same commands, pictures and headings in Japanese", (page) => {
    const [english, japanese] = [readPage(page), readPage(page.replace(/\.md$/, ".ja.md"))];
    const shell = (text: string) => codeBlocks(text, "bash").flatMap(typedCommands);
    expect(shell(japanese)).toEqual(shell(english));
    const pictures = (text: string) => [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file]) => file);
    expect(pictures(japanese)).toEqual(pictures(english));
    const levels = (text: string) => [...text.matchAll(/^(#+) /gm)].map(([, marks]) => marks);
    expect(levels(japanese)).toEqual(levels(english));
  });

  it("are README and the guides", () => {
    expect(pages.length).toBeGreaterThan(6);
  });
});

test("the table of packages explains each", () => {
  const table = read("docs/develop/packages.md");
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const shown = name.startsWith("@types/") ? "@types/*" : name;
    expect(table, `${name} is missing from the table of packages`).toContain(`\`${shown}\``);
  }
});

describe("the npm scripts", () => {
  it("are exactly those that users type", () => {
    expect(Object.keys(scripts).toSorted()).toEqual(
      [
        ...["build", "check", "e2e", "emulators", "manga", "mekuri", "models", "prove", "start", "test"],
        "verify",
      ].toSorted(),
    );
  });

  it("set up a fresh machine first, through one program", () => {
    for (const [name, line] of Object.entries(scripts)) {
      if (name === "verify") expect(line).toBe("npm run check && npm test");
      else expect(line, name).toMatch(/^node bin\/(?:launch|mekuri)\.mjs\b/);
    }
  });
});
