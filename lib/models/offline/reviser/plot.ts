// Wishes about the plot: its length and order, its scenes and places, its tone.
import type { Concept } from "../../../manga/concept.ts";
import type { Direction } from "../../../manga/language.ts";
import type { Place } from "../../../manga/place.ts";
import type { Plot, PlotPage } from "../../../manga/plot.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { inWantedPlace, inWantedStaging, type WantedStaging } from "../../../manga/wanted-staging.ts";
import { canonicalJson } from "../../../pipeline/canonical-json.ts";
import type { Answer, BookView } from "../../../pipeline/reviser.ts";
import {
  boardsOf,
  changeConcept,
  conceptOf,
  keepCast,
  keepPages,
  PLOT,
  plotOf,
  targetOf,
  type WishRequest,
} from "./book-parts.ts";
import type { Intent } from "./intent.ts";
import { changePanels, onPicture, resized } from "./page-changes.ts";
import { refuse } from "./refusals.ts";

type Of<Kind extends Intent["kind"]> = Intent & { kind: Kind };

export async function lengthenBy(direction: 1 | -1, { wish, book }: WishRequest): Promise<Answer> {
  const { pages } = await conceptOf(book);
  const by = Math.max(1, Math.round(pages * 0.6 * wish.intensity));
  return changeLength(Math.max(1, Math.min(100, pages + direction * by)), book);
}

export async function changeLength(pages: number, book: BookView): Promise<Answer> {
  const concept = await conceptOf(book);
  if (pages < 1 || pages > 100 || concept.pages === pages) return refuse("nothing-to-change", book);
  const results = [changeConcept((one) => ({ ...one, pages })), ...keepCast(book)];
  return { kind: "change", params: { pages }, results };
}

export function changeDirection(direction: Direction, book: BookView): Answer {
  if (direction === book.params.direction) return refuse("nothing-to-change", book);
  return { kind: "change", params: { direction } };
}

/** The plot changed, where the change makes another one of it. */
async function replot(book: BookView, change: (plot: Plot) => Plot | undefined): Promise<Answer> {
  const plot = await plotOf(book);
  const changed = plot && change(plot);
  if (changed === undefined || canonicalJson(changed) === canonicalJson(plot))
    return refuse("nothing-to-change", book);
  return { kind: "change", results: [{ ref: PLOT, change: () => changed }] };
}

export const swapPages = ({ a, b }: Of<"swap">, book: BookView): Promise<Answer> =>
  replot(book, (plot) => withPagesSwapped(plot, a, b));

export async function removeScene(
  { number, said }: Of<"remove-scene">,
  request: WishRequest,
): Promise<Answer> {
  const { book } = request;
  const { page } = targetOf(request);
  const plot = await plotOf(book);
  const scene = plot && sceneFor(plot, { number, said, page });
  if (plot !== undefined && scene === undefined)
    return refuse(number === undefined && page === undefined ? "which" : "nothing-to-change", book);
  const left = plot && withoutScene(plot, scene ?? "");
  if (left?.pages.length === 0) return refuse("not-supported", book);
  return replot(book, () => left);
}

/** `emphasizeClimax` for a plot without storyboard pages: changes the weights of the climax's page. */
export const emphasizeBeat = (steps: number, book: BookView): Promise<Answer> =>
  replot(book, (plot) => {
    const peak = peakOf(plot.pages.flatMap((page) => page.beats));
    const pages = plot.pages.map((page) => {
      if (peak === undefined || !page.beats.includes(peak)) return page;
      const weights = resized(page.beats, peak.id, steps);
      return {
        ...page,
        beats: page.beats.map((beat, index) => ({ ...beat, weight: weights[index] ?? beat.weight })),
      };
    });
    return { ...plot, pages };
  });

/** The heaviest item; of equal ones the later, because stories rise. */
export function peakOf<T extends { weight: number }>(all: readonly T[]): T | undefined {
  const most = Math.max(...all.map(({ weight }) => weight));
  return all.findLast(({ weight }) => weight === most);
}

