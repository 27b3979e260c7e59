import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { canDraw, FIELDS, suggestionsFor, unread } from "./suggestions.ts";

it.each(FIELDS)("draws exactly every word that it suggests: %s", (field) => {
  const words = suggestionsFor(field);
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => canDraw(field, word) !== "as told")).toEqual([]);
});

it("says what is drawn in place of a word, or that nothing is", () => {
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
  expect(canDraw("hat", "麦わら帽子")).toBe("as told");
  expect(canDraw("hat", "shirt")).toBe("nothing");
  expect(canDraw("hair-colour", "silver")).toBe("as told");
  expect(canDraw("hair-colour", "wavy")).toBe("nothing");
  expect(canDraw("gaze", "at the moon")).toBe("as told");
  expect(canDraw("gaze", "c2")).toBe("nothing");
  expect(canDraw("grip", "between two fingers")).toBe("nothing");
  expect(canDraw("culture", "ancient Rome")).toBe("as told");
  expect(canDraw("culture", "Martian")).toBe("nothing");
});

it("says whether a place, action or state of a thing is drawn for that thing", () => {
  expect(canDraw("thing-how", "rings", "bell")).toBe("as told");
  expect(canDraw("thing-how", "rings", "cup")).toBe("nothing");
  expect(canDraw("thing-how", "opens", "door")).toBe("as told");
  expect(canDraw("thing-where", "on the wall", "clock")).toBe("as told");
  expect(canDraw("thing-state", "covered in moss", "cup")).toBe("nothing");
  expect(canDraw("thing-state", "old", "ガムラン")).toBe("nothing");
});

it("says whether clothes and beards are drawn on a kind of being", () => {
  for (const [field, word] of [
    ["hat", "straw hat"],
    ["beard", "full beard"],
    ["worn", "white shirt"],
    ["worn", "glasses"],
  ] as const) {
    expect(canDraw(field, word, "human")).toBe("as told");
    expect(canDraw(field, word, "cat")).toBe("nothing");
  }
  expect(canDraw("worn", "white shirt", "robot")).toBe("as told");
});

it("says whether words for a style affect the drawing", () => {
  expect(canDraw("style-line", "極細")).toBe("as told");
  expect(canDraw("style-line", "confident, of varying width")).toBe("as told");
  expect(canDraw("style-line", "like spaghetti")).toBe("nothing");
  expect(canDraw("style-eyes", "emerald")).toBe("nothing");
  expect(canDraw("style-medium", "brush and ink wash")).toBe("nothing");
});

it("draws nothing for fields that it does not read", () => {
  for (const field of unread) expect(canDraw(field, "round")).toBe("nothing");
});

/** The modules that a module imports, directly or indirectly. */
function importsOf(path: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, from = ""] of readFileSync(path, "utf8").matchAll(
    /^(?:import|\}) (?!type).*?from "(\.[^"]+)";$/gmu,
  ))
    importsOf(fileURLToPath(new URL(from, `file://${path}`)), seen);
  return seen;
}

it("imports no drawing code and nothing of the reader", () => {
  const here = fileURLToPath(new URL("suggestions.ts", import.meta.url));
  const others = [...importsOf(here)].filter((path) =>
    /\/offline\/(?:artist\/(?!vocabulary\/|closed\/)|reader\/)/u.test(path),
  );
  expect(others).toEqual([]);
});
