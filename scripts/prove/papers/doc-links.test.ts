// Links in the pages lead to existing files and headings, and paths in their text exist.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { codeSpans, DATED, PAGES, prose, ROOT, readPage, repositoryFiles, WRITTEN } from "./pages.ts";

/** The anchor of a heading, as GitHub makes it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
    .replaceAll(" ", "-");
const anchorsOf = (page: string) =>
  [...page.replace(/```.*?```/gs, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    anchor(heading.trim()),
  );

describe("links", () => {
  it.each(PAGES)("of %s lead to existing files and headings", (page) => {
    const path = join(ROOT, page);
    const dead = [...prose(readPage(page)).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, file = "", heading]) => {
        const target = file === "" ? path : resolve(dirname(path), file);
        if (!existsSync(target)) return true;
        return heading !== undefined && !anchorsOf(readFileSync(target, "utf8")).includes(heading);
      })
      .map(([link]) => link);
    expect(dead).toEqual([]);
  });

  it("are checked on every page that a new reader opens first", () => {
    for (const page of ["README.md", "README.ja.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]) {
      expect(PAGES).toContain(page);
    }
  });
});

/** `lib/models/reader.ts`, but not patterns and examples, which have capitals, stars or braces. */
const PATH =
  /^(?:assets|bench|docs|emulators|examples|functions|goldens|infra|lettering|lib|reader|scripts|stories|web)\/[\w./-]+\.(?:tsx?|m?js|json|md|tsv|txt|html)$/;
const EXAMPLE = /(?:^|\/)[A-Z]+\.(?!md)\w+$|\/[A-Z]{3,}\//;

describe("paths", () => {
  it.each(PAGES.filter((page) => !DATED.test(page)))("in the text of %s exist", (page) => {
    const spans = codeSpans(readPage(page)).filter((span) => PATH.test(span) && !EXAMPLE.test(span));
    const missing = spans.filter(
      (span) =>
        !WRITTEN.includes(span) &&
        !existsSync(join(ROOT, span)) &&
        !existsSync(join(ROOT, dirname(page), span)),
    );
    expect(missing).toEqual([]);
  });

  it("to documents in the code exist", () => {
    const files = repositoryFiles().filter((path) =>
      /\.(?:tsx?|mjs|ya?ml|json|html|tsv)$|^\.env\.example$/.test(path),
    );
    const missing = files.flatMap((path) => {
      if (path.startsWith("infra/manifest") || !existsSync(join(ROOT, path))) return [];
      const text = readFileSync(join(ROOT, path), "utf8");
      return [...text.matchAll(/(?<![\w/.-])docs\/[\w./-]+\.(?:md|json|html|tsv|png|webp)/g)]
        .filter(([name]) => !existsSync(join(ROOT, name)))
        .map(([name]) => `${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});
