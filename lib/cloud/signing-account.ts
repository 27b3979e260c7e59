// The bucket with the credentials of a service account's key file: with the key, addresses are signed without a request.
import { readFileSync } from "node:fs";
import { type Bucket, Storage } from "@google-cloud/storage";
import * as z from "zod";

const AccountSchema = z.looseObject({
  type: z.literal("service_account"),
  client_email: z.string(),
  private_key: z.string(),
});

/** Throws an error that names the file when it is no key file. */
export function bucketOfAccount(
  keyFile: string,
  { projectId, name }: { projectId: string; name: string },
): Bucket {
  const account = AccountSchema.safeParse(JSON.parse(readFileSync(keyFile, "utf8")));
  if (!account.success) throw new Error(`${keyFile} is not a key file of a service account`);
  const storage = new Storage({ projectId });
  // As the client's own options `keyFilename` and `credentials` do, which warn against keys from strangers on every start.
  storage.authClient.jsonContent = account.data;
  return storage.bucket(name);
}
