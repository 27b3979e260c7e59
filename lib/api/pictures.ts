// Stored pictures as answers show them: the hash by which documents name them, and an address that opens them.
import { z } from "@hono/zod-openapi";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import type { Rendition } from "../manga/rendition.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { AddressSigner } from "./address-signer.ts";

export const PictureSchema = z
  .object({
    /** sha-256 of the picture; the same picture has the same hash for ever. */
    hash: z.string(),
    /** Opens it without a token, until `expiresAt` of the answer. */
    url: z.string(),
  })
  .openapi("Picture");
export type Picture = z.infer<typeof PictureSchema>;

/** A page or cover as WebP for screens, the smallest first. */
export const PictureRenditionsSchema = z.array(
  PictureSchema.extend({ widthPx: z.int().positive(), heightPx: z.int().positive() }),
);
type PictureRenditions = z.infer<typeof PictureRenditionsSchema>;

export interface Pictures {
  of(hash: string): Promise<Picture>;
  ofOptional(hash: string | undefined): Promise<Picture | undefined>;
  /** ISO time at which the first address given so far expires; undefined when none was given. */
  expiresAt(): string | undefined;
}

/** The pictures of a session. Throws as `AddressSigner` does. */
export function picturesOf(signer: AddressSigner, sessionId: string): Pictures {
  let earliest: string | undefined;
  async function of(hash: string): Promise<Picture> {
    const { url, expiresAt } = await signer.sign({ sessionId, hash });
    if (earliest === undefined || expiresAt < earliest) earliest = expiresAt;
    return { hash, url };
  }
  return {
    of,
    ofOptional: async (hash) => (hash === undefined ? undefined : of(hash)),
    expiresAt: () => earliest,
  };
}

/** Undefined for a picture of before there were renditions. Throws as `AddressSigner` does. */
export async function addressedRenditions(
  renditions: readonly Rendition[] | undefined,
  pictures: Pictures,
): Promise<PictureRenditions | undefined> {
  return (
    renditions &&
    Promise.all(
      renditions.map(async ({ image, widthPx, heightPx }) => ({
        ...(await pictures.of(image)),
        ...{ widthPx, heightPx },
      })),
    )
  );
}

const CoveredSchema = FinishedBookSchema.pick({ cover: true });

/** Hash of the cover of the newest bound book; undefined while the first is made, and for books of before there were covers. */
export function coverOf({ cover, result }: ClientSession): string | undefined {
  // Documents of before sessions had a cover hold it with the rest of the result.
  return cover ?? CoveredSchema.parse(result ?? {}).cover;
}
