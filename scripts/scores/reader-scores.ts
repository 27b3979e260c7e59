// Scores a reader on a set of labelled stories, from the story to the storyboard, and aggregates the scores to figures in percent.
import type { Language } from "../../lib/manga/language.ts";
import { EMPTY_BOOK, type MadeBook, percent, type Share } from "./books/made-book.ts";
import { alignedLetters, type LabelledStory } from "./labelled-story.ts";
import { matchPeople } from "./matched-people.ts";
import { type CastScores, scoreCast, TRAITS } from "./panels/cast-scores.ts";
import { ASPECTS, type Aspect, type JudgedPanel, judgePanels } from "./panels/panel-scores.ts";
import { type PlainGuesses, plainGuesses } from "./panels/plain-guesses.ts";
import type { Verdict } from "./panels/setting-scores.ts";
import { linePairs, type SpeakerScores, scoreSpeakers } from "./speaker-scores.ts";
import { type ToldLetters, toldLetters } from "./told-letters.ts";

export interface StoryScores {
  language: Language;
  speakers: SpeakerScores;
  cast: CastScores;
  panels: readonly JudgedPanel[];
  letters: ToldLetters;
  guesses: PlainGuesses;
  /** The reason why there is no book, in which case nothing of the story counts as found. */
  failed?: string;
}

/** Undefined `book`: the reader made none. */
export function scoreStory(story: LabelledStory, made: { book: MadeBook } | { failed: string }): StoryScores {
  const book = "book" in made ? made.book : EMPTY_BOOK;
  const judged = { ...story, letters: alignedLetters(story.story, story.labels) };
  const lines = linePairs(book, judged.letters);
  const matched = matchPeople(book.concept.people, story.labels.cast, lines);
  return {
    language: story.story.language,
    speakers: scoreSpeakers(book, matched, judged),
    cast: scoreCast(book.concept.people, matched, story.labels),
    panels: judgePanels(book, matched, judged),
    letters: toldLetters(book, matched, judged),
    guesses: plainGuesses(book),
    ...("failed" in made ? { failed: made.failed } : {}),
  };
}

/** The figures in printing order. Each is defined in the file of its score. */
export const FIGURES = [
  "called named",
  "named right",
  "lines right",
  "lines silent",
  "false speech",
  "strangers",
  "found",
  "traits wrong",
  "traits unknown",
  "place right",
  "place wrong",
  "hour right",
  "hour wrong",
  "panels right",
  "panels wrong",
  "lettered",
  "shown",
  "left out",
  "lost",
] as const;
export type FigureName = (typeof FIGURES)[number];
export type Figures = Record<FigureName, Share>;

export function figuresOf(stories: readonly StoryScores[]): Figures {
  const sum = (of: (story: StoryScores) => number) => stories.reduce((total, story) => total + of(story), 0);
  const share = (part: (story: StoryScores) => number, of: (story: StoryScores) => number): Share => ({
    part: sum(part),
    of: sum(of),
  });
  const panels = stories.flatMap((story) => story.panels);
  const ofPanels = (test: (panel: JudgedPanel) => boolean): Share => ({
    part: panels.filter(test).length,
    of: panels.length,
  });
  const lines = ({ speakers }: StoryScores) => speakers.right + speakers.wrong + speakers.silent;
  const letters = (fate: keyof ToldLetters["letters"]) =>
    share(
      (story) => story.letters.letters[fate],
      (story) => Object.values(story.letters.letters).reduce((total, one) => total + one, 0),
    );
  const traits = (agreement: "wrong" | "unknown") =>
    share(
      ({ cast }) => TRAITS.reduce((total, trait) => total + cast.traits[trait][agreement], 0),
      ({ cast }) => TRAITS.flatMap((trait) => Object.values(cast.traits[trait])).reduce((a, b) => a + b, 0),
    );
  return {
    "called named": share(({ speakers }) => speakers.named, lines),
    "named right": share(
      ({ speakers }) => speakers.namedRight,
      ({ speakers }) => speakers.named,
    ),
    "lines right": share(({ speakers }) => speakers.right, lines),
    "lines silent": share(({ speakers }) => speakers.silent, lines),
    "false speech": share(
      ({ speakers }) => speakers.falseSpeech,
      ({ speakers }) => speakers.bookLines,
    ),
    strangers: share(
      ({ cast }) => cast.strangers.part,
      ({ cast }) => cast.strangers.of,
    ),
    found: share(
      ({ cast }) => cast.found.part,
      ({ cast }) => cast.found.of,
    ),
    "traits wrong": traits("wrong"),
    "traits unknown": traits("unknown"),
    "place right": ofPanels(({ where }) => where === "right"),
    "place wrong": ofPanels(({ where }) => where === "wrong"),
    "hour right": ofPanels(({ hour }) => hour === "right"),
    "hour wrong": ofPanels(({ hour }) => hour === "wrong"),
    "panels right": ofPanels(({ whole }) => whole === "right"),
    "panels wrong": ofPanels(({ whole }) => whole === "wrong"),
    lettered: letters("lettered"),
    shown: letters("shown"),
    "left out": letters("leftOut"),
    lost: letters("lost"),
  };
}

