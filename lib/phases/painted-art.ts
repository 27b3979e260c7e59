// From stored artwork to art that can be painted: whoever holds a book's data and its blobs can draw its pages again.
import type { PaintedArt } from "../drawing/drafter.ts";
import type { BookSources } from "../export/binder.ts";
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import type { Book, BookPage } from "../manga/book.ts";
import { panelsToPaint } from "../manga/spread.ts";

type GetBlob = (hash: string) => Promise<Uint8Array>;

export async function paintedArt({ content, width, height }: Artwork, getBlob: GetBlob): Promise<PaintedArt> {
  return content.kind === "drawing"
    ? { kind: "drawing", drawing: content.drawing }
    : { kind: "image", bytes: await getBlob(content.blob), width, height };
}

/** A book's pages and art, read when they are asked for and not kept. A page that the book lacks is a RangeError. */
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
      const art = new Map<string, PaintedArt>();
      for (const { id, artwork } of panelsToPaint(book, pageOf(number))) {
        art.set(id, await paintedArt(await loadArtwork(artwork), getBlob));
      }
      return art;
    },
    async loadMarks(number) {
      const marks = new Map<string, Pick<Artwork, "faces" | "keep">>();
      for (const { id, artwork } of pageOf(number).panels) {
        const { faces, keep } = await loadArtwork(artwork);
        marks.set(id, { faces, keep });
      }
      return marks;
    },
  };
}
