// Signed addresses of Cloud CDN, in front of the bucket, made in this process without a request.
// https://cloud.google.com/cdn/docs/using-signed-urls#programmatically_creating_signed_urls
import { createHmac } from "node:crypto";
import type { AddressSigner } from "../api/address-signer.ts";
import { addressTimes } from "./address-times.ts";
import { objectPath } from "./storage-blob-store.ts";

export interface SigningKey {
  /** As the backend bucket has it. */
  name: string;
  /** 16 bytes. */
  secret: Uint8Array;
}

export interface CdnOptions {
  /** `https://images.example`. */
  origin: string;
  key: SigningKey;
  /** The least that an address lasts. */
  lifeMs: number;
  now: () => number;
  /** Signs addresses of files with a name: a CDN caches one answer for all users, so it cannot send a file name for each. */
  storage: AddressSigner;
}

export function cdnAddressSigner({ origin, key, lifeMs, now, storage }: CdnOptions): AddressSigner {
  return {
    async sign(object) {
      if (object.saveAs !== undefined) return storage.sign(object);
      const { expires } = addressTimes(lifeMs, now());
      const address = `${origin}/${objectPath(object.sessionId, object.hash)}`;
      return { url: signAddress(address, key, expires), expiresAt: new Date(expires).toISOString() };
    },
    size: (object) => storage.size(object),
  };
}

/** `expires`: milliseconds since 1970; the address has whole seconds. */
export function signAddress(address: string, { name, secret }: SigningKey, expires: number): string {
  const separator = address.includes("?") ? "&" : "?";
  const signed = `${address}${separator}Expires=${Math.floor(expires / 1_000)}&KeyName=${name}`;
  const signature = createHmac("sha1", secret).update(signed).digest("base64");
  // Base64 for addresses, with its padding.
  return `${signed}&Signature=${signature.replaceAll("+", "-").replaceAll("/", "_")}`;
}
