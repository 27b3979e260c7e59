// Questions to small models are within their limits, are joined without loss, and are rejected where the server truncated them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { segmentStory } from "../../../manga/segment.ts";
import { answerSchema } from "../../hosted/json-schema.ts";
import { overBudget } from "../../hosted/schema-budget.ts";
import { plainStory } from "../plain-story.ts";
import { writePlot } from "../plot/plot.ts";
import { expectWhole } from "../plot/whole-plot.ts";
import { dataText } from "../prompt.ts";
import { testAsker } from "../test-asker.ts";
import { SmallBeatsSchema, SmallLinesSchema, smallBeats } from "./beats.ts";
import { SmallLooksSchema, smallCharacters } from "./characters.ts";
import { SmallBookSchema, SmallPeopleSchema, smallConcept } from "./concept.ts";
import { SmallScenesSchema, smallPlanQuestions } from "./plan.ts";
import { tokensOf } from "./units.ts";

type Data = Record<string, unknown>;
type Rows = readonly (readonly [id: string, text: string])[];

const SCHEMAS = {
  SmallPeopleSchema,
  SmallBookSchema,
  SmallLooksSchema,
  SmallScenesSchema,
  SmallBeatsSchema,
  SmallLinesSchema,
};

/** Number of fields of an object and of the rows in it. */
function fieldsOf(value: unknown): number {
  const node = z
    .looseObject({ properties: z.record(z.string(), z.unknown()).optional(), items: z.unknown().optional() })
    .parse(value);
  const own = Object.values(node.properties ?? {});
  const inner = [...own, ...(node.items === undefined ? [] : [node.items])];
  return own.length + inner.reduce<number>((sum, one) => sum + fieldsOf(one), 0);
}

const echo = (units: Rows) => ({ first: units[0]?.[0] ?? "", last: units.at(-1)?.[0] ?? "" });

/** In both languages, so that it fits a book in either. */
const WORLD = "海辺の町。A small town by the sea, long ago.";

/** Faultless answers to all questions about a plain story. */
function plainly(data: Data): unknown {
  const units = (data.units ?? []) as Rows;
  const person = { also: "", kind: "human", sex: "female", age: "adult", notes: "" };
  switch (data.task) {
    case "small-people":
      return {
        ...echo(units),
        people: [
          { name: "Mina", ...person },
          { name: "Otto", ...person, sex: "male" },
        ],
      };
    case "small-book":
      return {
        ...{ title: "T", genre: "drama", theme: "parting", mood: "lonely", world: WORLD },
        ...{ audience: "all", protagonist: "Otto" },
      };
    case "small-looks":
      return {
        ...{
          face: "round",
          eyes: "large",
          hair: "bob, black",
          beard: "none",
          build: "slim",
          height: "average",
        },
        ...{
          marks: "",
          clothes: "grey coat, black trousers",
          accessories: "glasses",
          description: "A woman in a grey coat.",
        },
      };
    case "small-scenes":
      return {
        ...echo(units),
        scenes: [
          {
            from: units[0]?.[0] ?? "",
            place: "the old station",
            kind: "station",
            hour: "night",
            weather: "rain",
            people: "c1, c2",
          },
        ],
      };
    case "small-beats":
      return {
        ...echo(units),
        beats: units
          .filter((_, at) => at % 2 === 0)
          .map(([from]) => ({
            from,
            who: "c1",
            does: "waits",
            feels: "calm",
            holds: "umbrella",
            others: "c2",
            things: "clock",
            strength: 2,
          })),
      };
    default:
      return {
        ...echo(units),
        lines: (data.lines as string[]).map((unit) => ({
          unit,
          speaker: "c2",
          sure: false,
          voice: "speech",
        })),
      };
  }
}

function plotOf(input: Parameters<typeof writePlot>[0], answer: (data: Data) => unknown) {
  const asker = testAsker(answer);
  const plot = writePlot(input, asker, {
    plans: (one) => asker.askAll(smallPlanQuestions(one)),
    beats: (one, staged) => smallBeats(one, staged, asker),
  });
  return { asker, plot };
}

