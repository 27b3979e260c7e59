// The sloppy writer answers a request with any schema from the data in the prompt, deterministically.
import { describe, expect, it } from "vitest";
import { misfit } from "../../../emulators/models/answers.ts";
import { type Question, RawText } from "../../../emulators/models/generate.ts";
import type { JsonSchema } from "../../../emulators/models/wire.ts";
import { NO_SLIPS, sloppyWriter } from "./sloppy-writer.ts";

const text = { type: "string" };
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  ...{ type: "object", properties, required: Object.keys(properties) },
});

const BEATS = object({
  beats: list(
    object({
      units: list(text),
      action: text,
      lines: list(object({ unit: text, speaker: text, guessed: { type: "boolean" } })),
      figures: list(object({ who: text, doing: text, hands: text })),
      caption: text,
      shot: { type: "string", enum: ["close", "full"] },
      weight: { type: "number", description: "1 (passing) to 5 (the peak)" },
    }),
  ),
});

const UNITS = [
  ["u0001", "narration", "Mina opened the door."],
  ["u0002", "speech", "Who is there?"],
  ["u0003", "narration", "Tom stood in the rain."],
  ["u0004", "speech", "It is me."],
  ["u0005", "speech", "Let me in."],
  ["u0006", "narration", "She stepped aside."],
];
const PEOPLE = [
  ["c1", "adult, female, human", "Mina"],
  ["c2", "34, male, human", "Tom"],
];

const prompt = (data: unknown) => ["Plot this.", `<data>\n${JSON.stringify(data)}\n</data>`];
const question = (schema: JsonSchema | undefined, data: unknown, hash = "1"): Question => ({
  ...{ model: "m", hash, texts: prompt(data), pictures: [], schema, wantsJson: true },
});
const beatsData = {
  ...{ task: "beats", beats: 3, people: PEOPLE, scenes: [{ place: ["a house"], units: UNITS }] },
  before: [["u0000", "narration", "Before."]],
};

async function answered(asked: Question, options: Partial<Parameters<typeof sloppyWriter>[0]> = {}) {
  const answer = await sloppyWriter({ seed: 1, rates: NO_SLIPS, ...options }).answer(asked);
  return answer instanceof RawText ? answer.text : "";
}

describe("the sloppy writer without slips", () => {
  it("has every unit once and in order, has all dialogue, and matches the schema", async () => {
    const value = JSON.parse(await answered(question(BEATS, beatsData)));
    expect(misfit(BEATS, value)).toBeUndefined();
    expect(value.beats).toHaveLength(3);
    expect(value.beats.flatMap((beat: { units: string[] }) => beat.units)).toEqual(UNITS.map(([id]) => id));
    const said = value.beats.flatMap(({ lines }: { lines: { unit: string }[] }) =>
      lines.map(({ unit }) => unit),
    );
    expect(said).toEqual(["u0002", "u0004", "u0005"]);
  });

  it("refers to people by ids, and writes free text with its own words", async () => {
    const value = JSON.parse(await answered(question(BEATS, beatsData)));
    const people = value.beats.flatMap((beat: { figures: { who: string; doing: string }[] }) => beat.figures);
    expect(people.map(({ who }: { who: string }) => who)).toEqual(expect.arrayContaining(["c1", "c2"]));
    for (const { doing } of people) expect(doing).toMatch(/\w+ing|half|bent/);
  });

  it("plans scenes from first to last unit, and the requested number of pages", async () => {
    const plan = object({
      scenes: list(object({ from: text, to: text, place: text, people: list(text) })),
      pages: list(object({ first: text, hook: { type: "boolean" } })),
    });
    const asked = { task: "plan", pages: 2, people: PEOPLE, units: UNITS };
    const value = JSON.parse(await answered(question(plan, asked)));
    expect(value.scenes[0].from).toBe("u0001");
    expect(value.scenes.at(-1).to).toBe("u0006");
    expect(value.pages.map(({ first }: { first: string }) => first)).toEqual(["u0001", "u0004"]);
  });

  it("finds the people of a story itself, in Japanese and in English", async () => {
    const concept = object({ people: list(object({ name: text })), world: text, pages: { type: "integer" } });
    const story = (language: string, ...texts: string[]) => ({
      ...{ task: "concept", brief: { pages: 4 } },
      story: { language, units: texts.map((one, at) => ({ id: `u000${at}`, kind: "narration", text: one })) },
    });
    const english = story(
      "en",
      "Then Aunt Polly called, and Polly waited.",
      "At last Polly smiled at Tom and Tom.",
    );
    const value = JSON.parse(await answered(question(concept, english)));
    expect(value.people[0].name).toContain("Polly");
    expect(value.pages).toBe(4);
    const japanese = story("ja", "カンダタは歩いた。", "すると、カンダタは見上げた。");
    const other = JSON.parse(await answered(question(concept, japanese)));
    expect(other.people).toEqual([{ name: "カンダタ" }]);
    expect(other.world).toMatch(/[\u3040-\u30ff]/);
  });

  it("answers in JSON mode by the schema in the prompt", async () => {
    const asked = question(undefined, beatsData);
    asked.texts.unshift(`Answer with JSON of this schema:\n${JSON.stringify(BEATS)}`);
    expect(misfit(BEATS, JSON.parse(await answered(asked)))).toBeUndefined();
  });

  it("does not answer prompts that are not Mekuri's", async () => {
    const asked = { ...question(BEATS, beatsData), texts: ["Hello"] };
    expect(await sloppyWriter({ seed: 1 }).answer(asked)).toBeUndefined();
  });
});

describe("the sloppy writer", () => {
  it("gives the same answer to the same request, and another one for another request or seed", async () => {
    const asked = question(BEATS, beatsData);
    const sloppy = { rates: {} };
    expect(await answered(asked, sloppy)).toBe(await answered(asked, sloppy));
    expect(await answered({ ...asked, hash: "2" }, sloppy)).not.toBe(await answered(asked, sloppy));
    expect(await answered(asked, { ...sloppy, seed: 2 })).not.toBe(await answered(asked, sloppy));
  });

  it("counts the slips of its answers", async () => {
    const writer = sloppyWriter({ seed: 1 });
    for (let at = 0; at < 200; at += 1) await writer.answer(question(BEATS, beatsData, String(at)));
    expect(Object.values(writer.slips()).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(80);
    expect(Object.keys(writer.slips())).toEqual(
      expect.arrayContaining(["fenced", "name-for-id", "empty-string"]),
    );
  });
});
