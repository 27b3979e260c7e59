// The files of a page's own fonts, for its lettering.
import type { FontFiles } from "../drawing/drafter.ts";
import type { OwnFontId } from "../manga/hand-lettering.ts";
import { hashOfFont, ownFontsIn } from "../manga/own-fonts.ts";
import type { Panel } from "../manga/storyboard.ts";
import { BlobMissingError } from "../pipeline/blob-store.ts";

/** Reads a stored object. Throws `BlobMissingError`. */
export type GetBlob = (hash: string) => Promise<Uint8Array>;

/**
 * The fonts that the panels use; undefined where they use none. A file that is not there is left out: its texts are set as if nobody had
 * chosen a typeface. Throws what `getBlob` throws otherwise.
 */
export async function fontFilesOf(
  panels: readonly Pick<Panel, "words">[],
  getBlob: GetBlob,
): Promise<FontFiles | undefined> {
  return fontFiles(ownFontsIn(panels), getBlob);
}

/** As `fontFilesOf`, for these fonts. */
export async function fontFiles(ids: readonly OwnFontId[], getBlob: GetBlob): Promise<FontFiles | undefined> {
  const files = new Map<OwnFontId, Uint8Array>();
  for (const id of ids) {
    try {
      files.set(id, await getBlob(hashOfFont(id)));
    } catch (error) {
      if (!(error instanceof BlobMissingError)) throw error;
    }
  }
  return files.size === 0 ? undefined : files;
}
