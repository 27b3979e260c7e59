// Verifies the ID tokens of Identity Platform (Firebase Authentication) by the vendor's rules, and asks it whether the account is disabled
// and whether its sign-ins were revoked. https://firebase.google.com/docs/auth/admin/verify-id-tokens
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, UnsecuredJWT } from "jose";
import * as z from "zod";
import type { ReadIdToken } from "../api/id-token.ts";
import { TokenRefusedError } from "../api/identity.ts";
import { CLOCK_TOLERANCE_SECONDS } from "../api/token-lifetimes.ts";
import { BusyError } from "../pipeline/errors.ts";
import type { LookUpAccount } from "./identity-accounts.ts";
import { areKeysUnreachable } from "./unreachable-keys.ts";

export interface IdentityPlatformOptions {
  project: string;
  /** With the Auth emulator, tokens have no signature. */
  isEmulated: boolean;
  lookup: LookUpAccount;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Default: Google's. */
  keyAddress?: string;
}

const KEYS = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";
/** Lifetime of an ID token. */
const LIFETIME_SECONDS = 3_600;
/** A token of this length at most is read. */
const MOST_CHARACTERS = 8_192;

const ClaimsSchema = z.object({
  sub: z.string().min(1).max(128),
  user_id: z.string().optional(),
  auth_time: z.int().nonnegative(),
  email: z.string().max(254).optional(),
  name: z.string().max(255).optional(),
  firebase: z.object({ sign_in_provider: z.string().max(100), tenant: z.undefined().optional() }),
});

export function identityPlatformIds(options: IdentityPlatformOptions): ReadIdToken {
  const { project, isEmulated, lookup, clock, keyAddress = KEYS } = options;
  const keys = createRemoteJWKSet(new URL(keyAddress));

  async function verified(idToken: string): Promise<JWTPayload> {
    if (idToken.length > MOST_CHARACTERS) throw refused("too long");
    const expected = {
      issuer: `https://securetoken.google.com/${project}`,
      audience: project,
      maxTokenAge: LIFETIME_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(clock()),
      requiredClaims: ["iat", "exp", "sub", "auth_time"],
    };
    if (isEmulated) return UnsecuredJWT.decode(idToken, expected).payload;
    return (await jwtVerify(idToken, keys, { ...expected, algorithms: ["RS256"] })).payload;
  }

  async function read(idToken: string) {
    const payload = await verified(idToken);
    const claims = ClaimsSchema.parse(payload);
    const { sub, auth_time: signedInAt, firebase } = claims;
    if (payload.aud !== project) throw refused("for several audiences");
    if (claims.user_id !== undefined && claims.user_id !== sub) throw refused("of two users");
    if (signedInAt > clock() / 1_000 + CLOCK_TOLERANCE_SECONDS) throw refused("of a future sign-in");
    // Tokens from our own custom tokens, or of anonymous users, prove no identity.
    if (/^(custom|anonymous)$/.test(firebase.sign_in_provider)) throw refused("of an unproved person");
    const asOf = clock();
    const account = await lookup(sub);
    if (account === undefined) throw refused("of a deleted account");
    if (account.isDisabled) throw refused("of a disabled account");
    if (signedInAt < account.validSince) throw new TokenRefusedError("revoked", "the sign-in was revoked");
    const { email, name } = claims;
    const isEmailVerified = email !== undefined && account.isEmailVerified;
    return { subject: sub, email, isEmailVerified, name, operator: { isGranted: account.isOperator, asOf } };
  }

  return (idToken) =>
    read(idToken).catch((error: unknown) => {
      throw refusalOf(error);
    });
}

function refused(reason: string): TokenRefusedError {
  return new TokenRefusedError("invalid", `the ID token is ${reason}`);
}

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new TokenRefusedError("expired", "the ID token has expired", { cause: error });
  }
  // Google's keys could not be had: no fault of the token.
  if (areKeysUnreachable(error)) {
    return new BusyError("Google's keys cannot be fetched", undefined, { cause: error });
  }
  const isInvalid =
    error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError;
  return isInvalid ? new TokenRefusedError("invalid", "the ID token is not valid", { cause: error }) : error;
}
