// Phase 6, lettering (写植). Input: the words of a page's storyboard and the artwork of its panels. Output: the page's balloons, captions and
// sounds, and the composed page. A separate step makes the page's renditions and its scrollable column, so that the page is shown before
// these are ready. Another step makes the cover once all pictures are drawn, so that binding does not wait for it. Runs alone when a book is
// lettered again, in another language too.

import { CoverStepSchema } from "../manga/book.ts";
import { creditOf } from "../manga/credit.ts";
import { type LetteringPage, LetteringPageSchema } from "../manga/lettering.ts";
import { type PageRenditions, PageRenditionsSchema } from "../manga/page-renditions.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { asLettered } from "./as-lettered.ts";
import { coverOfBook } from "./cover-of.ts";
import { facingPicture } from "./facing-picture.ts";
import { forScreens } from "./for-screens.ts";
import { letterBoard, pageBrief } from "./letter-board.ts";
import { panelStep } from "./made-by.ts";
import { allPainted, pageArt } from "./painted-art.ts";
import { storeMarked } from "./store-marked.ts";
import type { MangaContext, MangaTools } from "./tools.ts";

/** Width of a composed page: B5 at 230 dpi. */
const PAGE_WIDTH_PX = 1654;

type PageStep = Extract<StepRef, { of: "page" }>;
type RenditionsStep = Extract<StepRef, { of: "renditions" }>;

export const lettering = definePhase<MangaTools>({
  name: "lettering",
  steps: {
    page: defineStep({
      output: LetteringPageSchema,
      shape: ({ renditionsApart }: LetteringPage) => ({ renditionsApart }),
      async run(step: PageStep, context: MangaContext): Promise<LetteringPage> {
        const { params } = context;
        const drafter = await context.tools.drafter(context.signal);
        const storyboard = await context.output(
          { phase: "storyboard", of: "page", page: step.page },
          StoryboardPageSchema,
        );
        const art = await pageArt(step.page, storyboard.panels, context);
        const panels = await asLettered(storyboard, context);
        const facing = await facingPicture(storyboard, context);
        const painted = [...facing.map(({ panel }) => panel), ...panels];
        const all = new Map([...art, ...facing.map(({ panel, artwork }) => [panel.id, artwork] as const)]);
        const [{ texts, limits }, pictures] = await Promise.all([
          letterBoard(
            { number: step.page, panels, marks: art },
            { params, drafter, getFont: context.getBlob },
          ),
          allPainted(all, context.getBlob),
        ]);
        const credit = storyboard.last ? creditOf(params.models, params.language) : undefined;
        const page = pageBrief(params, step.page);
        const look = { ...page, ...(credit !== undefined && { credit }), widthPx: PAGE_WIDTH_PX };
        const raster = await drafter.compose(painted, pictures, texts, look);
        const own = panels.map((panel) => panelStep(step.page, panel));
        const shows = [...facing.map(({ drawn }) => drawn), ...own];
        return {
          number: step.page,
          texts,
          ...(limits.length > 0 && { limits }),
          ...(panels === storyboard.panels ? {} : { panels: [...panels] }),
          image: await storeMarked({ ...raster, shows }, context),
          ...{ widthPx: raster.widthPx, heightPx: raster.heightPx },
          renditionsApart: true,
        };
      },
    }),
    renditions: defineStep({
      output: PageRenditionsSchema,
      async run({ page }: RenditionsStep, context: MangaContext): Promise<PageRenditions> {
        const [board, lettered] = await Promise.all([
          context.output({ phase: "storyboard", of: "page", page }, StoryboardPageSchema),
          context.output({ phase: "lettering", of: "page", page }, LetteringPageSchema),
        ]);
        const { image, panels = board.panels } = lettered;
        const { params } = context;
        const credit = board.last ? creditOf(params.models, params.language) : undefined;
        const made = await forScreens({ board, panels, image, credit }, context);
        return { number: page, image, ...made };
      },
    }),
    cover: defineStep({
      output: CoverStepSchema,
      run: async (_step, context: MangaContext) => ({ cover: await coverOfBook(context) }),
    }),
  },
});
