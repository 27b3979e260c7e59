// Phase 2, characters: everybody's design as data, then a reference portrait of each.
// Needs the concept. Gives the designs that staging and pictures read, one part a person.
import { ArtworkSchema } from "../manga/artwork.ts";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { deriveSeed } from "../manga/seed.ts";
import { TerminalError } from "../pipeline/errors.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { drawArtwork } from "./artwork-of.ts";
import { write } from "./asking.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools, takeLabel } from "./tools.ts";

/** A portrait's size in units: 60 × 80 mm. */
const PORTRAIT = { width: 600, height: 800 } as const;

export const characters = definePhase<MangaTools>({
  name: "characters",
  steps: {
    book: defineStep({
      output: CastSchema,
      parts: (cast: Cast) => Object.fromEntries(cast.characters.map((design) => [design.id, design])),
      async run(_step, context: MangaContext) {
        const story = await loadStory(context);
        const concept = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
        return write(context, "characters", { story, brief: briefOf(context), concept });
      },
    }),
    character: defineStep({
      output: ArtworkSchema,
      async run(step: { phase: "characters"; of: "character"; character: string }, context: MangaContext) {
        const cast = await context.output({ phase: "characters", of: "book" }, CastSchema);
        const design = cast.characters.find(({ id }) => id === step.character);
        if (design === undefined) {
          throw new TerminalError("cast-incomplete", `The cast has no design for ${step.character}.`);
        }
        return drawArtwork(context, {
          kind: "portrait",
          design,
          style: context.params.style,
          ...(context.params.colorMode && { colorMode: context.params.colorMode }),
          ...PORTRAIT,
          seed: deriveSeed(context.params.seed, "portrait", step.character, ...takeLabel(context)),
        });
      },
    }),
  },
});
