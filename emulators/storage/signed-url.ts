// Verifies V4 signed URLs: the signer, the signed request, and the expiry.
// https://cloud.google.com/storage/docs/authentication/canonical-requests
import { createHash, type KeyObject, verify } from "node:crypto";
import { type Call, header } from "./call.ts";
import { StorageError, unimplemented } from "./errors.ts";

export const ALGORITHM = "GOOG4-RSA-SHA256";
const MAX_SECONDS = 7 * 24 * 3600;
/** The maximum by which a signer's clock may be ahead. */
const SKEW_MS = 15 * 60 * 1000;

/** Public keys by the e-mail address of the service account. */
export type Signers = ReadonlyMap<string, KeyObject>;

/** True if the address has a signature of any version. */
export function isSigned(call: Call): boolean {
  return call.query.has("X-Goog-Signature") || call.query.has("Signature");
}

/** Throws 400 or 403 with Google's code unless one of `signers` signed the address and it has not expired. */
export function checkSignature(call: Call, signers: Signers, nowMs: number): void {
  if (call.query.has("Signature")) throw unimplemented("V2 signed URL");
  const parameter = (name: string) => {
    const value = call.query.get(name);
    if (value === null) throw malformed(name, `Missing parameter ${name}.`);
    return value;
  };
  const algorithm = parameter("X-Goog-Algorithm");
  if (algorithm !== ALGORITHM) throw unimplemented(`signing algorithm ${algorithm}`);
  const [email = "", ...scope] = parameter("X-Goog-Credential").split("/");
  const date = parameter("X-Goog-Date");
  const signed = parameter("X-Goog-SignedHeaders").split(";");
  const signature = Buffer.from(parameter("X-Goog-Signature"), "hex");
  checkTime(date, Number(parameter("X-Goog-Expires")), nowMs);
  checkHeaders(call, signed);

  const key = signers.get(email);
  if (!key) throw mismatch([["Details", `The signer ${email} is not known to this emulator.`]]);
  // Google's Node client signs the host without its port. Other clients sign the Host header as they send it.
  const host = header(call, "host") ?? "";
  const requests = methodsOf(call).flatMap((method) =>
    [host.replace(/:\d+$/, ""), host].map((name) => canonicalRequest(call, method, signed, name)),
  );
  const toSign = requests.map((request) => [ALGORITHM, date, scope.join("/"), sha256(request)].join("\n"));
  if (toSign.some((text) => verify("RSA-SHA256", Buffer.from(text), key, signature))) return;
  throw mismatch([
    ["StringToSign", toSign[0] ?? ""],
    ["CanonicalRequest", requests[0] ?? ""],
  ]);
}

/** A signature for GET is also valid for HEAD. */
function methodsOf(call: Call): string[] {
  return call.method === "HEAD" ? ["HEAD", "GET"] : [call.method];
}

function checkTime(date: string, seconds: number, nowMs: number): void {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)?.slice(1).map(Number);
  if (!parts) throw malformed("X-Goog-Date", "The date must be YYYYMMDD'T'HHMMSS'Z'.");
  if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
    throw malformed("X-Goog-Expires", `X-Goog-Expires must be between 1 and ${MAX_SECONDS} seconds.`);
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const from = Date.UTC(year, month - 1, day, hour, minute, second);
  const until = from + seconds * 1000;
  if (nowMs >= until) {
    throw new StorageError({
      status: 400,
      reason: "invalid",
      code: "ExpiredToken",
      message: "The provided token has expired.",
      elements: [["Details", `Request signature expired at: ${new Date(until).toISOString()}`]],
    });
  }
  if (nowMs < from - SKEW_MS) {
    throw new StorageError({
      status: 403,
      reason: "forbidden",
      code: "RequestTimeTooSkewed",
      message: "The difference between the request time and the server's time is too large.",
    });
  }
}

/** `host` must be signed, every signed header must be sent, and every sent `x-goog-` header must be signed. */
function checkHeaders(call: Call, signed: readonly string[]): void {
  if (!signed.includes("host")) throw malformed("host", "Header was not included in signedheaders.");
  for (const name of signed) {
    if (header(call, name) === undefined) {
      throw malformed(name, "Header was included in signedheaders, but not in the request.");
    }
  }
  for (const name of Object.keys(call.req.headers)) {
    if (name.startsWith("x-goog-") && !signed.includes(name)) {
      throw malformed(name, "Header was included in the request, but not in signedheaders.");
    }
  }
}

function canonicalRequest(call: Call, method: string, signed: readonly string[], host: string): string {
  const path = call.isVirtualHosted ? call.path.slice(1) : call.path;
  const query = [...call.query]
    .filter(([name]) => name !== "X-Goog-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join("="));
  const headers = signed.map((name) => {
    const value = name === "host" ? host : (header(call, name) ?? "");
    return `${name}:${value.trim().replace(/\s{2,}/g, " ")}\n`;
  });
  return [
    method,
    `/${path.map(encode).join("/")}`,
    query.join("&"),
    headers.join(""),
    signed.join(";"),
    header(call, "x-goog-content-sha256") ?? "UNSIGNED-PAYLOAD",
  ].join("\n");
}

/** Percent-encodes all but the unreserved characters of RFC 3986: letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function malformed(parameter: string, details: string): StorageError {
  return new StorageError({
    status: 400,
    reason: "invalid",
    code: "MalformedSecurityHeader",
    message: "Your request has a malformed header.",
    elements: [
      ["ParameterName", parameter],
      ["Details", details],
    ],
  });
}

function mismatch(elements: readonly (readonly [string, string])[]): StorageError {
  return new StorageError({
    status: 403,
    reason: "forbidden",
    code: "SignatureDoesNotMatch",
    message:
      "The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.",
    elements,
  });
}
