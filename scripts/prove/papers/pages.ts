// The pages that people read, for the tests that hold them to the repository.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

/** Below the root. Decisions are dated: what they name may be gone since. */
export const PAGES = globSync(
  [
    ...["*.md", "docs/**/*.md", "goldens/*.md", "reader/*.md", "lettering/*.md", "infra/*.md", "web/**/*.md"],
    ...["lib/**/*.md", "emulators/**/*.md", "stories/**/*.md", "examples/**/*.md"],
  ],
  { cwd: ROOT, exclude: (path) => path.includes("node_modules") },
).toSorted();

export const DATED = /^(?:docs\/decisions\/\d|CHANGELOG\.md)/;

export const readPage = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The page without its code, in which brackets are no links. */
export const prose = (text: string): string => text.replace(/```.*?```/gs, "").replace(/`[^`\n]*`/g, "");

/** The blocks of a language, without their fences. */
export function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```/gms)].flatMap(([, name, block = ""]) =>
    name === language ? [block] : [],
  );
}

/** What stands between backticks in running text. */
export function codeSpans(text: string): string[] {
  return [...text.replace(/```.*?```/gs, "").matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
}

/** The files that the pages on how to add something have their readers write: a line that names one, and its text below. */
export const WRITTEN = PAGES.filter((page) => page.startsWith("docs/develop/add-")).flatMap((page) =>
  [...readPage(page).matchAll(/^`([^`]+)`:$/gm)].map(([, path = ""]) => path),
);

/** Every file of the repository, below the root; ignored ones are none. */
export function repositoryFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    ...{ cwd: ROOT, encoding: "utf8" as const, maxBuffer: 2 ** 26 },
  });
  return list.split("\n").filter((path) => path !== "");
}
