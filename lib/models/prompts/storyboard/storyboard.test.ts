// Code's treatment of answers about a page's panels: good ones, each fault, crowded pages, and senseless answers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Character } from "../../../manga/cast.ts";
import type { Beat, Plot } from "../../../manga/plot.ts";
import { AngleSchema, ShotSchema } from "../../../manga/staging.ts";
import { type StoryboardDraft, StoryboardDraftSchema } from "../../../manga/storyboard.ts";
import type { DirectionInput } from "../../director.ts";
import { plainAnswer, plainPanels, plainStory } from "../plain-story.ts";
import { writePlot } from "../plot/plot.ts";
import { testAsker } from "../test-asker.ts";
import type { StoryboardAnswer } from "./panels.ts";
import { writeStoryboard } from "./storyboard.ts";

type Input = DirectionInput;
type Panels = StoryboardAnswer["panels"];
type BoardData = { beats: { units: [id: string, kind: string, text: string][] }[] };

async function pageOf(language: "ja" | "en", characters: number, pages: number, page = 1): Promise<Input> {
  const input = plainStory(language, characters, pages);
  return { ...input, cast: { characters: [] }, plot: await writePlot(input, testAsker(plainAnswer)), page };
}

async function boardWith(input: Input, change: (panels: Panels) => void = () => {}) {
  const asker = testAsker((data) => {
    const answer = plainPanels(data as unknown as BoardData);
    change(answer.panels);
    return answer;
  });
  return { board: await writeStoryboard(input, asker), asker };
}

const beatsOf = ({ plot, page }: Pick<Input, "plot" | "page">): Beat[] =>
  plot.pages.find(({ number }) => number === page)?.beats ?? [];

const PLAIN_DESIGN: Character = {
  ...{ id: "c1", name: "ミナ", kind: "human", age: "adult", sex: "female", marks: [], accessories: [] },
  ...{ outfits: [], look: 1, description: "黒髪の女" },
};

const bare = (text: string) => text.replaceAll(/\s/gu, "");

/** Checks that units, lines, captions and sounds of the page occur once each and in order. */
function expectWhole(board: StoryboardDraft, input: Input): void {
  expect(StoryboardDraftSchema.parse(board)).toEqual(board);
  const beats = beatsOf(input);
  // A speech that is cut in two is told by both of its panels.
  const told = board.panels.flatMap(({ units }) => units).filter((id, at, all) => id !== all[at - 1]);
  expect(told).toEqual(beats.flatMap(({ units }) => units));
  const texts = board.panels.flatMap(({ words }) => words.texts);
  const balloons = texts.filter(({ kind }) => kind === "balloon");
  const lines = beats.flatMap((beat) => beat.lines);
  expect([...new Set(balloons.map(({ unit }) => unit))]).toEqual(lines.map(({ unit }) => unit));
  for (const { unit, text, speaker, guessed, voice } of lines) {
    const pieces = balloons.filter((word) => word.unit === unit);
    expect(bare(pieces.map((piece) => piece.text).join(""))).toBe(bare(text));
    for (const piece of pieces) expect(piece).toMatchObject({ speaker, guessed, voice });
  }
  const captions = texts.filter(({ kind }) => kind === "caption").map(({ text }) => text);
  expect(captions.toSorted()).toEqual(
    beats
      .flatMap(({ caption, chapter = "" }) => [caption, chapter])
      .filter((text) => text !== "")
      .toSorted(),
  );
  expect(board.panels.flatMap(({ words }) => words.sounds)).toHaveLength(
    beats.reduce((sum, { sounds }) => sum + sounds.length, 0),
  );
}

const page = await pageOf("ja", 900, 2);

