// Nearly right answers are repaired: valid parts are unchanged, and an unrepairable part is dropped alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { nearAnswers } from "./near-answers.ts";
import { nearestWord } from "./nearest-word.ts";
import { repairAnswer } from "./repair-answer.ts";
import { repairCounts } from "./repair-counts.ts";
import { SENT_SCHEMAS } from "./sent-schemas.ts";

const Panel = z.object({
  id: z.string().regex(/^k\d+$/),
  weight: z.int().min(1).max(5),
  shot: z.enum(["half", "close-up", "long"]),
  loud: z.boolean(),
  text: z.string().max(20),
  title: z.string().min(1).optional(),
  speaker: z.string().min(1).nullable(),
  words: z.object({ texts: z.array(z.string().min(1)).max(3) }),
  at: z.number().gt(0).lt(10).default(5),
});
const Page = z.object({ panels: z.array(Panel).max(4) });

const PANEL = {
  ...{ id: "k1", weight: 3, shot: "half", loud: false, text: "a", speaker: "c1", at: 1 },
  words: { texts: ["x"] },
} as const;

function repair(value: unknown, schema: z.ZodType = Page) {
  const repairs = repairCounts();
  return { ...repairAnswer(schema, value, repairs), told: repairs.summary() };
}

/** One panel with a change. */
const withPanel = (change: Record<string, unknown>) => repair({ panels: [{ ...PANEL, ...change }] });
const panelOf = (change: Record<string, unknown>) => {
  const repaired = withPanel(change);
  if (repaired.kind === "unusable") throw new Error(repaired.faults.join());
  return { panel: Page.parse(repaired.answer).panels[0], told: repaired.told };
};

describe("a repaired answer", () => {
  const cases: [string, Record<string, unknown>, Record<string, unknown>, string][] = [
    ["an enum in other letters", { shot: "Close Up" }, { shot: "close-up" }, "1 × misspelt shot"],
    ["an enum with one more word", { shot: "long shot" }, { shot: "long" }, "1 × misspelt shot"],
    ["an enum that nobody knows", { shot: "dutch" }, { shot: "half" }, "1 × unknown shot"],
    ["an enum that is missing", { shot: undefined }, { shot: "half" }, "1 × missing shot"],
    ["a number above its bound", { weight: 9 }, { weight: 5 }, "1 × out of range weight"],
    ["a number below its bound", { weight: -2 }, { weight: 1 }, "1 × out of range weight"],
    ["a fraction", { weight: 2.4 }, { weight: 2 }, "1 × out of range weight"],
    ["a number as text", { weight: "４" }, { weight: 4 }, "1 × mistyped weight"],
    ["a number with a unit", { weight: "4 of all" }, { weight: 4 }, "1 × mistyped weight"],
    ["a number that is missing", { weight: undefined }, { weight: 1 }, "1 × missing weight"],
    ["a bound that is not inclusive", { at: 12 }, { at: 9 }, "1 × out of range at"],
    ["a truth as text", { loud: "True" }, { loud: true }, "1 × mistyped loud"],
    ["a truth that is missing", { loud: null }, { loud: false }, "1 × missing loud"],
    ["a text that is missing", { text: undefined }, { text: "" }, "1 × missing text"],
    ["a text as number", { text: 7 }, { text: "7" }, "1 × mistyped text"],
    [
      "a text that is too long",
      { text: "It rained. Then it stopped" },
      { text: "It rained. Then it" },
      "1 × too long text",
    ],
    ["an optional text that is empty", { title: "" }, {}, "1 × unusable title"],
    ["null where absent is meant", { title: null }, {}, "1 × missing title"],
    ["absent where null is meant", { speaker: undefined }, { speaker: null }, "1 × missing speaker"],
    ["a list that is missing", { words: {} }, { words: { texts: [] } }, "1 × missing texts"],
    [
      "a single item for a list",
      { words: { texts: "a, b" } },
      { words: { texts: ["a", "b"] } },
      "1 × single texts",
    ],
    [
      "an item that cannot be used",
      { words: { texts: ["a", {}, ""] } },
      { words: { texts: ["a"] } },
      "2 × unusable texts",
    ],
    [
      "too many items",
      { words: { texts: ["1", "2", "3", "4", "5"] } },
      { words: { texts: ["1", "2", "3"] } },
      "2 × too many texts",
    ],
    ["a missing object", { words: null }, { words: { texts: [] } }, "1 × missing texts"],
    ["an id in other letters", { id: " K7" }, { id: "k7" }, "1 × misspelt id"],
  ];
  it.each(cases)("has %s", (_name, change, repaired, told) => {
    const { panel, told: counted } = panelOf(change);
    expect(panel).toEqual({ ...PANEL, ...repaired });
    expect(counted).toBe(told);
  });

  it("has no keys outside the schema, and misspelt ones are matched", () => {
    const { weight: _weight, ...rest } = PANEL;
    const repaired = repair({ panels: [{ ...rest, Weight: 4, admin: true }] });
    expect(repaired).toEqual({
      ...{ kind: "fits", answer: { panels: [{ ...PANEL, weight: 4 }] } },
      told: "1 × misspelt key of panels",
    });
  });

  it("loses the item that cannot be repaired, and nothing else", () => {
    const panels = [{ ...PANEL, id: "?" }, PANEL, "x", null, { answer: 1 }, {}];
    expect(repair({ panels })).toEqual({
      ...{ kind: "fits", answer: { panels: [PANEL] } },
      told: "5 × unusable panels",
    });
  });

  it("does not count repairs in a dropped item", () => {
    expect(repair({ panels: [{ ...PANEL, id: "?", weight: 9 }] }).told).toBe("1 × unusable panels");
  });

  it("is unwrapped from a list, or made from its only list", () => {
    expect(repair([{ panels: [PANEL] }])).toMatchObject({ answer: { panels: [PANEL] } });
    expect(repair([PANEL, PANEL])).toMatchObject({ answer: { panels: [PANEL, PANEL] } });
  });

  it("has the form with the fewest faults, where several are allowed", () => {
    const either = z.object({ of: z.union([z.object({ a: z.string().min(1) }), Panel]) });
    expect(repair({ of: { ...PANEL, weight: 9 } }, either)).toMatchObject({
      answer: { of: { ...PANEL, weight: 5 } },
      told: "1 × out of range weight",
    });
  });

  it("is unusable where the whole makes no sense, with the path", () => {
    const strict = z.object({ panels: z.array(Panel).min(1) });
    expect(repair({ panels: [{ ...PANEL, id: "?" }] }, strict)).toMatchObject({
      kind: "unusable",
      faults: [expect.stringMatching(/^panels\[0\]\.id: /), expect.stringMatching(/^panels: /)],
    });
    for (const value of ["prose", 7, null, {}, { answer: "done" }, undefined]) {
      expect(repair(value, strict)).toMatchObject({ kind: "unusable", faults: [expect.any(String)] });
    }
  });
});

