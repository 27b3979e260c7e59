// Verifies access tokens: signed by this service, not expired, and of a token family that has not been revoked.
import type { JWTVerifyGetKey } from "jose";
import { type Authenticate, TokenRefusedError } from "./identity.ts";
import type { FamilyStore } from "./token-families.ts";
import { verifyToken } from "./tokens.ts";
import { ownersOf } from "./users.ts";

export interface AuthenticateParts {
  issuer: string;
  keys: JWTVerifyGetKey;
  families: Pick<FamilyStore, "read">;
  /** Milliseconds since 1970. */
  clock: () => number;
}

export function createAuthenticate({ issuer, keys, families, clock }: AuthenticateParts): Authenticate {
  return async (accessToken) => {
    const { ownerId, familyId } = await verifyToken("access", accessToken, { issuer, keys, now: clock() });
    // Read for every request, so that a revoked token is refused at once and not only when it expires.
    const family = await families.read(familyId);
    if (family?.status !== "live" || family.ownerId !== ownerId) {
      throw new TokenRefusedError("revoked", "the token's family was revoked");
    }
    return { ownerId, owners: ownersOf(family), familyId };
  };
}