describe("a storyboard by a hosted model", () => {
  it.each(["ja", "en"] as const)("is complete after a good answer, in %s", async (language) => {
    const input = await pageOf(language, 900, 2);
    const { board, asker } = await boardWith(input);
    expectWhole(board, input);
    expect(asker.asked).toHaveLength(1);
    expect([...asker.repairs]).toEqual([]);
    const { id: scene, place, season, hour, weather, mood } = input.plot.scenes[0] ?? {};
    expect(board.panels[0]?.picture).toMatchObject({ scene, place, season, hour, weather, mood });
    expect(board.panels.some(({ picture }) => picture.emptyZone.tenths > 0)).toBe(true);
  });

  it("cuts long lines into balloons that are read at a glance, and keeps their ruby", async () => {
    const input = structuredClone(page);
    const line = beatsOf(input)
      .flatMap(({ lines }) => lines)
      .find(({ text }) => text.length > 30);
    if (line === undefined) throw new Error("the page has no long line");
    line.ruby = [{ at: line.text.indexOf("火"), length: 1, text: "ひ" }];
    const { board } = await boardWith(input);
    const pieces = board.panels.flatMap(({ words }) => words.texts.filter(({ unit }) => unit === line.unit));
    expect(pieces.length).toBeGreaterThan(1);
    for (const { text, ruby } of pieces) {
      expect(text.length).toBeLessThanOrEqual(40);
      expect(ruby).toEqual(text.includes("火") ? [{ at: text.indexOf("火"), length: 1, text: "ひ" }] : []);
    }
  });

  it("puts captions, headings and sounds beside their units", async () => {
    const input = structuredClone(page);
    const beats = beatsOf(input);
    const narrated = beats.findIndex(({ lines, units }) => lines.length < units.length);
    const beat = beats[narrated];
    const unit = beat?.units.find((id) => !beat.lines.some((line) => line.unit === id));
    const text = input.story.units.find(({ id }) => id === unit)?.text ?? "";
    Object.assign(beat ?? {}, { caption: text, sounds: [{ text: "ザー", loudness: 3, hard: false }] });
    Object.assign(beats[0] ?? {}, { chapter: "第一章" });
    const { board } = await boardWith(input);
    expectWhole(board, input);
    expect(board.panels[0]?.words.texts[0]).toMatchObject({ text: "第一章", heading: true, kind: "caption" });
    const told = board.panels.find(({ units }) => units.includes(unit ?? ""));
    expect(told?.words.texts).toContainEqual(expect.objectContaining({ kind: "caption", text, unit }));
    expect(told?.words.sounds).toEqual([{ text: "ザー", loudness: 3, hard: false }]);
  });

  it("takes positions, depth and visible sides from the answer, and marks speakers", async () => {
    const { board } = await boardWith(page, (panels) => {
      const [person] = panels[0]?.figures ?? [];
      Object.assign(person ?? {}, {
        ...{ seen: "front left", side: "far right", depth: "far", doing: "waits for a train", gaze: "オト" },
        hands: "a brass lamp (over the head); black umbrella",
      });
    });
    expect(board.panels[0]?.picture.figures[0]).toMatchObject({
      ...{ character: "c1", view: "three-quarter", facing: "left", side: 0.9, depth: 2, speaks: true },
      ...{ doing: "waits for a train", gaze: "c2" },
      // The beat's facts about her hands are kept.
      hands: [{ what: "umbrella" }, { what: "brass lamp", how: "over the head" }],
    });
  });

  it("keeps the facts of beats, whatever an answer changes or omits", async () => {
    const input = structuredClone(page);
    const [beat] = beatsOf(input);
    Object.assign(beat ?? {}, {
      ...{ ground: "snow", light: "none" },
      things: [
        { what: "camel", state: "with a red saddle", where: "by the well" },
        { what: "ring", near: true },
      ],
      figures: [
        { character: "c1", doing: "sit", feeling: "sad", posture: "astride", mount: "camel", hands: [] },
      ],
    });
    const { board } = await boardWith(input, (panels) => {
      panels[0]?.things.push({ what: "Old camel", where: "", how: "sleeps", state: "grey", count: 1 });
    });
    expect(board.panels[0]?.picture).toMatchObject({
      ...{ ground: "snow", light: "none" },
      things: [{ what: "camel", state: "with a red saddle", where: "by the well", how: "sleeps" }],
      figures: [{ character: "c1", posture: "astride", mount: "camel", doing: "stand", feeling: "calm" }],
    });
  });

  it("dresses characters in the answer's outfit, else in the outfit of the panel's units", async () => {
    const [first] = beatsOf(page)[0]?.units ?? [];
    const outfits = [
      { id: "o1", worn: ["coat"], scenes: [] },
      { id: "o2", worn: ["wedding dress"], scenes: [], units: { from: first ?? "", to: first ?? "" } },
      { id: "o3", worn: ["apron"], scenes: [] },
    ];
    const design = { ...PLAIN_DESIGN, outfits };
    const input = { ...page, cast: { characters: [design] } };
    const worn = async (outfit?: string) => {
      const { board, asker } = await boardWith(input, ([panel]) => {
        Object.assign(panel?.figures[0] ?? {}, { outfit });
      });
      expect(JSON.stringify(asker.asked[0]?.prompt.data)).toContain("o2: wedding dress");
      return board.panels[0]?.picture.figures[0]?.outfit;
    };
    expect([await worn(), await worn("o3"), await worn("o9")]).toEqual(["o2", "o3", "o2"]);
  });

  it("continues the panel before, within a scene", async () => {
    const { board } = await boardWith(page, (panels) => {
      for (const panel of panels) panel.goesOn = true;
    });
    const { panels } = board;
    expect(panels[0]?.picture.continuesFrom).toBeUndefined();
    for (const [at, { picture }] of panels.entries()) {
      const before = panels[at - 1];
      const isSame = before?.picture.scene === picture.scene;
      expect(picture.continuesFrom).toBe(isSame ? before?.id : undefined);
    }
    expect(panels.some(({ picture }) => picture.continuesFrom !== undefined)).toBe(true);
  });

  const faults: [string, string, (panels: Panels) => void][] = [
    ["units in disorder", "units out of order or twice", (panels) => void panels.reverse()],
    [
      "units twice",
      "units out of order or twice",
      ([first, second]) => second?.units.unshift(...(first?.units ?? [])),
    ],
    ["a unit of another page", "a unit that does not exist", ([first]) => first?.units.push("u9999")],
    ["a unit in no panel", "units in no panel", ([, second]) => void second?.units.pop()],
    ["no panel for the first units", "units in no panel", (panels) => void panels.shift()],
    ["a stranger", "somebody whom nobody knows", ([first]) => person(first, { who: "c99" })],
    ["a name", "a name in place of an id", ([first]) => person(first, { who: "オトさん" })],
    ["somebody twice", "a person listed twice", ([first]) => person(first, { who: "c1" })],
    [
      "many things",
      "more items than asked",
      ([first]) =>
        first?.things.push(
          ...[..."abcdefghijkl"].map((what) => ({ what, where: "", how: "", state: "", count: 1 })),
        ),
    ],
    [
      "another language",
      "an action in another language",
      ([first]) => Object.assign(first ?? {}, { action: "Mina stands at the old station." }),
    ],
  ];
  it.each(faults)("repairs panels with %s, and counts it", async (_what, fault, spoil) => {
    const { board, asker } = await boardWith(page, spoil);
    expectWhole(board, page);
    expect(asker.repairs.get(fault)).toBeGreaterThan(0);
    expect(asker.asked).toHaveLength(1);
  });

  it("keeps at most nine panels, silent ones included", async () => {
    const many = testAsker((data) => {
      const { beats } = data as unknown as BoardData;
      const units = beats.flatMap((beat) => beat.units);
      return { panels: units.flatMap((own) => plainPanels({ beats: [{ units: [own] }] }).panels) };
    });
    const board = await writeStoryboard(page, many);
    expectWhole(board, page);
    expect(board.panels).toHaveLength(9);
    expect(many.notices).toEqual([expect.stringMatching(/page 1 had \d+ panels/)]);
    const { board: silent } = await boardWith(page, (panels) => {
      const [first] = panels;
      if (first !== undefined) panels.splice(1, 0, { ...first, units: [] });
    });
    expectWhole(silent, page);
    expect(silent.panels[1]).toMatchObject({ units: [], words: { texts: [] } });
  });

  it("splits a panel with many words in two, up to seven panels", async () => {
    const input = { ...page, plot: structuredClone(page.plot) };
    const [beat] = beatsOf(input);
    const line = beatsOf(input).flatMap(({ lines }) => lines)[0];
    if (beat === undefined || line === undefined) throw new Error("the page has no line");
    const told = {
      ...beat,
      units: [line.unit],
      lines: [{ ...line, text: "とても長いせりふです。".repeat(30), ruby: [] }],
    };
    Object.assign(input.plot.pages[0] ?? {}, { beats: [told] });
    const { board, asker } = await boardWith(input);
    expectWhole(board, input);
    expect(asker.asked).toHaveLength(1);
    expect(board.panels.map(({ words }) => words.texts.length)).toEqual([4, 4, 4]);
    const shots = board.panels.map(({ picture }) => picture.shot);
    for (const [at, shot] of shots.entries()) if (at > 0) expect(shot).not.toBe(shots[at - 1]);
  });

  it("asks two questions about a page of more than 60 units, with at most 60 units each", async () => {
    const crowded = await pageOf("en", 6_000, 1);
    const { board, asker } = await boardWith(crowded);
    expectWhole(board, crowded);
    expect(asker.asked.length).toBeGreaterThan(1);
    for (const { prompt, maxOutputTokens } of asker.asked) {
      expect(JSON.stringify(prompt.data).match(/\["u\d{4}/g)?.length).toBeLessThanOrEqual(60);
      expect(maxOutputTokens).toBeLessThanOrEqual(8_000);
    }
  });

  it("cuts a beat of more than 60 units", async () => {
    const crowded = await pageOf("en", 6_000, 1);
    const [first] = beatsOf(crowded);
    const all = beatsOf(crowded);
    const one: Beat = {
      ...{
        ...(first ?? all[0]),
        units: all.flatMap(({ units }) => units),
        lines: all.flatMap(({ lines }) => lines),
      },
    } as Beat;
    const input = {
      ...crowded,
      plot: { ...crowded.plot, pages: [{ ...crowded.plot.pages[0], beats: [one] }] },
    };
    const { board } = await boardWith(input as Input);
    expectWhole(board, input as Input);
  });

  it("makes one panel of a page without words", async () => {
    const silent: Plot = structuredClone(page.plot);
    const [first] = silent.pages[0]?.beats ?? [];
    if (first === undefined || silent.pages[0] === undefined) throw new Error("the page has no beat");
    silent.pages[0].beats = [{ ...first, units: [], lines: [], kind: "silence" }];
    const { board } = await boardWith({ ...page, plot: silent });
    expect(board.panels).toMatchObject([{ units: [], words: { texts: [] } }]);
  });

  it("asks again where an answer is unusable", async () => {
    let tries = 0;
    const asker = testAsker((data) => {
      tries += 1;
      return tries === 1 ? { panels: [] } : plainAnswer(data);
    });
    expectWhole(await writeStoryboard(page, asker), page);
    expect(tries).toBe(2);
  });

  it("tells about a spread where the page opens one, and about the page before", async () => {
    const spread = structuredClone(page);
    for (const own of spread.plot.pages) Object.assign(own, { spread: true, spreadShare: 0.5 });
    const { asker } = await boardWith({ ...spread, page: 2 });
    expect(asker.asked[0]?.prompt.data).toMatchObject({
      ...{ spread: expect.stringContaining("見開き"), previous: "ミナが駅に立っている。" },
    });
    const { asker: plain } = await boardWith(page);
    expect(plain.asked[0]?.prompt.data).not.toHaveProperty("spread");
    expect(plain.asked[0]?.prompt.data).not.toHaveProperty("previous");
  });
});

describe("any answers", () => {
  const units = beatsOf(page).flatMap((beat) => beat.units);
  const word = fc.constantFrom("", "umbrella", "駅で待つ。", "runs away", "x".repeat(400));
  const panel = fc.record<Panels[number]>({
    units: fc.array(fc.constantFrom(...units, "u9999", ""), { maxLength: 8 }),
    action: word,
    figures: fc.array(
      fc.record({
        ...{ who: fc.constantFrom("c1", "c2", "ミナ", "c9", ""), doing: word, feeling: word, hands: word },
        gaze: word,
        seen: fc.constantFrom("front", "front left", "right", "back"),
        ...{ side: fc.constantFrom("middle", "far left"), depth: fc.constantFrom("near", "far") },
      }),
      { maxLength: 8 },
    ),
    things: fc.array(fc.record({ what: word, where: word, how: word, state: word, count: fc.integer() }), {
      maxLength: 20,
    }),
    ...{ ground: word, light: word, goesOn: fc.boolean(), empty: fc.constantFrom("top", "left") },
    effects: fc.array(word, { maxLength: 4 }),
    ...{ shot: fc.constantFrom(...ShotSchema.options), angle: fc.constantFrom(...AngleSchema.options) },
    weight: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });

  it("lose and change no line, and give panels or an error", async () => {
    let boards = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(panel, { maxLength: 14 }), async (panels) => {
        const written = await writeStoryboard(
          page,
          testAsker(() => ({ panels })),
        ).catch((error: Error) => error);
        if (written instanceof Error) expect(written.message).toMatch(/none of them/);
        else {
          expectWhole(written, page);
          boards += 1;
        }
      }),
      { seed: 13, numRuns: 150 },
    );
    expect(boards).toBeGreaterThan(50);
  });
});

function person(panel: Panels[number] | undefined, { who }: { who: string }): void {
  const [first] = panel?.figures ?? [];
  if (first !== undefined) panel?.figures.push({ ...first, who });
}
