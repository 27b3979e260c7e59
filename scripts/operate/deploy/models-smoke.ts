// Checks the models as deployed functions reach them: `models -- check --access vertex` as the account of a function.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** The function whose account is used: the one whose pictures cost most. */
const ASKING_FUNCTION = "artwork";

/** The project and account of a service at its default Firebase Hosting address; undefined for other addresses. */
export function accountBehind(address: string): { project: string; email: string } | undefined {
  const project = /^https:\/\/([a-z][a-z0-9-]{4,28}[a-z0-9])\.(?:web\.app|firebaseapp\.com)\/?$/.exec(
    address,
  )?.[1];
  if (project === undefined) return undefined;
  return { project, email: `mekuri-${ASKING_FUNCTION}@${project}.iam.gserviceaccount.com` };
}

/** Path of the operator's credentials from `gcloud auth application-default login`. */
export function operatorCredentials(environment = process.env): string {
  const folder = environment.CLOUDSDK_CONFIG || join(homedir(), ".config/gcloud");
  return environment.GOOGLE_APPLICATION_CREDENTIALS || join(folder, "application_default_credentials.json");
}

/**
 * Credentials that impersonate a service account with the operator's own (https://google.aip.dev/auth/4117 and google-auth-library's
 * `impersonated_service_account`). The operator needs the role roles/iam.serviceAccountTokenCreator on it.
 */
export function impersonation(email: string, own: unknown): unknown {
  return {
    type: "impersonated_service_account",
    service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${email}:generateAccessToken`,
    source_credentials: own,
    delegates: [],
  };
}

/** Throws an error that says what failed and what to do. Has the cost that `models -- check` prints. */
export async function smokeModels(address: string, say: (line: string) => void): Promise<void> {
  const account = accountBehind(address);
  if (account === undefined) {
    say(
      "models: not checked, because only an address at web.app names the project; run npm run models -- check --access vertex",
    );
    return;
  }
  const path = operatorCredentials();
  if (!existsSync(path)) {
    throw new Error(`there are no credentials at ${path}: run gcloud auth application-default login`);
  }
  const folder = mkdtempSync(join(tmpdir(), "mekuri-smoke-"));
  try {
    const file = join(folder, "credentials.json");
    const own: unknown = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(file, JSON.stringify(impersonation(account.email, own)), { mode: 0o600 });
    say(`models: checked as ${account.email}`);
    const mekuri = join(import.meta.dirname, "../../mekuri.ts");
    const checking = spawn(process.execPath, [mekuri, "models", "check", "--access", "vertex"], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, GOOGLE_APPLICATION_CREDENTIALS: file, VERTEX_PROJECT: account.project },
    });
    const [code] = await once(checking, "close");
    if (code !== 0) {
      const role = "roles/iam.serviceAccountTokenCreator";
      throw new Error(
        `not every model can be reached as ${account.email}; your own account needs ${role} on it`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
