// Deletes every object of a session from Cloud Storage.
import type { Bucket } from "@google-cloud/storage";
import type { FileEraser } from "../pipeline/deletion.ts";
import { BusyError } from "../pipeline/errors.ts";

export function storageFileEraser(bucket: Bucket): FileEraser {
  return {
    async eraseAll(sessionId) {
      try {
        await bucket.deleteFiles({ prefix: `sessions/${sessionId}/`, force: false });
      } catch (error) {
        throw new BusyError("Cloud Storage did not delete the files of a session", undefined, {
          cause: error,
        });
      }
    },
  };
}
