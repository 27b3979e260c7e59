// The suite's service account: made once for each data folder and kept in it, so that addresses signed yesterday are
// still good. It has the shape of a key file, which Google's clients take as `credentials`.
import { generateKeyPair } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import * as z from "zod";

export const ServiceAccountSchema = z.object({
  type: z.literal("service_account"),
  project_id: z.string(),
  private_key_id: z.string(),
  private_key: z.string(),
  client_email: z.string(),
  client_id: z.string(),
  token_uri: z.string(),
});
/** A key file's content. */
export type ServiceAccount = z.infer<typeof ServiceAccountSchema>;

const RowSchema = z.object({ key: z.string() });

/** The service account of this database, made if there is none yet. */
export async function serviceAccountOf(db: DatabaseSync): Promise<ServiceAccount> {
  db.exec("CREATE TABLE IF NOT EXISTS service_accounts (email TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT");
  const kept = db.prepare("SELECT key FROM service_accounts LIMIT 1").get();
  if (kept) return ServiceAccountSchema.parse(JSON.parse(RowSchema.parse(kept).key));
  const { privateKey } = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const account: ServiceAccount = {
    type: "service_account",
    project_id: "mekuri-local",
    private_key_id: "embedded-suite",
    private_key: privateKey,
    client_email: "embedded-suite@mekuri-local.iam.gserviceaccount.com",
    client_id: "0",
    token_uri: "https://oauth2.googleapis.com/token",
  };
  db.prepare("INSERT INTO service_accounts VALUES (?, ?)").run(account.client_email, JSON.stringify(account));
  return account;
}

/**
 * Writes `DIR/service-account.json`, for its owner alone, and gives its path. A client finds it by
 * `GOOGLE_APPLICATION_CREDENTIALS` and then signs addresses just as it does in the cloud.
 */
export function writeKeyFile(account: ServiceAccount, dir: string): string {
  const file = join(dir, "service-account.json");
  writeFileSync(file, JSON.stringify(account, null, 2), { mode: 0o600 });
  return file;
}
