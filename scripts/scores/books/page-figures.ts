// Figures of a book's pacing, defined as in published studies of human pages: panels without words, pages with bleeds, panels in which
// everybody stands, sounds, and amount of text.
import { PAPER } from "../../../lib/manga/geometry.ts";
import type { Language } from "../../../lib/manga/language.ts";
import type { Panel } from "../../../lib/manga/storyboard.ts";
import { lengthOf } from "../../../lib/manga/text-length.ts";
import { closedFigure } from "../../../lib/models/offline/artist/vocabulary/figure.ts";
import { noticesOf } from "../../../lib/models/offline/artist/vocabulary/phrase.ts";

export interface PageFigures {
  pages: number;
  panels: number;
  /** Panels without balloons and captions. */
  silent: number;
  /** Pages with a bleeding panel. */
  edge: number;
  /** Panels with people, except close-ups of faces, in which all of them only stand. */
  standing: number;
  sounds: number;
  /** Pages whose text mentions a sound, and the drawn sounds on them; none without labels. */
  sounding: { pages: number; sounds: number };
  captions: number;
  /** Japanese letters or English words of each balloon and page. */
  balloons: number[];
  perPage: number[];
}

/** Standing with idle hands, as the offline artist draws it. */
const STANDS: ReadonlySet<string> = new Set(["stand", "look-back", "look-up", "look-down"]);

type CountedPanel = Pick<Panel, "picture" | "words" | "frame">;

/** `sounds`: its part of the story mentions a sound or an audible action. */
export interface CountedPage {
  panels: readonly CountedPanel[];
  sounds?: boolean;
}

export function pageFigures(pages: readonly CountedPage[]): PageFigures {
  const panels = pages.flatMap((page) => page.panels);
  const texts = panels.flatMap(({ words }) => words.texts);
  return {
    pages: pages.length,
    panels: panels.length,
    silent: panels.filter(({ words }) => words.texts.length === 0).length,
    edge: pages.filter((page) => page.panels.some(reachesEdge)).length,
    standing: panels.filter(isAllStanding).length,
    sounds: soundsOn(pages),
    sounding: {
      pages: pages.filter(({ sounds }) => sounds).length,
      sounds: soundsOn(pages.filter(({ sounds }) => sounds)),
    },
    captions: texts.filter(({ kind }) => kind === "caption").length,
    balloons: texts.flatMap(({ kind, text }) => (kind === "balloon" ? [lengthOf(text)] : [])),
    perPage: pages.map((page) =>
      page.panels.flatMap(({ words }) => words.texts).reduce((sum, { text }) => sum + lengthOf(text), 0),
    ),
  };
}

const soundsOn = (pages: readonly CountedPage[]): number =>
  pages.flatMap((page) => page.panels).reduce((sum, { words }) => sum + words.sounds.length, 0);

const reachesEdge = ({ frame }: CountedPanel): boolean =>
  frame.corners.some(({ x, y }) => x <= 0 || y <= 0 || x >= PAPER.width || y >= PAPER.height);

const BODIES: ReadonlySet<string> = new Set(["bust", "half", "full", "long", "establishing"]);

const isAllStanding = ({ picture: { shot, figures } }: CountedPanel): boolean =>
  BODIES.has(shot) && figures.length > 0 && figures.every(isStanding);

const isStanding = (figure: CountedPanel["picture"]["figures"][number]): boolean => {
  const { figure: drawn } = closedFigure(figure, noticesOf());
  return STANDS.has(drawn.pose) && drawn.holds === null;
};

export function together(all: readonly PageFigures[]): PageFigures {
  const sum = (of: (one: PageFigures) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    pages: sum(({ pages }) => pages),
    panels: sum(({ panels }) => panels),
    silent: sum(({ silent }) => silent),
    edge: sum(({ edge }) => edge),
    standing: sum(({ standing }) => standing),
    sounds: sum(({ sounds }) => sounds),
    sounding: {
      pages: sum(({ sounding }) => sounding.pages),
      sounds: sum(({ sounding }) => sounding.sounds),
    },
    captions: sum(({ captions }) => captions),
    balloons: all.flatMap(({ balloons }) => balloons),
    perPage: all.flatMap(({ perPage }) => perPage),
  };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const share = (part: number, of: number): string => `${Math.round((100 * part) / Math.max(1, of))} %`;

const mean = (numbers: readonly number[]): string =>
  (numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)).toFixed(0);

/** The figures with values of human pages and targets; `-` if no value was published. */
export const FIGURES: readonly {
  name: string;
  of: (figures: PageFigures) => string;
  human: string;
  wanted: string;
}[] = [
  {
    name: "panels a page",
    of: ({ panels, pages }) => (panels / Math.max(1, pages)).toFixed(1),
    human: "5.1",
    wanted: "-",
  },
  {
    name: "silent panels",
    of: ({ silent, panels }) => share(silent, panels),
    human: "19 %",
    wanted: ">= 10 %",
  },
  {
    name: "pages that reach the edge",
    of: ({ edge, pages }) => share(edge, pages),
    human: "51 %",
    wanted: ">= 50 %",
  },
  {
    name: "everybody stands",
    of: ({ standing, panels }) => share(standing, panels),
    human: "-",
    wanted: "<= 40 %",
  },
  {
    name: "sounds a page",
    of: ({ sounds, pages }) => (sounds / Math.max(1, pages)).toFixed(2),
    human: "2.9",
    wanted: "-",
  },
  {
    name: "sounds a page whose text sounds",
    of: ({ sounding: { sounds, pages } }) => (pages === 0 ? "-" : (sounds / pages).toFixed(2)),
    human: "-",
    wanted: ">= 1",
  },
  {
    name: "median balloon",
    of: ({ balloons }) => String(median(balloons)),
    human: "8 (ja)",
    wanted: "<= 12 (ja)",
  },
  {
    name: "letters a page",
    of: ({ perPage }) => mean(perPage),
    human: "54 to 87 (ja)",
    wanted: "<= 120 (ja)",
  },
  {
    name: "fullest page",
    of: ({ perPage }) => String(Math.max(0, ...perPage)),
    human: "-",
    wanted: "<= 120 (ja)",
  },
  {
    name: "captions of all texts",
    of: ({ captions, balloons }) => share(captions, captions + balloons.length),
    human: "-",
    wanted: "-",
  },
];

/** A table with a row for each figure and columns for languages, human pages and target. */
export function figureTable(byLanguage: Readonly<Partial<Record<Language, PageFigures>>>): string[] {
  const languages = Object.entries(byLanguage);
  const rows = [
    ["", ...languages.map(([language]) => language), "human pages", "wanted"],
    ...FIGURES.map(({ name, of, human, wanted }) => [
      ...[name, ...languages.map(([, figures]) => of(figures)), human, wanted],
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
