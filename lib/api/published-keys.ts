// The public keys of tokens as a function that holds none itself knows them: fetched from the address where `auth`
// publishes them, kept for a while, and fetched again when a token names a key that is not among them.
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import * as z from "zod";
import { BusyError } from "../pipeline/errors.ts";
import { KEYS_MAX_AGE_SECONDS } from "./token-keys.ts";

const KeySetSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1),
});

/** Whatever tokens name: the keys are not fetched more often than this. */
const COOLDOWN_MS = 30_000;

export interface KeyFetching {
  /** Gives the parsed JSON. Throws whatever a fetch throws. */
  fetchJson: () => Promise<unknown>;
  /** Milliseconds; only differences count. */
  clock: () => number;
}

/** Finds a token's key. Throws `BusyError` as long as no keys could be fetched at all. */
export function publishedKeys({ fetchJson, clock }: KeyFetching): JWTVerifyGetKey {
  let known: { find: JWTVerifyGetKey; fetchedAt: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  async function fetchKeys(): Promise<void> {
    triedAt = clock();
    const keySet: JSONWebKeySet = KeySetSchema.parse(await fetchJson());
    known = { find: createLocalJWKSet(keySet), fetchedAt: clock() };
  }

  /** Requests that come meanwhile wait for the same fetch. */
  function refresh(): Promise<void> {
    fetching ??= fetchKeys().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  async function currentKeys(): Promise<JWTVerifyGetKey> {
    const isFresh = known !== undefined && clock() - known.fetchedAt < KEYS_MAX_AGE_SECONDS * 1_000;
    const mayFetch = known === undefined || fetching !== undefined || clock() - triedAt >= COOLDOWN_MS;
    if (!isFresh && mayFetch) {
      await refresh().catch((error: unknown) => {
        // Old keys are as good as ever; what they signed is not refused because `auth` cannot be reached.
        if (known !== undefined) return;
        throw new BusyError("the keys of tokens cannot be fetched", undefined, { cause: error });
      });
    }
    if (known === undefined) throw new BusyError("the keys of tokens are not there yet");
    return known.find;
  }

  /** Keys that are newer than those; the same when none may be fetched yet. */
  async function newerThan(find: JWTVerifyGetKey): Promise<JWTVerifyGetKey> {
    const isDue = fetching !== undefined || clock() - triedAt >= COOLDOWN_MS;
    if (known?.find === find && isDue) await refresh().catch(() => {});
    return known?.find ?? find;
  }

  return async (header, token) => {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey("the token names no key");
    const find = await currentKeys();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // Another request may have fetched newer ones meanwhile.
      const newer = await newerThan(find);
      if (newer === find) throw error;
      return newer(header, token);
    }
  };
}
