// Pictures in answers: the hash that documents use, and a signed URL.
import { z } from "@hono/zod-openapi";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import type { Rendition } from "../manga/rendition.ts";
import type { ClientSession } from "../pipeline/client-documents.ts";
import type { AddressSigner } from "./address-signer.ts";

export const PictureSchema = z
  .object({
    /** sha-256 of the picture, so it identifies the same picture at all times. */
    hash: z.string(),
    /** Signed URL: opens the picture without a token until the answer's `expiresAt`. */
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
  /** ISO time at which the first of the URLs so far expires; undefined if there are none. */
  expiresAt(): string | undefined;
}

/** Signs URLs of a session's pictures. Throws as `AddressSigner` does. */
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

/** Undefined for a picture made before renditions existed. Throws as `AddressSigner` does. */
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

/** Hash of the cover of the newest bound book; undefined while the first is being made, and for books made before covers existed. */
export function coverOf({ cover, result }: ClientSession): string | undefined {
  // Earlier documents have the cover in `result`.
  return cover ?? CoveredSchema.parse(result ?? {}).cover;
}
