// Who calls the functions of one machine that Pub/Sub and the sweep's timer wake. The embedded Pub/Sub signs for the account, as Google
// does in the cloud; the functions check it by the same code.
import * as z from "zod";

export interface LocalCaller {
  /** Settings of the functions. */
  environment: Record<string, string>;
  /** Of a push subscription. */
  oidcToken: { serviceAccountEmail: string; audience: string };
  /** The header `Authorization` of a timer's request. Rejects when the embedded Pub/Sub does not answer. */
  authorization(): Promise<string>;
}

/** One for all functions: they may share a process, and so their settings. */
const oidcToken = { serviceAccountEmail: "mekuri-pusher@local", audience: "mekuri-local" };

/** `keysUrl`: where the embedded Pub/Sub publishes its keys. */
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

/** What a worker's settings say of its caller; undefined where another Pub/Sub is used, which signs nothing. */
export function callerOf(environment: Readonly<Record<string, string | undefined>>): LocalCaller | undefined {
  const keysUrl = environment.MEKURI_CALLER_KEYS_URL;
  return keysUrl ? localCaller(keysUrl) : undefined;
}
