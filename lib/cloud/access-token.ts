// Access tokens of the account that a function runs as, from the machine's metadata server.
// https://cloud.google.com/compute/docs/access/authenticate-workloads#applications
import * as z from "zod";

const URL_OF_TOKEN =
  "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token";
const TokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });

/** A token this close to its end is not used any more. */
const MARGIN_MS = 60_000;

/** Returns a valid token, and fetches a new one shortly before the expiry. Rejects if there is no metadata server. */
export function accessTokens(get: typeof fetch = fetch, now: () => number = Date.now): () => Promise<string> {
  let held: { token: string; until: number } | undefined;
  return async () => {
    if (held !== undefined && held.until > now()) return held.token;
    const response = await get(URL_OF_TOKEN, {
      headers: { "metadata-flavor": "Google" },
      signal: AbortSignal.timeout(2_000),
    });
    if (!response.ok) throw new Error(`the metadata server gave no token (${response.status})`);
    const { access_token: token, expires_in: seconds } = TokenSchema.parse(await response.json());
    held = { token, until: now() + seconds * 1_000 - MARGIN_MS };
    return token;
  };
}
