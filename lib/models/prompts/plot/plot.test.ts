import { describe, expect, it } from "vitest";
import type { Plot } from "../../../manga/plot.ts";
import { segmentStory } from "../../../manga/segment.ts";
import type { ReadingInputs } from "../../reader.ts";
import { plainAnswer, plainBeats, plainPlan, plainStory } from "../plain-story.ts";
import { type TestAsker, testAsker } from "../test-asker.ts";
import type { BeatsAnswer } from "./beats.ts";
import type { PlanAnswer } from "./plan.ts";
import { writePlot } from "./plot.ts";
import { expectWhole } from "./whole-plot.ts";

type Input = ReadingInputs["plot"];
type Rows = [id: string, kind: string, text: string][];
type PlanData = { task: "plan"; pages: number; units: Rows };
type BeatsData = { task: "beats"; before: Rows; scenes: { units: Rows }[] };

const NOBODY = { doing: "run", feeling: "calm", gaze: "", hands: "", where: "" };

const isPlan = (data: Record<string, unknown>) => data.task === "plan";

/** The plot with changed answers to the plan and to the first question about beats. */
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
  return { plot, asker, fault: (name) => asker.repairs.get(name) ?? 0 };
}

const small = plainStory("ja", 500, 2);

describe("a plot by a hosted model", () => {
  it.each(["ja", "en"] as const)(
    "is complete after good answers, in %s, without repairs",
    async (language) => {
      const input = plainStory(language, 600, 2);
      const { plot, asker } = await plotWith(input, {});
      expectWhole(plot, input);
      expect([...asker.repairs]).toEqual([]);
      expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
      expect(plot.leftOut).toEqual([]);
      const kinds = new Map(plot.places.map(({ id, kind }) => [id, kind]));
      expect(plot.scenes.map(({ place, hour }) => `${kinds.get(place)} ${hour}`)).toEqual([
        ...["station night", "street night"],
      ]);
    },
  );

  it("keeps every fact of a beat in the answer's words, with ids instead of names", async () => {
    const { plot } = await plotWith(small, {
      beats([beat]) {
        Object.assign(beat ?? {}, {
          figures: [
            {
              ...{
                who: "c1",
                doing: "leans on the counter",
                posture: "one knee on a stool",
                feeling: "amused",
              },
              ...{
                gaze: "オトさん",
                hands: "a halberd (over the shoulder); letter",
                where: "at a table, in a doorway",
              },
              ...{
                face: "eyes shut",
                seat: "barrel",
                mount: "camel",
                leads: "オト",
                to: "オト",
                without: "hat",
              },
            },
            { who: "c2", doing: "none", feeling: "", gaze: "up", hands: "", where: "", carriedBy: "ミナ" },
          ],
          things: [
            { what: "a camel", where: "by the well", how: "kneels", state: "with a red saddle", count: 2 },
            { what: "", where: "", how: "", state: "", count: 0 },
          ],
          ...{ ground: "sand", light: "a candle", focus: "hands", effects: ["speed lines"] },
        });
      },
    });
    expect(plot.pages[0]?.beats[0]).toMatchObject({
      figures: [
        {
          ...{
            character: "c1",
            doing: "leans on the counter",
            posture: "one knee on a stool",
            feeling: "amused",
          },
          ...{ gaze: "c2", leads: "c2", to: "c2", mount: "camel", seat: "barrel", face: ["eyes shut"] },
          hands: [{ what: "halberd", how: "over the shoulder" }, { what: "letter" }],
          ...{ where: ["at a table", "in a doorway"], without: ["hat"] },
        },
        { character: "c2", doing: "stand", feeling: "calm", gaze: "up", hands: [], carriedBy: "c1" },
      ],
      things: [{ what: "camel", count: 2, where: "by the well", how: "kneels", state: "with a red saddle" }],
      ...{ ground: "sand", light: "a candle", focus: "hands", effects: ["speed lines"] },
    });
  });

  it("shows six of a crowd, and the others where the whole place is visible", async () => {
    const [person] = small.concept.people;
    const ids = Array.from({ length: 16 }, (_, at) => `c${at + 1}`);
    const people = ids.map((id) => ({ ...(person as NonNullable<typeof person>), id, name: `人${id}` }));
    const input = { ...small, concept: { ...small.concept, people } };
    const { plot, fault } = await plotWith(input, {
      beats: ([beat]) => void Object.assign(beat ?? {}, { figures: ids.map((who) => ({ ...NOBODY, who })) }),
    });
    const { figures = [], around = [] } = plot.pages[0]?.beats[0] ?? {};
    expect(figures.map(({ character }) => character)).toEqual(ids.slice(0, 6));
    expect(around.map(({ character }) => character)).toEqual(ids.slice(6, 14));
    expect(fault("more items than asked")).toBe(1);
  });

  it("has each place once, with the details from several parts of the story", async () => {
    const input = plainStory("ja", 3_000, 6);
    let part = 0;
    const { plot } = await plotWith(input, {
      plan({ places }) {
        part += 1;
        const [first, second] = places;
        Object.assign(first ?? {}, { name: "古い駅", floor: part === 2 ? "wet planks" : "", landmarks: [] });
        Object.assign(second ?? {}, {
          ...{ name: `道${part}`, light: "day: the sun; dusk, night: a lantern" },
          landmarks: [
            { what: "a well", side: "left" },
            { what: "", side: "right" },
          ],
        });
      },
    });
    expectWhole(plot, input);
    expect(plot.places.map(({ id, name }) => `${id} ${name}`)).toEqual([
      "l1 古い駅",
      "l2 道1",
      "l3 道2",
      "l4 道3",
    ]);
    expect(plot.places[0]).toMatchObject({ kind: "station", floor: "wet planks", landmarks: [] });
    expect(plot.places[1]).toMatchObject({
      landmarks: [{ what: "a well", side: "left" }],
      light: { day: "the sun", dusk: "a lantern", night: "a lantern" },
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
    ["a place that is not described", ({ scenes }) => Object.assign(scenes[1] ?? {}, { place: "the well" })],
    ["no places", (plan) => Object.assign(plan, { places: [] })],
    ["no pages", (plan) => Object.assign(plan, { pages: [] })],
  ];
  it.each(planFaults)("repairs a plan with %s, and counts it", async (_what, spoil) => {
    const { plot, asker } = await plotWith(small, { plan: spoil });
    expectWhole(plot, small);
    expect([...asker.repairs.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(0);
    expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
    expect(plot.leftOut).toEqual([]);
  });

  it("accepts a hook only where a page is turned after it", async () => {
    const input = plainStory("ja", 700, 6);
    const { plot } = await plotWith(input, {});
    expect(plot.pages.map(({ hook }) => hook)).toEqual([true, false, true, false, true, false]);
  });

  it("joins a scene that crosses the edge of a part", async () => {
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
      "speech without a speaker",
      "speech without a speaker",
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
    ["a stranger", "somebody whom nobody knows", ([first]) => first?.figures.push({ ...NOBODY, who: "c99" })],
    ["somebody twice", "a person listed twice", ([first]) => first?.figures.push({ ...NOBODY, who: "c1" })],
    [
      "a caption that nobody wrote",
      "letters changed in a caption",
      ([first]) => caption(first, "まるでちがう文。"),
    ],
    ["an endless sound", "a sound that is too long", ([first]) => sound(first, "ド".repeat(40))],
    ["an empty sound", "empty strings", ([first]) => sound(first, "")],
    [
      "many things",
      "more items than asked",
      ([first]) =>
        first?.things.push(
          ...[..."abcdefghij"].map((what) => ({ what, where: "", how: "", state: "", count: 1 })),
        ),
    ],
    [
      "another language",
      "an action in another language",
      ([first]) => Object.assign(first ?? {}, { action: "Mina stands at the old station alone." }),
    ],
    [
      "a line of narration",
      "a line for a unit that is not speech",
      ([first]) =>
        first?.lines.push({ unit: first.units[0] ?? "", speaker: "c1", guessed: false, voice: "speech" }),
    ],
  ];
  it.each(beatFaults)("repairs beats with %s, and counts it", async (_what, fault, spoil) => {
    const { plot, asker, fault: count } = await plotWith(small, { beats: spoil });
    expectWhole(plot, small);
    expect(count(fault)).toBeGreaterThan(0);
    expect(asker.asked.map(({ task }) => task)).toEqual(["plan", "beats"]);
  });

  it("finds the speaker whom a name means", async () => {
    const { plot } = await plotWith(small, {
      beats: (beats) => {
        for (const { lines } of beats) for (const line of lines) line.speaker = "オトさん";
      },
    });
    const lines = plot.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
    expect(new Set(lines.map(({ speaker }) => speaker))).toEqual(new Set(["c2"]));
  });

  it("replaces a caption with changed letters by the story's sentence, and cuts a long one", async () => {
    const { story } = small;
    const long = story.units.find(({ kind, text }) => kind === "narration" && text.length > 22);
    if (long === undefined) throw new Error("the story has no long sentence");
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

  it("requests missing speech separately, once, and inserts it at its place", async () => {
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

  it("makes plain beats of speech that two answers omitted, with the speaker by the label", async () => {
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

  it("prefers the story's labels to an answer", async () => {
    const script = segmentStory("ミナ「だれかいますか」\nオト「はい」\nミナ「よかった」", "ja");
    const { plot } = await plotWith({ ...small, story: script, concept: { ...small.concept, pages: 1 } }, {});
    const lines = plot.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
    expect(lines.map(({ speaker, guessed }) => [speaker, guessed])).toEqual([
      ...[
        ["c1", false],
        ["c2", false],
        ["c1", false],
      ],
    ]);
  });

  it("asks again where an answer is unusable", async () => {
    let tries = 0;
    const asker = testAsker((data) => {
      if (isPlan(data)) return plainAnswer(data);
      tries += 1;
      return tries === 1 ? { beats: [] } : plainAnswer(data);
    });
    expectWhole(await writePlot(small, asker), small);
    expect(tries).toBe(2);
  });

  it("puts a chapter's heading on the beat after it, and the title on none", async () => {
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

  it("makes no picture for a heading or a title alone", async () => {
    const story = segmentStory(["雨の駅", "", "雨が降る。", "第一章　出発", "海は青い。"].join("\n"), "ja");
    const { plot } = await plotWith(
      { ...small, story, concept: { ...small.concept, pages: 1 } },
      {
        beats: (beats) => {
          const told = beats.flatMap((beat) => beat.units.map((unit) => ({ ...beat, units: [unit] })));
          beats.splice(0, beats.length, ...told);
          for (const beat of beats) beat.figures = [];
        },
      },
    );
    const beats = plot.pages.flatMap((page) => page.beats);
    expect(beats.map(({ units }) => units.length)).toEqual([2, 2]);
    expect(beats.map(({ chapter }) => chapter)).toEqual([undefined, "第一章　出発"]);
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

type Beat = BeatsAnswer["beats"][number] | undefined;

function swap(first: Beat, second: Beat): void {
  if (first === undefined || second === undefined) throw new Error("the page has fewer than two beats");
  [first.units, second.units] = [[...second.units].reverse(), first.units];
}

const caption = (beat: Beat, text: string) => void Object.assign(beat ?? {}, { caption: text });
const sound = (beat: Beat, text: string) => void beat?.sounds.push({ text, loudness: 9, hard: true });
const captions = ({ pages }: Plot) =>
  pages.flatMap(({ beats }) => beats.map((beat) => beat.caption)).filter((text) => text !== "");
