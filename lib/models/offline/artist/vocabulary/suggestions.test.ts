import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { canDraw, FIELDS, suggestionsFor } from "./suggestions.ts";

it.each(FIELDS)("draws every word that it suggests as it is told: %s", (field) => {
  const words = suggestionsFor(field);
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => canDraw(field, word) !== "as told")).toEqual([]);
});

it("says what is drawn in a word's place, or that nothing is", () => {
  expect(canDraw("thing", "halberd")).toEqual({ as: "a spear" });
  expect(canDraw("thing", "coffee mug")).toBe("as told");
  expect(canDraw("thing", "ガムラン")).toBe("nothing");
  expect(canDraw("kind", "camel")).toEqual({ as: "a horse, without its hump" });
  expect(canDraw("kind", "teapot")).toEqual({ as: "a creature" });
  expect(canDraw("place", "mosque")).toEqual({ as: "a church" });
  expect(canDraw("place", "xyzzy")).toBe("nothing");
  expect(canDraw("doing", "sharpens a scythe")).toEqual({ as: 'the pose "hold"' });
  expect(canDraw("worn", "katana")).toBe("as told");
  expect(canDraw("worn", "red saddle")).toBe("nothing");
  expect(canDraw("mark", "scar on the left cheek")).toBe("nothing");
});

/** Modules that a module imports, and theirs. */
function importsOf(path: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, from = ""] of readFileSync(path, "utf8").matchAll(
    /^(?:import|\}) (?!type).*?from "(\.[^"]+)";$/gmu,
  ))
    importsOf(fileURLToPath(new URL(from, `file://${path}`)), seen);
  return seen;
}

it("imports nothing that draws, and nothing of the reader", () => {
  const here = fileURLToPath(new URL("suggestions.ts", import.meta.url));
  const others = [...importsOf(here)].filter((path) =>
    /\/offline\/(?:artist\/(?!vocabulary\/|closed\/)|reader\/)/u.test(path),
  );
  expect(others).toEqual([]);
});
