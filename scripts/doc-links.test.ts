// Links of the pages for readers lead to files that exist, and to headings that these have.
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = globSync(
  ["*.md", "docs/**/*.md", "goldens/*.md", "reader/*.md", "lib/**/*.md", "emulators/*.md", "lettering/*.md"],
  {
    cwd: ROOT,
  },
);
const read = (path: string) => readFileSync(path, "utf8");

/** The page without its code, in which brackets are no links. */
const prose = (page: string) => page.replace(/```.*?```/gs, "").replace(/`[^`\n]*`/g, "");

/** The address of a heading below its page, as GitHub makes it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
    .replaceAll(" ", "-");
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchor(heading.trim()));

describe("links", () => {
  it.each(PAGES)("of %s lead to what exists", (page) => {
    const path = join(ROOT, page);
    const dead = [...prose(read(path)).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, file = "", heading]) => {
        const target = file === "" ? path : resolve(dirname(path), file);
        if (!existsSync(target)) return true;
        return heading !== undefined && !anchorsOf(read(target)).includes(heading);
      })
      .map(([link]) => link);
    expect(dead).toEqual([]);
  });

  it("are looked for on every page that a stranger opens first", () => {
    for (const page of ["README.md", "README.ja.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]) {
      expect(PAGES).toContain(page);
    }
  });
});
