// Security headers of every answer. https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html

/** A page that needs more than `default-src 'none'` sets its own policy. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-site",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
