// Phase 4, storyboard (ネーム). Input: one page of the plot and the cast's designs. Output: the page's panels, each a picture part and a words
// part, with frames that code computes, and a rough preview.
import { type Cast, CastSchema, outfitIn } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { pictureSize } from "../manga/drawn-frame.ts";
import { plotForPage } from "../manga/page-plot.ts";
import { PlotSchema } from "../manga/plot.ts";
import { crossingPanel, spreadHalfOf } from "../manga/spread.ts";
import {
  type PanelDraft,
  type Picture,
  type StoryboardPage,
  StoryboardPageSchema,
} from "../manga/storyboard.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import { direct } from "./parts.ts";
import { storePreview, withFrames } from "./storyboard-page.ts";
import { briefOf, loadStory, type MangaContext, type MangaTools } from "./tools.ts";

export const storyboard = definePhase<MangaTools>({
  name: "storyboard",
  steps: {
    page: defineStep({
      output: StoryboardPageSchema,
      parts: partsOf,
      shape: (output: StoryboardPage) => ({
        panels: output.panels.map(({ id, picture, frame }) => ({
          id,
          characters: [...new Set(picture.figures.map((figure) => figure.character))],
          place: picture.place,
          scene: picture.scene,
          ...outfitsIn(picture),
          ...(frame.crosses && { crosses: true }),
          ...(frame.drawn && {
            reframed: true,
            ...(frame.drawn.of !== undefined && { shows: frame.drawn.of }),
          }),
        })),
      }),
      async run(
        step: { phase: "storyboard" | "lettering"; of: "page"; page: number },
        context: MangaContext,
      ) {
        const { params, tools, signal } = context;
        // Preloads while the outputs are read. `direct` reports what cannot be loaded.
        tools.director(params.models.director).catch(() => {});
        const [drafter, story, concept, cast, whole] = await Promise.all([
          tools.drafter(signal),
          loadStory(context),
          context.output({ phase: "concept", of: "book" }, ConceptSchema),
          context.output({ phase: "characters", of: "book" }, CastSchema),
          context.output({ phase: "plot", of: "book" }, PlotSchema),
        ]);
        const { plot, last } = plotForPage(whole, step.page);
        const input = { story, brief: briefOf(context), concept, cast, plot, page: step.page };
        const drafted = await direct(context, input);
        const draft = params.sheets
          ? { panels: drafted.panels.map((panel) => withOutfits(panel, cast)) }
          : drafted;
        const desk = { drafter, params, putBlob: context.putBlob };
        const own = plot.pages.find(({ number }) => number === step.page);
        const spread = own && spreadHalfOf(own);
        const origin = own?.origin;
        const page = { number: step.page, last, ...(origin && { origin }), ...(spread && { spread }) };
        const framed = await withFrames(draft.panels, page, desk);
        return {
          ...page,
          ...framed,
          preview: await storePreview(framed.panels, page, { ...desk, cast, plot }),
        };
      },
    }),
  },
});

/** The panel with the outfits that differ from a character's first one; each outfit has its own sheet. */
function withOutfits(panel: PanelDraft, { characters }: Cast): PanelDraft {
  const { picture } = panel;
  const figures = picture.figures.map(({ outfit: named, ...figure }) => {
    const design = characters.find(({ id }) => id === figure.character);
    const known = design?.outfits.some(({ id }) => id === named) ? named : undefined;
    const worn = design && outfitIn(design, picture.scene).id;
    const outfit = known ?? worn;
    // The first outfit is named only in a scene of another one.
    const isPlain = outfit === undefined || (outfit === design?.outfits[0]?.id && outfit === worn);
    return isPlain ? figure : { ...figure, outfit };
  });
  return { ...panel, picture: { ...picture, figures } };
}

function outfitsIn({ figures }: Picture): { outfits?: string[] } {
  const outfits = figures.flatMap(({ character, outfit }) =>
    outfit === undefined ? [] : [`${character}.${outfit}`],
  );
  return outfits.length === 0 ? {} : { outfits: [...new Set(outfits)] };
}

/**
 * Parts of a page, so that a changed word affects only the words part and a moved frame no picture: a picture depends on the
 * size alone for which it is drawn, which stays that of its first frame until a person has it drawn for another one. The lettering depends on the whole frame, the credit line, the half of a spread and a strip's title. The second page of a spread
 * depends on the position of the common picture.
 */
function partsOf({ last, panels, spread }: StoryboardPage): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  if (spread?.half === "first") {
    const crossing = crossingPanel(panels);
    parts.spread = crossing === undefined ? null : { id: crossing.id, frame: crossing.frame };
  }
  for (const { id, picture, words, frame, strip } of panels) {
    const { width, height } = pictureSize(frame);
    parts[`${id}.picture`] = { picture, width, height };
    parts[`${id}.words`] = { words, frame, last, ...(spread && { spread }), ...(strip && { strip }) };
  }
  return parts;
}
