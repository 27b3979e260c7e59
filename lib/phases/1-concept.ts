// Phase 1, concept: what the story is, who appears in it, and how many pages it wants.
// Needs the story alone. Gives the genre, the mood and the people that every later phase names.
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const concept = definePhase<MangaTools>({
  name: "concept",
  steps: {
    book: defineStep({
      output: ConceptSchema,
      shape: (output: Concept) => ({ characters: output.people.map((person) => person.id) }),
      async run(_step, context: MangaContext) {
        const writer = await context.tools.writer(context.params.models.writer);
        const story = await loadStory(context);
        const { output } = await context.call(() =>
          writer.write("concept", { story, brief: briefOf(context) }, context.signal),
        );
        return output;
      },
    }),
  },
});
