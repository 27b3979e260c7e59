// Phase 6, lettering (写植): a page's balloons, captions and sounds, and the composed page with its renditions for
// screens, and its panels as one column to scroll.
// Needs the words of its storyboard and the artwork of its panels. Runs alone when a book is lettered again, in another language too.

import { creditOf } from "../manga/credit.ts";
import { type LetteringPage, LetteringPageSchema } from "../manga/lettering.ts";
import { letteringSeed } from "../manga/seed.ts";
import { ownHalf, ownMarksOf } from "../manga/spread.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { definePhase, defineStep } from "../pipeline/phase.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { asLettered } from "./as-lettered.ts";
import { facingPicture } from "./facing-picture.ts";
import { panelStep } from "./made-by.ts";
import { allPainted, pageArt } from "./painted-art.ts";
import { storePicture } from "./store-marked.ts";
import { storeStrip } from "./store-strip.ts";
import type { MangaContext, MangaTools } from "./tools.ts";

/** Width of a composed page: B5 at 230 dpi. */
const PAGE_WIDTH_PX = 1654;

type PageStep = Extract<StepRef, { of: "page" }>;

export const lettering = definePhase<MangaTools>({
  name: "lettering",
  steps: {
    page: defineStep({
      output: LetteringPageSchema,
      async run(step: PageStep, context: MangaContext): Promise<LetteringPage> {
        const { params } = context;
        const drafter = await context.tools.drafter(context.signal);
        const storyboard = await context.output(
          { phase: "storyboard", of: "page", page: step.page },
          StoryboardPageSchema,
        );
        const art = await pageArt(step.page, storyboard.panels, context);
        const page = {
          number: step.page,
          language: params.language,
          direction: params.direction,
          colorMode: params.colorMode,
          dropPunctuation: params.dropPunctuation,
          seed: letteringSeed(params.seed, step.page),
        };
        const panels = await asLettered(storyboard, context);
        const facing = await facingPicture(storyboard, context);
        const painted = [...facing.map(({ panel }) => panel), ...panels];
        const all = new Map([...art, ...facing.map(({ panel, artwork }) => [panel.id, artwork] as const)]);
        const [{ texts, limits }, pictures] = await Promise.all([
          drafter.letter(panels.map(ownHalf), ownMarksOf(panels, art), page),
          allPainted(all, context.getBlob),
        ]);
        const credit = storyboard.last ? creditOf(params.models, params.language) : undefined;
        const credited = { ...page, ...(credit !== undefined && { credit }) };
        const [raster, strip] = await Promise.all([
          drafter.compose(painted, pictures, texts, { ...credited, widthPx: PAGE_WIDTH_PX }),
          storeStrip({ panels, art, page: credited }, context),
        ]);
        const own = panels.map(({ id }) => panelStep(step.page, id));
        const shows = [...facing.map(({ drawn }) => drawn), ...own];
        return {
          number: step.page,
          texts,
          ...(limits.length > 0 && { limits }),
          ...(panels === storyboard.panels ? {} : { panels: [...panels] }),
          ...(await storePicture({ ...raster, shows }, context)),
          strip,
        };
      },
    }),
  },
});
