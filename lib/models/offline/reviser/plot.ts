// Applies wishes about the plot: its length and order, its scenes and places, its tone.
import type { Concept } from "../../../manga/concept.ts";
import type { Place } from "../../../manga/place.ts";
import type { Plot, PlotPage } from "../../../manga/plot.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { inWantedPlace, inWantedStaging, type WantedStaging } from "../../../manga/wanted-staging.ts";
import { canonicalJson } from "../../../pipeline/canonical-json.ts";
import type { BookView } from "../../../pipeline/reviser.ts";
import {
  boardsOf,
  changeConcept,
  changePanels,
  conceptOf,
  keepCast,
  keepPages,
  nextId,
  type Outcome,
  onPicture,
  PLOT,
  plotOf,
  type WishRequest,
} from "./book-parts.ts";
import type { IntentOf } from "./intent.ts";

export async function lengthenBy(direction: 1 | -1, { wish, book }: WishRequest): Promise<Outcome> {
  const { pages } = await conceptOf(book);
  const by = Math.max(1, Math.round(pages * 0.6 * wish.intensity));
  return changeLength(Math.max(1, Math.min(100, pages + direction * by)), book);
}

export async function changeLength(pages: number, book: BookView): Promise<Outcome> {
  const concept = await conceptOf(book);
  if (pages < 1 || pages > 100 || concept.pages === pages) return "nothing-to-change";
  const results = [changeConcept((one) => ({ ...one, pages })), ...keepCast(book)];
  return { kind: "change", params: { pages }, results };
}

/** Changes the plot. The outcome is `nothing-to-change` if the change has no effect. */
export async function replot(book: BookView, change: (plot: Plot) => Plot): Promise<Outcome> {
  const plot = await plotOf(book);
  const changed = plot && change(plot);
  if (changed === undefined || canonicalJson(changed) === canonicalJson(plot)) return "nothing-to-change";
  return { kind: "change", results: [{ ref: PLOT, change: () => changed }] };
}

/** Exchanges the beats of two pages, if the plot has both. */
export const swapPages = ({ a, b }: IntentOf<"swap">, book: BookView): Promise<Outcome> =>
  replot(book, (plot) => {
    const [first, second] = [a, b].map((number) => plot.pages.find((page) => page.number === number));
    if (first === undefined || second === undefined || first.spread || second.spread) return plot;
    const pages = plot.pages.map((page) => {
      const from = page === first ? second : page === second ? first : page;
      return { ...page, beats: from.beats };
    });
    return { ...plot, pages };
  });

export async function removeScene(
  { number, said }: IntentOf<"remove-scene">,
  { book, page }: WishRequest,
): Promise<Outcome> {
  const plot = await plotOf(book);
  if (plot === undefined) return "nothing-to-change";
  const scene = sceneFor(plot, { number, said, page });
  if (scene === undefined) return number === undefined && page === undefined ? "which" : "nothing-to-change";
  const left = withoutScene(plot, scene);
  return left.pages.length === 0 ? "not-supported" : replot(book, () => left);
}

/** Changes the tone, given directly or by a genre or theme. */
export function changeTone(
  intent: IntentOf<"mood" | "genre" | "theme">,
  { book, wish }: WishRequest,
): Promise<Outcome> {
  const mood = intent.kind === "mood" ? intent.mood : intent.tone.mood;
  const name = intent.kind === "mood" ? "" : intent.tone.name[book.params.language];
  const genre = intent.kind === "genre" ? { genre: name } : {};
  const theme = intent.kind === "theme" ? { themes: [name] } : {};
  const wanted = { mood: { is: mood, strength: wish.intensity } };
  return restageBook(book, wanted, { ...genre, ...theme, mood });
}

/** Changes every scene of the book and the given fields of its concept. Before there is a plot, the concept keeps the staging for it. */
export async function restageBook(
  book: BookView,
  wanted: WantedStaging,
  told: Partial<Concept> = {},
): Promise<Outcome> {
  const params = told.genre === undefined ? {} : { genre: told.genre };
  const known = await conceptOf(book);
  const plot = await plotOf(book);
  // A later plot should not fall back to the previous wish.
  const isKept = plot === undefined || known.wanted !== undefined;
  const conceive = (one: Concept): Concept => ({
    ...{ ...one, ...told },
    ...(isKept && { wanted: { ...one.wanted, ...wanted } }),
  });
  const isConceived = canonicalJson(conceive(known)) !== canonicalJson(known);
  const conceived = isConceived ? [changeConcept(conceive), ...keepCast(book)] : [];
  if (plot === undefined)
    return isConceived ? { kind: "change", params, results: conceived } : "nothing-to-change";
  const staged = {
    ...plot,
    places: plot.places.map((place) => inWantedPlace(place, wanted)),
    scenes: plot.scenes.map((scene) => inWantedStaging(scene, wanted)),
  };
  const boards = changePanels(await boardsOf(book), undefined, (panel) =>
    onPicture(panel, (picture) => inWantedStaging(picture, wanted)),
  );
  if (boards.length === 0 && canonicalJson(staged) === canonicalJson(plot)) return "nothing-to-change";
  // Pages without a changed panel are kept.
  const results = [...conceived, { ref: PLOT, change: () => staged }, ...keepPages(book, boards)];
  return { kind: "change", params, results };
}

/** The plot without a scene. Its units are left out, and pages that it filled alone are removed. */
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
      // A spread needs both of its pages, on the same sides as before.
      const spread = page.spread && page.number === index + 1 && kept.length === plot.pages.length;
      return { ...page, number: index + 1, spread, ...(spread && { spreadShare }) };
    }),
    leftOut: [...new Set([...plot.leftOut, ...gone.filter((unit) => !told.has(unit))])].toSorted(),
  };
}

/** The name without its context: `corridor of the space station` is the corridor. */
const bareName = (name: string): string => name.replace(/ of the (?:space|star|moon).*$|^宇宙[^の]*の/u, "");

/** The scene that the wish means: by its number in the story, by the name of its place, or by the page on which it starts. */
export function sceneFor(
  { places, scenes, pages }: Plot,
  { number, said, page }: { number: number | undefined; said: string; page: number | undefined },
): string | undefined {
  if (number !== undefined) return scenes[number - 1]?.id;
  const nameOf = (id: string) => bareName(places.find((place) => place.id === id)?.name ?? "");
  const named = scenes.find(({ place }) => nameOf(place) !== "" && said.includes(nameOf(place)));
  return named?.id ?? pages.find((one) => one.number === page)?.beats[0]?.scene;
}

/** The place of this kind and name: an existing one, otherwise a new one with the next free id. */
export function placeLike(places: readonly Place[], { kind, name }: Pick<Place, "kind" | "name">): Place {
  const known = places.find((one) => one.kind === kind && one.name === name);
  if (known !== undefined) return known;
  const look = deriveSeed(places[0]?.look ?? 0, "place", kind, name);
  return { id: nextId("l", places), kind, name, landmarks: [], look };
}
