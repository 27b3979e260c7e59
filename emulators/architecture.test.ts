// Keeps ARCHITECTURE.md true: every test that the page names exists, and the page names every contract suite.
import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("ARCHITECTURE.md", import.meta.url), "utf8");
const named = new Set([...page.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path = ""]) => path));

test("every test that the page names exists", () => {
  expect(named.size).toBeGreaterThan(40);
  for (const path of named) expect(existsSync(new URL(path, import.meta.url)), path).toBe(true);
});

test("the page names every contract suite", () => {
  const suites = globSync("**/*.contract.test.ts", {
    cwd: import.meta.dirname,
    exclude: ["**/node_modules/**"],
  });
  for (const path of suites) expect(named, path).toContain(path);
});

test("the page links to every ARCHITECTURE.md of a folder", () => {
  const pages = [...page.matchAll(/\]\(([\w/]+\.md)\)/g)].map(([, path = ""]) => path);
  expect(pages).toHaveLength(3);
  for (const path of pages) expect(existsSync(new URL(path, import.meta.url)), path).toBe(true);
});
