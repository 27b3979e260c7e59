// Shared books for readers: the manifest and the pictures that it names, found by the book's token. Each access checks that the token still
// opens the book, so closing one takes effect at once.
import type { Manifest } from "../../reader/manifest.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import { upgradeBook } from "../manga/earlier/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { bookForReader, hashOf, readerManifest, renditionsIn } from "../manga/reader-manifest.ts";
import type { BlobStore } from "../pipeline/blob-store.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { ScheduleStore } from "../pipeline/schedule-store.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { ApiProblem } from "./problems.ts";
import type { Library } from "./session-reader.ts";

export interface SharedBook {
  session: ClientSession;
  /** Names its pictures by relative URLs: `renditions/{sha256}.webp`. */
  manifest: Manifest;
  /** Hashes of the manifest's pictures. */
  pictures: ReadonlySet<string>;
}

export interface SharedBooks {
  /** The session of an open book. Throws `ApiProblem` (404) if the token opens none, and as the ports do. */
  find(token: string): Promise<ClientSession>;
  /** The last bound book, also while it is being changed. Throws as `find` does. */
  open(token: string): Promise<SharedBook>;
}

interface Ports {
  library: Pick<Library, "findShared">;
  schedules: Pick<ScheduleStore, "read">;
  blobs: BlobStore;
}

/** Maximum number of cached manifests, each at most some hundred kilobytes; the oldest are evicted. */
const REMEMBERED = 32;

export function sharedBooks({ library, schedules, blobs }: Ports): SharedBooks {
  /** By session id and `seq`, which any change of a session increments. */
  const known = new Map<string, Promise<Omit<SharedBook, "session">>>();

  async function find(token: string): Promise<ClientSession> {
    const session = await library.findShared(token);
    if (session === undefined) throw notOpen();
    return session;
  }

  async function load({ sessionId, title }: ClientSession): Promise<Omit<SharedBook, "session">> {
    const output = (await schedules.read(sessionId))?.results.finish?.output;
    if (output === undefined) throw notOpen();
    const manifest = { ...(await boundManifest(blobs, sessionId, output)), title };
    return { manifest, pictures: new Set(renditionsIn(manifest).map(({ src }) => hashOf(src))) };
  }

  return {
    find,
    async open(token) {
      const session = await find(token);
      const key = `${session.sessionId} ${session.seq}`;
      const loading = known.get(key) ?? load(session);
      known.set(key, loading);
      loading.catch(() => known.delete(key));
      for (const oldest of known.keys()) {
        if (known.size <= REMEMBERED) break;
        known.delete(oldest);
      }
      return { session, ...(await loading) };
    },
  };
}

/** The manifest of a bound book; `output`: hash of the result of `finish`. Throws as the store does. */
export async function boundManifest(blobs: BlobStore, sessionId: string, output: string): Promise<Manifest> {
  const { reader, book } = FinishedBookSchema.parse(await loadJson(blobs, sessionId, output));
  if (reader !== undefined) return (await loadJson(blobs, sessionId, reader)) as Manifest;
  // Books bound before renditions existed are read as PNG.
  const stored: Book = BookSchema.parse(upgradeBook(await loadJson(blobs, sessionId, book)));
  return readerManifest(bookForReader(stored));
}

function notOpen(): ApiProblem {
  return new ApiProblem(404, "book-not-found", "No book is shared with this token.");
}
