// Turns stored artwork into art that can be painted, so that a book's pages can be drawn from its data and its blobs.
import type { PaintedArt } from "../drawing/drafter.ts";
import type { BookSources } from "../export/binder.ts";
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import type { Book, BookPage } from "../manga/book.ts";
import { marksInFrame } from "../manga/drawn-frame.ts";
import { panelsToPaint } from "../manga/spread.ts";
import type { Frame } from "../manga/storyboard.ts";
import { panelStep } from "./made-by.ts";
import { fontFiles, type GetBlob } from "./own-fonts.ts";
import type { MangaContext } from "./tools.ts";

export async function paintedArt({ content, width, height }: Artwork, getBlob: GetBlob): Promise<PaintedArt> {
  return content.kind === "drawing"
    ? { kind: "drawing", drawing: content.drawing }
    : { kind: "image", bytes: await getBlob(content.blob), width, height };
}

/** The art of several panels by id; images are read in parallel. */
export async function allPainted(
  art: ReadonlyMap<string, Artwork>,
  getBlob: GetBlob,
): Promise<Map<string, PaintedArt>> {
  const loading = [...art].map(async ([id, artwork]) => [id, await paintedArt(artwork, getBlob)] as const);
  return new Map(await Promise.all(loading));
}

/** The art of a page's own panels by id. */
export async function pageArt(
  page: number,
  panels: readonly { id: string; frame: Frame }[],
  { output }: Pick<MangaContext, "output">,
): Promise<Map<string, Artwork>> {
  const loading = panels.map(
    async (panel) => [panel.id, await output(panelStep(page, panel).step, ArtworkSchema)] as const,
  );
  return new Map(await Promise.all(loading));
}

/** A book's pages and art, read on request and not cached. Throws `RangeError` for a page that the book lacks. */
export function bookSources(book: Book, getBlob: GetBlob): BookSources {
  const pageOf = (number: number): BookPage => {
    const page = book.pages.find((candidate) => candidate.number === number);
    if (page === undefined) throw new RangeError(`the book has no page ${number}`);
    return page;
  };
  const loadArtwork = async (hash: string): Promise<Artwork> =>
    ArtworkSchema.parse(JSON.parse(new TextDecoder().decode(await getBlob(hash))));
  return {
    async loadPage(number) {
      const { image, widthPx, heightPx } = pageOf(number);
      return { number, png: await getBlob(image), widthPx, heightPx };
    },
    async loadCover() {
      if (book.cover === undefined) return undefined;
      const { image, widthPx, heightPx } = book.cover;
      return { png: await getBlob(image), widthPx, heightPx };
    },
    async loadArt(number) {
      const loaded = panelsToPaint(book, pageOf(number)).map(
        async ({ id, artwork }) => [id, await paintedArt(await loadArtwork(artwork), getBlob)] as const,
      );
      return new Map(await Promise.all(loaded));
    },
    async loadPicture(number, panel) {
      const found = pageOf(number).panels.find(({ id }) => id === panel);
      if (found === undefined) throw new RangeError(`page ${number} has no panel ${panel}`);
      const artwork = await loadArtwork(found.artwork);
      return { art: await paintedArt(artwork, getBlob), faces: artwork.faces, keep: artwork.keep };
    },
    async loadMarks(number) {
      const loaded = pageOf(number).panels.map(async ({ id, artwork, frame }) => {
        const { faces, keep } = await loadArtwork(artwork);
        return [id, marksInFrame(frame, { faces, keep })] as const;
      });
      return new Map(await Promise.all(loaded));
    },
    loadFonts: () => fontFiles(book.fonts?.map(({ id }) => id) ?? [], getBlob),
    async loadSheet(step) {
      const sheet = book.sheets?.find((one) => one.step === step);
      if (sheet === undefined) throw new RangeError(`the book has no sheet ${step}`);
      return getBlob(sheet.image);
    },
  };
}
