// How many pages a story takes, from its units alone. The offline reader plans by it, a hosted reader's wish is limited by it, and the
// estimate before a start promises it: what is promised is what is made.
import { MOST_BALLOONS } from "./book-quality.ts";
import type { Language } from "./language.ts";
import type { Story } from "./story.ts";
import { lengthOf } from "./text-length.ts";

/** Longest balloon: characters of Japanese, words of English. */
export const BALLOON = { ja: 28, en: 16 } as const;
/**
 * Longest piece of a line: two pieces grow together into a balloon (`joined-balloons.ts`). Japanese balloons of pages that people drew have eight
 * letters in the median, and a balloon of two or three upright lines is read at a glance.
 */
export const PIECE = { ja: 16, en: 16 } as const;
/** A shorter book has no page to spare for one picture. */
export const FEWEST_FOR_SPLASH = 8;
const MOST_PAGES = 100;

/**
 * Characters of Japanese, or words of English, that are lettered on a page. Human pages have 54 to 87 Japanese letters
 * (docs/research); a page of more than 120 is a wall of text.
 */
export const LETTERS_PER_PAGE = { ja: 105, en: 56 } as const;
/** A page that has no room for more of them. */
export const MOST_LETTERS = { ja: 120, en: 64 } as const;
/** Two strips of four panels. */
const LETTERS_PER_STRIP_PAGE = { ja: 200, en: 110 } as const;

/**
 * How much of the narration a reader letters. The offline reader letters all of it; models of others leave it to the pictures where they
 * can, and half of it gives them pages with the letters of human ones at half the price.
 */
export type Narration = "whole" | "half";
const SHARE: Readonly<Record<Narration, number>> = { whole: 1, half: 0.5 };

/** Pages that hold all that is lettered of a story, no more words and balloons than are easily read; 1 to 100. */
export function storyPages(story: Story, narration: Narration, isStrips = false): number {
  const { language, units } = story;
  const letters = units.reduce(
    (sum, { kind, text }) => sum + lengthOf(text) * (kind === "speech" ? 1 : SHARE[narration]),
    0,
  );
  const room = (isStrips ? LETTERS_PER_STRIP_PAGE : LETTERS_PER_PAGE)[language];
  // An exchange is not parted over a page's end, so that pages are rarely filled to the last balloon.
  const balloons = isStrips ? 0 : balloonsOfAll(story) / (MOST_BALLOONS - 1);
  return Math.max(1, Math.min(MOST_PAGES, Math.ceil(Math.max(letters / room, balloons))));
}

/** Balloons that a spoken line fills. */
export const balloonsOf = (line: string, language: Language): number =>
  Math.max(1, Math.ceil(lengthOf(line) / BALLOON[language]));

const balloonsOfAll = ({ units, language }: Story): number =>
  units.reduce((sum, { kind, text }) => sum + (kind === "speech" ? balloonsOf(text, language) : 0), 0);

/** Balloons that a page takes when there is no other way: more than read well (`MOST_BALLOONS`). */
const CROWDED_BALLOONS = 12;

/** The least pages that hold every spoken line of a story. More than 100 are more than one book. */
export const fewestPages = (story: Story): number =>
  Math.max(1, Math.ceil(balloonsOfAll(story) / CROWDED_BALLOONS));

/** What to tell somebody whose story has more spoken lines than its pages hold; undefined where they fit. */
export function tooMuchSpeech(fewest: number, pages: number): string | undefined {
  if (fewest <= pages) return undefined;
  const volumes = Math.ceil(fewest / MOST_PAGES);
  const advice =
    volumes > 1
      ? `Cut the story into ${volumes} volumes and make a book of each.`
      : `Ask for ${fewest} pages or more, or cut the story into ${Math.ceil(fewest / pages)} volumes.`;
  return `The story's spoken lines alone need ${fewest} pages, and the book has ${pages}. ${advice}`;
}
