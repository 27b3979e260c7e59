// `npm run prove -- scores pages`: pacing of the pages that a reader and the code director make of the development set, beside published
// figures of human pages.
import { parseArgs } from "node:util";
import { soundOfDeed } from "../../../lib/direction/page-sounds.ts";
import { drawStoryboard } from "../../../lib/direction/storyboard.ts";
import { canvasDrafter } from "../../../lib/drawing/canvas-drafter.ts";
import type { Cast } from "../../../lib/manga/cast.ts";
import type { Concept } from "../../../lib/manga/concept.ts";
import { defaultDirection, type Language } from "../../../lib/manga/language.ts";
import { plotForPage } from "../../../lib/manga/page-plot.ts";
import type { Plot } from "../../../lib/manga/plot.ts";
import { rebalancePages } from "../../../lib/manga/rebalance-pages.ts";
import { deriveSeed } from "../../../lib/manga/seed.ts";
import { spreadHalfOf, withSpreads } from "../../../lib/manga/spread.ts";
import type { Story } from "../../../lib/manga/story.ts";
import { findReaders } from "../../../lib/models/readers.ts";
import { unmeteredContext } from "../../../lib/models/unmetered-context.ts";
import { aligned, allLabelledStories, type LabelledStory } from "../labelled-story.ts";
import type { LabelledSentence } from "../reading-labels.ts";
import { type CountedPage, figureTable, type PageFigures, pageFigures, together } from "./page-figures.ts";

interface ReadBook {
  concept: Concept;
  cast: Cast;
  plot: Plot;
}

const SEED = 7;

/** Any reader by id: `offline-reader`. Throws errors of the reader. */
export async function readBook(reader: string, story: Story): Promise<ReadBook> {
  const { read } = await findReaders()(reader);
  const brief = { seed: SEED, direction: defaultDirection(story.language), style: "manga" };
  const context = unmeteredContext();
  const concept = await read("concept", { story, brief }, context);
  const cast = await read("characters", { story, brief, concept }, context);
  return { concept, cast, plot: await read("plot", { story, brief, concept }, context) };
}

/** Units with a sound or an audible action, by the labels. */
function soundingUnits(labelled: LabelledStory): ReadonlySet<string> {
  const isHeard = ({ kind, deeds }: LabelledSentence) =>
    kind === "sound" || deeds.some(({ verb }) => soundOfDeed(verb, "en") !== undefined);
  return new Set(
    [...aligned(labelled.story, labelled.labels)].flatMap(([unit, sentences]) =>
      sentences.some(isHeard) ? [unit] : [],
    ),
  );
}

/** The pages of a book, directed by code and laid out, as the phases make them. */
async function laidOutPages(
  { concept, cast, plot: written }: ReadBook,
  sounding: ReadonlySet<string>,
): Promise<CountedPage[]> {
  const { language } = concept;
  const direction = defaultDirection(language);
  const whole = { ...written, pages: withSpreads(rebalancePages(written.pages)) };
  const drafter = canvasDrafter();
  const pages: CountedPage[] = [];
  for (const { number } of whole.pages) {
    const { plot, last } = plotForPage(whole, number);
    const { panels } = drawStoryboard({
      concept,
      cast,
      plot,
      page: number,
      brief: { direction, seed: SEED },
    });
    const own = plot.pages.find((page) => page.number === number);
    const spread = own && spreadHalfOf(own);
    const brief = { number, language, direction, seed: deriveSeed(SEED, "layout", number), last, spread };
    const { frames } = await drafter.layout(panels, brief);
    pages.push({
      sounds: own?.beats.some(({ units }) => units.some((unit) => sounding.has(unit))) ?? false,
      panels: panels.flatMap((panel, index) => (frames[index] ? [{ ...panel, frame: frames[index] }] : [])),
    });
  }
  return pages;
}

/** The figures of all stories of a set; default: the development set. */
export async function pageScores(
  reader: string,
  folder?: string,
): Promise<{ language: Language; figures: PageFigures }[]> {
  const scores: { language: Language; figures: PageFigures }[] = [];
  for (const labelled of allLabelledStories(folder)) {
    const { story } = labelled;
    const figures = pageFigures(await laidOutPages(await readBook(reader, story), soundingUnits(labelled)));
    scores.push({ language: story.language, figures });
  }
  return scores;
}

/** The table that the command prints. */
export async function pageTable(reader: string, folder?: string): Promise<string[]> {
  const scores = await pageScores(reader, folder);
  const of = (language: Language) =>
    together(scores.filter((one) => one.language === language).map(({ figures }) => figures));
  return figureTable({ ja: of("ja"), en: of("en") });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { reader: { type: "string", default: "offline-reader" }, set: { type: "string" } },
  });
  process.stdout.write(`${(await pageTable(values.reader, values.set)).join("\n")}\n`);
}