/** Changes the tone, given directly or by a genre or theme. */
export function changeTone(
  intent: Of<"mood"> | Of<"genre" | "theme">,
  { book, wish }: WishRequest,
): Promise<Answer> {
  const mood = intent.kind === "mood" ? intent.mood : intent.tone.mood;
  const name = intent.kind === "mood" ? "" : intent.tone.name[book.params.language];
  const genre = intent.kind === "genre" ? { genre: name } : {};
  const theme = intent.kind === "theme" ? { themes: [name] } : {};
  return restageBook(book, {
    params: genre,
    concept: { ...genre, ...theme, mood },
    wanted: { mood: { is: mood, strength: wish.intensity } },
  });
}

interface BookRestaging {
  params?: { genre?: string };
  concept?: Partial<Concept>;
  wanted: WantedStaging;
}

/** Changes every scene of the book; before there is a plot, the concept says how it should be staged. */
export async function restageBook(
  book: BookView,
  { params = {}, concept, wanted }: BookRestaging,
): Promise<Answer> {
  const known = await conceptOf(book);
  const plot = await plotOf(book);
  // A later plot should not fall back to the previous wish.
  const isKept = plot === undefined || known.wanted !== undefined;
  const conceive = (one: Concept): Concept => ({
    ...{ ...one, ...concept },
    ...(isKept && { wanted: { ...one.wanted, ...wanted } }),
  });
  const isConceived = canonicalJson(conceive(known)) !== canonicalJson(known);
  const conceived = isConceived ? [changeConcept(conceive), ...keepCast(book)] : [];
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

/** The plot without a scene; its units are left out, and pages that it filled alone are gone. */
export function withoutScene(plot: Plot, scene: string): Plot {
  const isGone = (beat: PlotPage["beats"][number]) => beat.scene === scene;
  const kept = plot.pages
    .map((page) => ({ ...page, beats: page.beats.filter((beat) => !isGone(beat)) }))
    .filter(({ beats }) => beats.length > 0);
  const gone = plot.pages.flatMap(({ beats }) => beats.filter(isGone).flatMap(({ units }) => units));
  const told = new Set(kept.flatMap(({ beats }) => beats.flatMap(({ units }) => units)));
  const scenes = plot.scenes.filter(({ id }) => id !== scene);
  return {
    places: plot.places.filter(({ id }) => scenes.some(({ place }) => place === id)),
    scenes,
    pages: kept.map(({ spreadShare, ...page }, index) => {
      // A spread needs both its pages, and the side that they stood on.
      const spread = page.spread && page.number === index + 1 && kept.length === plot.pages.length;
      return { ...page, number: index + 1, spread, ...(spread && { spreadShare }) };
    }),
    leftOut: [...new Set([...plot.leftOut, ...gone.filter((unit) => !told.has(unit))])].toSorted(),
  };
}

/** `corridor of the space station` is called the corridor. */
const bareName = (name: string): string => name.replace(/ of the (?:space|star|moon).*$|^宇宙[^の]*の/u, "");

/** The scene that is meant: by its number in the story, by its place's name, or by the page that it begins on. */
export function sceneFor(
  { places, scenes, pages }: Plot,
  { number, said, page }: { number: number | undefined; said: string; page: number | undefined },
): string | undefined {
  if (number !== undefined) return scenes[number - 1]?.id;
  const nameOf = (id: string) => bareName(places.find((place) => place.id === id)?.name ?? "");
  const named = scenes.find(({ place }) => nameOf(place) !== "" && said.includes(nameOf(place)));
  return named?.id ?? pages.find((one) => one.number === page)?.beats[0]?.scene;
}

/** Two pages with each other's beats; undefined when there is no such pair. */
function withPagesSwapped(plot: Plot, a: number, b: number): Plot | undefined {
  const [first, second] = [a, b].map((number) => plot.pages.find((page) => page.number === number));
  if (first === undefined || second === undefined || first.spread || second.spread) return undefined;
  const pages = plot.pages.map((page) => {
    const from = page === first ? second : page === second ? first : page;
    return { ...page, beats: from.beats };
  });
  return { ...plot, pages };
}

/** The place of that kind and name: the one that there is, else a new one with the next free id. */
export function placeLike(places: readonly Place[], { kind, name }: Pick<Place, "kind" | "name">): Place {
  const known = places.find((one) => one.kind === kind && one.name === name);
  if (known !== undefined) return known;
  const number = Math.max(0, ...places.map(({ id }) => Number(id.slice(1)))) + 1;
  const look = deriveSeed(places[0]?.look ?? 0, "place", kind, name);
  return { id: `l${number}`, kind, name, landmarks: [], look };
}
