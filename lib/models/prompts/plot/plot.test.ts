// What code makes of the answers about plan and beats: good ones, each fault, long stories, and answers without sense.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Plot, PlotSchema, VoiceSchema } from "../../../manga/plot.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { HourSchema, MoodSchema, SeasonSchema, WeatherSchema } from "../../../manga/staging.ts";
import type { WritingInputs } from "../../writer.ts";
import { plainAnswer, plainBeats, plainPlan, plainStory } from "../plain-story.ts";
import { type TestAsker, testAsker } from "../test-asker.ts";
import type { BeatsAnswer } from "./beats.ts";
import type { PlanAnswer } from "./plan.ts";
import { writePlot } from "./plot.ts";

type Input = WritingInputs["plot"];
type Rows = [id: string, kind: string, text: string][];
type PlanData = { task: "plan"; pages: number; units: Rows };
type BeatsData = { task: "beats"; before: Rows; scenes: { units: Rows }[] };

const isPlan = (data: Record<string, unknown>) => data.task === "plan";

/** The plot with the plan and the beats changed; the first answer about beats alone, where a rest is asked for. */
async function plotWith(
  input: Input,
  change: {
    plan?: (plan: PlanAnswer, data: PlanData) => void;
    beats?: (beats: BeatsAnswer["beats"]) => void;
  },
): Promise<{ plot: Plot; asker: TestAsker; fault: (name: string) => number }> {
  let isFirst = true;
  const asker = testAsker((data) => {
    if (isPlan(data)) {
      const plan = plainPlan(data as PlanData);
      change.plan?.(plan, data as PlanData);
      return plan;
    }
    const answer = plainBeats(data as BeatsData);
    if (isFirst) change.beats?.(answer.beats);
    isFirst = false;
    return answer;
  });
  const plot = await writePlot(input, asker);
  return { plot, asker, fault: (name) => asker.mends.get(name) ?? 0 };
}

/** Pages, order and speech as every plot must have them. */
function expectWhole(plot: Plot, { story, concept }: Input): void {
  expect(PlotSchema.parse(plot)).toEqual(plot);
  expect(plot.pages.map(({ number }) => number)).toEqual(
    Array.from({ length: concept.pages }, (_, at) => at + 1),
  );
  const beats = plot.pages.flatMap((page) => page.beats);
  const told = beats.flatMap(({ units }) => units);
  const ids = story.units.map(({ id }) => id);
  expect(told).toEqual(ids.filter((id) => told.includes(id)));
  expect(new Set([...told, ...plot.leftOut])).toEqual(new Set(ids));
  const speech = story.units.filter(({ kind }) => kind === "speech");
  expect(
    beats.flatMap(({ lines }) => lines.map(({ unit, text, ruby }) => ({ id: unit, text, ruby }))),
  ).toEqual(speech.map(({ id, text, ruby }) => ({ id, text, ruby })));
  for (const { lines, units } of beats) for (const { unit } of lines) expect(units).toContain(unit);
  const scenes = new Set(plot.scenes.map(({ id }) => id));
  for (const { scene } of beats) expect(scenes).toContain(scene);
  const narration = story.units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const all = narration.join(story.language === "ja" ? "" : " ");
  for (const { caption } of beats) expect(all).toContain(caption);
}

const small = plainStory("ja", 500, 2);

