// Which versions of the session's reader, director and artist had a share in a book, for `book.json`.
import type { MadeBy, Part } from "../manga/model-ids.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import type { MangaContext } from "./tools.ts";

interface BookSteps {
  pages: readonly { number: number; panels: readonly { id: string }[] }[];
}

/** Undefined where the versions that the session began with made all of it. `finish` depends on each of these steps. */
export function versionsOf(
  { pages }: BookSteps,
  { params, makerOf }: Pick<MangaContext, "params" | "makerOf">,
): MadeBy | undefined {
  const steps: Record<Part, StepRef[]> = {
    reader: [
      { phase: "concept", of: "book" },
      { phase: "characters", of: "book" },
      { phase: "plot", of: "book" },
    ],
    director: pages.map(({ number }) => ({ phase: "storyboard", of: "page", page: number })),
    artist: pages.flatMap(({ number, panels }) =>
      panels.map(({ id }): StepRef => ({ phase: "artwork", of: "panel", page: number, panel: id })),
    ),
  };
  const madeBy: MadeBy = {};
  for (const part of ["reader", "director", "artist"] as const) {
    const begun = params.models[part];
    const versions = [...new Set(steps[part].map((step) => makerOf(step) ?? begun))];
    if (versions.some((id) => id !== begun)) madeBy[part] = versions;
  }
  return Object.keys(madeBy).length === 0 ? undefined : madeBy;
}
