// Deletes every object of a session from Cloud Storage.
import type { Bucket } from "@google-cloud/storage";
import type { FileEraser } from "../pipeline/deletion.ts";
import { refusalOf } from "./store-refusals.ts";

/** `open`: called for every session; loads the client with the first. */
export function storageFileEraser(open: () => Promise<Bucket>): FileEraser {
  return {
    async eraseAll(sessionId) {
      try {
        await (await open()).deleteFiles({ prefix: `sessions/${sessionId}/`, force: false });
      } catch (error) {
        throw refusalOf("Cloud Storage did not delete the files of a session", error);
      }
    },
  };
}
