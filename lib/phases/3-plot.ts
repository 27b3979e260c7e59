// Phase 3, plot: scenes, and every beat of the story put on a page, with page turns and spreads planned by parity.
// Needs the concept. Gives the pages; what found no room is listed, never dropped.
import { ConceptSchema } from "../manga/concept.ts";
import { plotForPage } from "../manga/page-plot.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { pageId } from "../pipeline/step-id.ts";
import { write } from "./asking.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const plot = definePhase<MangaTools>({
  name: "plot",
  steps: {
    book: defineStep({
      output: PlotSchema,
      parts: (output: Plot) =>
        Object.fromEntries(output.pages.map(({ number }) => [pageId(number), plotForPage(output, number)])),
      shape: (output: Plot) => ({ pages: output.pages.length }),
      async run(_step, context: MangaContext) {
        const story = await loadStory(context);
        const concept = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
        return write(context, "plot", { story, brief: briefOf(context), concept });
      },
    }),
  },
});
