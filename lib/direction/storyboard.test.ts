// The code director as a whole: what holds for every page, whatever its beats say, and a page that a model wrote.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Beat, type Plot, PlotSchema } from "../manga/plot.ts";
import { StoryboardDraftSchema, type Word } from "../manga/storyboard.ts";
import type { StoryboardInput } from "./page-to-draw.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";
import { drawStoryboard } from "./storyboard.ts";

const WORDS = fc.oneof(
  fc.constantFrom(
    "run",
    "look-back",
    "sprints down the alley",
    "手紙を渡す",
    "hugs her brother",
    "lies down",
  ),
  fc.constantFrom("furious", "beside herself with joy", "悲しそう", "cat", "grand piano", "lantern", "kept"),
  fc.string({ minLength: 1, maxLength: 20 }),
);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const PEOPLE = ["c1", "c2", "c3", "c4"] as const;

const ACTING = fc.record({
  character: fc.constantFrom(...PEOPLE),
  ...{ doing: WORDS, feeling: WORDS, gaze: optional(fc.constantFrom("away", "back", ...PEOPLE)) },
  hands: fc.array(fc.record({ what: WORDS, how: optional(WORDS) }), { maxLength: 4 }),
});
const THING = fc.record({
  ...{ what: WORDS, how: optional(WORDS), where: optional(WORDS) },
  near: optional(fc.constant(true as const)),
  whose: optional(fc.constantFrom(...PEOPLE)),
});
const LINE = fc.record({
  text: fc.string({ minLength: 1, maxLength: 120 }),
  speaker: fc.constantFrom(null, ...PEOPLE),
  voice: fc.constantFrom("speech" as const, "shout" as const, "whisper" as const),
  ...{ doing: optional(WORDS), feeling: optional(WORDS) },
});
const BEAT = fc.record({
  scene: fc.constantFrom("s1", "s2"),
  kind: fc.constantFrom<Beat["kind"]>("establish", "action", "dialogue", "reaction", "silence", "narration"),
  figures: fc.uniqueArray(ACTING, { maxLength: 4, selector: ({ character }) => character }),
  around: optional(fc.array(ACTING, { maxLength: 2 })),
  standing: optional(fc.array(THING, { maxLength: 3 })),
  lines: fc.array(LINE, { maxLength: 5 }),
  things: fc.array(THING, { maxLength: 6 }),
  effects: fc.array(WORDS, { maxLength: 2 }),
  caption: fc.string({ maxLength: 40 }),
  focus: optional(fc.constantFrom("hands", "feet", "eyes")),
  ...{ light: optional(WORDS), ground: optional(WORDS), weight: fc.integer({ min: 1, max: 5 }) },
});

/** Beats in which each line and each narration is a unit. The narration is before or after the lines. */
function numbered(pages: readonly (readonly Omit<Beat, "id">[])[]): Beat[][] {
  let [units, ids] = [0, 0];
  const nextUnit = () => {
    units += 1;
    return `u${String(units).padStart(4, "0")}`;
  };
  return pages.map((beats) =>
    beats.map((one): Beat => {
      const lines = one.lines.map((spoken) => ({ ...spoken, unit: nextUnit() }));
      const told = one.caption === "" && lines.length > 0 ? [] : [nextUnit()];
      ids += 1;
      const spoken = lines.map(({ unit }) => unit);
      const units = ids % 2 === 0 ? [...told, ...spoken] : [...spoken, ...told];
      return { ...one, id: `b${ids}`, lines, units };
    }),
  );
}

const PLOT = fc.array(fc.array(BEAT, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }).map(
  (pages): Plot =>
    PlotSchema.parse({
      ...plotOf(
        numbered(
          pages.map((beats) =>
            beats.map((one) => ({
              ...{ ...one, units: [], sounds: [], action: "" },
              lines: one.lines.map((spoken) => ({ ...spoken, unit: "", ruby: [], guessed: false })),
            })),
          ),
        ),
      ),
      places: [
        { id: "l1", name: "", kind: "old lighthouse", landmarks: [], look: 0 },
        { id: "l2", name: "", kind: "台所", landmarks: [], look: 0 },
      ],
      scenes: ["s1", "s2"].map((id, index) => ({
        ...{ id, place: `l${index + 1}`, hour: "day", weather: "clear", season: "spring", mood: "sad" },
        people: [],
      })),
    }),
);

const CAST = [person("c1"), person("c2"), person("c3", { kind: "cat" }), person("c4", { kind: "dragon" })];

const INPUT: fc.Arbitrary<StoryboardInput> = fc
  .record({
    plot: PLOT,
    language: fc.constantFrom("ja" as const, "en" as const),
    direction: fc.constantFrom("rtl" as const, "ltr" as const),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ plot, language, direction, seed }) => ({
    ...{ plot, page: plot.pages.length, concept: { people: CAST, language }, brief: { direction, seed } },
    cast: { characters: [] },
  }));

