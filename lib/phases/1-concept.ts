// Phase 1, concept: what the story is, who appears in it, and how many pages it wants.
// Needs the story alone. Gives the genre, the mood and the people that every later phase names.
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { read } from "./parts.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const concept = definePhase<MangaTools>({
  name: "concept",
  steps: {
    book: defineStep({
      output: ConceptSchema,
      // Style concerns pictures only, so a change of it does not invalidate designs or plot.
      // A page is staged with the people: what the book is about, and in how many pages, is the plot's to heed.
      parts: ({ style, ...story }: Concept) => ({
        style,
        story,
        people: {
          language: story.language,
          people: story.people.map(({ notes: _notes, aliases: _aliases, ...person }) => person),
        },
      }),
      shape: (output: Concept) => ({ characters: output.people.map((person) => person.id) }),
      async run(_step, context: MangaContext) {
        const story = await loadStory(context);
        const brief = briefOf(context);
        const { style, ...concept } = await read(context, "concept", { story, brief });
        // A model's words must not pass for the user's.
        const { artDirection: _invented, ...own } = style;
        const { artDirection } = brief;
        return { ...concept, style: { ...own, ...(artDirection !== undefined && { artDirection }) } };
      },
    }),
  },
});
