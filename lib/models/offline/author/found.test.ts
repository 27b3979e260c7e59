// What is found, opened or felt after a line: which sentences have a picture of their own, and whose face goes on.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adapt } from "./stories/adapt.ts";
import { read } from "./stories/labelled.ts";
import { isHuge, isOnBody } from "./things.ts";

const panelsOf = async (text: string, language: "ja" | "en") =>
  (await adapt(text, language)).boards.flatMap(({ panels }) => panels.map(({ picture }) => picture));

describe("what somebody comes upon", () => {
  it.each([
    ["silent", "ja", "footprints", "足あと"],
    ["school", "ja", "door", "扉が開いた"],
    ["tiny", "en", "coal", "windowsill"],
  ] as const)("is looked at by itself: %s (%s), the %s", async (name, language, thing, words) => {
    const pictures = await panelsOf(read({ name, language }), language);
    const found = pictures.filter(({ action }) => action.includes(words));
    expect(found.length).toBeGreaterThan(0);
    for (const { figures, things } of found) {
      expect(figures).toEqual([]);
      expect(things.map(({ what }) => what)).toContain(thing);
    }
  });
});

describe("whoever has just spoken", () => {
  it("has the face of what was said while they do what goes with it", async () => {
    const sample = new URL("../../../../examples/the-last-loaf.txt", import.meta.url);
    const faces = (await panelsOf(readFileSync(sample, "utf8"), "en")).flatMap(({ action, figures }) =>
      action.includes("threw up her arms")
        ? figures.flatMap(({ doing, feeling }) => (doing === "arms-up" ? [feeling] : []))
        : [],
    );
    expect(faces).toContain("smile");
    expect(faces).not.toContain("determined");
  });
});

describe("things of a sentence", () => {
  const action =
    "An old man sat beside a cold, enormous lamp. He was shivering. Half the loaf lay in his lap.";

  it("are on somebody only where their own sentence says so", () => {
    expect(isOnBody("bread", action)).toBe(true);
    expect(isOnBody("lamp", action)).toBe(false);
    expect(isOnBody("lamp", "He took the lamp. It lay in his lap.")).toBe(true);
  });

  it("are in no hand where they are enormous", () => {
    expect(isHuge("lamp", action)).toBe(true);
    expect(isHuge("bread", action)).toBe(false);
    expect(isHuge("pot", "台所には巨大な鍋があった。")).toBe(true);
  });
});

describe("a robot's single lamp", () => {
  it("is no lamp beside it", async () => {
    const pictures = await panelsOf(read({ name: "space", language: "en" }), "en");
    const rolling = pictures.filter(({ action }) => action.includes("rolled after her"));
    expect(rolling.length).toBeGreaterThan(0);
    for (const { things } of rolling) expect(things.map(({ what }) => what)).not.toContain("lamp");
  });
});
