// Wishes in words that the documentation promises: each in Japanese and English, carried out on a finished book, with its changes to the
// bound book and the pictures that are drawn for it.
import { describe, expect, test } from "vitest";
import { type Book, BookSchema } from "../../../manga/book.ts";
import { FinishedBookSchema } from "../../../manga/finished-book.ts";
import type { Place } from "../../../manga/place.ts";
import { PlotSchema } from "../../../manga/plot.ts";
import { ShotSchema } from "../../../manga/staging.ts";
import type { Followed } from "../../../sample-book.ts";
import { sampleBook } from "../../../sample-book.ts";

const STORIES = {
  ja: [
    "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
    "ミナはトムと路地を走った。「どこへ行くの」とミナは聞いた。「家だよ」とトムは言った。",
    "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。トムも笑った。",
  ].join("\n\n"),
  en: [
    "It rained all night. Mina found a cat at the station. “Wait,” said Mina. The cat ran away.",
    "Mina ran down the alley after Tom. “Where are you going?” Mina asked. “Home,” said Tom.",
    "In the morning Mina carried the cat home. “I am back,” Mina laughed. Tom smiled.",
  ].join("\n\n"),
} as const;

interface Outcome extends Followed {
  before: Book;
  after: Book;
  /** The places of the plot after the wish. */
  places: readonly Place[];
}

const panelOf = ({ pages }: Book, at = 0) => pages[0]?.panels[at]?.picture;
const near = (book: Book, at = 0) => ShotSchema.options.indexOf(panelOf(book, at)?.shot ?? "detail");
const picturesOf = ({ pages }: Book) => pages.flatMap(({ panels }) => panels.map(({ picture }) => picture));
const namesOf = ({ cast }: Book) => cast.characters.map(({ name }) => name);

type Check = (outcome: Outcome) => void;

const lessOf =
  (name: string): Check =>
  ({ before, after }) => {
    const gone = before.cast.characters.find((one) => one.name === name)?.id;
    expect(namesOf(after)).toEqual(namesOf(before).filter((one) => one !== name));
    const figures = after.pages.flatMap(({ panels }) => panels.flatMap(({ picture }) => picture.figures));
    expect(figures.filter(({ character }) => character === gone)).toEqual([]);
  };
const renamed =
  (from: string, to: string): Check =>
  ({ before, after, drawn }) => {
    expect(drawn).toEqual([]);
    expect(JSON.stringify(after)).not.toContain(from);
    expect(namesOf(after)).toEqual(namesOf(before).map((name) => (name === from ? to : name)));
  };
const pages =
  (check: (before: number, after: number) => void): Check =>
  ({ before, after }) => {
    check(before.pages.length, after.pages.length);
    expect(after.pages.map(({ number }) => number)).toEqual(after.pages.map((_, index) => index + 1));
  };
const more = pages((before, after) => expect(after).toBeGreaterThan(before));
const fewer = pages((before, after) => expect(after).toBeLessThan(before));
const inMood =
  (mood: string): Check =>
  ({ before, after }) => {
    const share = (book: Book) => picturesOf(book).filter((picture) => picture.mood === mood).length;
    expect(share(after)).toBeGreaterThan(share(before));
    expect(picturesOf(after).filter((picture) => picture.mood === "neutral")).toEqual([]);
  };