describe("drawStoryboard", () => {
  it("makes at most nine panels of every page, with all units, ids in order and figures inside the frames", () => {
    fc.assert(
      fc.property(INPUT, (input) => {
        const { panels } = StoryboardDraftSchema.parse(drawStoryboard(input));
        expect(panels.map(({ id }) => id)).toEqual(panels.map((_, index) => `k${index + 1}`));
        const beats = input.plot.pages.at(-1)?.beats ?? [];
        const units = panels.flatMap((panel) => panel.units);
        for (const unit of beats.flatMap((one) => one.units)) expect(units).toContain(unit);
        expect(units.toSorted()).toEqual([...new Set(units)].toSorted());
        for (const [index, { picture, words }] of panels.entries()) {
          for (const { side } of picture.figures) {
            expect(side).toBeGreaterThanOrEqual(0);
            expect(side).toBeLessThanOrEqual(1);
          }
          expect(words.texts.map(({ id }) => id)).toEqual(words.texts.map((_, at) => `w${at + 1}`));
          const from = panels.findIndex(({ id }) => id === picture.continuesFrom);
          expect(from).toBeLessThan(index);
          if (from >= 0) expect(panels[from]?.picture.scene).toBe(picture.scene);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("letters every caption and line in a panel that has its unit", () => {
    fc.assert(
      fc.property(INPUT, (input) => {
        const { panels } = drawStoryboard(input);
        const beats = input.plot.pages.at(-1)?.beats ?? [];
        const lettered = (kind: Word["kind"]) =>
          panels.flatMap(({ units, words }) =>
            words.texts.flatMap((word) => {
              if (word.text.trim() !== "") expect(units).toContain(word.unit);
              return word.kind === kind && !word.heading ? word.text : [];
            }),
          );
        const bare = (texts: readonly string[]) => [...texts.join("").replaceAll(/\s/gu, "")].toSorted();
        expect(bare(lettered("caption"))).toEqual(bare(beats.map(({ caption }) => caption)));
        expect(bare(lettered("balloon"))).toEqual(
          bare(beats.flatMap(({ lines }) => lines.map(({ text }) => text))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("returns the same panels for the same input", () => {
    fc.assert(
      fc.property(INPUT, (input) => {
        expect(drawStoryboard(structuredClone(input))).toEqual(drawStoryboard(input));
      }),
      { numRuns: 25 },
    );
  });

  it("throws a RangeError if the plot does not have the page or a beat's scene", () => {
    const input = inputOf(plotOf([[beat("b1")]]), []);
    expect(() => drawStoryboard({ ...input, page: 2 })).toThrow(RangeError);
    expect(() => drawStoryboard(inputOf(plotOf([[beat("b1", { scene: "s9" })]]), []))).toThrow(/scene s9/u);
  });

  it("gives a 4-koma page four panels, whatever things they leave out", () => {
    const beats = [1, 2, 3, 4].map((n) =>
      beat(`b${n}`, { figures: [acting("c1")], things: [{ what: `cup ${n}` }, { what: "letter" }] }),
    );
    const plot = plotOf([beats]);
    const strips = { ...plot, pages: plot.pages.map((page) => ({ ...page, strips: ["The Cup"] })) };
    const { panels } = drawStoryboard(inputOf(strips, [person("c1")]));
    expect(panels.map(({ strip }) => strip)).toEqual([
      { number: 1, title: "The Cup" },
      { number: 1 },
      { number: 1 },
      { number: 1 },
    ]);
  });

  it("puts no figure into the fold of a spread", () => {
    const wide = beat("b1", { figures: [acting("c1")], weight: 5 });
    const plot = plotOf([[beat("b9")], [wide, beat("b2")], [beat("b3")]]);
    const pages = plot.pages.map((page) =>
      page.number < 2 ? page : { ...page, spread: true, spreadShare: 0.5 },
    );
    const { panels } = drawStoryboard(inputOf({ ...plot, pages }, [person("c1")], { page: 2 }));
    expect(panels[0]?.picture.shot).toMatch(/full|long/u);
    expect(Math.abs((panels[0]?.picture.figures[0]?.side ?? 0.5) - 0.5)).toBeGreaterThanOrEqual(0.09);
  });
});

describe("a page that a model wrote", () => {
  const ida = person("c1", { name: "Ida", role: "protagonist" });
  const tom = person("c2", { name: "Tom", age: "72", sex: "male" });
  const rex = person("c3", { name: "Rex", kind: "camel" });
  const beats = [
    beat("b1", {
      kind: "establish",
      caption: "The caravan reached the well at noon.",
      around: [acting("c2", { doing: "dozes under an awning", feeling: "sleepy" })],
      figures: [acting("c1", { doing: "leads the camel to the well", feeling: "weary", leads: "c3" })],
      things: [{ what: "well" }, { what: "palm tree", count: 3 }],
    }),
    beat("b2", {
      kind: "dialogue",
      figures: [
        acting("c2", { doing: "leans on his halberd", feeling: "suspicious", hands: [{ what: "halberd" }] }),
        acting("c1", { doing: "stands before him", feeling: "exhausted" }),
      ],
      lines: [
        line("c2", "Nobody drinks here without paying.", { unit: "u0002" }),
        line("c1", "We have paid with three days of sand.", { unit: "u0003" }),
      ],
      units: ["u0002", "u0003"],
    }),
    beat("b3", {
      figures: [
        acting("c1", {
          doing: "hurls the purse at his feet",
          feeling: "furious",
          hands: [{ what: "purse" }],
        }),
        acting("c2", { doing: "stumbles back", feeling: "startled" }),
      ],
      units: ["u0004"],
      effects: ["impact"],
      weight: 4,
    }),
    beat("b4", {
      kind: "reaction",
      figures: [acting("c3", { doing: "chews", feeling: "unimpressed" })],
      units: ["u0005"],
      light: "harsh noon sun",
    }),
    beat("b5", {
      kind: "silence",
      figures: [acting("c2", { doing: "kneels", feeling: "ashamed" })],
      things: [{ what: "coin", count: 4, where: "in the dust" }],
      ground: "dust",
      units: ["u0006"],
    }),
  ];
  const { panels } = drawStoryboard(inputOf(plotOf([beats]), [ida, tom, rex]));
  const of = (unit: string) => panels.find(({ units }) => units.includes(unit))?.picture;

  it("starts with the place and everybody in it", () => {
    expect(of("u0001")?.shot).toMatch(/long|full|establishing/u);
    expect(of("u0001")?.figures.map(({ character }) => character)).toEqual(["c1", "c2"]);
    expect(of("u0001")?.figures[0]).toMatchObject({ leads: "c3", doing: "leads the camel to the well" });
  });

  it("shows a violent action in a full or long shot, with its effect", () => {
    expect(of("u0004")).toMatchObject({ effects: ["impact"] });
    expect(of("u0004")?.shot).toMatch(/full|long/u);
  });

  it("shows speakers from near, the first one on the side that is read first", () => {
    const [first, second] = of("u0002")?.figures ?? [];
    expect(of("u0002")?.shot).toMatch(/half|bust|full/u);
    expect(first?.character).toBe("c2");
    if (second) expect(first?.side ?? 1).toBeLessThan(second.side);
  });

  it("keeps the words of the beats unchanged", () => {
    expect(of("u0005")).toMatchObject({ light: "harsh noon sun", place: "l1", hour: "day" });
    const coins = panels.flatMap(({ picture }) => picture.things).find(({ what }) => what === "coin");
    expect(coins).toEqual({ what: "coin", count: 4, where: "in the dust" });
    expect(panels.some(({ picture }) => picture.ground === "dust")).toBe(true);
  });

  it("has no two neighbouring panels with the same composition", () => {
    const compositions = panels.map(
      ({ picture: { shot, angle, figures } }) => `${shot} ${angle} ${figures.length}`,
    );
    for (const [index, one] of compositions.slice(1).entries()) expect(one).not.toBe(compositions[index]);
  });

  it("leaves room for words on the side of their speaker", () => {
    for (const { picture, words } of panels) {
      const [first] = words.texts;
      if (first === undefined) expect(picture.emptyZone.tenths).toBe(0);
      else expect(picture.emptyZone.tenths).toBeGreaterThan(0);
      const speaker = picture.figures.find(({ character }) => character === first?.speaker);
      if (speaker && speaker.side !== 0.5)
        expect(picture.emptyZone.where).toBe(speaker.side > 0.5 ? "top right" : "top left");
    }
  });
});

describe("views of a place alone", () => {
  const view = (id: string, change: Partial<Beat> = {}) =>
    beat(id, { kind: "narration", caption: `The hall was empty (${id}).`, ...change });
  const panelsOf = (...beats: Beat[]) => drawStoryboard(inputOf(plotOf([beats]), [person("c1")])).panels;

  it("are one picture if consecutive, with all words and units", () => {
    const others = ["b3", "b4"].map((id) => beat(id, { figures: [acting("c1")], caption: "She waited." }));
    const [first, ...rest] = panelsOf(view("b1"), view("b2"), ...others);
    expect(first?.units).toEqual(["u0001", "u0002"]);
    expect(first?.words.texts.map(({ text }) => text).join(" ")).toContain("(b1)");
    expect(first?.words.texts.map(({ text }) => text).join(" ")).toContain("(b2)");
    expect(rest.flatMap(({ units }) => units)).toEqual(["u0003", "u0004"]);
  });

  it("stay separate if they have things, another chapter, or too many words", () => {
    const long = "word ".repeat(30);
    for (const change of [{ things: [{ what: "lamp" }] }, { chapter: "II" }, { caption: long }]) {
      const others = [beat("b3", { figures: [acting("c1")] }), beat("b4", { figures: [acting("c1")] })];
      const panels = panelsOf(view("b1"), view("b2", change), ...others);
      expect(panels.find(({ units }) => units.includes("u0001"))?.units).toEqual(["u0001"]);
    }
  });
});
