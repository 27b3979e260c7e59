// Slips are placed by types and keys only, so they work for any schema.
import { describe, expect, it } from "vitest";
import { randomOf } from "./random.ts";
import { SLIPS, type Slip, withSlips } from "./slips.ts";
import type { JsonSchema } from "./wire.ts";

const text = { type: "string" };
const SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    beats: {
      type: "array",
      items: {
        type: "object",
        properties: {
          units: { type: "array", items: text },
          lines: {
            type: "array",
            items: {
              type: "object",
              properties: { unit: text, speaker: text, text },
              required: ["unit", "speaker", "text"],
            },
          },
          shot: { type: "string", enum: ["close", "long"] },
          weight: { type: "integer" },
          caption: text,
          hook: { type: "boolean" },
        },
        required: ["units", "lines", "shot", "weight", "caption"],
      },
    },
  },
  required: ["beats"],
};

const answer = () => ({
  beats: [
    {
      units: ["u0001", "u0002"],
      lines: [{ unit: "u0002", speaker: "c1", text: "Here I am." }],
      ...{ shot: "close", weight: 2, caption: "It was late.", hook: false },
    },
    {
      units: ["u0003", "u0004"],
      lines: [{ unit: "u0004", speaker: "c2", text: "At last!" }],
      ...{ shot: "long", weight: 3, caption: "The door was open.", hook: true },
    },
  ],
});

function slipped(slip: Slip, seed = "1") {
  const { text, slips } = withSlips(answer(), SCHEMA, {
    random: randomOf(seed),
    rateOf: (one) => (one === slip ? 1 : 0),
    names: new Map([
      ["c1", "Mina"],
      ["c2", "Tom"],
    ]),
  });
  expect(slips).toEqual([slip]);
  return text;
}

const parsed = (slip: Slip): ReturnType<typeof answer> => JSON.parse(slipped(slip));

describe("a slip", () => {
  it("swaps unit numbers, or repeats one", () => {
    const orders = parsed("units-out-of-order").beats.map(({ units }) => units.join());
    expect([
      ["u0002,u0001", "u0003,u0004"],
      ["u0001,u0002", "u0004,u0003"],
    ]).toContainEqual(orders);
    const twice = parsed("unit-twice").beats.flatMap(({ units }) => units);
    expect([twice.length, new Set(twice).size]).toEqual([5, 4]);
  });

  it("omits a line of speech, and changes or lengthens others", () => {
    expect(parsed("speech-unsaid").beats.flatMap(({ lines }) => lines)).toHaveLength(1);
    const said = (slip: Slip) =>
      parsed(slip).beats.flatMap(({ lines, caption }) => [...lines.map((line) => line.text), caption]);
    const before = answer().beats.flatMap(({ lines, caption }) => [
      ...lines.map((line) => line.text),
      caption,
    ]);
    const changed = said("letters-changed").filter((one, at) => one !== before[at]);
    expect(changed).toHaveLength(1);
    expect(Math.max(...said("text-too-long").map(({ length }) => length))).toBeGreaterThan(60);
  });

  it("writes a name instead of an id, a number as a string, and a value outside of the enum", () => {
    expect(slipped("name-for-id")).toMatch(/"speaker":"(?:Mina|Tom)"/);
    expect(slipped("number-as-string")).toMatch(/"weight":"[23]"/);
    const shots = parsed("unknown-enum-word").beats.map(({ shot }) => shot);
    expect(shots.filter((shot) => ["close", "long"].includes(shot))).toHaveLength(1);
  });

  it("leaves a value empty or out, or adds properties", () => {
    expect(slipped("empty-string")).toContain('""');
    expect(parsed("optional-missing").beats.filter((beat) => "hook" in beat)).toHaveLength(1);
    const more = parsed("extra-items");
    expect(more.beats.length + more.beats.flatMap(({ lines }) => lines).length).toBeGreaterThan(4);
  });

  it("wraps the answer in fences", () => {
    const text = slipped("fenced");
    expect(() => JSON.parse(text)).toThrow();
    expect(JSON.parse(/```json\n(.*)\n```/s.exec(text)?.[1] ?? "")).toEqual(answer());
  });

  it("occurs at its rate, and equally for the same seed", () => {
    const made = Array.from({ length: 1_000 }, (_, at) =>
      withSlips(answer(), SCHEMA, {
        random: randomOf(String(at)),
        rateOf: () => 0.06,
        names: new Map([["c1", "Mina"]]),
      }),
    );
    for (const slip of SLIPS) {
      const count = made.filter(({ slips }) => slips.includes(slip)).length;
      expect([slip, count > 35 && count < 90]).toEqual([slip, true]);
    }
    expect(slipped("letters-changed", "7")).toBe(slipped("letters-changed", "7"));
  });
});
