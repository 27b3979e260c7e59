// Counts violations of the rule "Unsure means less" (`docs/develop/book-language.md`): panels with a guessed aspect that show more than they may.
//
// `place`: the mood is neutral, and the only things are those of the panel's beats. `hour`: day, without `light`. `who`: human figures are seen
// from behind or far off, except the speakers of the panel's lines. `deed`: people stand, sit or are carried, with empty hands, and there is
// no detail shot. `speaker`: a guessed text has no speaker, and a figure without a text does not speak.
import type { Guess, Shot } from "../../../lib/manga/staging.ts";
import type { PanelDraft } from "../../../lib/manga/storyboard.ts";
import { type MadeBook, panelsOf, type Share } from "../books/made-book.ts";

export interface PlainGuesses {
  /** Violations, and all panels with a guess. */
  bold: Share;
  /** Descriptions of the violations. */
  misses: string[];
}

const FAR: ReadonlySet<Shot> = new Set(["full", "long", "establishing"]);

interface Guessed {
  panel: PanelDraft;
  book: MadeBook;
  /** The speakers of the panel's lines. */
  heard: ReadonlySet<string>;
}

/** The violations of a panel, by guessed aspect. */
const SHOWN: Readonly<Record<Guess, (guessed: Guessed) => string[]>> = {
  place({ panel: { picture, units }, book }) {
    const beats = book.plot.pages.flatMap((page) => page.beats);
    const told = beats.filter((beat) => beat.units.some((unit) => units.includes(unit)));
    const own = new Set(told.flatMap(({ things }) => things.map(({ what }) => what)));
    // A silent panel has no units, so the beat of its things is unknown.
    const others = units.length === 0 ? [] : picture.things.filter(({ what }) => !own.has(what));
    return [
      ...others.map(({ what }) => `${what} stands about`),
      ...(picture.mood === "neutral" ? [] : [`it is ${picture.mood}`]),
    ];
  },
  hour: ({ panel: { picture } }) => [
    ...(picture.hour === "day" ? [] : [`it is ${picture.hour}`]),
    ...(picture.light === undefined ? [] : [`there is ${picture.light}`]),
  ],
  who({ panel: { picture }, book, heard }) {
    const humans = new Set(book.concept.people.flatMap(({ id, kind }) => (kind === "human" ? [id] : [])));
    return picture.figures
      .filter(({ character, view }) => humans.has(character) && !heard.has(character) && view !== "back")
      .filter(() => !FAR.has(picture.shot))
      .map(({ character, view }) => `${character} in ${view} view, ${picture.shot}`);
  },
  deed: ({ panel: { picture } }) => [
    ...picture.figures.flatMap(({ character, doing, mount, carriedBy, hands }) => [
      ...(["stand", "sit"].includes(doing) || mount !== undefined || carriedBy !== undefined
        ? []
        : [`${character} does ${doing}`]),
      ...hands.filter(({ how }) => how !== "pushed").map(({ what }) => `${character} has ${what}`),
    ]),
    ...(picture.shot === "detail" ? ["a detail"] : []),
  ],
  speaker: ({ panel: { picture, words }, heard }) => [
    ...words.texts
      .filter(({ guessed, speaker }) => guessed && speaker !== null)
      .map(({ text }) => `"${text}" has a speaker`),
    ...picture.figures
      .filter(({ character, speaks }) => speaks && !heard.has(character))
      .map(({ character }) => `${character} speaks`),
  ],
};

export function plainGuesses(book: MadeBook): PlainGuesses {
  const bold: Share = { part: 0, of: 0 };
  const misses: string[] = [];
  for (const { page, panel } of panelsOf(book)) {
    const { picture, words } = panel;
    const guesses = picture.guessed ?? [];
    const heard = new Set(words.texts.flatMap(({ speaker }) => speaker ?? []));
    const shown = guesses.flatMap((guess) =>
      SHOWN[guess]({ panel, book, heard }).map((what) => `${guess} is guessed, and ${what}`),
    );
    if (guesses.length > 0) bold.of += 1;
    if (shown.length > 0) bold.part += 1;
    misses.push(...shown.map((what) => `${page}.${panel.id}: ${what}`));
  }
  return { bold, misses };
}
