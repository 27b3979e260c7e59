// Signs Firebase's custom tokens: with a key file if there is one, through IAM in the cloud, and without a signature for the emulator,
// which accepts unsigned tokens.
import { readFile } from "node:fs/promises";
import { importPKCS8, SignJWT, UnsecuredJWT } from "jose";
import * as z from "zod";
import { customTokenClaims, type MakeCustomToken } from "../api/custom-token.ts";
import { BusyError } from "../pipeline/errors.ts";

const EMULATED_ACCOUNT = "firebase-auth-emulator@example.com";

/** `clock`: milliseconds since 1970, here and below. */
export function emulatedCustomTokens(clock: () => number): MakeCustomToken {
  return async (subject) => new UnsecuredJWT(customTokenClaims(subject, EMULATED_ACCOUNT, clock())).encode();
}

const KeyFileSchema = z.object({
  type: z.literal("service_account"),
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string(),
});

/** `path`: a service account's key in JSON, as Google hands it out. */
export function keyFileCustomTokens(path: string, clock: () => number): MakeCustomToken {
  return async (subject) => {
    const account = KeyFileSchema.parse(JSON.parse(await readFile(path, "utf8")));
    return new SignJWT(customTokenClaims(subject, account.client_email, clock()))
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: account.private_key_id })
      .sign(await importPKCS8(account.private_key, "RS256"));
  };
}

export interface CloudAddresses {
  /** https://cloud.google.com/compute/docs/metadata/overview */
  metadata: string;
  /** https://cloud.google.com/iam/docs/reference/credentials/rest */
  credentials: string;
}

const GOOGLE: CloudAddresses = {
  metadata: "http://metadata.google.internal",
  credentials: "https://iamcredentials.googleapis.com",
};

const TIMEOUT_MS = 10_000;

/** The function's own account signs, without a key of it ever being here; it needs the role of a token creator on itself. */
export function cloudCustomTokens(clock: () => number, addresses: CloudAddresses = GOOGLE): MakeCustomToken {
  const account = `${addresses.metadata}/computeMetadata/v1/instance/service-accounts/default`;
  const askMetadata = (what: string) =>
    ask(`${account}/${what}`, { headers: { "metadata-flavor": "Google" } });
  return async (subject) => {
    const [email, credentials] = await Promise.all([
      askMetadata("email").then((answer) => answer.text()),
      askMetadata("token").then(async (answer) =>
        z.object({ access_token: z.string() }).parse(await answer.json()),
      ),
    ]);
    const content = [{ alg: "RS256", typ: "JWT" }, customTokenClaims(subject, email, clock())]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const signed = await ask(`${addresses.credentials}/v1/projects/-/serviceAccounts/${email}:signBlob`, {
      method: "POST",
      headers: { authorization: `Bearer ${credentials.access_token}`, "content-type": "application/json" },
      body: JSON.stringify({ payload: Buffer.from(content).toString("base64") }),
    });
    const { signedBlob } = z.object({ signedBlob: z.base64() }).parse(await signed.json());
    return `${content}.${Buffer.from(signedBlob, "base64").toString("base64url")}`;
  };
}

/** Throws `BusyError` if the service does not answer, or answers with an error. */
async function ask(address: string, init: RequestInit): Promise<Response> {
  const { host } = new URL(address);
  const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (error: unknown) => {
      throw new BusyError(`${host} does not answer`, undefined, { cause: error });
    },
  );
  if (!answer.ok)
    throw new BusyError(`${host} answers ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return answer;
}
