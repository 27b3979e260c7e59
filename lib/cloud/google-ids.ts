// Verifies the ID tokens of Google's and Firebase's sign-in with Google's keys, and reads their subject.
// https://developers.google.com/identity/gsi/web/guides/verify-google-id-token https://firebase.google.com/docs/auth/admin/verify-id-tokens
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify, UnsecuredJWT } from "jose";
import * as z from "zod";
import { TokenRefusedError } from "../api/identity.ts";
import type { GoogleIdentity, ReadGoogleId } from "../api/sign-in.ts";
import { CLOCK_TOLERANCE_SECONDS } from "../api/token-lifetimes.ts";
import { BusyError } from "../pipeline/errors.ts";
import { areKeysUnreachable } from "./unreachable-keys.ts";

export interface GoogleIdOptions {
  /** Accepted audiences: OAuth client ids, or the Firebase project. */
  audiences: readonly string[];
  /** Whether a Firebase emulator is used: then tokens of its kind, without a signature, count too. */
  isEmulated: boolean;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Default: Google's own. */
  keyAddresses?: Readonly<Record<Issuer["kind"], string>>;
}

interface Issuer {
  kind: GoogleIdentity["kind"];
  names: readonly string[];
}

const GOOGLE_KEYS = {
  google: "https://www.googleapis.com/oauth2/v3/certs",
  firebase: "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com",
};
const GOOGLE: Issuer = { kind: "google", names: ["https://accounts.google.com", "accounts.google.com"] };
const FIREBASE = "https://securetoken.google.com/";

const ClaimsSchema = z.object({
  sub: z.string().min(1).max(128),
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional(),
  name: z.string().max(255).optional(),
  firebase: z.object({ sign_in_provider: z.string() }).optional(),
});

export function googleIds({
  audiences,
  isEmulated,
  clock,
  keyAddresses = GOOGLE_KEYS,
}: GoogleIdOptions): ReadGoogleId {
  const keys = {
    google: createRemoteJWKSet(new URL(keyAddresses.google)),
    firebase: createRemoteJWKSet(new URL(keyAddresses.firebase)),
  };

  async function verified(idToken: string): Promise<{ kind: Issuer["kind"]; payload: JWTPayload }> {
    const { iss, aud } = decodeJwt(idToken);
    const issuer = issuerOf(iss, aud);
    const expected = {
      issuer: [...issuer.names],
      audience: [...audiences],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(clock()),
    };
    if (isEmulated && issuer.kind === "firebase") {
      return { kind: issuer.kind, payload: UnsecuredJWT.decode(idToken, expected).payload };
    }
    const checks = { ...expected, algorithms: ["RS256"], requiredClaims: ["iat", "exp", "sub"] };
    const { payload } = await jwtVerify(idToken, keys[issuer.kind], checks);
    return { kind: issuer.kind, payload };
  }

  return async (idToken) => {
    try {
      const { kind, payload } = await verified(idToken);
      const claims = ClaimsSchema.parse(payload);
      const { sub, email, name, firebase, email_verified: isEmailVerified = false } = claims;
      // Firebase tokens from our own custom tokens, or of anonymous users, prove no identity.
      if (/^(custom|anonymous)$/.test(firebase?.sign_in_provider ?? "")) {
        throw new TokenRefusedError("invalid", `signed in by ${firebase?.sign_in_provider}`);
      }
      return { kind, subject: sub, email, isEmailVerified, name };
    } catch (error) {
      throw refusal(error);
    }
  };
}

/** Firebase's issuer is named by its project, which is also the audience. */
function issuerOf(iss: string | undefined, aud: string | string[] | undefined): Issuer {
  return iss !== undefined && typeof aud === "string" && iss === `${FIREBASE}${aud}`
    ? { kind: "firebase", names: [iss] }
    : GOOGLE;
}

function refusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) {
    return new TokenRefusedError("expired", "the ID token has expired", { cause: error });
  }
  // Google's keys could not be had: no fault of the token.
  if (areKeysUnreachable(error))
    return new BusyError("Google's keys cannot be fetched", undefined, { cause: error });
  if (error instanceof errors.JOSEError || error instanceof z.ZodError) {
    return new TokenRefusedError("invalid", "the ID token is not valid", { cause: error });
  }
  return error;
}
