// The port to objects that are whole in memory. Two implementations: Google's client (`official-objects.ts`) and the JSON API of Cloud
// Storage (`storage-requests.ts`). Streams are the client's.

export interface Upload {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  cacheControl: string;
}

/** Both throw errors with the HTTP status as their `code`, and other errors if there was no answer. */
export interface Objects {
  /** Creates an object: 412 if it exists. */
  uploadNew(upload: Upload): Promise<void>;
  /** An object's content: 404 if it does not exist. */
  download(name: string): Promise<Buffer>;
}
