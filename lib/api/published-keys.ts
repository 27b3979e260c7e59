// The public signing keys in functions that hold no private keys: fetched from `auth`'s JWKS URL, cached, and fetched again when a token
// names an unknown key.
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import * as z from "zod";
import { BusyError } from "../pipeline/errors.ts";
import { KEYS_MAX_AGE_SECONDS } from "./token-keys.ts";

const KeySetSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1),
});

/** Minimum time between two fetches, so that forged key ids do not cause load. */
const COOLDOWN_MS = 30_000;

export interface KeyFetching {
  /** Returns the parsed JSON. Throws the errors of a fetch. */
  fetchJson: () => Promise<unknown>;
  /** Milliseconds of any clock; only differences are used. */
  clock: () => number;
}

/** Finds a token's key. Throws `BusyError` while no keys could be fetched. */
export function publishedKeys({ fetchJson, clock }: KeyFetching): JWTVerifyGetKey {
  let known: { find: JWTVerifyGetKey; fetchedAt: number } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  async function fetchKeys(): Promise<void> {
    triedAt = clock();
    const keySet: JSONWebKeySet = KeySetSchema.parse(await fetchJson());
    known = { find: createLocalJWKSet(keySet), fetchedAt: clock() };
  }

  /** Concurrent requests share one fetch. */
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
        // Cached keys stay valid, so tokens are not refused while `auth` is unreachable.
        if (known !== undefined) return;
        throw new BusyError("the public keys of tokens cannot be fetched", undefined, { cause: error });
      });
    }
    if (known === undefined) throw new BusyError("the public keys of tokens are not loaded yet");
    return known.find;
  }

  /** Fetches newer keys; returns the same ones while the minimum time has not passed. */
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
      // Another request may have fetched newer keys in the meantime.
      const newer = await newerThan(find);
      if (newer === find) throw error;
      return newer(header, token);
    }
  };
}
