// Signing keys: the current one, the next one (published before it is used), and earlier ones until all tokens they signed have expired.
// Ed25519 (RFC 8037), whose signatures are deterministic.
import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type JSONWebKeySet } from "jose";
import * as z from "zod";
import { REFRESH_SECONDS } from "./token-lifetimes.ts";

export const TOKEN_ALGORITHM = "EdDSA";

const SigningKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  alg: z.literal(TOKEN_ALGORITHM),
  use: z.literal("sig"),
  kid: z.string().min(1),
  x: z.base64url(),
  /** The private key. */
  d: z.base64url(),
  /** ISO time of publication. */
  createdAt: z.iso.datetime(),
  /** ISO time of the last use for signing. */
  retiredAt: z.iso.datetime().optional(),
});
type SigningKey = z.infer<typeof SigningKeySchema>;

/** The first key signs, the second is the next one, the others signed before. */
export const SigningKeysSchema = z.strictObject({
  keys: z.tuple([SigningKeySchema, SigningKeySchema], SigningKeySchema),
});
export type SigningKeys = z.infer<typeof SigningKeysSchema>;

/** Seconds for which verifiers may cache the keys. */
export const KEYS_MAX_AGE_SECONDS = 300;
/** The minimum time for which the next key must have been published before it signs, so that every verifier has fetched it. */
const PUBLISHED_AHEAD_MS = 3 * KEYS_MAX_AGE_SECONDS * 1_000;

/** The next key has not been published for long enough. */
export class RotationTooEarlyError extends Error {
  override readonly name = "RotationTooEarlyError";
}

/** `now`: milliseconds since 1970, here and below. */
export async function newSigningKeys(now: number): Promise<SigningKeys> {
  return { keys: [await newKey(now), await newKey(now)] };
}

/** Makes the next key the signing one. Throws `RotationTooEarlyError` while some verifiers may not know it. */
export async function rotateKeys({ keys }: SigningKeys, now: number): Promise<SigningKeys> {
  const [current, next, ...before] = keys;
  const earliest = Date.parse(next.createdAt) + PUBLISHED_AHEAD_MS;
  if (now < earliest) {
    throw new RotationTooEarlyError(
      `the next key can sign from ${new Date(earliest).toISOString()} on, when every verifier has it`,
    );
  }
  const retired = { ...current, retiredAt: new Date(now).toISOString() };
  return { keys: [next, await newKey(now), retired, ...before.filter((key) => hasLiveTokens(key, now))] };
}

/** The public keys: the body of `/.well-known/jwks.json`. */
export function publicKeys({ keys }: SigningKeys, now: number): JSONWebKeySet {
  const shown = keys.filter((key) => hasLiveTokens(key, now));
  return { keys: shown.map(({ kty, crv, alg, use, kid, x }) => ({ kty, crv, alg, use, kid, x })) };
}

function hasLiveTokens({ retiredAt }: SigningKey, now: number): boolean {
  return retiredAt === undefined || now < Date.parse(retiredAt) + REFRESH_SECONDS * 1_000;
}

async function newKey(now: number): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  const ours = {
    alg: TOKEN_ALGORITHM,
    use: "sig",
    kid: randomUUID(),
    createdAt: new Date(now).toISOString(),
  };
  return SigningKeySchema.parse({ kty, crv, x, d, ...ours });
}
