// The page says which test holds what: the tests that it names are there, and so is every test of a protocol on it.
import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("ARCHITECTURE.md", import.meta.url), "utf8");
const named = new Set([...page.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path = ""]) => path));

test("every test that the page names is there", () => {
  expect(named.size).toBeGreaterThan(40);
  for (const path of named) expect(existsSync(new URL(path, import.meta.url)), path).toBe(true);
});

test("every contract suite is on the page", () => {
  const suites = globSync("**/*.contract.test.ts", {
    cwd: import.meta.dirname,
    exclude: ["**/node_modules/**"],
  });
  for (const path of suites) expect(named, path).toContain(path);
});

test("what has a page of its own is linked", () => {
  const pages = [...page.matchAll(/\]\(([\w/]+\.md)\)/g)].map(([, path = ""]) => path);
  expect(pages).toHaveLength(3);
  for (const path of pages) expect(existsSync(new URL(path, import.meta.url)), path).toBe(true);
});
