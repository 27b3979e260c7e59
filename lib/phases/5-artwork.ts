// Phase 5, artwork: one panel's picture, without letters.
// Needs its panel of the storyboard, the place where it is, and the designs and portraits of those who appear in it. Gives the picture with its faces and key areas.
import * as z from "zod";
import { ArtworkSchema, ImageContentSchema } from "../manga/artwork.ts";
import { CastSchema, type Character } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { boundingBox } from "../manga/geometry.ts";
import { placeToDraw } from "../manga/guesses.ts";
import type { Place } from "../manga/place.ts";
import { PlotSchema } from "../manga/plot.ts";
import { deriveSeed } from "../manga/seed.ts";
import { type Panel, StoryboardPageSchema } from "../manga/storyboard.ts";
import type { DrawRequest } from "../models/artist.ts";
import { TerminalError } from "../pipeline/errors.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { drawArtwork } from "./artwork-of.ts";
import { type MangaContext, type MangaTools, takeLabel } from "./tools.ts";

type PanelStep = Extract<StepRef, { of: "panel" }>;

export const artwork = definePhase<MangaTools>({
  name: "artwork",
  steps: {
    panel: defineStep({
      output: ArtworkSchema,
      async run(step: PanelStep, context: MangaContext) {
        const { params } = context;
        const { picture, frame } = await loadPanel(step, context);
        const appearing = new Set(picture.figures.map((figure) => figure.character));
        const [place, cast, portraits, { style }] = await Promise.all([
          loadPlace(picture.place, context),
          loadCast(appearing, context),
          loadPortraits(appearing, context),
          context.output({ phase: "concept", of: "book" }, ConceptSchema),
        ]);
        const { width, height } = boundingBox(frame.corners);
        const request: DrawRequest = {
          kind: "panel",
          picture,
          place: placeToDraw(place, picture),
          cast,
          portraits,
          style,
          ...(params.colorMode && { colorMode: params.colorMode }),
          width,
          height,
          seed: deriveSeed(params.seed, "panel", step.page, step.panel, ...takeLabel(context)),
        };
        return drawArtwork(context, request, `page ${step.page}, panel ${step.panel}`);
      },
    }),
  },
});

async function loadPanel(step: PanelStep, context: MangaContext): Promise<Panel> {
  const page = await context.output(
    { phase: "storyboard", of: "page", page: step.page },
    StoryboardPageSchema,
  );
  const panel = page.panels.find(({ id }) => id === step.panel);
  if (panel === undefined) throw new Error(`page ${step.page} has no panel ${step.panel}`);
  return panel;
}

async function loadPlace(id: string, context: MangaContext): Promise<Place> {
  const { places } = await context.output({ phase: "plot", of: "book" }, PlotSchema);
  const place = places.find((one) => one.id === id);
  if (place === undefined) throw new TerminalError("place-unknown", `The plot has no place ${id}.`);
  return place;
}

/** The designs of those who appear. A picture without people depends on nobody's design. */
async function loadCast(appearing: ReadonlySet<string>, context: MangaContext): Promise<Character[]> {
  if (appearing.size === 0) return [];
  const cast = await context.output({ phase: "characters", of: "book" }, CastSchema);
  return cast.characters.filter(({ id }) => appearing.has(id));
}

/** What of a portrait says whether it is an image, and which: a drawing's thousand strokes are looked at by nobody here. */
const PortraitSchema = z.object({
  content: z.discriminatedUnion("kind", [z.object({ kind: z.literal("drawing") }), ImageContentSchema]),
});
type PortraitContent = z.infer<typeof PortraitSchema>["content"];

/** By the hash of their outputs, so that every panel of a book need not load the same people again. */
const portraits = new Map<string, PortraitContent>();
const PORTRAITS_KEPT = 200;

async function portraitOf(character: string, context: MangaContext): Promise<PortraitContent> {
  const step: StepRef = { phase: "characters", of: "character", character };
  const hash = context.outputHash(step);
  const content = portraits.get(hash) ?? (await context.output(step, PortraitSchema)).content;
  portraits.set(hash, content);
  const [oldest] = portraits.keys();
  if (portraits.size > PORTRAITS_KEPT && oldest !== undefined) portraits.delete(oldest);
  return content;
}

async function loadPortraits(people: ReadonlySet<string>, context: MangaContext) {
  const loaded = await Promise.all(
    [...people].map(async (character) => {
      const content = await portraitOf(character, context);
      // A drawn portrait is looked at by nobody: the designs say it all. An image is what an image model needs.
      if (content.kind !== "image") return [];
      const { blob, contentType } = content;
      return [[character, { bytes: await context.getBlob(blob), contentType }] as const];
    }),
  );
  return new Map(loaded.flat());
}