const ALL_SENT = Object.values(SENT_SCHEMAS).flat();
const schemas = fc.constantFrom<z.ZodType>(Page, ...ALL_SENT);

const questions = schemas.chain((schema) => fc.tuple(fc.constant(schema), nearAnswers(schema)));

describe("any answer of a model", () => {
  it("fits after the repair or is unusable with a reason, and nothing is thrown", () => {
    fc.assert(
      fc.property(questions, ([schema, value]) => {
        const repaired = repair(value, schema);
        if (repaired.kind === "unusable") expect(repaired.faults.length).toBeGreaterThan(0);
        else expect(schema.safeParse(repaired.answer).success).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("is not changed by a second repair, nor if it fits", () => {
    fc.assert(
      fc.property(questions, ([schema, value]) => {
        const once = repair(value, schema);
        if (once.kind === "unusable") return;
        expect(repair(once.answer, schema)).toEqual({ ...once, told: "" });
        const parsed = schema.safeParse(value);
        if (parsed.success) expect(once).toEqual({ kind: "fits", answer: parsed.data, told: "" });
      }),
      { numRuns: 400 },
    );
  });
});

describe("the nearest of several words", () => {
  it.each([
    ["Establishing-Shot", "establishing"],
    ["ｂｕｓｔ", "bust"],
    ["closse", "close"],
    ["teenager", "teen"],
    ["", undefined],
    ["猫", undefined],
    ["from far away", undefined],
  ])("to %j is %j", (word, nearest) => {
    expect(nearestWord(word, ["close", "bust", "establishing", "teen"])).toBe(nearest);
  });

  it("is the longest one contained in the word", () => {
    expect(nearestWord("very female", ["male", "female"])).toBe("female");
  });
});
