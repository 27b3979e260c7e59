// Wraps data keys with a key of Cloud KMS, over its REST interface: the key itself never leaves the service.
// https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys/encrypt
import * as z from "zod";
import { BusyError } from "../pipeline/errors.ts";
import { contextBytes, type KeyWrapper } from "./key-wrapper.ts";
import { SealBrokenError } from "./seal.ts";

const KeySchema = z.object({ primary: z.object({ name: z.string() }) });
const EncryptedSchema = z.object({ name: z.string(), ciphertext: z.base64() });
const DecryptedSchema = z.object({ plaintext: z.base64() });
const TIMEOUT_MS = 5_000;

export interface KmsOptions {
  /** `projects/P/locations/L/keyRings/R/cryptoKeys/K`. */
  keyName: string;
  /** An access token of the function's account. */
  token: () => Promise<string>;
  baseUrl?: string;
}

export function kmsKeyWrapper({
  keyName,
  token,
  baseUrl = "https://cloudkms.googleapis.com",
}: KmsOptions): KeyWrapper {
  async function ask(method: "GET" | "POST", path: string, body?: Record<string, string>): Promise<unknown> {
    const authorization = `Bearer ${await token()}`;
    const response = await fetch(`${baseUrl}/v1/${path}`, {
      method,
      headers: { authorization, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new BusyError("Cloud KMS did not answer", undefined, { cause: error });
    });
    if (response.ok) return response.json();
    if (response.status === 400) throw new SealBrokenError(`Cloud KMS refused a data key (${path})`);
    if (response.status === 429 || response.status >= 500)
      throw new BusyError(`Cloud KMS answered ${response.status}`);
    throw new Error(`Cloud KMS answered ${response.status} to ${path}: may this account use the key?`);
  }
  const additional = (context: Parameters<typeof contextBytes>[0]) =>
    contextBytes(context).toString("base64");

  return {
    current: async () => KeySchema.parse(await ask("GET", keyName)).primary.name,
    async wrap(key, context) {
      const answer = await ask("POST", `${keyName}:encrypt`, {
        plaintext: Buffer.from(key).toString("base64"),
        additionalAuthenticatedData: additional(context),
      });
      const { name, ciphertext } = EncryptedSchema.parse(answer);
      return { by: name, bytes: Buffer.from(ciphertext, "base64") };
    },
    async unwrap({ bytes }, context) {
      const answer = await ask("POST", `${keyName}:decrypt`, {
        ciphertext: Buffer.from(bytes).toString("base64"),
        additionalAuthenticatedData: additional(context),
      });
      return Buffer.from(DecryptedSchema.parse(answer).plaintext, "base64");
    },
  };
}
