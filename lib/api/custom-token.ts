// Firebase custom tokens. With one, a browser signs in to Firestore as the owner and may listen to the owner's documents.
// https://firebase.google.com/docs/auth/admin/create-custom-tokens

/** Firebase's maximum. */
export const CUSTOM_TOKEN_SECONDS = 3_600;

const AUDIENCE = "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";

/** Throws `BusyError` when the signing service cannot be reached. */
export type MakeCustomToken = (subject: CustomTokenSubject) => Promise<string>;

export interface CustomTokenSubject {
  ownerId: string;
  /** The claim `sid`: `firestore.rules` read this sign-in, so that listeners are refused after it has ended. */
  familyId: string;
}

/** `now`: milliseconds since 1970. */
export function customTokenClaims(
  { ownerId, familyId }: CustomTokenSubject,
  serviceAccount: string,
  now: number,
) {
  const iat = Math.floor(now / 1_000);
  return {
    ...{ iss: serviceAccount, sub: serviceAccount, aud: AUDIENCE },
    ...{ iat, exp: iat + CUSTOM_TOKEN_SECONDS, uid: ownerId, claims: { sid: familyId } },
  };
}
