// The header and message attribute by which a trace crosses processes. https://www.w3.org/TR/trace-context/#traceparent-header
import { randomBytes } from "node:crypto";

export interface TracePlace {
  /** 32 hex digits. */
  traceId: string;
  /** 16 hex digits. */
  spanId: string;
  sampled: boolean;
}

const FORM = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})/;

/** Undefined if the text is not a valid traceparent. */
export function readTraceparent(text: string | undefined): TracePlace | undefined {
  const [, traceId, spanId, flags] = FORM.exec(text ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({ traceId, spanId, sampled }: TracePlace): string {
  return `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;
}

/** A new trace without a span. */
export function newTracePlace(): TracePlace {
  const traceId = randomBytes(16).toString("hex");
  return { traceId, spanId: nameOnly(traceId), sampled: false };
}

/** Whether a traceparent names only a trace, as our own server makes for a request without one: there is no span. */
export function isNameOnly({ traceId, spanId }: Pick<TracePlace, "traceId" | "spanId">): boolean {
  return spanId === nameOnly(traceId);
}

/** The format has no value for "no span", so the beginning of the trace id is used. */
function nameOnly(traceId: string): string {
  return traceId.slice(0, 16);
}
