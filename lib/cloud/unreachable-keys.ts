// Tells a key set that could not be fetched from a token that is not good.

/**
 * Whether `error`, thrown by jose while it verified a token, says that the keys could not be had: a timeout, an answer that is no key set,
 * no connection. https://github.com/panva/jose/blob/main/docs/jwks/remote/functions/createRemoteJWKSet.md
 */
export function areKeysUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_JWKS_TIMEOUT" || code === "ERR_JOSE_GENERIC") return true;
  return error instanceof TypeError && error.message === "fetch failed";
}
