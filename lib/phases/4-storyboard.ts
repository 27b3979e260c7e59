// Phase 4, storyboard (ネーム): one page's beats become its panels.
// Needs the plot and the cast's designs. Gives the panels, each a picture part and a words part, with frames that code decides,
// and a rough preview.
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { PlotSchema } from "../manga/plot.ts";
import { deriveSeed } from "../manga/seed.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const storyboard = definePhase<MangaTools>({
  name: "storyboard",
  steps: {
    page: defineStep({
      output: StoryboardPageSchema,
      parts: partsOf,
      shape: (output: StoryboardPage) => ({
        panels: output.panels.map(({ id, picture }) => ({
          id,
          characters: [...new Set(picture.figures.map((figure) => figure.character))],
        })),
      }),
      async run(
        step: { phase: "storyboard" | "lettering"; of: "page"; page: number },
        context: MangaContext,
      ) {
        const { params, tools, signal } = context;
        const [writer, drafter] = await Promise.all([tools.writer(params.models.writer), tools.drafter()]);
        const [story, concept, cast, plot] = await Promise.all([
          loadStory(context),
          context.output({ phase: "concept", of: "book" }, ConceptSchema),
          context.output({ phase: "characters", of: "book" }, CastSchema),
          context.output({ phase: "plot", of: "book" }, PlotSchema),
        ]);
        const { output: draft } = await context.call(() =>
          writer.write(
            "storyboard",
            { story, brief: briefOf(context), concept, cast, plot, page: step.page },
            signal,
          ),
        );
        const page = {
          number: step.page,
          language: params.language,
          direction: params.direction,
          seed: deriveSeed(params.seed, "layout", step.page),
        };
        const frames = drafter.layout(draft.panels, page);
        const panels = draft.panels.map((panel, index): Panel => {
          const frame = frames[index];
          if (frame === undefined)
            throw new Error(`layout gave no frame for ${panel.id} of page ${step.page}`);
          return { ...panel, frame };
        });
        const preview = await drafter.preview(panels, page);
        return {
          number: step.page,
          last: step.page === plot.pages.length,
          panels,
          preview: await context.putBlob(preview.bytes, preview.contentType),
        };
      },
    }),
  },
});

/** A changed word touches only the words part; a changed frame touches both. */
function partsOf({ number, last, panels }: StoryboardPage): Record<string, unknown> {
  const parts: Record<string, unknown> = { page: { number, last } };
  for (const { id, picture, words, frame } of panels) {
    parts[`${id}.picture`] = { picture, frame };
    parts[`${id}.words`] = { words, frame };
  }
  return parts;
}
