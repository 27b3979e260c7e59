// Objects that are whole in memory, by Google's own client of Cloud Storage, which loads with the first use.
// https://cloud.google.com/nodejs/docs/reference/storage/latest
import type { Bucket } from "@google-cloud/storage";
import type { Objects } from "./objects.ts";

export function officialObjects(open: () => Promise<Bucket>): Objects {
  return {
    async uploadNew({ name, bytes, contentType, cacheControl }) {
      const file = (await open()).file(name);
      await file.save(Buffer.from(bytes), {
        ...{ resumable: false, contentType, metadata: { cacheControl } },
        preconditionOpts: { ifGenerationMatch: 0 },
      });
    },
    async download(name) {
      // The caller verifies the content by its hash.
      const [bytes] = await (await open()).file(name).download({ validation: false });
      return bytes;
    },
  };
}
