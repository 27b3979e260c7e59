// CORS for pages of other loopback origins (`loopback-only.ts` refuses all others). The JSON API allows every such page, as Google's
// does. Object addresses follow the bucket's `cors`. https://cloud.google.com/storage/docs/cross-origin
import * as z from "zod";
import type { BucketAttributes } from "./attributes.ts";
import { type Call, header, sendEmpty } from "./call.ts";

const RulesSchema = z.array(
  z.object({
    origin: z.array(z.string()).default([]),
    method: z.array(z.string()).default([]),
    responseHeader: z.array(z.string()).default([]),
    maxAgeSeconds: z.number().default(3600),
  }),
);
type Rule = z.infer<typeof RulesSchema>[number];

/** Allows the page's origin to read the response. Returns true if the request was a preflight, which is then answered. */
export function allowOrigin(call: Call): boolean {
  const origin = header(call, "origin");
  if (origin === undefined) return false;
  call.res.setHeader("access-control-allow-origin", origin);
  call.res.setHeader("access-control-allow-credentials", "true");
  call.res.setHeader(
    "access-control-expose-headers",
    "Content-Length, Content-Range, ETag, Location, Range, X-Goog-Generation, X-Goog-Hash, X-GUploader-UploadID",
  );
  call.res.setHeader("vary", "Origin");
  if (call.method !== "OPTIONS") return false;
  sendEmpty(call, 200, {
    "access-control-allow-methods": "DELETE, GET, HEAD, PATCH, POST, PUT",
    "access-control-allow-headers": header(call, "access-control-request-headers") ?? "",
    "access-control-max-age": "3600",
  });
  return true;
}

/** Sets CORS headers by the bucket's rules. Without a matching rule it sets none. */
export function allowByBucket(call: Call, bucket: BucketAttributes | undefined): void {
  const origin = header(call, "origin");
  if (origin === undefined) return;
  const method = header(call, "access-control-request-method") ?? call.method;
  const rules = RulesSchema.safeParse(bucket?.cors ?? []);
  const rule = rules.data?.find((candidate) => matches(candidate, origin, method));
  if (!rule) return;
  const open = rule.origin.includes("*");
  call.res.setHeader("access-control-allow-origin", open ? "*" : origin);
  if (!open) call.res.setHeader("vary", "Origin");
  call.res.setHeader("access-control-expose-headers", rule.responseHeader.join(", "));
  if (call.method !== "OPTIONS") return;
  call.res.setHeader("access-control-allow-methods", rule.method.join(", "));
  call.res.setHeader("access-control-allow-headers", rule.responseHeader.join(", "));
  call.res.setHeader("access-control-max-age", rule.maxAgeSeconds);
}

function matches(rule: Rule, origin: string, method: string): boolean {
  const isOrigin = rule.origin.some((allowed) => allowed === "*" || allowed === origin);
  return isOrigin && rule.method.some((allowed) => allowed === "*" || allowed.toUpperCase() === method);
}
