// Port for signed URLs: everyone who has one can read the stored object until it expires. Implemented for Cloud Storage and for a CDN in
// front of it, in `lib/cloud`.

export interface StoredObject {
  sessionId: string;
  /** sha-256 of its content. */
  hash: string;
  /** File name for downloads; absent: browsers show the object inline. */
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
  /** The object's size in bytes. Throws `BlobMissingError` if it does not exist. */
  size(object: Pick<StoredObject, "sessionId" | "hash">): Promise<number>;
}
