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

/** Undefined where the text names no place. */
export function readTraceparent(text: string | undefined): TracePlace | undefined {
  const [, traceId, spanId, flags] = FORM.exec(text ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({ traceId, spanId, sampled }: TracePlace): string {
  return `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;
}

/** A trace of its own, in which nobody has opened a span yet. */
export function newTracePlace(): TracePlace {
  const traceId = randomBytes(16).toString("hex");
  return { traceId, spanId: nameOnly(traceId), sampled: false };
}

/** Whether a place only names a trace, as our own server does for a request that came without one: no span is there. */
export function isNameOnly({ traceId, spanId }: Pick<TracePlace, "traceId" | "spanId">): boolean {
  return spanId === nameOnly(traceId);
}

/** The form has no word for "no span": the beginning of the trace's id stands for it. */
function nameOnly(traceId: string): string {
  return traceId.slice(0, 16);
}
