import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deriveSeed } from "./seed.ts";
import { fnv1a, mulberry32, randomFor, seededRandom } from "./seeded-random.ts";

const ROOT = join(import.meta.dirname, "../..");

test("the hash is 32-bit FNV-1a over code points", () => {
  // Test vectors by the authors of FNV (http://www.isthe.com/chongo/src/fnv/test_fnv.c).
  expect(["", "a", "foobar"].map((text) => fnv1a(text))).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  expect(fnv1a("bar", fnv1a("foo"))).toBe(fnv1a("foobar"));
});

test("a seed gives the same numbers as in earlier versions", () => {
  const next = mulberry32(1);
  expect([next(), next(), next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  expect(randomFor(7, "manner")()).toBe(seededRandom(7, "manner").next());
  expect(deriveSeed(7, "lettering", 1)).toBe(deriveSeed(7, "lettering", 1));
  expect(deriveSeed(7, "lettering", 1)).not.toBe(deriveSeed(7, "lettering", 2));
});

test("no other file has a random generator of its own", () => {
  const files = globSync("{lib,functions,scripts,bench,web,reader}/**/*.ts", {
    cwd: ROOT,
    exclude: (name) => name === "node_modules" || name === "dist",
  });
  expect(files.length).toBeGreaterThan(500);
  const holding = files.filter((file) => readFileSync(join(ROOT, file), "utf8").includes(`${"0x6d2b"}79f5`));
  // The simulation has its own: it does not import manga code.
  expect(holding.toSorted()).toEqual(["lib/manga/seeded-random.ts", "lib/pipeline/simulation/chance.ts"]);
});
