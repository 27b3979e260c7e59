// Default credentials for the simulated Vertex AI: Google's auth library exchanges a text in a file for a token, at this server.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Path of the token exchange. */
export const TOKEN_PATH = "/token";

const TOKEN_TYPE = "urn:ietf:params:oauth:token-type";

/** The response of the exchange: a token that only this server accepts. */
export const LOCAL_TOKEN = {
  ...{ access_token: "local", issued_token_type: `${TOKEN_TYPE}:access_token` },
  ...{ token_type: "Bearer", expires_in: 3_600 },
};

/** Writes the file for `GOOGLE_APPLICATION_CREDENTIALS` and returns its path. */
export function writeLocalCredentials(folder: string, serverUrl: string): string {
  const subject = join(folder, "subject");
  writeFileSync(subject, "somebody");
  const path = join(folder, "credentials.json");
  const credentials = {
    ...{ type: "external_account", audience: "//iam.googleapis.com/local" },
    ...{ subject_token_type: `${TOKEN_TYPE}:jwt`, token_url: `${serverUrl}${TOKEN_PATH}` },
    credential_source: { file: subject },
  };
  writeFileSync(path, JSON.stringify(credentials));
  return path;
}

/** The certificate of local test servers. Only tests may trust it. */
export const CERTIFICATE_PATH = certificatePath("cert");

export function localCertificate(): { key: string; cert: string } {
  return {
    key: readFileSync(certificatePath("key"), "utf8"),
    cert: readFileSync(CERTIFICATE_PATH, "utf8"),
  };
}

function certificatePath(kind: "key" | "cert"): string {
  return fileURLToPath(new URL(`./certificate/localhost-for-tests-only.${kind}.pem`, import.meta.url));
}
