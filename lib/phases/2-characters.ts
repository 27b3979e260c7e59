// Phase 2, characters: the design of each character as data, then a sheet or portrait of each, and a sheet of each further outfit.
// Input: the concept, and portraits that the user uploaded. Output: the designs that later phases read, one part per character.
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import { renamed } from "../manga/rename.ts";
import { deriveSeed } from "../manga/seed.ts";
import { castWithGiven } from "../manga/with-given.ts";
import type { SheetRequest } from "../models/artist.ts";
import { TerminalError } from "../pipeline/errors.ts";
import type { SessionParams } from "../pipeline/params.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { drawArtwork, ownArtwork } from "./artwork-of.ts";
import { artistOf, read } from "./parts.ts";
import { loadReferences } from "./references.ts";
import { styleOf } from "./style-of.ts";
import { briefOf, loadReading, type MangaContext, type MangaTools, takeLabel } from "./tools.ts";

type OutfitStep = Extract<StepRef, { of: "outfit" }>;

/** A portrait's size in units: 60 × 80 mm. */
const PORTRAIT = { width: 600, height: 800 } as const;
/** A sheet has four views side by side. */
const SHEET = { width: 1_600, height: 900 } as const;

export const characters = definePhase<MangaTools>({
  name: "characters",
  steps: {
    book: defineStep({
      output: CastSchema,
      parts: (cast: Cast) => Object.fromEntries(cast.characters.map((design) => [design.id, design])),
      async run(_step, context: MangaContext) {
        const { story, given } = await loadReading(context);
        const concept = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
        const cast = await read(context, "characters", { story, brief: briefOf(context), concept });
        return withOwnPortraits(
          given === undefined ? cast : castWithGiven(cast, concept),
          concept,
          context.params,
        );
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
        const own = context.ownPicture ?? design.portrait;
        if (own !== undefined) return ownArtwork(own, PORTRAIT);
        const seed = deriveSeed(context.params.seed, "portrait", step.character, ...takeLabel(context));
        const [outfit] = design.outfits;
        if (context.params.sheets && outfit !== undefined)
          return drawSheet(context, { design, outfit, seed });
        const request = { kind: "portrait", design, ...(await styleOf(context)), ...PORTRAIT, seed } as const;
        return drawArtwork(context, request, `the portrait of ${design.name}`);
      },
    }),
    outfit: defineStep({
      output: ArtworkSchema,
      async run(step: OutfitStep, context: MangaContext) {
        const { character } = step;
        const cast = await context.output({ phase: "characters", of: "book" }, CastSchema);
        const design = cast.characters.find(({ id }) => id === character);
        const outfit = design?.outfits.find(({ id }) => id === step.outfit);
        if (design === undefined || outfit === undefined) {
          throw new TerminalError(
            "cast-incomplete",
            `The cast has no outfit ${step.outfit} for ${character}.`,
          );
        }
        if (context.ownPicture !== undefined) return ownArtwork(context.ownPicture, PORTRAIT);
        const seed = deriveSeed(
          context.params.seed,
          "portrait",
          character,
          step.outfit,
          ...takeLabel(context),
        );
        const people: StepRef[] = [{ phase: "characters", of: "character", character }];
        return drawSheet(context, { design, outfit, seed }, people);
      },
    }),
  },
});

/** Draws one picture with four views. `people`: steps whose pictures show the same character, as references. */
async function drawSheet(
  context: MangaContext,
  drawn: Pick<SheetRequest, "design" | "outfit" | "seed">,
  people: readonly StepRef[] = [],
): Promise<Artwork> {
  const [style, artist] = await Promise.all([styleOf(context), artistOf(context)]);
  const references = await loadReferences(context, artist, { people });
  const request = { kind: "sheet", ...drawn, references, ...style, ...SHEET } as const;
  return drawArtwork(context, request, `the sheet of ${drawn.design.name} in ${drawn.outfit.id}`);
}

/** The characters with an uploaded portrait, matched by any of their names. */
function withOwnPortraits(
  cast: Cast,
  { people }: Concept,
  { portraits = [], renames = [] }: Pick<SessionParams, "portraits" | "renames">,
): Cast {
  if (portraits.length === 0) return cast;
  const key = (name: string) => renamed(name, renames).normalize("NFKC").toLowerCase().replace(/^the /u, "");
  const byName = new Map(portraits.map(({ name, blob, contentType }) => [key(name), { blob, contentType }]));
  return {
    characters: cast.characters.map((design) => {
      const person = people.find(({ id }) => id === design.id);
      const names = [design.name, ...(person === undefined ? [] : [person.name, ...person.aliases])];
      const portrait = names.map((name) => byName.get(key(name))).find((one) => one !== undefined);
      return portrait === undefined ? design : { ...design, portrait };
    }),
  };
}
