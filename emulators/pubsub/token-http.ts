// Two HTTP endpoints for OIDC tokens: the key set that verifies tokens of authenticated push, and generateIdToken of the IAM
// Credentials API, which signs a token for other callers such as a timer.
// https://www.googleapis.com/oauth2/v3/certs
// https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateIdToken
import * as z from "zod";
import { invalidArgument } from "./pubsub-error.ts";
import type { PushTokenSigner } from "./push-token.ts";

export const KEYS_PATH = "/oauth2/v3/certs";

const AskSchema = z.object({ audience: z.string().min(1) });

/** Undefined if the request is for another path. Throws `PubSubError` for a body without an audience. */
export async function answerAboutTokens(
  signer: PushTokenSigner,
  { method, url, body }: { method: string; url: string; body: () => Promise<string> },
): Promise<unknown> {
  if (method === "GET" && url === KEYS_PATH) return signer.jwks();
  const account = /^\/v1\/projects\/-\/serviceAccounts\/([^/:?]+):generateIdToken$/.exec(url)?.[1];
  if (method !== "POST" || account === undefined) return undefined;
  const asked = AskSchema.safeParse(parsed(await body()));
  if (!asked.success) throw invalidArgument(`Invalid JSON payload received: ${z.prettifyError(asked.error)}`);
  const serviceAccountEmail = decodeURIComponent(account);
  return { token: await signer.sign({ serviceAccountEmail, audience: asked.data.audience }) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
