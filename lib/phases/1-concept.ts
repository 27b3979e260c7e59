// Phase 1, concept. Input: the story. Output: genre, mood, style, number of pages, and the characters, to which all later phases refer.
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import { conceptWithGiven } from "../manga/with-given.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { read } from "./parts.ts";
import { briefOf, loadReading, type MangaContext, type MangaTools } from "./tools.ts";

export const concept = definePhase<MangaTools>({
  name: "concept",
  steps: {
    book: defineStep({
      output: ConceptSchema,
      // Style affects pictures only, so a changed style does not invalidate designs or plot. Storyboards depend on the characters; the
      // story's theme and the number of pages affect only the plot.
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
        const { payer, params, tools } = context;
        if (payer !== undefined) await tools.expectPictures?.(params.models.artist, payer.owner);
        const { story, given } = await loadReading(context);
        const brief = briefOf(context);
        const told = await read(context, "concept", { story, brief, ...(given && { given }) });
        const { style, ...concept } = given === undefined ? told : conceptWithGiven(told, given);
        // Words that a model wrote must not be shown as the user's.
        const { artDirection: _invented, ...own } = style;
        const { artDirection } = brief;
        return { ...concept, style: { ...own, ...(artDirection !== undefined && { artDirection }) } };
      },
    }),
  },
});