describe("the schemas for small models", () => {
  it.each(Object.entries(SCHEMAS))(
    "%s has at most 12 fields, and rows at most one level deep",
    (_name, schema) => {
      const sent = answerSchema(schema);
      expect(fieldsOf(sent)).toBeLessThanOrEqual(12);
      expect(overBudget(sent)).toEqual([]);
    },
  );
});

describe.each(["ja", "en"] as const)("a story of 20,000 characters, in %s", (language) => {
  const input = plainStory(language, 20_000, 40);

  it("needs questions of at most 6,000 tokens, with answers of at most 2,000", async () => {
    const { asker, plot } = plotOf(input, plainly);
    await plot;
    const concept = testAsker(plainly);
    await smallConcept(input, concept);
    const looks = testAsker(plainly);
    await smallCharacters(input, looks);
    for (const { prompt, maxOutputTokens, name, answer } of [
      ...asker.asked,
      ...concept.asked,
      ...looks.asked,
    ]) {
      const schema = JSON.stringify(answerSchema(answer)).length / 4;
      const tokens = tokensOf(prompt.system + dataText(prompt.data), language) + schema;
      expect(tokens, name).toBeLessThan(6_000);
      expect(maxOutputTokens, name).toBeLessThanOrEqual(2_000);
    }
  });

  it("becomes a plot with every line and every unit, on the requested number of pages", async () => {
    const { plot } = plotOf(input, plainly);
    const written = await plot;
    expectWhole(written, input);
    expect(written.leftOut).toEqual([]);
    expect(written.pages).toHaveLength(40);
    const beat = written.pages[0]?.beats[0];
    expect(beat?.figures[0]).toMatchObject({
      character: "c1",
      doing: "waits",
      hands: [{ what: "umbrella" }],
    });
  });
});

describe("the concept of a small model", () => {
  it("merges the characters of all parts, and puts the protagonist first", async () => {
    const input = plainStory("en", 20_000, 10);
    const concept = await smallConcept(input, testAsker(plainly));
    expect(concept.people.map(({ name, role }) => [name, role])).toEqual([
      ["Otto", "protagonist"],
      ["Mina", "support"],
    ]);
  });
});

describe("a question that the server truncated", () => {
  it("is detected by ids that the answer should have copied, and the fault names the setting to change", async () => {
    const input = plainStory("en", 3_000, 4);
    const { plot } = plotOf(input, (data) => ({ ...(plainly(data) as object), first: "u0009" }));
    await expect(plot).rejects.toThrow(/OLLAMA_CONTEXT_LENGTH/u);
  });

  it("cannot be hidden by copying the fault, which does not contain the missing id", async () => {
    const input = plainStory("en", 3_000, 4);
    const faults: string[] = [];
    await plotOf(input, (data) => ({ ...(plainly(data) as object), first: "" })).plot.catch((error: Error) =>
      faults.push(error.message),
    );
    expect(faults.join("")).not.toMatch(/u0001/u);
  });
});

describe("any rows of a small model", () => {
  const story = segmentStory(
    'Mina came in. "Hello," she said.\n\n"Who is there?" asked Otto. He rose.\n\nThe lamp went out.',
    "en",
  );
  const input = { ...plainStory("en", 900, 2), story };
  const id = fc.oneof(
    fc.constantFrom(...story.units.map((unit) => unit.id)),
    fc.constantFrom("", "u9999", "Mina", "{}"),
  );
  const word = fc.constantFrom("", "runs", "c1", "c1, c2", "lamp; cup", "x".repeat(500));

  it("lose and change no line", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            from: id,
            who: word,
            does: word,
            feels: word,
            holds: word,
            others: word,
            things: word,
            strength: fc.double(),
          }),
          { maxLength: 8 },
        ),
        fc.array(
          fc.record({
            unit: id,
            speaker: word,
            sure: fc.boolean(),
            voice: fc.constantFrom("speech", "shout"),
          }),
          { maxLength: 5 },
        ),
        async (beats, lines) => {
          const { plot } = plotOf(input, (data) => {
            const units = data.units as Rows;
            if (data.task === "small-beats") return { ...echo(units), beats };
            return data.task === "small-lines" ? { ...echo(units), lines } : plainly(data);
          });
          expectWhole(await plot, input);
        },
      ),
      { seed: 5, numRuns: 120 },
    );
  });
});
