// Codes of authenticator apps: TOTP of RFC 6238 over HOTP of RFC 4226, and secrets in Base32 of RFC 4648 as those apps read them.
import { createHmac } from "node:crypto";

export interface TotpParameters {
  algorithm: "sha1" | "sha256" | "sha512";
  digits: number;
  periodSeconds: number;
}

/** What Identity Platform enrols, and all common apps make. */
export const USUAL_TOTP: TotpParameters = { algorithm: "sha1", digits: 6, periodSeconds: 30 };

/** The number of the period that contains a time. */
export const stepAt = (ms: number, { periodSeconds } = USUAL_TOTP): number =>
  Math.floor(ms / 1000 / periodSeconds);

/** The code of a period. */
export function codeOf(secret: Uint8Array, step: number, { algorithm, digits } = USUAL_TOTP): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  // RFC 4226, section 5.3: the last four bits say where the four bytes begin; their first bit is dropped.
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/**
 * The period whose code this is; undefined if none of the periods around a time has it. A code is valid once (RFC 6238, section 5.2), so
 * only periods after `used` count.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  { nowMs, adjacent, used = -1 }: { nowMs: number; adjacent: number; used?: number | undefined },
): number | undefined {
  const now = stepAt(nowMs);
  for (let step = Math.max(now - adjacent, used + 1); step <= now + adjacent; step += 1) {
    if (codeOf(secret, step) === code) return step;
  }
  return undefined;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Without padding: the secrets are of 20 bytes, which need none. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

/** Throws `RangeError` for other characters. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new RangeError(`"${letter}" is no character of Base32`);
    return value.toString(2).padStart(5, "0");
  });
  return Uint8Array.from(bits.join("").match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
