// Computes what follows from a page's panels, whether a director or a person wrote them: their frames and the rough preview.
import type { Drafter, PageBrief } from "../drawing/drafter.ts";
import type { Cast } from "../manga/cast.ts";
import { layoutDirection, storyLanguage } from "../manga/language.ts";
import type { Plot } from "../manga/plot.ts";
import { deriveSeed } from "../manga/seed.ts";
import type { Panel, PanelDraft, SpreadHalf, StoryboardPage } from "../manga/storyboard.ts";
import type { SessionParams } from "../pipeline/params.ts";

interface LayoutContext {
  drafter: Drafter;
  params: SessionParams;
  putBlob(bytes: Uint8Array, contentType: string): Promise<string>;
}

/** A page by its number, whether it is the book's last one, and its half of a spread, if any. */
export interface PageToLayOut {
  number: number;
  last: boolean;
  spread?: SpreadHalf | undefined;
}

function briefFor({ number, last, spread }: PageToLayOut, params: SessionParams): PageBrief {
  const seed = deriveSeed(params.seed, "layout", number);
  return { number, language: storyLanguage(params), direction: layoutDirection(params), seed, last, spread };
}

/** Lays a page out and records the repairs of its layout. */
export async function withFrames(
  drafts: readonly PanelDraft[],
  page: PageToLayOut,
  { drafter, params }: Pick<LayoutContext, "drafter" | "params">,
): Promise<Pick<StoryboardPage, "panels" | "repairs" | "limits">> {
  const { frames, repairs, limits } = await drafter.layout(drafts, briefFor(page, params));
  const panels = drafts.map((panel, index) => {
    const frame = frames[index];
    if (frame === undefined) throw new Error(`layout gave no frame for ${panel.id} of page ${page.number}`);
    return { ...panel, frame };
  });
  return { panels, ...(repairs.length > 0 && { repairs }), ...(limits.length > 0 && { limits }) };
}

/** Stores a rough preview of the page with the book's present characters and places, and gives its hash. */
export async function storePreview(
  panels: readonly Panel[],
  page: PageToLayOut,
  { drafter, params, putBlob, cast, plot }: LayoutContext & { cast: Cast; plot: Pick<Plot, "places"> },
): Promise<string> {
  const kinds = new Map(cast.characters.map(({ id, kind }) => [id, kind]));
  const places = new Map(plot.places.map(({ id, name, kind }) => [id, name || kind]));
  const { bytes, contentType } = await drafter.preview(panels, { ...briefFor(page, params), kinds, places });
  return putBlob(bytes, contentType);
}
