// Names of things are table rows, unknown to the compiler; this test checks every name that code and measure
// tables use.
import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { PropSchema } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";

const ARTIST = join(import.meta.dirname, "..");
const NAMES: ReadonlySet<string> = new Set(PropSchema.options);

/** Patterns of names in code: sets of things, comparisons with a thing, and calls. */
const SETS = /\bReadonlySet<Prop> = new Set(?:<Prop>)?\(\s*(?:\[|listed\()([\s\S]*?)(?:\]|\),?\s*)\);/g;
const COMPARED = /\b(?:prop|holds|alsoHolds|vessel)\s*[!=]==\s*"([^"]+)"/g;
const NAMED = /\b(?:drawProp|sizeOf|traitsOf|isHeldByEdge)\((?:[^()"]|\([^()]*\))*"([^"]+)"/g;

it("use only names of things.tsv in code and measure tables", () => {
  const files = globSync(join(ARTIST, "**/*.ts")).filter((file) => !file.endsWith(".test.ts"));
  const measured = ["handled", "shafts", "instruments"].flatMap((table) =>
    THING_PACK.measuresOf(table).map(({ name }) => ({ file: `${table}.tsv`, word: name })),
  );
  const coded = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const words = [
      ...[...text.matchAll(SETS)].flatMap(
        ([, list = ""]) => list.match(/(?<=")[^"]+(?=")(?![^"]*"\s*:)/g) ?? [],
      ),
      ...[...text.matchAll(COMPARED), ...text.matchAll(NAMED)].map(([, word = ""]) => word),
    ];
    return words
      .filter((word) => /^[a-z]/.test(word))
      .flatMap((word) => word.split(" "))
      .map((word) => ({ file: relative(ARTIST, file), word }));
  });
  const called = [...coded, ...measured];
  expect(called.length).toBeGreaterThan(200);
  expect(called.filter(({ word }) => !NAMES.has(word))).toEqual([]);
});
