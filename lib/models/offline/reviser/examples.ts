// Wishes by which somebody could ask for a quick option in a given book: whether the option can be carried out is tried with them.
import { CastSchema } from "../../../manga/cast.ts";
import type { Language } from "../../../manga/language.ts";
import type { Plot } from "../../../manga/plot.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { BookView, Wish } from "../../../pipeline/reviser.ts";
import { boardsOf, CAST, CONCEPT, conceptOf, hasResult, plotOf } from "./book-parts.ts";

type Target = Wish["target"];
type Asked = [text: string, target?: Target];

interface BookParts {
  language: Language;
  pages: number;
  people: readonly string[];
  plot: Plot | undefined;
  /** Panels of the pages that are planned, in reading order. */
  panels: readonly { at: Target; hasFigures: boolean; texts: readonly string[] }[];
  /** Pictures that stand. */
  drawn: readonly Target[];
}

/** Panels that an option is tried in: what none of so many takes, hardly any other does. */
const MOST_PANELS = 24;
/** Words of a story that are tried as somebody's name. */
const MOST_WORDS = 8;

const inPanels = (texts: readonly string[], panels: BookParts["panels"]): Asked[] =>
  panels.flatMap(({ at }) => texts.map((text): Asked => [text, at]));

const inPages = (texts: readonly string[], { panels }: BookParts): Asked[] =>
  [...new Set(panels.map(({ at }) => at.page))].flatMap((page) =>
    texts.map((text): Asked => [text, { page }]),
  );

const textsOf = ({ panels }: BookParts) => panels.filter(({ texts }) => texts.length > 0);
const figuresOf = ({ panels }: BookParts) => panels.filter(({ hasFigures }) => hasFigures);
const said = (...texts: string[]): Asked[] => texts.map((text) => [text]);

/** By option: what is asked, of what. Two texts that are opposites, where the book may be like the first already. */
const EXAMPLES: Partial<Record<OptionId, (book: BookParts) => Asked[]>> = {
  theme: () => said("孤独", "友情"),
  genre: () => said("ホラー", "コメディ"),
  world: () => said("夜", "昼"),
  tone: () => said("怖く", "明るく"),
  "add-character": (book) => [
    ...namesIn(book).map((name): Asked => [name]),
    ...inPanels([book.language === "ja" ? "ハルト" : "Harto"], book.panels),
  ],
  "remove-character": ({ people }) => people.map((character): Asked => ["", { character }]),
  looks: ({ people }) =>
    people.flatMap((character): Asked[] => [
      ["眼鏡をかけて", { character }],
      ["眼鏡を外して", { character }],
    ]),
  pacing: () => said("ゆっくり", "速く"),
  climax: () => said("大きく", "控えめに"),
  "remove-scene": () => said("1つ目の場面", "2つ目の場面"),
  layout: (book) => inPages(["", "均等に"], book),
  "panel-size": ({ panels }) => inPanels(["大きく", "小さく"], panels),
  "camera-angle": ({ panels }) => inPanels(["あおりで", "俯瞰で"], panels),
  composition: ({ panels }) => inPanels(["寄って", "引いて"], panels),
  "page-count": ({ pages }) => said(String(pages + 1), String(pages - 1)),
  "draw-again": ({ drawn }) => drawn.map((at): Asked => ["", at]),
  "more-detail": ({ panels }) => inPanels([""], panels),
  background: ({ panels }) => inPanels(["森", "海"], panels),
  pose: (book) => inPanels(["座って", "立って"], figuresOf(book)),
  "change-dialogue": (book) => inPanels(["おーい", "はい"], textsOf(book)),
  "add-dialogue": ({ panels }) => inPanels(["「おいで」"], panels),
  "remove-dialogue": (book) =>
    textsOf(book).flatMap(({ texts, at }) => texts.map((text): Asked => [`「${text}」を消して`, at])),
  "balloon-style": (book) => inPanels(["叫びに", "ささやきに"], textsOf(book)),
  "text-position": (book) => inPanels(["右上に", "左下に"], textsOf(book)),
  sfx: ({ panels }) => inPanels(["ザアア"], panels),
  "page-order": () => said("1ページと2ページを入れ替えて", "左から右に", "右から左に"),
  readability: () => said(""),
};

export async function examplesOf(option: OptionId, book: BookView): Promise<Wish[]> {
  const asked = EXAMPLES[option];
  if (asked === undefined || !hasResult(book, CONCEPT)) return [];
  return asked(await partsOf(book)).map(([text, target = {}]) => ({ option, text, target, intensity: 1 }));
}

// Every option of a screen is asked of one view.
const parts = new WeakMap<BookView, Promise<BookParts>>();

function partsOf(book: BookView): Promise<BookParts> {
  const known = parts.get(book) ?? readParts(book);
  parts.set(book, known);
  return known;
}

async function readParts(book: BookView): Promise<BookParts> {
  const boards = await boardsOf(book);
  const { pages } = await conceptOf(book);
  const cast = hasResult(book, CAST) ? CastSchema.parse(await book.output(CAST)).characters : [];
  const panels = boards.flatMap(({ page }) =>
    page.panels.map(({ id, picture, words }) => ({
      at: { page: page.number, panel: id },
      hasFigures: picture.figures.length > 0,
      texts: words.texts.map(({ text }) => text),
    })),
  );
  const drawn = book.standing.flatMap((ref) =>
    ref.of === "panel" ? [{ page: ref.page, panel: ref.panel }] : [],
  );
  return {
    ...{ language: book.params.language, pages, plot: await plotOf(book) },
    people: cast.map(({ id }) => id),
    panels: spread(panels),
    drawn: drawn.slice(0, MOST_PANELS),
  };
}

/** The first panels with texts and with figures, and as many others as there is room for. */
function spread(panels: BookParts["panels"]): BookParts["panels"] {
  const first = [panels.find(({ texts }) => texts.length > 0), panels.find(({ hasFigures }) => hasFigures)];
  const found = first.filter((one) => one !== undefined);
  return [...new Set([...found, ...panels])].slice(0, MOST_PANELS);
}

/** Words that the plot tells: somebody whom the story names can be added before there are panels. */
function namesIn({ plot, language }: BookParts): string[] {
  const told = plot?.pages.flatMap(({ beats }) => beats.map(({ action }) => action)) ?? [];
  const words = told.flatMap((text) => [
    ...new Intl.Segmenter(language, { granularity: "word" }).segment(text),
  ]);
  const names = words.filter(({ isWordLike, segment }) => isWordLike && segment.length > 1);
  return [...new Set(names.map(({ segment }) => segment))].slice(0, MOST_WORDS);
}
