// The trace id of a request, from the caller's or Google's header. https://www.w3.org/TR/trace-context/#traceparent-header ·
// https://cloud.google.com/trace/docs/trace-context
import { randomBytes } from "node:crypto";

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/;
const CLOUD_TRACE = /^([\da-f]{32})(?:\/|$)/i;
const NO_TRACE = "0".repeat(32);

/** 32 hex digits; undefined if there is no valid header. */
export function traceIdOf(header: (name: string) => string | undefined): string | undefined {
  const named =
    TRACEPARENT.exec(header("traceparent") ?? "")?.[1] ??
    CLOUD_TRACE.exec(header("x-cloud-trace-context") ?? "")?.[1]?.toLowerCase();
  return named === NO_TRACE ? undefined : named;
}

export function newTraceId(): string {
  return randomBytes(16).toString("hex");
}
