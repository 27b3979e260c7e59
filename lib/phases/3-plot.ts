// Phase 3, plot. Input: the concept. Output: scenes, and all beats of the story on pages, with page turns and spreads planned by parity;
// and the units for which there is no room.
import { ConceptSchema } from "../manga/concept.ts";
import { asTold, mergedIn, withPeopleReplaced } from "../manga/merge-people.ts";
import { plotForPage } from "../manga/page-plot.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import { rebalancePages } from "../manga/rebalance-pages.ts";
import { spreadHalfOf, withSpreads } from "../manga/spread.ts";
import { inWantedPlace, inWantedStaging } from "../manga/wanted-staging.ts";
import { plotWithGiven } from "../manga/with-given.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { pageId } from "../pipeline/step-id.ts";
import { placePart } from "../pipeline/step-kinds.ts";
import { read } from "./parts.ts";
import { briefOf, loadReading, type MangaContext, type MangaTools } from "./tools.ts";

/** Places with more than one beat, in story order. They get a sheet, because several pictures must show the same place. */
function repeatedPlaces(pages: Plot["pages"], scenes: Plot["scenes"]): string[] {
  const placeOf = new Map(scenes.map(({ id, place }) => [id, place]));
  const seen = pages.flatMap(({ beats }) => beats.flatMap(({ scene }) => placeOf.get(scene) ?? []));
  return [...new Set(seen.filter((place, at) => seen.indexOf(place) < at))];
}

export const plot = definePhase<MangaTools>({
  name: "plot",
  steps: {
    book: defineStep({
      output: PlotSchema,
      parts: (output: Plot) => ({
        ...Object.fromEntries(
          output.pages.map(({ number }) => [pageId(number), plotForPage(output, number)]),
        ),
        [placePart(undefined)]: output.places.filter(({ id }) =>
          output.scenes.some(({ place }) => place === id),
        ),
        ...Object.fromEntries(output.places.map((place) => [placePart(place.id), place])),
      }),
      shape: ({ pages, scenes }: Plot) => ({
        pages: pages.length,
        places: repeatedPlaces(pages, scenes),
        spreads: pages.flatMap((page) => (spreadHalfOf(page)?.half === "first" ? page.number : [])),
        order: pages.some(({ origin }) => origin !== undefined)
          ? pages.map(({ origin, number }) => origin ?? number)
          : undefined,
      }),
      async run(_step, context: MangaContext) {
        const { story, given } = await loadReading(context);
        const concept = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
        const told = await read(context, "plot", {
          story,
          brief: briefOf(context),
          concept: asTold(concept),
          ...(given && { given }),
        });
        const joined = concept.merged === undefined ? told : withPeopleReplaced(told, mergedIn(concept));
        const written = given === undefined ? joined : plotWithGiven(joined, concept, given);
        const { wanted = {} } = concept;
        return {
          ...written,
          places: written.places.map((place) => inWantedPlace(place, wanted)),
          scenes: written.scenes.map((scene) => inWantedStaging(scene, wanted)),
          pages: withSpreads(rebalancePages(written.pages)),
        };
      },
    }),
  },
});
