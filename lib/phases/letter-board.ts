// Sets the texts of a storyboard page. The lettering step and its preview share this function, so a preview shows the texts that the step
// records.
import type { Drafter, LetteredPage, PageBrief } from "../drawing/drafter.ts";
import type { Artwork } from "../manga/artwork.ts";
import { letteringSeed } from "../manga/seed.ts";
import { ownHalf, ownMarksOf } from "../manga/spread.ts";
import type { Panel } from "../manga/storyboard.ts";
import type { SessionParams } from "../pipeline/params.ts";
import { fontFilesOf, type GetBlob } from "./own-fonts.ts";

export interface LetteredBoard {
  number: number;
  /** As they are lettered: see `asLettered`. */
  panels: readonly Panel[];
  /** By panel. */
  marks: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;
}

/** The drafter's input for a page, besides its panels. */
export function pageBrief(params: SessionParams, number: number): PageBrief {
  return {
    number,
    language: params.language,
    direction: params.direction,
    colorMode: params.colorMode,
    dropPunctuation: params.dropPunctuation,
    seed: letteringSeed(params.seed, number),
  };
}

/** Rethrows errors of the drafter and of `getFont`, which reads the files of own fonts. */
export async function letterBoard(
  { number, panels, marks }: LetteredBoard,
  { params, drafter, getFont }: { params: SessionParams; drafter: Drafter; getFont: GetBlob },
): Promise<LetteredPage> {
  // The pictures themselves are not passed on: they would be copied into a worker for nothing.
  const areas = new Map([...marks].map(([id, { faces, keep }]) => [id, { faces, keep }] as const));
  const fonts = await fontFilesOf(panels, getFont);
  const page = { ...pageBrief(params, number), ...(fonts && { fonts }) };
  return drafter.letter(panels.map(ownHalf), ownMarksOf(panels, areas), page);
}
