// Phase 3, plot: scenes, and every beat of the story put on a page, with page turns and spreads planned by parity.
// Needs the concept. Gives the pages; what found no room is listed, never dropped.
import { ConceptSchema } from "../manga/concept.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const plot = definePhase<MangaTools>({
  name: "plot",
  steps: {
    book: defineStep({
      output: PlotSchema,
      shape: (output: Plot) => ({ pages: output.pages.length }),
      async run(_step, context: MangaContext) {
        const writer = await context.tools.writer(context.params.models.writer);
        const story = await loadStory(context);
        const concept = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
        const { output } = await context.call(() =>
          writer.write("plot", { story, brief: briefOf(context), concept }, context.signal),
        );
        return output;
      },
    }),
  },
});
