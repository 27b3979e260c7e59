// How many pages a story takes, from its units alone. The offline reader plans by it, a hosted reader's wish is limited by it, and the
// estimate before a start promises it: what is promised is what is made.
import { MOST_BALLOONS } from "./book-quality.ts";
import type { Language } from "./language.ts";
import type { Story, StoryUnit } from "./story.ts";
import { lengthOf } from "./text-length.ts";

/** Longest balloon: characters of Japanese, words of English. */
export const BALLOON = { ja: 28, en: 16 } as const;
/**
 * Longest piece of a line: two pieces grow together into a balloon (`turns.ts`). Japanese balloons of pages that people drew have eight
 * letters in the median, and a balloon of two or three upright lines is read at a glance.
 */
export const PIECE = { ja: 16, en: 16 } as const;
/** A shorter book has no page to spare for one picture. */
export const FEWEST_FOR_SPLASH = 8;

const PANELS_PER_PAGE = 5.8;
/** Letters that are spoken on a page, as they are written. */
const SPOKEN_PER_PAGE = { ja: 150, en: 290 } as const;
const MOST_PAGES = 100;

/** Longest speech of one panel: what three balloons hold. */
export const SPEECH_PER_PANEL = { ja: 84, en: 42 } as const;
/** Lines that answer each other share a panel up to this, and sentences up to that. */
export const EXCHANGE = { ja: 40, en: 22 } as const;
export const TELLING = { ja: 46, en: 24 } as const;
const MOST_LINES = 4;
const MOST_SENTENCES = 3;
/**
 * Panels that a group of sentences which may share one takes, and what each of its sentences adds: some tell of another person or
 * moment. Fitted to the beats that the offline reader of before made of 150 stories of both languages.
 */
const PANELS = { ofGroup: 0.9, ofSentence: 0.15 };

/** What a story brings to its pages. */
interface StoryMeasure {
  panels: number;
  /** Letters of its spoken lines. */
  spoken: number;
  balloons: number;
}

/** Pages of about five panels, with one of its own for a peak of a long book, and no more words than are easily read; 1 to 100. */
export function storyPages(story: Story): number {
  const { panels, spoken, balloons } = measured(story);
  const words = spoken / SPOKEN_PER_PAGE[story.language];
  const pages = Math.max(
    Math.round(Math.max(panels / PANELS_PER_PAGE, words)),
    // An exchange is not parted over a page's end, so that pages are rarely filled to the last balloon.
    Math.ceil(balloons / (MOST_BALLOONS - 1)),
  );
  const splashes = pages >= FEWEST_FOR_SPLASH - 1 ? 1 : 0;
  return Math.max(1, Math.min(MOST_PAGES, pages + splashes));
}

const STRIPS_PER_PAGE = 2;
const SPOKEN_PER_STRIP = { ja: 130, en: 240 } as const;
/** Four panels, some of which tell two things. */
const TOLD_PER_STRIP = 7.5;

/** Pages of a book of strips of four panels (4コマ), two a page; 1 to 100. */
export function stripPages(story: Story): number {
  const { panels, spoken } = measured(story);
  const strips = Math.round(Math.max(panels / TOLD_PER_STRIP, spoken / SPOKEN_PER_STRIP[story.language]));
  return Math.max(1, Math.min(MOST_PAGES, Math.ceil(strips / STRIPS_PER_PAGE)));
}

/** Balloons that a spoken line fills. */
export const balloonsOf = (line: string, language: Language): number =>
  Math.max(1, Math.ceil(lengthOf(line) / BALLOON[language]));

