// The port to objects that are whole in memory. Two implementations: Google's client (`official-objects.ts`) and the JSON API of Cloud
// Storage (`storage-requests.ts`). Streams are the client's.

export interface Upload {
  name: string;
  bytes: Uint8Array;
  contentType: string;
  cacheControl: string;
}

/** Both throw errors with the HTTP status as their `code`, and others where no answer came. */
export interface Objects {
  /** Writes an object that is not there: 412 where it is. */
  uploadNew(upload: Upload): Promise<void>;
  /** An object's content: 404 where there is none. */
  download(name: string): Promise<Buffer>;
}
