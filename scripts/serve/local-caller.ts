// Identity of the local caller of functions that Pub/Sub and the sweep's timer call. The embedded Pub/Sub signs its tokens, as Google does
// in the cloud; the functions verify them with the same code.
import * as z from "zod";

export interface LocalCaller {
  /** Settings of the functions. */
  environment: Record<string, string>;
  /** Identity and audience of the tokens for push subscriptions. */
  oidcToken: { serviceAccountEmail: string; audience: string };
  /** The Authorization header of a timer's request. Rejects if the embedded Pub/Sub does not answer. */
  authorization(): Promise<string>;
}

/** One audience for all functions, because they may share a process and its settings. */
const oidcToken = { serviceAccountEmail: "mekuri-pusher@local", audience: "mekuri-local" };

/** `keysUrl`: URL of the embedded Pub/Sub's public keys. */
export function localCaller(keysUrl: string): LocalCaller {
  const address = new URL(
    `/v1/projects/-/serviceAccounts/${oidcToken.serviceAccountEmail}:generateIdToken`,
    keysUrl,
  );
  return {
    oidcToken,
    environment: {
      MEKURI_CALLER_AUDIENCE: oidcToken.audience,
      MEKURI_CALLER_ACCOUNT: oidcToken.serviceAccountEmail,
      MEKURI_CALLER_KEYS_URL: keysUrl,
    },
    async authorization() {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ audience: oidcToken.audience, includeEmail: true }),
      });
      const { token } = z.object({ token: z.string() }).parse(await response.json());
      return `Bearer ${token}`;
    },
  };
}

/** The caller in a worker's settings; undefined with another Pub/Sub, which does not sign. */
export function callerOf(environment: Readonly<Record<string, string | undefined>>): LocalCaller | undefined {
  const keysUrl = environment.MEKURI_CALLER_KEYS_URL;
  return keysUrl ? localCaller(keysUrl) : undefined;
}