/** Counts the panels as sentences and lines come together in them, without a look at what they mean. */
function measured({ units, language }: Story): StoryMeasure {
  const lines = units.filter(({ kind }) => kind === "speech");
  const told = { groups: 0, sentences: 0 };
  let said = 0;
  let exchange: Exchange | undefined;
  let telling: Telling | undefined;
  for (const [index, unit] of units.entries()) {
    const [previous, next] = [units[index - 1], units[index + 1]];
    const length = lengthOf(unit.text);
    if (previous !== undefined && unit.paragraph - previous.paragraph > 1) exchange = telling = undefined;
    if (unit.kind === "speech") {
      telling = undefined;
      if (exchange !== undefined && answers(exchange, unit, { length, language })) {
        exchange.lines += 1;
        exchange.length += length;
      } else {
        said += Math.max(1, Math.ceil(length / SPEECH_PER_PANEL[language]));
        exchange = { lines: 1, length, turns: new Set(), paragraph: unit.paragraph };
      }
      exchange.turns.add(unit.paragraph);
      exchange.paragraph = unit.paragraph;
    } else if (saysWhoSpeaks(unit, { previous, next, language })) {
      if (exchange !== undefined && previous?.kind === "speech") exchange.paragraph = unit.paragraph;
    } else {
      exchange = undefined;
      told.sentences += 1;
      const joins =
        telling !== undefined &&
        unit.kind !== "heading" &&
        telling.sentences < MOST_SENTENCES &&
        telling.length + length <= TELLING[language];
      if (telling === undefined || !joins) {
        told.groups += 1;
        telling = { sentences: 0, length: 0 };
      }
      telling.sentences += 1;
      telling.length += length;
    }
  }
  return {
    panels: said + told.groups * PANELS.ofGroup + told.sentences * PANELS.ofSentence,
    spoken: lines.reduce((sum, { text }) => sum + text.length, 0),
    balloons: lines.reduce((sum, { text }) => sum + balloonsOf(text, language), 0),
  };
}

/** Lines of one panel. */
interface Exchange {
  lines: number;
  length: number;
  /** Paragraphs in which they stand. */
  turns: Set<number>;
  /** Of the last of them, with what is told of it. */
  paragraph: number;
}

/** Sentences of one panel. */
interface Telling {
  sentences: number;
  length: number;
}

function answers(
  exchange: Exchange,
  { paragraph }: StoryUnit,
  { length, language }: { length: number; language: Language },
): boolean {
  const goesOn = exchange.paragraph === paragraph;
  if (exchange.lines >= MOST_LINES || (!goesOn && exchange.turns.size >= 2)) return false;
  return exchange.length + length <= EXCHANGE[language] * (goesOn ? 1.5 : 0.7);
}

/** `said Mina.`, と源太は言った。: stands in the panel of the line beside it. */
function saysWhoSpeaks(
  unit: StoryUnit,
  beside: { previous: StoryUnit | undefined; next: StoryUnit | undefined; language: Language },
): boolean {
  const { previous, next, language } = beside;
  const leads =
    next?.kind === "speech" &&
    next.paragraph === unit.paragraph &&
    !/[。.！!？?…]$/u.test(unit.text.slice(-2));
  if (leads || previous?.kind !== "speech") return leads;
  if (language === "ja") return /^(?:、?と|って)/u.test(unit.text);
  if (unit.paragraph !== previous.paragraph) return false;
  const isTag = /^\p{Ll}/u.test(unit.text) || /[,—–]/u.test(previous.text.at(-1) ?? "");
  return isTag || lengthOf(unit.text) <= 4;
}

/**
 * Characters of Japanese, or words of English, that are lettered on a page. Human pages have 54 to 87 Japanese letters
 * (docs/research); a page of more than 120 is a wall of text.
 */
export const LETTERS_PER_PAGE = { ja: 105, en: 56 } as const;
/** A page that has no room for more of them. */
export const MOST_LETTERS = { ja: 120, en: 64 } as const;
/** Two strips of four panels. */
const LETTERS_PER_STRIP_PAGE = { ja: 200, en: 110 } as const;

/** Pages on which all that a story says can be lettered, for a reader that leaves nothing out; 1 to 100. */
export function fullPages(story: Story, isStrips: boolean): number {
  const room = (isStrips ? LETTERS_PER_STRIP_PAGE : LETTERS_PER_PAGE)[story.language];
  const letters = story.units.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const least = isStrips ? stripPages(story) : storyPages(story);
  return Math.max(least, Math.min(MOST_PAGES, Math.ceil(letters / room)));
}

/** Balloons that a page takes when there is no other way: more than read well (`MOST_BALLOONS`). */
const CROWDED_BALLOONS = 12;

/** The least pages that hold every spoken line of a story. More than 100 are more than one book. */
export const fewestPages = (story: Story): number =>
  Math.max(1, Math.ceil(measured(story).balloons / CROWDED_BALLOONS));

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
