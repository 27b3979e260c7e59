// Traces as the functions see them: a span for what a process does, handed on with each message. Without an exporter only the ids travel,
// so that all lines that a session's work logs can be found by one trace.
import type { Tracer } from "../pipeline/tracer.ts";
import { readSetting } from "./config.ts";
import { logAbout, loggedPlace } from "./log.ts";
import { newTracePlace, readTraceparent, writeTraceparent } from "./traceparent.ts";

/** Ids, counts and names of ours; never what people wrote. */
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
  /** Whether spans go anywhere: what only decorates can be left out where they do not. */
  readonly isOn: boolean;
  /** Runs `work` in a span below the one that runs. What `work` throws marks it as failed. */
  span<T>(start: SpanStart, work: (span: OpenSpan) => Promise<T>): Promise<T>;
  /**
   * Runs what this process does for one request or delivery in a span below the caller's, which `traceparent` names.
   * Resolves when its spans are sent: nothing runs after a request's answer.
   */
  serve<T>(
    start: SpanStart & { traceparent: string | undefined },
    work: (span: OpenSpan) => Promise<T>,
  ): Promise<T>;
}

const NO_SPAN: OpenSpan = { set: () => {} };

/** Passes on the ids of a trace, and makes new ones where a request has none. */
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

/** Traces go where the settings say. Throws an error that names a setting that cannot be used. */
export async function startTracing(): Promise<Tracing> {
  // A level that nobody knows is said now, not with the first failure.
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