/** Expects that one picture is drawn, of that panel of the first page, and that no other data of the book changes. */
const onePanel = ({ before, after, drawn, ran }: Outcome, own = 0) => {
  expect(drawn).toEqual(["panel"]);
  expect(ran.filter((step) => step.startsWith("artwork"))).toEqual([`artwork/p001/k${own + 1}`]);
  const others = ({ pages: all }: Book) =>
    all.flatMap(({ panels }, page) => panels.filter((_, at) => page !== 0 || at !== own));
  expect(others(after)).toEqual(others(before));
};
const nearer: Check = (outcome) => {
  onePanel(outcome);
  expect(near(outcome.after)).toBeLessThan(near(outcome.before));
};
/** Expects a wider shot of the second panel. The first panel has the widest shot already. */
const wider: Check = (outcome) => {
  onePanel(outcome, 1);
  expect(near(outcome.after, 1)).toBeGreaterThan(near(outcome.before, 1));
};
const anew: Check = (outcome) => {
  onePanel(outcome);
  const art = ({ pages: all }: Book) => all[0]?.panels[0]?.artwork;
  expect(art(outcome.after)).not.toEqual(art(outcome.before));
  expect(panelOf(outcome.after)).toEqual(panelOf(outcome.before));
};
const everyPicture =
  (part: "hour" | "place", value: string): Check =>
  ({ after, places, drawn }) => {
    expect(drawn).not.toContain("portrait");
    const kindOf = (id: string) => places.find((place) => place.id === id)?.kind;
    const found = picturesOf(after).map(({ hour, place }) => (part === "hour" ? hour : kindOf(place)));
    expect(new Set(found)).toEqual(new Set([value]));
  };

const REQUESTS: readonly [string, Record<"ja" | "en", [string, Check]>][] = [
  [
    "another name",
    {
      ja: ["ミナをハナに改名して", renamed("ミナ", "ハナ")],
      en: ["Rename Mina to Hana.", renamed("Mina", "Hana")],
    },
  ],
  ["a person less", { ja: ["トムを外して", lessOf("トム")], en: ["Remove Tom, please.", lessOf("Tom")] }],
  ["more pages", { ja: ["ページを増やして", more], en: ["More pages, please.", more] }],
  ["fewer pages", { ja: ["ページ数を減らして", fewer], en: ["Fewer pages.", fewer] }],
  [
    "more serious",
    { ja: ["もっとシリアスに", inMood("tense")], en: ["Make it more serious.", inMood("tense")] },
  ],
  ["brighter", { ja: ["もっと明るく", inMood("warm")], en: ["Make it brighter.", inMood("warm")] }],
  ["closer", { ja: ["1ページ1コマ目をもっと寄って", nearer], en: ["Closer on page 1, panel 1", nearer] }],
  ["wider", { ja: ["1ページ2コマ目をもっと引いて", wider], en: ["Make page 1, panel 2 wider.", wider] }],
  [
    "another place",
    {
      ja: ["舞台を森に変えて", everyPicture("place", "forest")],
      en: ["Set it in a forest.", everyPicture("place", "forest")],
    },
  ],
  [
    "another hour",
    { ja: ["夕方にして", everyPicture("hour", "dusk")], en: ["Make it dusk.", everyPicture("hour", "dusk")] },
  ],
  ["another drawing", { ja: ["1ページ1コマ目を描き直して", anew], en: ["Redraw page 1, panel 1.", anew] }],
];

const asked = { sessionId: "s1", by: "ann" };

describe.each(["ja", "en"] as const)("a wish in %s", (language) => {
  const book = sampleBook();
  const bound = async () => {
    const { book: hash } = FinishedBookSchema.parse(await book.output("finish"));
    const bytes = await book.services.blobs.get("s1", hash);
    return BookSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  };

  test.each(REQUESTS)("is carried out: %s", async (_what, said) => {
    const isNew = (await book.services.schedules.read("s1")) === undefined;
    const direction = language === "ja" ? "rtl" : "ltr";
    if (isNew) await book.start(STORIES[language], { pages: 2, language, direction });
    const before = await bound();
    const [text, check] = said[language];
    const wish = { text, intensity: 0.5, target: {} };
    try {
      const followed = await book.follow(() => book.revisions.carryOut({ ...asked, wish }));
      expect((await book.schedule()).state.status).toBe("completed");
      const { places } = PlotSchema.parse(await book.output("plot"));
      check({ ...followed, before, after: await bound(), places });
    } finally {
      await book.follow(() => book.revisions.restoreVersion({ ...asked, version: 1 }));
    }
    expect(await bound()).toEqual(before);
  });
});
