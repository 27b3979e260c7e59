// The documents, for tests that compare them with the repository.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

/** Paths. Decisions are dated, so names in them may be gone. */
export const PAGES = globSync(
  [
    ...["*.md", "docs/**/*.md", "goldens/*.md", "reader/*.md", "lettering/*.md", "infra/*.md", "web/**/*.md"],
    ...["lib/**/*.md", "emulators/**/*.md", "stories/**/*.md", "examples/**/*.md"],
  ],
  { cwd: ROOT, exclude: (path) => path.includes("node_modules") },
).toSorted();

export const DATED = /^(?:docs\/decisions\/\d|CHANGELOG\.md)/;

export const readPage = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The page without code, in which brackets are not links. */
export const prose = (text: string): string => text.replace(/```.*?```/gs, "").replace(/`[^`\n]*`/g, "");

/** The code blocks of a language, without fences. */
export function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```/gms)].flatMap(([, name, block = ""]) =>
    name === language ? [block] : [],
  );
}

/** Text between backticks. */
export function codeSpans(text: string): string[] {
  return [...text.replace(/```.*?```/gs, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
}

/** Files that the pages on adding something ask their readers to write: a line with the path, then the content. */
export const WRITTEN = PAGES.filter((page) => page.startsWith("docs/develop/add-")).flatMap((page) =>
  [...readPage(page).matchAll(/^`([^`]+)`:$/gm)].map(([, path = ""]) => path),
);

/** Every file of the repository that git does not ignore. */
export function repositoryFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    ...{ cwd: ROOT, encoding: "utf8" as const, maxBuffer: 2 ** 26 },
  });
  return list.split("\n").filter((path) => path !== "");
}
