// The quick options that rules can carry out (`assets/words/wish-options.tsv`), and example wishes for a given book, with which the reviser
// tries whether an option can be carried out.
import { readFileSync } from "node:fs";
import { CastSchema } from "../../../manga/cast.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { BookView, Wish } from "../../../pipeline/reviser.ts";
import { optionTableFile } from "../../word-table-file.ts";
import { boardsOf, CAST, CONCEPT, conceptOf, hasResult, plotOf } from "./book-parts.ts";
import type { Intent } from "./intent.ts";

type Target = Wish["target"];

interface Option {
  intents: readonly Intent["kind"][];
  /** The parts of the book to which its examples refer: a key of `placesOf`. */
  of: string;
  words: readonly string[];
}

const options = new Map<string, Option>();

/** The option, or undefined if no rule carries it out. */
export function optionOf(id: OptionId): Option | undefined {
  if (options.size === 0)
    for (const row of readFileSync(optionTableFile(), "utf8").split("\n")) {
      const [name = "", intents = "", of = "", words = ""] = row.startsWith("//") ? [] : row.split("\t");
      options.set(name, { intents: intents.split(" ") as Intent["kind"][], of, words: words.split("|") });
    }
  return options.get(id);
}

export async function examplesOf(id: OptionId, book: BookView): Promise<Wish[]> {
  const option = optionOf(id);
  if (option === undefined || !hasResult(book, CONCEPT)) return [];
  const places = known.get(book) ?? placesOf(book);
  known.set(book, places);
  return ((await places)[option.of] ?? []).flatMap(({ words, text, at = {} }) =>
    (words ?? option.words).map((said) => ({
      ...{ option: id, text: said.replace("{}", () => text ?? ""), target: at, intensity: 1 },
    })),
  );
}

/** A part of the book to which an example wish refers, with words of its own or those of a text there. */
interface Place {
  at?: Target;
  words?: readonly string[];
  text?: string;
}

// All options of a screen share one view of the book.
const known = new WeakMap<BookView, Promise<Record<string, Place[]>>>();

/** Maximum number of panels with which an option is tried. If it works in none of these, it rarely works in another. */
const MOST_PANELS = 24;
/** Maximum number of words of a story that are tried as a name. */
const MOST_WORDS = 8;

async function placesOf(book: BookView): Promise<Record<string, Place[]>> {
  const { pages } = await conceptOf(book);
  const cast = hasResult(book, CAST) ? CastSchema.parse(await book.output(CAST)).characters : [];
  const all = (await boardsOf(book)).flatMap(({ page }) =>
    page.panels.map(({ id, picture, words }) => ({
      at: { page: page.number, panel: id },
      hasFigures: picture.figures.length > 0,
      texts: words.texts.map(({ text }) => text),
    })),
  );
  // The first panel with texts, the first with figures, and others up to the maximum.
  const first = [all.find(({ texts }) => texts.length > 0), all.find(({ hasFigures }) => hasFigures)];
  const panels = [...new Set([...first.filter((one) => one !== undefined), ...all])].slice(0, MOST_PANELS);
  const spoken = panels.filter(({ texts }) => texts.length > 0);
  const drawn = book.standing.flatMap((ref) =>
    ref.of === "panel" ? [{ at: { page: ref.page, panel: ref.panel } }] : [],
  );
  const newcomer = [book.params.language === "ja" ? "ハルト" : "Harto"];
  const at = (places: readonly { at: Target }[]) => places.map((one): Place => ({ at: one.at }));
  return {
    book: [{}],
    lengths: [{ words: [String(pages + 1), String(pages - 1)] }],
    names: [{ words: await namesIn(book) }, ...at(panels).map((place) => ({ ...place, words: newcomer }))],
    people: cast.map(({ id }) => ({ at: { character: id } })),
    pages: [...new Set(panels.map((one) => one.at.page))].map((page) => ({ at: { page } })),
    ...{ panels: at(panels), spoken: at(spoken), figures: at(panels.filter(({ hasFigures }) => hasFigures)) },
    texts: spoken.flatMap((one) => one.texts.map((text) => ({ at: one.at, text }))),
    drawn: drawn.slice(0, MOST_PANELS),
  };
}

/** Words of the plot: a person whom the story names can be added before there are panels. */
async function namesIn(book: BookView): Promise<string[]> {
  const told = (await plotOf(book))?.pages.flatMap(({ beats }) => beats.map(({ action }) => action)) ?? [];
  const words = told.flatMap((text) => [
    ...new Intl.Segmenter(book.params.language, { granularity: "word" }).segment(text),
  ]);
  const names = words.filter(({ isWordLike, segment }) => isWordLike && segment.length > 1);
  return [...new Set(names.map(({ segment }) => segment))].slice(0, MOST_WORDS);
}
