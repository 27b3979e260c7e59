// Tracing for the functions: a span for each piece of a process's work, continued by each message. Without an exporter only the ids are
// passed on, so that all log lines of a session's work have one trace id.
import type { Tracer } from "../pipeline/tracer.ts";
import { readSetting } from "./config.ts";
import { logAbout, loggedPlace } from "./log.ts";
import { newTracePlace, readTraceparent, writeTraceparent } from "./traceparent.ts";

/** Our own ids, counts and names; never users' texts. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanStart {
  /** One of few: ids go into the attributes. */
  name: string;
  kind?: "internal" | "server" | "client" | "producer" | "consumer";
  attributes?: SpanAttributes;
}

export interface OpenSpan {
  set(attributes: SpanAttributes): void;
}

export interface Tracing extends Tracer {
  /** Whether spans are exported: without an exporter, wrappers that only decorate can be omitted. */
  readonly isOn: boolean;
  /** Runs `work` in a span below the current one. An error of `work` marks it as failed. */
  span<T>(start: SpanStart, work: (span: OpenSpan) => Promise<T>): Promise<T>;
  /**
   * Runs the work for one request or delivery in a span below the caller's, which `traceparent` names. Resolves when its spans are sent,
   * because nothing runs after a request's answer.
   */
  serve<T>(
    start: SpanStart & { traceparent: string | undefined },
    work: (span: OpenSpan) => Promise<T>,
  ): Promise<T>;
}

const NO_SPAN: OpenSpan = { set: () => {} };

/** Passes on the ids of a trace, and makes new ones for a request that has none. */
export const idsOnly: Tracing = {
  isOn: false,
  current() {
    const place = loggedPlace();
    return place && writeTraceparent(place);
  },
  within: (traceparent, _name, work) => logAbout({ place: readTraceparent(traceparent) }, work),
  span: (_start, work) => work(NO_SPAN),
  serve: ({ traceparent }, work) =>
    logAbout({ place: readTraceparent(traceparent) ?? newTracePlace() }, () => work(NO_SPAN)),
};

/** Exports traces according to the settings. Throws an error that names an invalid setting. */
export async function startTracing(): Promise<Tracing> {
  // An unknown level is reported at the start, not with the first failure.
  readSetting("MEKURI_LOG_LEVEL");
  const endpoint = readSetting("OTEL_EXPORTER_OTLP_ENDPOINT");
  if (endpoint === undefined) return idsOnly;
  const [{ otelTracing }, { otlpSender }] = await Promise.all([
    import("./otel-tracing.ts"),
    import("./otlp-sender.ts"),
  ]);
  const headers = readSetting("OTEL_EXPORTER_OTLP_HEADERS");
  return otelTracing({
    send: otlpSender({ endpoint, headers, projectId: process.env.GOOGLE_CLOUD_PROJECT }),
    ratio: readSetting("MEKURI_TRACE_RATIO"),
    now: Date.now,
  });
}
