// In-memory `AddressSigner` for tests. Its URLs cannot be opened.
import { BlobMissingError } from "../pipeline/blob-store.ts";
import type { AddressSigner } from "./address-signer.ts";

const LIFE_MS = 3_600_000;

/** `blobs`: content by `{sessionId}/{hash}`. */
export function memoryAddressSigner(
  blobs: ReadonlyMap<string, Uint8Array>,
  now: () => number,
): AddressSigner {
  return {
    async sign({ sessionId, hash, saveAs }) {
      const query = saveAs === undefined ? "" : `?saveAs=${encodeURIComponent(saveAs)}`;
      const expiresAt = new Date(now() + LIFE_MS).toISOString();
      return { url: `https://objects.example/sessions/${sessionId}/objects/${hash}${query}`, expiresAt };
    },
    async size({ sessionId, hash }) {
      const bytes = blobs.get(`${sessionId}/${hash}`);
      if (bytes === undefined) throw new BlobMissingError(sessionId, hash);
      return bytes.length;
    },
  };
}
