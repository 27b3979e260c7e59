// CPU time of a page's lettering and repairs, on the stories that are hardest to letter: every page, made by the real phases with the
// offline models, is lettered and repaired once more alone.
import { readFileSync } from "node:fs";
import { letterWithin } from "../lib/drawing/quality/letter-within.ts";
import { repairPage } from "../lib/drawing/quality/repair-page.ts";
import { type Artwork, ArtworkSchema } from "../lib/manga/artwork.ts";
import { type LetteringPage, LetteringPageSchema } from "../lib/manga/lettering.ts";
import { PlotSchema } from "../lib/manga/plot.ts";
import { letteringSeed } from "../lib/manga/seed.ts";
import { ownHalf, ownMarksOf } from "../lib/manga/spread.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../lib/manga/storyboard.ts";
import { pageId } from "../lib/pipeline/step-id.ts";
import { sampleBook } from "../lib/sample-book.ts";
import { atMost, type Bench, percentilesOf, type Row } from "./row.ts";

/** Maximum CPU seconds of a page. */
const MOST_SECONDS = 2;

const STORIES = [
  { name: "utadokei", title: "うた時計" },
  { name: "one-page", title: "灯台の手紙", pages: 1 },
] as const;

export const lettering: Bench = {
  name: "lettering",
  minutes: 0.5,
  async run({ tell }) {
    const rows: Row[] = [];
    for (const { name, ...wished } of STORIES) {
      tell(`every page of ${name}`);
      const seconds = await secondsOfPages(name, wished);
      rows.push({
        figure: `CPU time of lettering and repairing a page, ${name}`,
        ...{
          who: "mekuri",
          unit: "s",
          clock: "real",
          ...percentilesOf(seconds),
          limits: [atMost(MOST_SECONDS)],
        },
        note: "of this process, garbage collection included; the first page loads the fonts",
      });
    }
    return rows;
  },
};

async function secondsOfPages(name: string, wished: { title: string; pages?: number }): Promise<number[]> {
  const story = readFileSync(new URL(`../examples/hard/${name}.txt`, import.meta.url), "utf8");
  const book = sampleBook(undefined, { isFullSize: true });
  await book.start(story, { ...wished, language: "ja", direction: "rtl", seed: 0 });
  const plot = PlotSchema.parse(await book.output("plot"));
  const seconds: number[] = [];
  for (const { number } of plot.pages) {
    const id = pageId(number);
    const board = StoryboardPageSchema.parse(await book.output(`storyboard/${id}`));
    const lettered = LetteringPageSchema.parse(await book.output(`lettering/${id}`));
    const art = new Map<string, Artwork>();
    for (const panel of board.panels) {
      art.set(panel.id, ArtworkSchema.parse(await book.output(`artwork/${id}/${panel.id}`)));
    }
    seconds.push(await secondsOf(board, lettered, art));
  }
  return seconds;
}

async function secondsOf(
  { number, panels }: StoryboardPage,
  { texts }: LetteringPage,
  art: ReadonlyMap<string, Artwork>,
): Promise<number> {
  const page = { number, language: "ja", direction: "rtl", seed: letteringSeed(0, number) } as const;
  const halves = panels.map(ownHalf);
  const marks = ownMarksOf(panels, art);
  const before = process.cpuUsage();
  const { texts: own } = await letterWithin(halves, marks, page);
  await repairPage({ panels: halves, art: marks, texts: own, page });
  const { user, system } = process.cpuUsage(before);
  if (own.length !== texts.length)
    throw new Error(`page ${number} was lettered differently than in its book`);
  return (user + system) / 1e6;
}
