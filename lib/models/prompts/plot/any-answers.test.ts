// Plots of long stories, and plots from answers that are shuffled, truncated or senseless: no line is lost or changed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VoiceSchema } from "../../../manga/plot.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { HourSchema, MoodSchema, SeasonSchema, WeatherSchema } from "../../../manga/staging.ts";
import { nearAnswers } from "../../hosted/near-answers.ts";
import { plainAnswer, plainBeats, plainPlan, plainStory } from "../plain-story.ts";
import { testAsker } from "../test-asker.ts";
import { type BeatsAnswer, BeatsAnswerSchema } from "./beats.ts";
import { type PlanAnswer, PlanAnswerSchema } from "./plan.ts";
import { writePlot } from "./plot.ts";
import { expectWhole } from "./whole-plot.ts";

type Rows = [id: string, kind: string, text: string][];
type PlanData = { task: "plan"; pages: number; units: Rows };
type BeatsData = { task: "beats"; scenes: { units: Rows }[] };

const isPlan = (data: Record<string, unknown>) => data.task === "plan";

describe("a story of 50,000 characters", () => {
  it.each(["ja", "en"] as const)("is covered by small questions, in %s", async (language) => {
    const input = plainStory(language, 50_000, 100);
    const asker = testAsker(plainAnswer);
    const plot = await writePlot(input, asker);
    expectWhole(plot, input);
    expect([...asker.repairs]).toEqual([]);
    for (const { prompt, maxOutputTokens, name } of asker.asked) {
      expect(prompt.system.length + JSON.stringify(prompt.data).length, name).toBeLessThan(20_000);
      expect(JSON.stringify(prompt.data).match(/\["u\d{4}/g)?.length, name).toBeLessThanOrEqual(60);
      expect(maxOutputTokens, name).toBeLessThanOrEqual(8_000);
    }
  });

  it("may be a single sentence or a single speech", async () => {
    const text = "ながい文がどこまでもつづいて".repeat(3_500);
    for (const told of [text, `「${text}」`]) {
      const input = { ...plainStory("ja", 900, 3), story: segmentStory(told, "ja") };
      const asker = testAsker(plainAnswer);
      expectWhole(await writePlot(input, asker), input);
      for (const { prompt } of asker.asked) expect(JSON.stringify(prompt.data).length).toBeLessThan(5_000);
    }
  });
});

/** Answers that fit the schema but make no sense, with some of the story's ids. */
describe("any answers", () => {
  const story = plainStory("ja", 700, 3);
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...story.story.units.map((unit) => unit.id)) },
    { weight: 1, arbitrary: fc.constantFrom("u9999", "", "ミナ", "{}") },
  );
  const who = fc.constantFrom("c1", "c2", "ミナ", "オトさん", "c9", "");
  const word = fc.constantFrom(
    "",
    "umbrella",
    "駅で待つ。",
    "runs away",
    "言った",
    "x".repeat(400),
    "\u{1F600}",
  );
  const placeId = fc.constantFrom("l1", "l2", "l9", "駅", "");
  const planAnswer = fc.record<PlanAnswer>({
    places: fc.array(
      fc.record({
        ...{ id: placeId, name: word, kind: word, culture: word, state: word, floor: word, layout: word },
        landmarks: fc.array(fc.record({ what: word, side: word }), { maxLength: 10 }),
        light: fc.oneof(word, fc.constant("night: a lamp; x; day:")),
      }),
      { maxLength: 3 },
    ),
    scenes: fc.array(
      fc.record({
        ...{ from: id, to: id, place: placeId, people: fc.array(who) },
        ...{
          hour: fc.constantFrom(...HourSchema.options),
          weather: fc.constantFrom(...WeatherSchema.options),
        },
        ...{ season: fc.constantFrom(...SeasonSchema.options), mood: fc.constantFrom(...MoodSchema.options) },
      }),
      { maxLength: 6 },
    ),
    goesOn: fc.boolean(),
    pages: fc.array(fc.record({ first: id, hook: fc.boolean() }), { maxLength: 6 }),
  });
  const beatsAnswer = fc.record<BeatsAnswer>({
    beats: fc.array(
      fc.record({
        ...{ units: fc.array(id, { maxLength: 8 }), action: word, caption: word },
        lines: fc.array(
          fc.record({
            ...{
              unit: id,
              speaker: who,
              guessed: fc.boolean(),
              voice: fc.constantFrom(...VoiceSchema.options),
            },
          }),
          { maxLength: 4 },
        ),
        figures: fc.array(
          fc.record(
            {
              ...{ who, doing: word, feeling: word, gaze: fc.oneof(who, word), where: word },
              ...{
                hands: fc.oneof(word, fc.constant("a (b; c) (, ((")),
                posture: word,
                face: word,
                seat: word,
              },
              ...{ mount: who, carriedBy: who, leads: who, to: who, without: word },
            },
            { requiredKeys: ["who", "doing", "feeling", "gaze", "where", "hands"] },
          ),
          { maxLength: 8 },
        ),
        things: fc.array(fc.record({ what: word, where: word, how: word, state: word, count: fc.double() }), {
          maxLength: 20,
        }),
        ...{ ground: word, light: word, focus: word, effects: fc.array(word, { maxLength: 4 }) },
        sounds: fc.array(fc.record({ text: word, loudness: fc.integer(), hard: fc.boolean() }), {
          maxLength: 4,
        }),
        kind: fc.constantFrom("action", "dialogue", "silence", "establish"),
        weight: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      }),
      { maxLength: 12 },
    ),
  });

  it("lose and change no line, and give a plot or an error", async () => {
    let plots = 0;
    await fc.assert(
      fc.asyncProperty(planAnswer, beatsAnswer, fc.nat(5), async (plan, beats, pages) => {
        const input = { ...story, concept: { ...story.concept, pages: pages + 1 } };
        const asker = testAsker((data) => (isPlan(data) ? plan : beats));
        const written = await writePlot(input, asker).catch((error: Error) => error);
        if (written instanceof Error) expect(written.message).toMatch(/none of them/);
        else {
          expectWhole(written, input);
          plots += 1;
        }
      }),
      { seed: 11, numRuns: 150 },
    );
    expect(plots).toBeGreaterThan(50);
  });

  it("may contain any JSON in any place", async () => {
    let plots = 0;
    const plans = fc.oneof(planAnswer, nearAnswers(PlanAnswerSchema));
    const beats = fc.oneof(beatsAnswer, nearAnswers(BeatsAnswerSchema));
    await fc.assert(
      fc.asyncProperty(plans, beats, async (plan, told) => {
        const asker = testAsker((data) => (isPlan(data) ? plan : told));
        const written = await writePlot(story, asker).catch((error: Error) => error);
        if (written instanceof Error) expect(written.message).toMatch(/^the (?:plan|beats) of part/);
        else {
          expectWhole(written, story);
          plots += 1;
        }
      }),
      { seed: 14, numRuns: 200 },
    );
    expect(plots).toBeGreaterThan(20);
  });

  it("may be good ones that were shuffled and truncated", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1_000)), async (numbers) => {
        const shuffled = <T>(items: readonly T[]): T[] => {
          const keyed = items.map((item) => ({ item, key: numbers.next().value ?? 0 }));
          const kept = keyed.filter(({ key }) => key > 150);
          return kept.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
        };
        const asker = testAsker((data) => {
          if (isPlan(data)) {
            const plan = plainPlan(data as PlanData);
            return { ...plan, scenes: plan.scenes.slice(0, 1), pages: shuffled(plan.pages) };
          }
          const { beats } = plainBeats(data as BeatsData);
          return {
            beats: [
              ...beats.slice(0, 1),
              ...shuffled(beats).map((beat) => ({
                ...beat,
                units: shuffled(beat.units),
                lines: shuffled(beat.lines),
              })),
            ],
          };
        });
        expectWhole(await writePlot(story, asker), story);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});
