// The port to whoever makes addresses that open a stored object to anybody who has them, until they expire.
// Cloud Storage signs them itself; a content network in front of it signs its own.

export interface StoredObject {
  sessionId: string;
  /** sha-256 of its content. */
  hash: string;
  /** The name under which browsers save it; absent: they show it. */
  saveAs?: string | undefined;
}

export interface SignedAddress {
  url: string;
  /** ISO time. */
  expiresAt: string;
}

/** All throw `BusyError` when the store or the key cannot be reached. */
export interface AddressSigner {
  sign(object: StoredObject): Promise<SignedAddress>;
  /** The object's size in bytes. Throws `BlobMissingError` when nothing is there. */
  size(object: Pick<StoredObject, "sessionId" | "hash">): Promise<number>;
}
