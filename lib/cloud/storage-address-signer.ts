// Signed addresses of Cloud Storage (V4). https://cloud.google.com/storage/docs/access-control/signed-urls They are cached, so that a page
// of a hundred pictures is not signed again for every request.
import type { Bucket } from "@google-cloud/storage";
import type { AddressSigner, SignedAddress, StoredObject } from "../api/address-signer.ts";
import { BlobMissingError } from "../pipeline/blob-store.ts";
import { BusyError } from "../pipeline/errors.ts";
import { addressTimes } from "./address-times.ts";
import { objectPath, statusOf } from "./storage-blob-store.ts";

/** Number of cached addresses; the oldest are dropped first. */
const REMEMBERED = 10_000;

export interface SignerOptions {
  /** The signing client: with a service account's key, or through IAM without one. */
  bucket: Bucket;
  /** The least that an address lasts. */
  lifeMs: number;
  now: () => number;
}

/**
 * A name beyond ASCII is sent twice: in ASCII, and encoded for clients that support it. https://www.rfc-editor.org/rfc/rfc6266#section-5
 */
function attachmentOf(name: string): string {
  const plain = `attachment; filename="${name.replace(/[^ -~]|["\\]/gu, "_")}"`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return /[^ -~]/.test(name) ? `${plain}; filename*=UTF-8''${encoded}` : plain;
}

export function storageAddressSigner({ bucket, lifeMs, now }: SignerOptions): AddressSigner {
  const signed = new Map<string, Promise<SignedAddress>>();

  async function sign(
    { sessionId, hash, saveAs }: StoredObject,
    { from, expires }: { from: number; expires: number },
  ): Promise<SignedAddress> {
    try {
      const [url] = await bucket.file(objectPath(sessionId, hash)).getSignedUrl({
        ...{ version: "v4", action: "read", accessibleAt: from, expires },
        ...(saveAs === undefined ? {} : { responseDisposition: attachmentOf(saveAs) }),
      });
      return { url, expiresAt: new Date(expires).toISOString() };
    } catch (error) {
      throw new BusyError("no address could be signed", undefined, { cause: error });
    }
  }

  return {
    sign(object) {
      const times = addressTimes(lifeMs, now());
      const key = JSON.stringify([times.from, object.sessionId, object.hash, object.saveAs]);
      const known = signed.get(key);
      if (known !== undefined) return known;
      const fresh = sign(object, times);
      signed.set(key, fresh);
      fresh.catch(() => signed.delete(key));
      for (const oldest of signed.keys()) {
        if (signed.size <= REMEMBERED) break;
        signed.delete(oldest);
      }
      return fresh;
    },
    async size({ sessionId, hash }) {
      try {
        const [metadata] = await bucket.file(objectPath(sessionId, hash)).getMetadata();
        return Number(metadata.size);
      } catch (error) {
        if (statusOf(error) === 404) throw new BlobMissingError(sessionId, hash);
        throw new BusyError("Cloud Storage did not describe an object", undefined, { cause: error });
      }
    },
  };
}
