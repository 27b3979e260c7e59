// Hand-written clients stay small, and their heads state the reason for them.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const HERE = import.meta.dirname;
const MOST_LINES = 500;
/** The implementations of the ports of documents, topics and objects on Google's JSON APIs. */
const CLIENTS = ["firestore-documents.ts", "pubsub-requests.ts", "storage-requests.ts"];
/** Those on Google's clients. */
const OFFICIAL = ["official-documents.ts", "official-topics.ts", "official-objects.ts"];

const read = (file: string) => readFileSync(join(HERE, file), "utf8");

/** Files of ours that these load, themselves included. */
function loadedBy(files: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    for (const [, names, from] of read(file).matchAll(/^import (type )?[^;]*?"(\.[^"]+)";/gm)) {
      if (names === undefined) open.push(relative(HERE, join(HERE, dirname(file), from ?? "")));
    }
    for (const [, from = ""] of read(file).matchAll(/\bimport\("(\.[^"]+)"\)/g)) {
      open.push(relative(HERE, join(HERE, dirname(file), from)));
    }
  }
  return loaded;
}

const loadedByOfficial = loadedBy(OFFICIAL);
const byHand = [...loadedBy(CLIENTS)].filter((file) => !loadedByOfficial.has(file)).sort();

test("the hand-written clients are these files", () => {
  expect(byHand).toEqual([
    "firestore-documents.ts",
    "firestore-values.ts",
    "google-account.ts",
    "google-requests.ts",
    "http-exchange.ts",
    "pubsub-requests.ts",
    "storage-requests.ts",
  ]);
});

test(`they have under ${MOST_LINES} lines together`, () => {
  const lines = byHand.map((file) => read(file).trimEnd().split("\n").length);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(MOST_LINES);
});

test.each(byHand)("%s says in its head what it saves, and where that is measured or decided", (file) => {
  const head = /^(?:\/\/.*\n)+/.exec(read(file))?.[0].replaceAll("\n// ", " ");
  expect(head).toMatch(/\bsaves\b/i);
  if (file !== "google-account.ts") expect(head).toContain("`docs/proof/bench.md`");
});
