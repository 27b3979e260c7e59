// The picture that a page shares with the one before it: the second half of a spread shows how it goes on.
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import { layoutDirection } from "../manga/language.ts";
import { mirrored } from "../manga/relettering.ts";
import { carried, crossingPanel } from "../manga/spread.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { type DrawnStep, panelStep } from "./made-by.ts";
import type { MangaContext } from "./tools.ts";

export interface FacingPicture {
  /** In this page's units, turned with the book, without words. */
  panel: Panel;
  artwork: Artwork;
  drawn: DrawnStep;
}

/** Nothing for a page that stands alone or is read first. */
export async function facingPicture(
  { number, spread }: StoryboardPage,
  context: MangaContext,
): Promise<FacingPicture[]> {
  if (spread?.half !== "second") return [];
  const first = number - 1;
  const { panels } = await context.output(
    { phase: "storyboard", of: "page", page: first },
    StoryboardPageSchema,
  );
  const crossing = crossingPanel(panels);
  if (crossing === undefined) return [];
  const { params } = context;
  const isTurned = layoutDirection(params) !== params.direction;
  const drawn = panelStep(first, crossing.id);
  const artwork = await context.output(drawn.step, ArtworkSchema);
  const [panel = crossing] = isTurned ? mirrored([crossing]) : [crossing];
  return [{ panel: carried(panel, params.direction), artwork, drawn }];
}
