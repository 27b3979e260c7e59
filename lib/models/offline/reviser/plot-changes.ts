// Changes of a plot: a scene less, two pages exchanged, a place more.
import type { Place } from "../../../manga/place.ts";
import type { Plot, PlotPage } from "../../../manga/plot.ts";
import { deriveSeed } from "../../../manga/seed.ts";

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
  if (named !== undefined) return named.id;
  return pages.find((one) => one.number === page)?.beats[0]?.scene;
}

/** Two pages with each other's beats; undefined when there is no such pair. */
export function withPagesSwapped(plot: Plot, a: number, b: number): Plot | undefined {
  const [first, second] = [a, b].map((number) => plot.pages.find((page) => page.number === number));
  if (first === undefined || second === undefined || first === second) return undefined;
  if (first.spread || second.spread) return undefined;
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
