// Encrypts users' texts. A sealed value is one byte of format, two of key version, a nonce of 12 bytes, the ciphertext and a tag of 16
// bytes (AES-256-GCM). It can be decrypted only for the owner, session and field for which it was sealed.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** The place of a sealed value; authenticated with it, so that it cannot be moved elsewhere. */
export interface SealedFor {
  ownerId: string;
  sessionId: string;
  field: string;
}

export interface Seal {
  seal(text: string, purpose: SealedFor): Uint8Array;
  /** Throws `SealBrokenError` when the value was changed, moved, or sealed with a key that is not here. */
  open(sealed: Uint8Array, purpose: SealedFor): string;
}

export interface SealKeys {
  /** The version that seals; older ones only open. 0 to 65,535. */
  current: number;
  /** Keys of 32 bytes by version. */
  keys: ReadonlyMap<number, Uint8Array>;
}

export class SealBrokenError extends Error {
  override readonly name = "SealBrokenError";
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 3;

/**
 * Seals with one key, or with the current one of several.
 * Throws `RangeError` when a key is not 32 bytes long or the current one is missing.
 */
export function sealer(key: Uint8Array | SealKeys): Seal {
  const { current, keys } = key instanceof Uint8Array ? { current: 1, keys: new Map([[1, key]]) } : key;
  for (const [version, key] of keys) {
    if (key.length !== 32) throw new RangeError(`key ${version} has ${key.length} bytes, not 32`);
  }
  const currentKey = keys.get(current);
  if (currentKey === undefined) throw new RangeError(`there is no key ${current}`);

  return {
    seal(text, purpose) {
      const header = Buffer.alloc(HEADER_BYTES);
      header.writeUInt8(FORMAT, 0);
      header.writeUInt16BE(current, 1);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", currentKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(associatedData(purpose, current));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || bytes.readUInt8(0) !== FORMAT) {
        throw new SealBrokenError("not a sealed value");
      }
      const version = bytes.readUInt16BE(1);
      const key = keys.get(version);
      if (key === undefined) throw new SealBrokenError(`there is no key ${version}`);
      const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(associatedData(purpose, version));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const body = bytes.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (error) {
        throw new SealBrokenError("the sealed value was altered or was sealed for another place", {
          cause: error,
        });
      }
    },
  };
}

function associatedData({ ownerId, sessionId, field }: SealedFor, version: number): Buffer {
  return Buffer.from(JSON.stringify([ownerId, sessionId, field, version]), "utf8");
}
