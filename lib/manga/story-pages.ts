// The number of pages that a story takes, from its units alone. The offline reader plans by it, a hosted reader's wish is limited by it,
// and the estimate before a start uses it, so that estimate and result agree.
import { MOST_BALLOONS } from "./book-quality.ts";
import type { Language } from "./language.ts";
import type { Story } from "./story.ts";
import { lengthOf } from "./text-length.ts";

/** The longest balloon: characters of Japanese, words of English. */
export const BALLOON = { ja: 28, en: 16 } as const;
/**
 * The longest piece of a line; two pieces form a joined balloon (`joined-balloons.ts`). Japanese balloons in human-made manga have a median
 * of eight letters, and two or three upright lines are read at a glance.
 */
export const PIECE = { ja: 16, en: 16 } as const;
/** A shorter book has no splash page. */
export const FEWEST_FOR_SPLASH = 8;
const MOST_PAGES = 100;

/**
 * Letters on a page: characters of Japanese, or words of English. Human-made pages have 54 to 87 Japanese letters (docs/research); more
 * than 120 are too much text.
 */
export const LETTERS_PER_PAGE = { ja: 105, en: 56 } as const;
/** The most letters of a page. */
export const MOST_LETTERS = { ja: 120, en: 64 } as const;
/** Letters on a page with two strips of four panels. */
const LETTERS_PER_STRIP_PAGE = { ja: 200, en: 110 } as const;

/**
 * How much of the narration a reader letters. The offline reader letters all of it. Hosted models leave some to the pictures; with half of
 * it their pages have as many letters as human-made ones, at half the price.
 */
export type Narration = "whole" | "half";
const SHARE: Readonly<Record<Narration, number>> = { whole: 1, half: 0.5 };

/** The number of pages, 1 to 100, on which all lettered text and all balloons of a story are easily read. */
export function storyPages(story: Story, narration: Narration, isStrips = false): number {
  const { language, units } = story;
  const letters = units.reduce(
    (sum, { kind, text }) => sum + lengthOf(text) * (kind === "speech" ? 1 : SHARE[narration]),
    0,
  );
  const room = (isStrips ? LETTERS_PER_STRIP_PAGE : LETTERS_PER_PAGE)[language];
  // An exchange is not split over pages, so pages rarely reach the most balloons.
  const balloons = isStrips ? 0 : balloonsOfAll(story) / (MOST_BALLOONS - 1);
  return Math.max(1, Math.min(MOST_PAGES, Math.ceil(Math.max(letters / room, balloons))));
}

/** Number of balloons of a spoken line. */
export const balloonsOf = (line: string, language: Language): number =>
  Math.max(1, Math.ceil(lengthOf(line) / BALLOON[language]));

const balloonsOfAll = ({ units, language }: Story): number =>
  units.reduce((sum, { kind, text }) => sum + (kind === "speech" ? balloonsOf(text, language) : 0), 0);

/** The most balloons on a page where there is no other way; beyond `MOST_BALLOONS` a page reads badly. */
const CROWDED_BALLOONS = 12;

/** The least number of pages that holds all spoken lines. More than 100 do not fit one book. */
export const fewestPages = (story: Story): number =>
  Math.max(1, Math.ceil(balloonsOfAll(story) / CROWDED_BALLOONS));

/** The message for a story with more spoken lines than its pages hold; undefined where they fit. */
export function tooMuchSpeech(fewest: number, pages: number): string | undefined {
  if (fewest <= pages) return undefined;
  const volumes = Math.ceil(fewest / MOST_PAGES);
  const advice =
    volumes > 1
      ? `Cut the story into ${volumes} volumes and make a book of each.`
      : `Ask for ${fewest} pages or more, or cut the story into ${Math.ceil(fewest / pages)} volumes.`;
  return `The story's spoken lines alone need ${fewest} pages, but the book has ${pages}. ${advice}`;
}