/** Counts of right, neutral and wrong verdicts for each aspect of panels. */
export function aspectsOf(stories: readonly StoryScores[]): Record<Aspect, Record<Verdict, number>> {
  const panels = stories.flatMap((story) => story.panels);
  const count = (aspect: Aspect, verdict: Verdict) =>
    panels.filter((panel) => panel[aspect] === verdict).length;
  return Object.fromEntries(
    ASPECTS.map((aspect) => [
      aspect,
      {
        right: count(aspect, "right"),
        neutral: count(aspect, "neutral"),
        wrong: count(aspect, "wrong"),
      },
    ]),
  ) as Record<Aspect, Record<Verdict, number>>;
}

/**
 * Panels without figures, and panels with a guess, each with the number of right ones. Such panels are easily right, so these counts
 * qualify the share of right panels.
 */
export function plainPanelsOf(stories: readonly StoryScores[]): Record<"empty" | "guessed", Share> {
  const panels = stories.flatMap((story) => story.panels);
  const share = (test: (panel: JudgedPanel) => boolean): Share => {
    const own = panels.filter(test);
    return { part: own.filter(({ whole }) => whole === "right").length, of: own.length };
  };
  return {
    empty: share(({ at }) => at.panel.picture.figures.length === 0),
    guessed: share(({ at }) => (at.panel.picture.guessed ?? []).length > 0),
  };
}

/** Invariants of every story: the numbers of lost letters and of guessed panels that violate the rule. */
export function promiseLines(stories: readonly StoryScores[]): string[] {
  const { lost } = figuresOf(stories);
  const sentences = stories.reduce((sum, { letters }) => sum + letters.misses.length, 0);
  const bold = { part: 0, of: 0 };
  for (const { guesses } of stories) {
    bold.part += guesses.bold.part;
    bold.of += guesses.bold.of;
  }
  return [
    `nothing is lost: ${sentences} sentences lose ${lost.part} of ${lost.of} letters`,
    `unsure means less: ${bold.part} of ${bold.of} guessed panels show more than they may`,
  ];
}

export const GROUPS = ["en", "ja", "both"] as const;
export type Group = (typeof GROUPS)[number];

export function figuresByLanguage(stories: readonly StoryScores[]): Record<Group, Figures> {
  const of = (language: Language) => figuresOf(stories.filter((story) => story.language === language));
  return { en: of("en"), ja: of("ja"), both: figuresOf(stories) };
}

/** A line for each figure: its share in English, in Japanese and in both. */
export function figureLines(figures: Record<Group, Figures>): string[] {
  const cell = (share: Share) => {
    const value = percent(share);
    return value === undefined ? "-" : `${value.toFixed(1)} % of ${share.of}`;
  };
  return [
    `${"".padEnd(16)}${GROUPS.map((group) => group.padEnd(18)).join("")}`,
    ...FIGURES.map(
      (name) => `${name.padEnd(16)}${GROUPS.map((group) => cell(figures[group][name]).padEnd(18)).join("")}`,
    ).map((line) => line.trimEnd()),
  ];
}
