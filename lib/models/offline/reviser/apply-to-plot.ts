// Applies wishes about the plot: length, order, scenes and tone.
import { type Concept, ConceptSchema } from "../../../manga/concept.ts";
import type { Direction } from "../../../manga/language.ts";
import { type Plot, PlotSchema } from "../../../manga/plot.ts";
import { inWantedPlace, inWantedStaging, type WantedStaging } from "../../../manga/wanted-staging.ts";
import { canonicalJson } from "../../../pipeline/canonical-json.ts";
import type { Answer, BookView, ResultChange } from "../../../pipeline/reviser.ts";
import {
  boardsOf,
  CONCEPT,
  conceptOf,
  hasResult,
  keepCast,
  keepPages,
  PLOT,
  targetOf,
  type WishRequest,
} from "./book-parts.ts";
import type { Intent } from "./intent.ts";
import { changePanels, onPicture, resized } from "./page-changes.ts";
import { sceneFor, withoutScene, withPagesSwapped } from "./plot-changes.ts";
import { refuse } from "./refusals.ts";

export async function lengthenBy(direction: 1 | -1, { wish, book }: WishRequest): Promise<Answer> {
  const { pages } = await conceptOf(book);
  const by = Math.max(1, Math.round(pages * 0.6 * wish.intensity));
  return changeLength(Math.max(1, Math.min(100, pages + direction * by)), book);
}

export async function changeLength(pages: number, book: BookView): Promise<Answer> {
  const concept = await conceptOf(book);
  if (pages < 1 || pages > 100 || concept.pages === pages) return refuse("nothing-to-change", book);
  const change = (output: unknown) => ({ ...ConceptSchema.parse(output), pages });
  return { kind: "change", params: { pages }, results: [{ ref: CONCEPT, change }, ...keepCast(book)] };
}

export function changeDirection(direction: Direction, book: BookView): Answer {
  if (direction === book.params.direction) return refuse("nothing-to-change", book);
  return { kind: "change", params: { direction } };
}

export async function plotOf(book: BookView): Promise<Plot | undefined> {
  return hasResult(book, PLOT) ? PlotSchema.parse(await book.output(PLOT)) : undefined;
}

const replotted = (plot: Plot): Answer => ({ kind: "change", results: [{ ref: PLOT, change: () => plot }] });

export async function swapPages({ a, b }: { a: number; b: number }, book: BookView): Promise<Answer> {
  const plot = await plotOf(book);
  const swapped = plot && withPagesSwapped(plot, a, b);
  return swapped === undefined ? refuse("nothing-to-change", book) : replotted(swapped);
}

export async function removeScene(
  { number, said }: { number: number | undefined; said: string },
  request: WishRequest,
): Promise<Answer> {
  const { book } = request;
  const { page } = targetOf(request);
  const plot = await plotOf(book);
  if (plot === undefined) return refuse("nothing-to-change", book);
  const scene = sceneFor(plot, { number, said, page });
  if (scene === undefined)
    return refuse(number === undefined && page === undefined ? "which" : "nothing-to-change", book);
  const left = withoutScene(plot, scene);
  if (left.scenes.length === 0 || left.pages.length === 0) return refuse("not-supported", book);
  return replotted(left);
}

/** `emphasizeClimax` for a plot without storyboard pages: changes the weights of the climax's page. */
export async function emphasizeBeat(steps: number, book: BookView): Promise<Answer> {
  const plot = await plotOf(book);
  const beats = plot?.pages.flatMap((page) => page.beats) ?? [];
  const peak = peakOf(beats);
  if (plot === undefined || peak === undefined) return refuse("nothing-to-change", book);
  const pages = plot.pages.map((page) => {
    if (!page.beats.includes(peak)) return page;
    const weights = resized(page.beats, peak.id, steps);
    return {
      ...page,
      beats: page.beats.map((beat, index) => ({ ...beat, weight: weights[index] ?? beat.weight })),
    };
  });
  const isOther = canonicalJson(pages) !== canonicalJson(plot.pages);
  return isOther ? replotted({ ...plot, pages }) : refuse("nothing-to-change", book);
}

/** The heaviest item; of equal ones the later, because stories rise. */
export function peakOf<T extends { weight: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (one.weight >= (best?.weight ?? 0) ? one : best),
    undefined,
  );
}

/** Changes the tone, given directly or by a genre or theme. */
export function changeTone(
  intent: Intent & { kind: "mood" | "genre" | "theme" },
  { book, wish }: WishRequest,
): Promise<Answer> {
  const { language } = book.params;
  const mood = intent.kind === "mood" ? intent.mood : intent.tone.mood;
  const name = intent.kind === "mood" ? "" : intent.tone.name[language];
  const genre = intent.kind === "genre" ? { genre: name } : {};
  const theme = intent.kind === "theme" ? { themes: [name] } : {};
  return restageBook(book, {
    params: genre,
    concept: (concept) => ({ ...concept, ...genre, ...theme, mood }),
    wanted: { mood: { is: mood, strength: wish.intensity } },
  });
}

interface BookRestaging {
  params?: { genre?: string };
  concept?: (concept: Concept) => Concept;
  wanted: WantedStaging;
}

/** Changes every scene of the book; before there is a plot, the concept says how it should be staged. */
export async function restageBook(
  book: BookView,
  { params = {}, concept = (same) => same, wanted }: BookRestaging,
): Promise<Answer> {
  const known = await conceptOf(book);
  const plot = await plotOf(book);
  // A later plot should not fall back to the previous wish.
  const isKept = plot === undefined || known.wanted !== undefined;
  const conceive = (one: Concept): Concept => ({
    ...concept(one),
    ...(isKept && { wanted: { ...one.wanted, ...wanted } }),
  });
  const isConceived = canonicalJson(conceive(known)) !== canonicalJson(known);
  const conceived: ResultChange[] = isConceived
    ? [{ ref: CONCEPT, change: (output) => conceive(ConceptSchema.parse(output)) }, ...keepCast(book)]
    : [];
  if (plot === undefined) {
    return isConceived ? { kind: "change", params, results: conceived } : refuse("nothing-to-change", book);
  }

  const staged = {
    ...plot,
    places: plot.places.map((place) => inWantedPlace(place, wanted)),
    scenes: plot.scenes.map((scene) => inWantedStaging(scene, wanted)),
  };
  const boards = changePanels(await boardsOf(book), undefined, (panel) =>
    onPicture(panel, (picture) => inWantedStaging(picture, wanted)),
  );
  const isStaged = boards.length > 0 || canonicalJson(staged) !== canonicalJson(plot);
  if (!isStaged) return refuse("nothing-to-change", book);
  // Pages without a changed panel are kept.
  const results = [...conceived, { ref: PLOT, change: () => staged }, ...keepPages(book, boards)];
  return { kind: "change", params, results };
}
