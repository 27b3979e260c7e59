// Signs and verifies the two kinds of tokens: JSON Web Tokens of one algorithm, distinguished by `typ` and `aud`.
// https://www.rfc-editor.org/rfc/rfc8725 (best practice) · https://www.rfc-editor.org/rfc/rfc9068 (access tokens)
import { errors, importJWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import { TokenRefusedError } from "./identity.ts";
import { type SigningKeys, TOKEN_ALGORITHM } from "./token-keys.ts";
import { ACCESS_SECONDS, CLOCK_TOLERANCE_SECONDS, REFRESH_SECONDS } from "./token-lifetimes.ts";

export type TokenKind = "access" | "refresh";

const KINDS: Record<TokenKind, { typ: string; audience: string; seconds: number }> = {
  access: { typ: "at+jwt", audience: "mekuri-api", seconds: ACCESS_SECONDS },
  refresh: { typ: "rt+jwt", audience: "mekuri-auth", seconds: REFRESH_SECONDS },
};

export interface TokenSubject {
  ownerId: string;
  /** The claim `sid`. */
  familyId: string;
  /** The claim `jti`. */
  tokenId: string;
}

const ClaimsSchema = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  jti: z.string().min(1),
  iat: z.int(),
});

/** `issuedAt`: milliseconds since 1970. The same subject, time and key give the same token. */
export async function signToken(
  kind: TokenKind,
  { ownerId, familyId, tokenId }: TokenSubject,
  { issuer, issuedAt, signingKeys }: { issuer: string; issuedAt: number; signingKeys: SigningKeys },
): Promise<string> {
  const [key] = signingKeys.keys;
  const { typ, audience, seconds } = KINDS[kind];
  const iat = Math.floor(issuedAt / 1_000);
  return new SignJWT({ sid: familyId, client_id: "mekuri" })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ, kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(ownerId)
    .setJti(tokenId)
    .setIssuedAt(iat)
    .setNotBefore(iat)
    .setExpirationTime(iat + seconds)
    .sign(await importJWK(key, TOKEN_ALGORITHM));
}

export interface Verification {
  issuer: string;
  /** Finds the key for a token's `kid`. Throws `BusyError` when the keys cannot be fetched. */
  keys: JWTVerifyGetKey;
  /** Milliseconds since 1970. */
  now: number;
}

/** Throws `TokenRefusedError`, and errors of `keys` other than jose's. */
export async function verifyToken(
  kind: TokenKind,
  token: string,
  { issuer, keys, now }: Verification,
): Promise<TokenSubject> {
  const { typ, audience } = KINDS[kind];
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [TOKEN_ALGORITHM],
      typ,
      issuer,
      audience,
      requiredClaims: ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    const { sub, sid, jti } = ClaimsSchema.parse(payload);
    return { ownerId: sub, familyId: sid, tokenId: jti };
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new TokenRefusedError("expired", "the token has expired", { cause: error });
    }
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError) {
      throw new TokenRefusedError("invalid", "the token is not one of ours", { cause: error });
    }
    throw error;
  }
}
