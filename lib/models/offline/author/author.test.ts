import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cast } from "../../../manga/cast.ts";
import type { Concept } from "../../../manga/concept.ts";
import { defaultDirection, type Language } from "../../../manga/language.ts";
import type { Plot } from "../../../manga/plot.ts";
import { segmentStory } from "../../../manga/segment.ts";
import type { Story } from "../../../manga/story.ts";
import type { PanelDraft, StoryboardDraft } from "../../../manga/storyboard.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import { WRITING_SCHEMAS } from "../../writer.ts";
import { offlineAuthor } from "./author.ts";
import { difference } from "./cast.ts";
import { CORPUS_EN } from "./speakers-corpus-en.ts";
import { CORPUS_JA } from "./speakers-corpus-ja.ts";

interface Adapted {
  story: Story;
  concept: Concept;
  cast: Cast;
  plot: Plot;
  boards: StoryboardDraft[];
}

interface Wish {
  pages?: number;
  seed?: number;
}

const signal = new AbortController().signal;

async function adapt(text: string, language: Language, { pages, seed = 7 }: Wish = {}): Promise<Adapted> {
  const author = offlineAuthor();
  const story = segmentStory(text, language);
  const brief = { pages, seed, direction: defaultDirection(language), style: "shonen" };
  const concept = (await author.write("concept", { story, brief }, signal)).output;
  const cast = (await author.write("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.write("plot", { story, brief, concept }, signal)).output;
  const boards: StoryboardDraft[] = [];
  for (const { number } of plot.pages) {
    boards.push(
      (await author.write("storyboard", { story, brief, concept, cast, plot, page: number }, signal)).output,
    );
  }
  WRITING_SCHEMAS.concept.parse(concept);
  WRITING_SCHEMAS.characters.parse(cast);
  WRITING_SCHEMAS.plot.parse(plot);
  for (const board of boards) WRITING_SCHEMAS.storyboard.parse(board);
  return { story, concept, cast, plot, boards };
}

const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
const panelsOf = ({ boards }: Adapted): PanelDraft[] => boards.flatMap(({ panels }) => panels);
const spokenBy = (story: Story) => story.units.filter(({ kind }) => kind === "speech");

/** What every adaptation must hold, whatever the story. */
function expectWhole(book: Adapted): void {
  const { story, plot, concept } = book;
  expect(plot.pages.map(({ number }) => number)).toEqual(
    Array.from({ length: concept.pages }, (_, at) => at + 1),
  );
  const left = new Set(plot.leftOut);
  const inBeats = new Set(plot.pages.flatMap(({ beats }) => beats.flatMap(({ units }) => units)));
  const inPanels = new Set(panelsOf(book).flatMap(({ units }) => units));
  for (const { id } of story.units) {
    expect(inBeats.has(id) || left.has(id), `${id} is told or left out`).toBe(true);
    expect(inPanels.has(id)).toBe(inBeats.has(id));
  }
  const spoken = spokenBy(story).filter(({ id }) => !left.has(id));
  const balloons = panelsOf(book).flatMap(({ words }) =>
    words.texts.filter(({ kind }) => kind === "balloon"),
  );
  expect(bare(balloons.map(({ text }) => text).join(""))).toBe(bare(spoken.map(({ text }) => text).join("")));
  const length = spokenBy(story).reduce((sum, { text }) => sum + text.length, 0);
  if (length <= 300 * concept.pages) expect(plot.leftOut).toEqual([]);
  for (const { panels } of book.boards) expect(panels.length).toBeLessThanOrEqual(9);
}

/** Nobody is drawn into a room that stays empty while somebody is there. */
function expectPeopled(book: Adapted): void {
  const panels = panelsOf(book);
  for (const [index, { picture }] of panels.entries()) {
    const before = panels[index - 1]?.picture;
    expect(picture.figures.length > 0 || before?.figures.length !== 0, `panels ${index - 1}, ${index}`).toBe(
      true,
    );
  }
}

function expectVaried(book: Adapted): void {
  const shape = ({ picture: { shot, angle, figures } }: PanelDraft) => `${shot} ${angle} ${figures.length}`;
  const panels = panelsOf(book);
  for (const [index, panel] of panels.entries()) {
    const before = panels[index - 1];
    if (before) expect(shape(panel), `panel ${index}`).not.toBe(shape(before));
  }
}

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8");
const plain = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/gu, "");

describe("the offline author", () => {
  it("adapts the Japanese sample", async () => {
    const book = await adapt(example("amayadori-no-tokeiya.txt"), "ja");
    expectWhole(book);
    expectVaried(book);
    expectPeopled(book);
    const { concept, plot, cast } = book;
    expect(concept.title).toBe("雨やどりの時計屋");
    expect(concept.people.map(({ name, kind, age }) => [name, kind, age])).toEqual([
      ["ハル", "human", "teen"],
      ["老人", "human", "elder"],
      ["黒猫", "cat", "adult"],
    ]);
    expect(concept.pages).toBeGreaterThanOrEqual(5);
    expect(concept.pages).toBeLessThanOrEqual(6);
    expect(plot.scenes.map(({ place, hour, weather }) => [place.kind, hour, weather])).toEqual([
      ["street", "dusk", "rain"],
      ["alley", "dusk", "rain"],
      ["shop", "dusk", "rain"],
      ["street", "dusk", "clear"],
    ]);
    expect(concept.people[2]?.aliases).toContain("スミ");
    const said = plot.pages.flatMap(({ beats }) => beats.flatMap(({ lines }) => lines));
    expect(
      [
        "えっ、鍵？",
        "待って！",
        "……ああ、お入り",
        "ありがとう、お嬢さん",
        "わたしじゃないよ。この子だよ",
      ].map(
        (line) =>
          concept.people.find(({ id }) => id === said.find(({ text }) => text === line)?.speaker)?.name,
      ),
    ).toEqual(["ハル", "ハル", "老人", "老人", "ハル"]);
    const peak = panelsOf(book).find(({ weight }) => weight === 5);
    expect(peak?.words.sounds.map(({ text }) => text)).toContain("ゴーン");
    expect(peak?.picture.figures.length).toBe(3);
    expect(cast.characters[0]?.clothes.top).toBe("sailor");
    expect(cast.characters[1]).toMatchObject({ beard: "full", glasses: true });
    expect(cast.characters[2]?.hair.fill).toBe("black");
    const sounds = plot.pages.flatMap(({ beats }) =>
      beats.flatMap((beat) => beat.sounds.map(({ text }) => text)),
    );
    expect(sounds).toEqual(expect.arrayContaining(["ザーッ", "チリン", "ことん", "カチリ", "ゴーン"]));
  });

  it("adapts the English sample", async () => {
    const book = await adapt(example("the-last-loaf.txt"), "en");
    expectWhole(book);
    expectVaried(book);
    expectPeopled(book);
    const { concept, plot, cast } = book;
    expect(concept.title).toBe("The Last Loaf");
    expect(concept.people.map(({ name, kind }) => [name, kind])).toEqual([
      ["Nell", "human"],
      ["The old man", "human"],
      ["The gull", "bird"],
    ]);
    expect(concept.pages).toBeGreaterThanOrEqual(5);
    expect(concept.pages).toBeLessThanOrEqual(6);
    expect(plot.scenes.map(({ place }) => place.kind)).toEqual(
      expect.arrayContaining(["shore", "street", "lighthouse"]),
    );
    expect(plot.scenes[0]).toMatchObject({ weather: "snow", season: "winter", hour: "night" });
    expect(concept.people[2]?.aliases).toContain("Admiral");
    expect(panelsOf(book).find(({ weight }) => weight === 5)?.picture.scene.place.kind).toBe("lighthouse");
    expect(cast.characters[0]?.hair.style).toBe("curly");
    expect(cast.characters[1]?.beard).toBe("full");
  });

  it.each([
    ...CORPUS_JA.map((story) => ({ ...story, language: "ja" as const })),
    ...CORPUS_EN.map((story) => ({ ...story, language: "en" as const })),
  ])("keeps every line of a story in order ($language, $genre)", async ({ text, language }) => {
    const book = await adapt(plain(text), language);
    expectWhole(book);
    expectVaried(book);
  });

  it.each([1, 2, 3, 6, 12, 30])("fits a story into %i pages", async (pages) => {
    const book = await adapt(example("amayadori-no-tokeiya.txt"), "ja", { pages });
    expect(book.concept.pages).toBe(pages);
    expectWhole(book);
  });

  it("leaves lines out, and says which, only when pages cannot hold them", async () => {
    const talk = Array.from(
      { length: 40 },
      (_, at) => `ミナ「これは${at}番目の、わりあい長い話だから、よく聞いていてほしい。」`,
    ).join("\n");
    const book = await adapt(talk, "ja", { pages: 2 });
    expectWhole(book);
    expect(book.plot.leftOut.length).toBeGreaterThan(10);
    const kept = panelsOf(book)
      .flatMap(({ words }) => words.texts)
      .reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeGreaterThan(450);
  });

  it("leaves a long speech out whole or not at all", async () => {
    const speech = "風が吹いたら帰るつもりだったのに、気がつけばもう三年もここにいる。".repeat(6);
    const text = `ミナ「${speech}」\nケン「うん」\nミナ「${speech}」\nケン「そうか！」\nミナ「帰ろう」\nケン「${speech}」`;
    for (const pages of [1, 2, 3]) expectWhole(await adapt(text, "ja", { pages }));
  });

  it("makes a book of nothing but talk between two who have no names", async () => {
    const book = await adapt("「ねえ」\n「なに」\n「雨だね」\n「そうだね」\n「傘は？」\n「ない」", "ja");
    expectWhole(book);
    expect(book.concept.people).toHaveLength(2);
    expect(
      book.plot.pages
        .flatMap(({ beats }) => beats.flatMap(({ lines }) => lines))
        .every(({ guessed }) => guessed),
    ).toBe(true);
  });

  it("makes a book of a story without a word spoken, and of one with nobody in it", async () => {
    expectWhole(
      await adapt(
        "夜の森に雪が降っていた。狐は雪の上を歩いた。足あとだけが残った。やがて朝になり、狐は丘の上で眠った。",
        "ja",
      ),
    );
    expectWhole(
      await adapt(
        "Rain fell on the empty town. The clock struck nine. A window banged in the wind. Nothing moved until morning.",
        "en",
      ),
    );
  });

  it("splits a long speech over balloons, and keeps its ruby on the right characters", async () => {
    const book = await adapt(
      "老師が言った。「｜道《みち》は遠い。だが急ぐな。急ぐ者は、かならず｜躓《つまず》く。わしも若いころ、三度も崖から落ちた。三度とも、桜の木に助けられたのだ」",
      "ja",
    );
    expectWhole(book);
    const texts = panelsOf(book).flatMap(({ words }) => words.texts.filter(({ kind }) => kind === "balloon"));
    expect(texts.length).toBeGreaterThan(2);
    for (const { text } of texts) expect(text.length).toBeLessThanOrEqual(40);
    const bases = texts.flatMap(({ text, ruby }) =>
      ruby.map(({ at, length, text: reading }) => `${text.slice(at, at + length)}:${reading}`),
    );
    expect(bases).toEqual(["道:みち", "躓:つまず"]);
  });

  it("keeps people on their sides all through a scene, and lets who speaks first stand where reading starts", async () => {
    let talks = 0;
    let crossed = 0;
    for (const [text, language] of [
      [example("amayadori-no-tokeiya.txt"), "ja"],
      [example("the-last-loaf.txt"), "en"],
      ...CORPUS_JA.slice(0, 4).map((story) => [plain(story.text), "ja"] as const),
      ...CORPUS_EN.slice(0, 4).map((story) => [plain(story.text), "en"] as const),
    ] as const) {
      const sides = new Map<string, boolean>();
      for (const { picture, words } of panelsOf(await adapt(text, language))) {
        const [left, right] = picture.figures.toSorted((a, b) => a.at - b.at);
        if (!left || !right || picture.figures.length > 2) continue;
        const pair = [left.character, right.character].toSorted().join(" ");
        const key = `${picture.scene.id} ${pair}`;
        const order = pair.startsWith(left.character);
        expect(sides.get(key) ?? order, key).toBe(order);
        sides.set(key, order);
        const [first, second] = [...new Set(words.texts.flatMap(({ speaker }) => speaker ?? []))];
        if (!first || !second) continue;
        talks += 1;
        if (first !== (language === "ja" ? right : left).character) crossed += 1;
      }
    }
    expect(talks).toBeGreaterThan(20);
    expect(crossed / talks).toBeLessThan(0.15);
  });

  it("still finds people whom an editor has renamed", async () => {
    const author = offlineAuthor();
    const story = segmentStory(example("amayadori-no-tokeiya.txt"), "ja");
    const brief = { seed: 1, direction: "rtl" as const, style: "shonen" };
    const concept = (await author.write("concept", { story, brief }, signal)).output;
    const renamed = {
      ...concept,
      people: concept.people.map((person) =>
        person.name === "老人" ? { ...person, name: "源じい" } : person,
      ),
    };
    const before = (await author.write("plot", { story, brief, concept }, signal)).output;
    const after = (await author.write("plot", { story, brief, concept: renamed }, signal)).output;
    expect(after).toEqual(before);
  });

  it("is the same for the same seed, and another plot, staging and looks for others", async () => {
    const text = example("the-last-loaf.txt");
    const [one, again] = [await adapt(text, "en"), await adapt(text, "en")];
    expect(again).toEqual(one);
    const plots = new Set<string>();
    for (const seed of [8, 9, 10, 11]) {
      const other = await adapt(text, "en", { seed });
      expectWhole(other);
      expectVaried(other);
      expectPeopled(other);
      expect(other.boards).not.toEqual(one.boards);
      expect(other.cast).not.toEqual(one.cast);
      plots.add(JSON.stringify(other.plot.pages));
    }
    expect(plots.size).toBeGreaterThan(1);
  });

  it("draws a cast in which no two look alike", async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { cast } = await adapt(plain(CORPUS_JA[0]?.text ?? ""), "ja", { seed });
      for (const [index, one] of cast.characters.entries()) {
        for (const other of cast.characters.slice(index + 1))
          expect(difference(one, other)).toBeGreaterThan(5);
      }
    }
  });

  it("stages 20,000 characters, and says how long it took", async () => {
    const chapters = CORPUS_JA.map(({ text }, at) => `第${at + 1}章\n\n${plain(text)}`).join("\n\n");
    const text = Array.from({ length: 20 }, () => chapters)
      .join("\n\n")
      .slice(0, 20_000);
    await adapt("雨が降った。ミナは走った。", "ja");
    const start = performance.now();
    const book = await adapt(text, "ja");
    const ms = performance.now() - start;
    expectWhole(book);
    console.info(`author: 20,000 characters in ${Math.round(ms)} ms, ${book.concept.pages} pages`);
  });

  it("refuses what it cannot read, with the reason", async () => {
    const author = offlineAuthor();
    const brief = { seed: 1, direction: "ltr" as const, style: "shonen" };
    const story = segmentStory(
      "Le chat est sur la table et il mange du poisson avec du pain dans la cuisine.",
      "en",
    );
    await expect(author.write("concept", { story, brief }, signal)).rejects.toThrow(TerminalError);
    await expect(author.write("concept", { story, brief }, signal)).rejects.toThrow(/does not translate/u);
    await expect(
      author.write("concept", { story, brief }, AbortSignal.abort(new Error("cancelled"))),
    ).rejects.toThrow("cancelled");
  });

  it("tells or leaves out every unit of any text", { timeout: 60_000 }, async () => {
    const sentence = fc.constantFrom(
      "ミナは走った。",
      "「待って！」",
      "と源太が叫んだ。",
      "雨が降っていた。",
      "\n\n",
      "\n＊＊＊\n",
      "翌朝、駅で猫が鳴いた。",
      "「えっ？」",
      "（どうしよう……）",
      "老人は長い長い話を、いつまでも、いつまでも、息もつかずに話しつづけた。",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(sentence, { minLength: 3, maxLength: 40 }),
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        async (parts, pages) => {
          const text = `雨の日だった。\n${parts.join("\n")}`;
          expectWhole(await adapt(text, "ja", pages === undefined ? {} : { pages }));
        },
      ),
      { numRuns: 60 },
    );
  });
});
