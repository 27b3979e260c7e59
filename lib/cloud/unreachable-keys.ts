// Distinguishes a key set that could not be fetched from an invalid token.

/**
 * Whether `error`, thrown by jose while it verified a token, means that the keys could not be fetched: a timeout, an invalid key set, no
 * connection. https://github.com/panva/jose/blob/main/docs/jwks/remote/functions/createRemoteJWKSet.md
 */
export function areKeysUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_JWKS_TIMEOUT" || code === "ERR_JOSE_GENERIC") return true;
  return error instanceof TypeError && error.message === "fetch failed";
}
