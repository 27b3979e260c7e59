// Sends spans by OTLP over HTTP in JSON, to any collector or to Cloud Trace.
// https://opentelemetry.io/docs/specs/otlp/#otlphttp · https://docs.cloud.google.com/stackdriver/docs/reference/telemetry/overview
import type { Attributes, AttributeValue, HrTime } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { accessTokens } from "./access-token.ts";
import { logWarning } from "./log.ts";
import type { SendSpans } from "./span-batch.ts";
import { isNameOnly } from "./traceparent.ts";

export interface OtlpOptions {
  /** `http://127.0.0.1:4318`: `/v1/traces` is added. */
  endpoint: string;
  /** `name=value`, separated by commas; values percent-encoded. */
  headers: string | undefined;
  projectId: string | undefined;
  fetch?: typeof fetch;
  warn?: (message: string, fields: Record<string, number | string>) => void;
}

/** A response waits for this request, so a slower receiver gets the spans with the next one. */
const TIMEOUT_MS = 3_000;
/** https://opentelemetry.io/docs/specs/otlp/#retryable-response-codes */
const PASSING = new Set([429, 502, 503, 504]);
const GOOGLE = "telemetry.googleapis.com";

/** Throws an error that names the setting when the headers cannot be read. */
export function otlpSender(options: OtlpOptions): SendSpans {
  const { endpoint, projectId, fetch: post = fetch, warn = logWarning } = options;
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const headers = { "content-type": "application/json", ...readHeaders(options.headers) };
  const token = new URL(endpoint).hostname === GOOGLE ? accessTokens(post) : undefined;
  const resource = { attributes: keyValues(resourceOf(projectId)) };

  return async (spans) => {
    const scopeSpans = [{ scope: { name: "mekuri" }, spans: spans.map(spanOf) }];
    try {
      const response = await post(url, {
        method: "POST",
        headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${await token()}` },
        body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return "sent";
      warn("the receiver of traces refused spans", { status: response.status, spans: spans.length });
      return PASSING.has(response.status) ? "later" : "sent";
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warn("the receiver of traces could not be reached", { reason, spans: spans.length });
      return "later";
    }
  };
}

function readHeaders(text = ""): Record<string, string> {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      if (name.trim() === "" || rest.length === 0) {
        throw new Error("the environment variable OTEL_EXPORTER_OTLP_HEADERS is unusable: name=value,…");
      }
      return [name.trim().toLowerCase(), decodeURIComponent(rest.join("=").trim())];
    }),
  );
}

function resourceOf(projectId: string | undefined): Attributes {
  const { K_SERVICE, K_REVISION } = process.env;
  return {
    "service.name": K_SERVICE ?? "mekuri",
    ...(K_REVISION !== undefined && { "service.version": K_REVISION }),
    // The attribute by which Cloud Trace assigns the service.
    ...(projectId !== undefined && { "gcp.project_id": projectId }),
  };
}

function spanOf(span: ReadableSpan) {
  const { traceId, spanId } = span.spanContext();
  const { parentSpanContext: parent, status } = span;
  return {
    ...{ traceId, spanId, name: span.name },
    ...(parent !== undefined && !isNameOnly(parent) && { parentSpanId: parent.spanId }),
    // OTLP counts kinds from 1, and codes of status as the API does.
    kind: span.kind + 1,
    startTimeUnixNano: nanos(span.startTime),
    endTimeUnixNano: nanos(span.endTime),
    attributes: keyValues(span.attributes),
    links: span.links.map(({ context }) => ({ traceId: context.traceId, spanId: context.spanId })),
    status: { code: status.code, ...(status.message !== undefined && { message: status.message }) },
  };
}

/** Nanoseconds exceed the exact range of a number. */
function nanos([seconds, nanoseconds]: HrTime): string {
  return String(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds));
}

function keyValues(attributes: Attributes): { key: string; value: Record<string, unknown> }[] {
  return Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: anyValue(value) }],
  );
}

function anyValue(value: AttributeValue): Record<string, unknown> {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  return { stringValue: JSON.stringify(value) };
}
