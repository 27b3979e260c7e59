// Webhook signing secrets, one for each owner, derived (HKDF) from one key, so that none is stored. Receivers compute HMAC-SHA256 of
// `{t}.{body}` and compare it with `v1` of the header.
import { createHmac, hkdfSync } from "node:crypto";

export interface WebhookSecrets {
  /** The owner's secret, with which receivers verify signatures. */
  secretOf(ownerId: string): string;
}

export const SIGNATURE_HEADER = "Mekuri-Signature";

/** `key`: 32 bytes. Changing it changes every owner's secret. */
export function webhookSecrets(key: Uint8Array): WebhookSecrets {
  const master = new Uint8Array(hkdfSync("sha256", key, new Uint8Array(), "mekuri webhooks", 32));
  return {
    secretOf: (ownerId) => `whsec_${createHmac("sha256", master).update(ownerId).digest("base64url")}`,
  };
}

/** The header's value: `t=1790000000,v1=…`, the time in seconds and a signature in hex. */
export function signatureOf(body: string, { secret, nowMs }: { secret: string; nowMs: number }): string {
  const t = Math.floor(nowMs / 1_000);
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  return `t=${t},v1=${v1}`;
}
