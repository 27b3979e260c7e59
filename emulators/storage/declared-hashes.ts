// Checksums that a caller declares in metadata or in headers, and their verification.
import * as z from "zod";
import { type Call, header } from "./call.ts";
import type { Digest } from "./checksums.ts";
import { StorageError } from "./errors.ts";

export const DeclaredHashesSchema = z.object({ crc32c: z.string().optional(), md5: z.string().optional() });
export type DeclaredHashes = z.infer<typeof DeclaredHashesSchema>;

/** The checksums that an object resource declares: `crc32c` and `md5Hash`. */
export function bodyHashes(fields: Readonly<Record<string, unknown>>): DeclaredHashes {
  const { crc32c, md5Hash } = fields;
  return {
    ...(typeof crc32c === "string" ? { crc32c } : {}),
    ...(typeof md5Hash === "string" ? { md5: md5Hash } : {}),
  };
}

/** The checksums that headers declare: `x-goog-hash: crc32c=…,md5=…` and the XML API's `content-md5`. */
export function headerHashes(call: Call): DeclaredHashes {
  const hashes: DeclaredHashes = {};
  const contentMd5 = header(call, "content-md5");
  if (contentMd5 !== undefined) hashes.md5 = contentMd5;
  for (const pair of (header(call, "x-goog-hash") ?? "").split(",")) {
    const [, kind, value] = /^\s*(crc32c|md5)=(\S+)/.exec(pair) ?? [];
    if (kind === "crc32c" && value) hashes.crc32c = value;
    if (kind === "md5" && value) hashes.md5 = value;
  }
  return hashes;
}

/** Throws 400 if a declared checksum does not match the bytes. */
export function checkHashes(digest: Digest, declared: DeclaredHashes): void {
  const { crc32c, md5 } = declared;
  if (crc32c !== undefined && crc32c !== digest.crc32c) throw mismatch("CRC32C", crc32c, digest.crc32c);
  if (md5 !== undefined && md5 !== digest.md5) throw mismatch("MD5 hash", md5, digest.md5);
}

function mismatch(kind: string, provided: string, calculated: string): StorageError {
  return new StorageError({
    status: 400,
    reason: "invalid",
    code: "BadDigest",
    message: `Provided ${kind} "${provided}" doesn't match calculated ${kind} "${calculated}".`,
  });
}
