// Reads finished books through the real client, and compares them: a book's hash omits its owner and its start time, and includes the
// hashes of all pages, pictures and files.
import { Storage } from "@google-cloud/storage";
import * as z from "zod";
import { bucketName } from "../../../lib/cloud/config.ts";
import { storageBlobStore } from "../../../lib/cloud/storage-blob-store.ts";
import { ArtworkSchema } from "../../../lib/manga/artwork.ts";
import { canonicalJson, contentHash } from "../../../lib/pipeline/canonical-json.ts";

const FinishedSchema = z.object({
  book: z.string(),
  pages: z.array(z.string()).min(1),
  files: z.record(z.string(), z.string()),
});
const BookSchema = z.looseObject({ sessionId: z.string(), createdAt: z.string() });

export interface BookReader {
  /**
   * The hash of a session's book; `finish`: output hash of its last step. Reads every page and file, each verified by its hash. Throws if
   * something is missing or damaged.
   */
  hash(sessionId: string, finish: string): Promise<string>;
  /** Hashes of the images in a picture step's output; for an edit, of all its results. Throws as `hash` does. */
  pictures(sessionId: string, output: string): Promise<string[]>;
}

/** A reader whose clients find the suite through this process's environment. */
export function bookReader(projectId: string): BookReader {
  const bucket = new Storage({ projectId }).bucket(bucketName(projectId));
  const blobs = storageBlobStore({ name: bucket.name, open: async () => bucket });
  const json = async (sessionId: string, hash: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await blobs.get(sessionId, hash)));
  return {
    async hash(sessionId, finish) {
      const { book, pages, files } = FinishedSchema.parse(await json(sessionId, finish));
      const { sessionId: owner, createdAt: _at, ...told } = BookSchema.parse(await json(sessionId, book));
      if (owner !== sessionId) throw new Error(`the book of ${sessionId} is that of ${owner}`);
      for (const hash of [...pages, ...Object.values(files)]) await blobs.get(sessionId, hash);
      return contentHash(canonicalJson([told, pages, files]));
    },
    async pictures(sessionId, output) {
      const { image, takes = [image] } = ArtworkSchema.parse(await json(sessionId, output));
      for (const hash of takes) await blobs.get(sessionId, hash);
      return takes;
    },
  };
}
