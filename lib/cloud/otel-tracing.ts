// Tracing by OpenTelemetry: spans begin and end here; `span-batch.ts` decides when they leave.
import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace-base";
import { logAbout } from "./log.ts";
import { scrub } from "./scrub.ts";
import { type SendSpans, spanBatch } from "./span-batch.ts";
import { readTraceparent, type TracePlace, writeTraceparent } from "./traceparent.ts";
import type { OpenSpan, SpanAttributes, SpanStart, Tracing } from "./tracing.ts";

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

export interface OtelOptions {
  send: SendSpans;
  /** Share of sampled traces, from 0 to 1. */
  ratio: number;
  /** Milliseconds; only differences count. */
  now: () => number;
}

export function otelTracing({ send, ratio, now }: OtelOptions): Tracing {
  // The process has one; a second caller gets the same.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const batch = spanBatch(send, now);
  const kept = new TraceIdRatioBasedSampler(ratio);
  const tracer = new BasicTracerProvider({
    spanProcessors: [batch.processor],
    // Our ratio decides which traces are sampled, by their ids: Google's front end marks only one request in many, and a caller could mark
    // all of theirs.
    sampler: new ParentBasedSampler({ root: kept, remoteParentSampled: kept, remoteParentNotSampled: kept }),
  }).getTracer("mekuri");
  let serving = 0;
  // The SDK would begin each span at a whole millisecond of its own: a child could seem to outlive its parent. One clock for all that are
  // open together, set by the wall whenever a process that rested serves again.
  let origin = performance.timeOrigin;
  const clock = () => origin + performance.now();

  function runIn<T>(
    parent: Context,
    { name, kind = "internal", attributes = {} }: SpanStart,
    work: (span: OpenSpan) => Promise<T>,
    caller?: Span,
  ): Promise<T> {
    const links = caller === undefined ? [] : [{ context: caller.spanContext() }];
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes: defined(attributes), links, startTime: clock() },
      parent,
    );
    const { traceId, spanId, traceFlags } = span.spanContext();
    const place: TracePlace = { traceId, spanId, sampled: (traceFlags & 1) === 1 };
    const open: OpenSpan = { set: (more) => void span.setAttributes(defined(more)) };
    return context.with(trace.setSpan(parent, span), () =>
      logAbout({ place }, async () => {
        try {
          return await work(open);
        } catch (error) {
          const { name: type, message } =
            error instanceof Error ? error : { name: typeof error, message: "" };
          span.setAttribute("error.type", type);
          span.setStatus({ code: SpanStatusCode.ERROR, message: scrub(`${type}: ${message}`) });
          throw error;
        } finally {
          span.end(clock());
        }
      }),
    );
  }

  return {
    isOn: true,
    current() {
      const running = trace.getActiveSpan()?.spanContext();
      if (running === undefined) return undefined;
      const { traceId, spanId, traceFlags } = running;
      return writeTraceparent({ traceId, spanId, sampled: (traceFlags & 1) === 1 });
    },
    span: (start, work) => runIn(context.active(), start, work),
    within(traceparent, name, work) {
      const place = readTraceparent(traceparent);
      const caller = trace.getActiveSpan();
      if (place === undefined || caller?.spanContext().traceId === place.traceId) return work();
      return runIn(below(place), { name }, work, caller);
    },
    async serve({ traceparent, ...start }, work) {
      if (serving === 0) origin = Date.now() - performance.now();
      serving += 1;
      try {
        return await runIn(below(readTraceparent(traceparent)), start, work);
      } finally {
        serving -= 1;
        if (serving === 0 || batch.isFull()) await batch.flush();
      }
    },
  };
}

function below(place: TracePlace | undefined): Context {
  if (place === undefined) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = place;
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, isRemote: true },
    traceFlags: sampled ? 1 : 0,
  });
}

function defined(attributes: SpanAttributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
