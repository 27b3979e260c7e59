// Loads the picture that a page shares with the page before it, for the second half of a spread.
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import { layoutDirection } from "../manga/language.ts";
import { mirrored } from "../manga/relettering.ts";
import { continuedPanel, crossingPanel } from "../manga/spread.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { type DrawnStep, panelStep } from "./made-by.ts";
import type { MangaContext } from "./tools.ts";

export interface FacingPicture {
  /** In this page's units, mirrored if the book is, without words. */
  panel: Panel;
  artwork: Artwork;
  drawn: DrawnStep;
}

/** An empty list for a page that is not the second half of a spread. */
export async function facingPicture(page: StoryboardPage, context: MangaContext): Promise<FacingPicture[]> {
  const crossing = await facingPanel(page, context);
  if (crossing === undefined) return [];
  const { params } = context;
  const isTurned = layoutDirection(params) !== params.direction;
  const drawn = panelStep(page.number - 1, crossing);
  const artwork = await context.output(drawn.step, ArtworkSchema);
  const [panel = crossing] = isTurned ? mirrored([crossing]) : [crossing];
  return [{ panel: continuedPanel(panel, params.direction), artwork, drawn }];
}

/** The panels visible on a page: the one that crosses the fold, then its own. */
export async function shownOn(page: StoryboardPage, context: MangaContext): Promise<DrawnStep[]> {
  const own = page.panels.map((panel) => panelStep(page.number, panel));
  const crossing = await facingPanel(page, context);
  return crossing === undefined ? own : [panelStep(page.number - 1, crossing), ...own];
}

async function facingPanel(
  { number, spread }: StoryboardPage,
  context: MangaContext,
): Promise<Panel | undefined> {
  if (spread?.half !== "second") return undefined;
  const first = { phase: "storyboard", of: "page", page: number - 1 } as const;
  return crossingPanel((await context.output(first, StoryboardPageSchema)).panels);
}
