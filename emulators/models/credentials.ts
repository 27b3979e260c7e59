// Default credentials for the pretended Vertex AI: Google's auth library exchanges a word in a file for a token, at the server itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the server exchanges them. */
export const TOKEN_PATH = "/token";

const TOKEN_TYPE = "urn:ietf:params:oauth:token-type";

/** What the exchange answers: a token that opens nothing but the pretended server. */
export const LOCAL_TOKEN = {
  ...{ access_token: "local", issued_token_type: `${TOKEN_TYPE}:access_token` },
  ...{ token_type: "Bearer", expires_in: 3_600 },
};

/** Writes the file that `GOOGLE_APPLICATION_CREDENTIALS` is to name, and gives its path. */
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

/** The certificate of this machine's own servers, which nobody but a test should trust. */
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
