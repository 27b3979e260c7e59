// The suite's service account in the form of a key file, which Google's clients accept as `credentials`. It is created once for each
// data folder and stored there, so that signed addresses stay valid across restarts.
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

/** The service account of this database. It is created if there is none. */
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
 * Writes `DIR/service-account.json` with mode 0600 and returns its path. A client finds it by `GOOGLE_APPLICATION_CREDENTIALS` and
 * signs addresses with its key, as in the cloud.
 */
export function writeKeyFile(account: ServiceAccount, dir: string): string {
  const file = join(dir, "service-account.json");
  writeFileSync(file, JSON.stringify(account, null, 2), { mode: 0o600 });
  return file;
}
