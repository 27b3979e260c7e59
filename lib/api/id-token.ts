// Port to the provider that proves who a person is.

export interface ProvedIdentity {
  /** The provider's id of the account. */
  subject: string;
  email?: string | undefined;
  isEmailVerified: boolean;
  name?: string | undefined;
  /** Whether the account has the claim `operator`, and when that was read, in milliseconds since 1970. */
  operator?: { isGranted: boolean; asOf: number } | undefined;
}

/**
 * Verifies an ID token and returns its person. Throws `TokenRefusedError` for a token that is forged, expired or revoked, or of a disabled
 * account; `BusyError` if the provider cannot be asked.
 */
export type ReadIdToken = (idToken: string) => Promise<ProvedIdentity>;

/** Undefined if the provider has no such account. Throws `BusyError` if it cannot be asked. */
export type ReadProviderState = (providerId: string) => Promise<ProviderState | undefined>;

export interface ProviderState {
  isDisabled: boolean;
  /** Seconds since 1970: earlier sign-ins are revoked. */
  validSince: number;
}
