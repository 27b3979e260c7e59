// The keys that sign tokens: one signs, the next is published before it does, and those before stay until nothing that
// they signed can still count. All Ed25519 (RFC 8037), whose signatures of the same claims are the same bytes.
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
  /** The secret. */
  d: z.base64url(),
  /** ISO. Since when it is published. */
  createdAt: z.iso.datetime(),
  /** ISO. Since when it signs no more. */
  retiredAt: z.iso.datetime().optional(),
});
type SigningKey = z.infer<typeof SigningKeySchema>;

/** The first signs, the second will be next, further ones have signed before. */
export const SigningKeysSchema = z.strictObject({
  keys: z.tuple([SigningKeySchema, SigningKeySchema], SigningKeySchema),
});
export type SigningKeys = z.infer<typeof SigningKeysSchema>;

/** Seconds that a verifier may hold on to the keys that it has fetched. */
export const KEYS_MAX_AGE_SECONDS = 300;
/** The next key must have been published for so long before it signs: every verifier has fetched it by then. */
const PUBLISHED_AHEAD_MS = 3 * KEYS_MAX_AGE_SECONDS * 1_000;

/** The next key is too new to sign. */
export class RotationTooEarlyError extends Error {
  override readonly name = "RotationTooEarlyError";
}

/** `now`: milliseconds since 1970, here and below. */
export async function newSigningKeys(now: number): Promise<SigningKeys> {
  return { keys: [await newKey(now), await newKey(now)] };
}

/** The next key signs from now on. Throws `RotationTooEarlyError` while verifiers may not know it yet. */
export async function rotateKeys({ keys }: SigningKeys, now: number): Promise<SigningKeys> {
  const [current, next, ...before] = keys;
  const earliest = Date.parse(next.createdAt) + PUBLISHED_AHEAD_MS;
  if (now < earliest) {
    throw new RotationTooEarlyError(
      `the next key can sign from ${new Date(earliest).toISOString()} on, when every verifier knows it`,
    );
  }
  const retired = { ...current, retiredAt: new Date(now).toISOString() };
  return { keys: [next, await newKey(now), retired, ...before.filter((key) => stillCounts(key, now))] };
}

/** What everybody may know: the body of `/.well-known/jwks.json`. */
export function publicKeys({ keys }: SigningKeys, now: number): JSONWebKeySet {
  const shown = keys.filter((key) => stillCounts(key, now));
  return { keys: shown.map(({ kty, crv, alg, use, kid, x }) => ({ kty, crv, alg, use, kid, x })) };
}

function stillCounts({ retiredAt }: SigningKey, now: number): boolean {
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
