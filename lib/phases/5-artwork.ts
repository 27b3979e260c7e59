// Phase 5, artwork. Draws one panel's picture without letters, or a reference picture: the style plate, or a place without characters.
// Input of a panel: its storyboard panel, its place, and the designs and sheets of its characters. Output: the picture with its faces and
// key areas.
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import { CastSchema, type Character } from "../manga/cast.ts";
import { pictureSize } from "../manga/drawn-frame.ts";
import { PAPER } from "../manga/geometry.ts";
import { placeToDraw } from "../manga/guesses.ts";
import type { Place } from "../manga/place.ts";
import { PlotSchema } from "../manga/plot.ts";
import { deriveSeed } from "../manga/seed.ts";
import { type Panel, type Picture, StoryboardPageSchema } from "../manga/storyboard.ts";
import type { EditRequest, PanelRequest } from "../models/artist.ts";
import { TerminalError } from "../pipeline/errors.ts";
import { definePhase, defineStep, type StepPictureEdit } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { drawArtwork, drawToChoose, ownArtwork } from "./artwork-of.ts";
import { artistOf } from "./parts.ts";
import { appearing, loadReferences } from "./references.ts";
import { roughOf } from "./rough.ts";
import { styleOf } from "./style-of.ts";
import { type MangaContext, type MangaTools, takeLabel } from "./tools.ts";

type PanelStep = Extract<StepRef, { of: "panel" }>;
type PlaceStep = Extract<StepRef, { of: "place" }>;

/** Sizes in units: 80 × 60 mm. */
const SHEET = { width: 800, height: 600 } as const;

/** Share of the page from which a panel is drawn with more pixels. */
const LARGE = 1 / 3;

export const artwork = definePhase<MangaTools>({
  name: "artwork",
  steps: {
    plate: defineStep({
      output: ArtworkSchema,
      async run(_step: Extract<StepRef, { of: "plate" }>, context: MangaContext) {
        if (context.ownPicture !== undefined) return ownArtwork(context.ownPicture, SHEET);
        const seed = deriveSeed(context.params.seed, "plate", ...takeLabel(context));
        const request = { kind: "plate", ...(await styleOf(context)), ...SHEET, seed } as const;
        return drawArtwork(context, request, "the style plate");
      },
    }),
    place: defineStep({
      output: ArtworkSchema,
      async run(step: PlaceStep, context: MangaContext) {
        if (context.ownPicture !== undefined) return ownArtwork(context.ownPicture, SHEET);
        const [place, style, artist] = await Promise.all([
          loadPlace(step.place, context),
          styleOf(context),
          artistOf(context),
        ]);
        const seed = deriveSeed(context.params.seed, "place", step.place, ...takeLabel(context));
        const references = await loadReferences(context, artist);
        const request = { kind: "place", place, references, ...style, ...SHEET, seed } as const;
        return drawArtwork(context, request, `the place ${step.place}`);
      },
    }),
    panel: defineStep({
      output: ArtworkSchema,
      async run(step: PanelStep, context: MangaContext) {
        const { params } = context;
        const { picture, frame, page } = await loadPanel(step, context);
        const [place, cast, style, artist] = await Promise.all([
          loadPlace(picture.place, context),
          loadCast(new Set(appearing(picture)), context),
          styleOf(context),
          artistOf(context),
        ]);
        const { width, height } = pictureSize(frame);
        const isLarge =
          width * height > LARGE * PAPER.width * PAPER.height || params.formats.includes("print-pdf");
        const told = {
          kind: "panel" as const,
          picture,
          place: placeToDraw(place, picture),
          ...{ cast, width, height },
          ...style,
          ...(params.sheets && isLarge && { large: true as const }),
          seed: deriveSeed(params.seed, "panel", page, step.panel, ...takeLabel(context)),
        };
        const references = await loadReferences(context, artist, {
          people: sheetsOf(picture, context),
          ...{ own: step, draft: step },
          ...(context.edit === undefined && {
            rough: () => roughOf(context, step, { ...told, references: [] }),
          }),
        });
        const request: PanelRequest = { ...told, references };
        const label = `page ${step.page}, panel ${step.panel}`;
        if (context.edit !== undefined) return drawEdited(context, request, { ...context.edit, label });
        const prompt = await context.ownPrompt();
        const asked = { ...request, ...(prompt !== undefined && { prompt }) };
        if (context.choice === undefined) return drawArtwork(context, asked, label);
        const { count, pick } = context.choice;
        return drawToChoose(context, seeded(asked, "take", count), { pick, label });
      },
    }),
  },
});

/** Draws as many pictures as the edit asks for, each with its own seed, and returns the chosen one. */
async function drawEdited(
  context: MangaContext,
  panel: PanelRequest,
  { label, ...edit }: StepPictureEdit & { label: string },
): Promise<Artwork> {
  const [{ instruction, region }, bytes] = await Promise.all([edit.read(), context.getBlob(edit.picture)]);
  const { style, colorMode, width, height, references } = panel;
  const request: EditRequest = {
    ...{ kind: "edit", style, width, height, instruction, panel, references },
    ...(colorMode && { colorMode }),
    ...(panel.draft && { draft: panel.draft }),
    picture: { bytes, contentType: edit.contentType },
    ...(region && { region }),
    seed: panel.seed,
  };
  const requests = seeded(request, "edit", edit.count);
  const [only, ...others] = requests;
  if (only !== undefined && others.length === 0) return drawArtwork(context, only, label);
  return drawToChoose(context, requests, { pick: edit.pick, label });
}

/** The request with so many seeds of its own. */
function seeded<Request extends PanelRequest | EditRequest>(
  request: Request,
  kind: "edit" | "take",
  count: number,
): Request[] {
  return Array.from({ length: count }, (_, index) => ({
    ...request,
    seed: deriveSeed(request.seed, kind, String(index + 1)),
  }));
}

/** The sheet steps of the characters in the panel, in their outfits here, by importance. */
function sheetsOf(picture: Picture, { params }: MangaContext): StepRef[] {
  return appearing(picture).map((character): StepRef => {
    const outfit = picture.figures.find((figure) => figure.character === character)?.outfit;
    return params.sheets && outfit !== undefined
      ? { phase: "characters", of: "outfit", character, outfit }
      : { phase: "characters", of: "character", character };
  });
}

/** `page`: the page's first number, with which its pictures vary. */
async function loadPanel(step: PanelStep, context: MangaContext): Promise<Panel & { page: number }> {
  const page = await context.output(
    { phase: "storyboard", of: "page", page: step.page },
    StoryboardPageSchema,
  );
  const panel = page.panels.find(({ id }) => id === step.panel);
  if (panel === undefined) throw new Error(`page ${step.page} has no panel ${step.panel}`);
  return { ...panel, page: page.origin ?? page.number };
}

async function loadPlace(id: string, context: MangaContext): Promise<Place> {
  const { places } = await context.output({ phase: "plot", of: "book" }, PlotSchema);
  const place = places.find((one) => one.id === id);
  if (place === undefined) throw new TerminalError("place-unknown", `The plot has no place ${id}.`);
  return place;
}

/** The designs of the characters in the picture. A picture without people depends on no design. */
async function loadCast(appearing: ReadonlySet<string>, context: MangaContext): Promise<Character[]> {
  if (appearing.size === 0) return [];
  const cast = await context.output({ phase: "characters", of: "book" }, CastSchema);
  return cast.characters.filter(({ id }) => appearing.has(id));
}