describe("a plot by a hosted model", () => {
  it.each(["ja", "en"] as const)(
    "is whole after good answers, in %s, and needs no mending",
    async (language) => {
      const input = plainStory(language, 900, 2);
      const { plot, asker } = await plotWith(input, {});
      expectWhole(plot, input);
      expect([...asker.mends]).toEqual([]);
      expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
      expect(plot.leftOut).toEqual([]);
      expect(plot.scenes.map(({ place, hour }) => `${place.kind} ${hour}`)).toEqual([
        ...["station night", "street night"],
      ]);
    },
  );

  it("keeps what has no counterpart in words", async () => {
    const { plot } = await plotWith(small, {
      beats([beat]) {
        Object.assign(beat ?? {}, {
          people: [
            { who: "c1", doing: "leans on the counter", feeling: "amused", holding: "a quantum flux" },
          ],
          ...{ things: ["umbrella", "a brass birdcage"], effects: ["rain streaks"] },
        });
      },
    });
    const [beat] = plot.pages[0]?.beats ?? [];
    expect(beat?.people).toEqual([
      {
        ...{ character: "c1", pose: "stand", expression: "calm" },
        words: "leans on the counter; amused; holding a quantum flux",
      },
    ]);
    expect(beat).toMatchObject({
      ...{ props: ["umbrella", "birdcage"], things: "umbrella, a brass birdcage, rain streaks", effects: [] },
    });
  });

  const planFaults: [string, (plan: PlanAnswer) => void][] = [
    ["scenes in disorder", ({ scenes }) => void scenes.reverse()],
    ["a gap", ({ scenes }) => Object.assign(scenes[1] ?? {}, { from: scenes[1]?.to })],
    ["an overlap", ({ scenes }) => Object.assign(scenes[0] ?? {}, { to: scenes[1]?.to })],
    ["a unit that is not there", ({ scenes }) => Object.assign(scenes[1] ?? {}, { from: "u9999" })],
    ["a page too few", ({ pages }) => void pages.pop()],
    ["pages too many", ({ pages, scenes }) => void pages.push({ first: scenes[1]?.to ?? "", hook: true })],
    ["a page that begins nowhere", ({ pages }) => Object.assign(pages[1] ?? {}, { first: "u9999" })],
    ["all pages at the beginning", ({ pages }) => Object.assign(pages[1] ?? {}, { first: "u0002" })],
    ["no pages", (plan) => Object.assign(plan, { pages: [] })],
  ];
  it.each(planFaults)("mends a plan with %s, and counts it", async (_what, spoil) => {
    const { plot, asker } = await plotWith(small, { plan: spoil });
    expectWhole(plot, small);
    expect([...asker.mends.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(0);
    expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
    expect(plot.leftOut).toEqual([]);
  });

  it("takes a hook where a page is turned after it, and nowhere else", async () => {
    const input = plainStory("ja", 2_000, 6);
    const { plot } = await plotWith(input, {});
    expect(plot.pages.map(({ hook }) => hook)).toEqual([true, false, true, false, true, false]);
  });

  it("makes one scene of a scene that goes on over the edge of a part", async () => {
    const input = plainStory("ja", 3_000, 6);
    const parts = Math.ceil(input.story.units.length / 55);
    expect(parts).toBe(3);
    const { plot } = await plotWith(input, { plan: (plan) => Object.assign(plan, { goesOn: true }) });
    expectWhole(plot, input);
    expect(plot.scenes).toHaveLength(2 * parts - (parts - 1));
  });

  const beatFaults: [string, string, (beats: BeatsAnswer["beats"]) => void][] = [
    ["units out of order", "units out of order or twice", ([first, second]) => swap(first, second)],
    [
      "units twice",
      "units out of order or twice",
      ([first, second]) => second?.units.push(...(first?.units ?? [])),
    ],
    ["beats in disorder", "units out of order or twice", (beats) => void beats.reverse()],
    ["a unit that is not there", "a unit that does not exist", ([first]) => first?.units.push("u9999")],
    [
      "speech that nobody says",
      "speech that nobody says",
      (beats) => {
        for (const beat of beats) beat.lines = [];
      },
    ],
    [
      "a name in place of an id",
      "a name in place of an id",
      (beats) => {
        for (const { lines } of beats) for (const line of lines) line.speaker = "ミナ";
      },
    ],
    [
      "a stranger",
      "somebody whom nobody knows",
      ([first]) => first?.people.push({ who: "c99", doing: "stand", feeling: "calm", holding: "" }),
    ],
    [
      "somebody twice",
      "somebody who is there twice",
      ([first]) => first?.people.push({ who: "c1", doing: "run", feeling: "calm", holding: "" }),
    ],
    [
      "a caption that nobody wrote",
      "letters changed in a caption",
      ([first]) => caption(first, "まるでちがう文。"),
    ],
    ["an endless sound", "a sound that is too long", ([first]) => sound(first, "ド".repeat(40))],
    ["an empty sound", "empty strings", ([first]) => sound(first, "")],
    ["many things", "more items than asked", ([first]) => first?.things.push(..."abcdefghij".split(""))],
    [
      "another language",
      "what happens told in another language",
      ([first]) => Object.assign(first ?? {}, { action: "Mina stands at the old station alone." }),
    ],
    [
      "a line of narration",
      "a line of what is no speech",
      ([first]) =>
        first?.lines.push({ unit: first.units[0] ?? "", speaker: "c1", guessed: false, voice: "speech" }),
    ],
  ];
  it.each(beatFaults)("mends beats with %s, and counts it", async (_what, fault, spoil) => {
    const { plot, asker, fault: count } = await plotWith(small, { beats: spoil });
    expectWhole(plot, small);
    expect(count(fault)).toBeGreaterThan(0);
    expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
  });

  it("knows the speaker whom a name means", async () => {
    const { plot } = await plotWith(small, {
      beats: (beats) => {
        for (const { lines } of beats) for (const line of lines) line.speaker = "オトさん";
      },
    });
    const lines = plot.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
    expect(new Set(lines.map(({ speaker }) => speaker))).toEqual(new Set(["c2"]));
  });

  it("takes the sentence of the story for a caption with changed letters, and cuts a long one", async () => {
    const { story } = small;
    const long = story.units.find(({ kind, text }) => kind === "narration" && text.length > 22);
    if (long === undefined) throw new Error("the story has a long sentence");
    const changed = long.text.replace("、", " ").replace("。", "！");
    const plotted = await plotWith(small, {
      beats: (beats) =>
        caption(
          beats.find(({ units }) => units.includes(long.id)),
          changed,
        ),
    });
    expect(captions(plotted.plot)).toEqual([long.text]);
    const endless = segmentStory(`${"長い長い文が続いて、".repeat(20)}終わる。\n「おわり」`, "ja");
    const input = { ...small, story: endless, concept: { ...small.concept, pages: 1 } };
    const cut = await plotWith(input, { beats: ([first]) => caption(first, endless.units[0]?.text ?? "") });
    expect(cut.fault("a caption that is too long")).toBe(1);
    expect(captions(cut.plot)[0]).toMatch(/^(?:長い長い文が続いて、){2,6}$/);
  });

  it("asks for missing speech alone, once, and puts it where it belongs", async () => {
    const gone = (beats: BeatsAnswer["beats"]) => void beats.splice(1, 3);
    const { plot, asker } = await plotWith(small, { beats: gone });
    expectWhole(plot, small);
    expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats", "beats"]);
    const rest = asker.asked[2]?.prompt.data as BeatsData;
    expect(new Set(rest.scenes.flatMap(({ units }) => units.map(([, kind]) => kind)))).toEqual(
      new Set(["speech"]),
    );
    expect(rest.before.length).toBeGreaterThan(0);
    expect(plot.leftOut.length).toBeGreaterThan(0);
  });

  it("makes plain beats of speech that two answers left out, said by whom a label names", async () => {
    const script = segmentStory(
      "ミナ「だれかいますか」\nオト「はい」\n駅は静かだった。\nミナ「よかった」\n「え？」",
      "ja",
    );
    const input = { ...small, story: script, concept: { ...small.concept, pages: 1 } };
    const narrated = script.units.find(({ kind }) => kind === "narration")?.id ?? "";
    const asker = testAsker((data) => {
      if (isPlan(data)) return plainAnswer(data);
      const { beats } = plainBeats(data as BeatsData);
      return { beats: beats.slice(0, 1).map((beat) => ({ ...beat, units: [narrated], lines: [] })) };
    });
    const plot = await writePlot(input, asker);
    expectWhole(plot, input);
    const beats = plot.pages.flatMap((page) => page.beats);
    expect(beats.map(({ lines }) => lines.map(({ speaker, guessed }) => [speaker, guessed]))).toEqual([
      [
        ["c1", false],
        ["c2", false],
      ],
      [],
      [
        ["c1", false],
        [null, true],
      ],
    ]);
  });

  it("asks again where nothing can be used", async () => {
    let tries = 0;
    const asker = testAsker((data) => {
      if (isPlan(data)) return plainAnswer(data);
      tries += 1;
      return tries === 1 ? { beats: [] } : plainAnswer(data);
    });
    expectWhole(await writePlot(small, asker), small);
    expect(tries).toBe(2);
  });

  it("puts the heading of a chapter on the beat behind it, and the title on none", async () => {
    const told = [
      "雨の駅",
      "",
      "雨が降る。",
      "第一章　出発",
      "「行こう」とミナは言った。",
      "第二章　海",
      "海は青い。",
    ];
    const story = segmentStory(told.join("\n"), "ja");
    const { plot } = await plotWith({ ...small, story, concept: { ...small.concept, pages: 1 } }, {});
    const chapters = plot.pages.flatMap(({ beats }) => beats.flatMap(({ chapter }) => chapter ?? []));
    expect(chapters).toEqual(["第一章　出発", "第二章　海"]);
  });

  it("has one peak, the last one, in a book of few beats", async () => {
    const { plot } = await plotWith(small, {
      beats: (beats) => {
        for (const beat of beats) beat.weight = 9;
      },
    });
    const weights = plot.pages.flatMap(({ beats }) => beats.map(({ weight }) => weight));
    expect(weights.filter((weight) => weight === 5)).toHaveLength(1);
    expect(weights.at(-1)).toBe(5);
  });

  it.each([1, 7, 40, 100])("has %i pages, none of them empty, however few units there are", async (pages) => {
    const input = { ...small, concept: { ...small.concept, pages } };
    const { plot } = await plotWith(input, {});
    expectWhole(plot, input);
  });
});

describe("a story of 50,000 characters", () => {
  it.each(["ja", "en"] as const)("is asked about in small questions, in %s", async (language) => {
    const input = plainStory(language, 50_000, 100);
    const asker = testAsker(plainAnswer);
    const plot = await writePlot(input, asker);
    expectWhole(plot, input);
    expect([...asker.mends]).toEqual([]);
    for (const { prompt, maxOutputTokens, name } of asker.asked) {
      expect(prompt.system.length + JSON.stringify(prompt.data).length, name).toBeLessThan(20_000);
      expect(JSON.stringify(prompt.data).match(/\["u\d{4}/g)?.length, name).toBeLessThanOrEqual(60);
      expect(maxOutputTokens, name).toBeLessThanOrEqual(8_000);
    }
  });

  it("may be one sentence, or one speech", async () => {
    const text = "ながい文がどこまでもつづいて".repeat(3_500);
    for (const told of [text, `「${text}」`]) {
      const input = { ...plainStory("ja", 900, 3), story: segmentStory(told, "ja") };
      const asker = testAsker(plainAnswer);
      expectWhole(await writePlot(input, asker), input);
      for (const { prompt } of asker.asked) expect(JSON.stringify(prompt.data).length).toBeLessThan(5_000);
    }
  });
});

/** Answers that fit the schema and make no sense, about a story with some of its own ids. */
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
  const planAnswer = fc.record<PlanAnswer>({
    scenes: fc.array(
      fc.record({
        ...{ from: id, to: id, place: word, kind: word, people: fc.array(who) },
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
        people: fc.array(fc.record({ who, doing: word, feeling: word, holding: word }), { maxLength: 8 }),
        ...{ things: fc.array(word, { maxLength: 8 }), effects: fc.array(word, { maxLength: 4 }) },
        sounds: fc.array(fc.record({ text: word, loudness: fc.integer(), hard: fc.boolean() }), {
          maxLength: 4,
        }),
        kind: fc.constantFrom("action", "dialogue", "silence", "establish"),
        weight: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      }),
      { maxLength: 12 },
    ),
  });

  it("lose and change no line, and give a plot or say that nothing of them can be used", async () => {
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

  it("may be good ones, shuffled and truncated", async () => {
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

type Beat = BeatsAnswer["beats"][number] | undefined;

function swap(first: Beat, second: Beat): void {
  if (first === undefined || second === undefined) throw new Error("there are two beats");
  [first.units, second.units] = [[...second.units].reverse(), first.units];
}

const caption = (beat: Beat, text: string) => void Object.assign(beat ?? {}, { caption: text });
const sound = (beat: Beat, text: string) => void beat?.sounds.push({ text, loudness: 9, hard: true });
const captions = ({ pages }: Plot) =>
  pages.flatMap(({ beats }) => beats.map((beat) => beat.caption)).filter((text) => text !== "");
