// Finds the makers of a book and of each picture in the steps' records: for `book.json`, and for the files of single pages.
import type { Book, BookSheet, DrawnBy } from "../manga/book.ts";
import type { MadeBy, ModelIds, Part } from "../manga/model-ids.ts";
import { panelId } from "../manga/panel-id.ts";
import { type Provenance, sharesOf } from "../manga/provenance.ts";
import type { Frame } from "../manga/storyboard.ts";
import { parseStepId, type StepRef } from "../pipeline/step-id.ts";
import type { MangaContext } from "./tools.ts";

interface BookSteps {
  pages: readonly { number: number; panels: readonly { id: string; frame?: Frame }[] }[];
}

/** A picture of the book by its name in `book.json`, and the step that drew it. */
export interface DrawnStep {
  picture: string;
  step: StepRef;
}

/** The second half of a panel that was cut in two shows the picture of the first. */
export const panelStep = (
  page: number,
  { id, frame }: { id: string; frame?: Pick<Frame, "drawn"> | undefined },
): DrawnStep => ({
  picture: panelId(page, id),
  step: { phase: "artwork", of: "panel", page, panel: frame?.drawn?.of ?? id },
});

/** Pictures grouped by artist and tier, in the order of first occurrence. */
export function picturesByArtist(
  pictures: readonly DrawnStep[],
  { params, makerOf, isFinal }: Pick<MangaContext, "params" | "makerOf" | "isFinal">,
): DrawnBy[] {
  const groups = new Map<string, DrawnBy>();
  for (const { picture, step } of pictures) {
    const artist = makerOf(step) ?? params.models.artist;
    const tier = isFinal(step) ? "final" : params.tier;
    const key = JSON.stringify([artist, tier]);
    const group = groups.get(key) ?? { artist, ...(tier && { tier }), pictures: [] };
    group.pictures.push(picture);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The artist and the tier that the book states: those of its panels where all were drawn as `final` later, else the session's. */
function statedMakers(
  panels: readonly DrawnStep[],
  context: Pick<MangaContext, "params" | "makerOf" | "isFinal">,
): { models: ModelIds; tier: Book["tier"] } {
  const { models, tier } = context.params;
  const [most] = panels.every(({ step }) => context.isFinal(step))
    ? sharesOf(
        picturesByArtist(panels, context),
        panels.map(({ picture }) => picture),
      )
    : [];
  return most === undefined
    ? { models, tier }
    : { models: { ...models, artist: most.artist }, tier: "final" };
}

/** Fields of `book.json` for the artists: one artist and tier, and a list of who drew which picture where they differ. */
export function drawnBook(
  { panels, sheets }: { panels: readonly DrawnStep[]; sheets: readonly BookSheet[] },
  context: Pick<MangaContext, "params" | "makerOf" | "isFinal">,
): Pick<Book, "models" | "tier" | "drawnBy"> {
  const { models, tier } = statedMakers(panels, context);
  const asked = sheets
    .filter(({ own }) => !own)
    .map(({ step }): DrawnStep => ({ picture: step, step: parseStepId(step) }));
  const drawnBy = picturesByArtist([...panels, ...asked], context);
  const isPlain = drawnBy.every((group) => group.artist === models.artist && group.tier === tier);
  return { models, ...(tier && { tier }), ...(!isPlain && { drawnBy }) };
}

/** The provenance of a file that shows these panels. Throws as `StepContext.madeOf` does. */
export async function pictureProvenance(
  panels: readonly DrawnStep[],
  context: Pick<MangaContext, "params" | "makerOf" | "isFinal" | "madeOf" | "given">,
): Promise<Provenance> {
  const { params, given } = context;
  const { language, models, tier } = params;
  const drawn = sharesOf(
    picturesByArtist(panels, context),
    panels.map(({ picture }) => picture),
  );
  // Requests are sealed in the store, so they are read only if the book has uploaded pictures that they could name.
  const made = given.size === 0 ? [] : await Promise.all(panels.map(({ step }) => context.madeOf(step)));
  const after = made.flatMap((one) => one?.references.filter(({ sha256 }) => given.has(sha256)) ?? []);
  return { language, models: { ...models, drawn }, tier, given: [...new Set(after.map(({ step }) => step))] };
}

/**
 * The versions of each part that made the book; undefined where the session's first versions made all of it. `finish` depends on each of
 * these steps.
 */
export function versionsOf(
  { pages }: BookSteps,
  { models, makerOf }: Pick<MangaContext, "makerOf"> & { models: ModelIds },
): MadeBy | undefined {
  const steps: Record<Part, StepRef[]> = {
    reader: [
      { phase: "concept", of: "book" },
      { phase: "characters", of: "book" },
      { phase: "plot", of: "book" },
    ],
    director: pages.map(({ number }) => ({ phase: "storyboard", of: "page", page: number })),
    artist: pages.flatMap(({ number, panels }) => panels.map((panel) => panelStep(number, panel).step)),
  };
  const madeBy: MadeBy = {};
  for (const part of ["reader", "director", "artist"] as const) {
    const begun = models[part];
    const versions = [...new Set(steps[part].map((step) => makerOf(step) ?? begun))];
    if (versions.some((id) => id !== begun)) madeBy[part] = versions;
  }
  return Object.keys(madeBy).length === 0 ? undefined : madeBy;
}
