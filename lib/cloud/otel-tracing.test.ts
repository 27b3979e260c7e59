// Spans and their parents, within one process and across messages; and tracing without an exporter.
import { InMemorySpanExporter, type ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { describe, expect, test } from "vitest";
import { contentHash } from "../pipeline/canonical-json.ts";
import { logAbout, loggedPlace } from "./log.ts";
import { otelTracing } from "./otel-tracing.ts";
import { tracedFetch } from "./traced-fetch.ts";
import { readTraceparent } from "./traceparent.ts";
import { idsOnly } from "./tracing.ts";

function tracingTo({ ratio = 1 } = {}) {
  const exporter = new InMemorySpanExporter();
  const batches: number[] = [];
  const tracing = otelTracing({
    async send(spans) {
      batches.push(spans.length);
      exporter.export([...spans], () => {});
      return "sent";
    },
    ...{ ratio, now: () => 0 },
  });
  const named = (name: string): ReadableSpan => {
    const [span, ...more] = exporter.getFinishedSpans().filter((ended) => ended.name === name);
    if (span === undefined || more.length > 0) throw new Error(`${more.length} spans more than ${name}`);
    return span;
  };
  return { tracing, named, batches, spans: () => exporter.getFinishedSpans() };
}

const REQUEST = { name: "request", kind: "server", traceparent: undefined } as const;
const ids = (span: ReadableSpan) => span.spanContext();

describe("tracing", () => {
  test("puts a message's delivery below the span that published it, in whichever process", async () => {
    const { tracing, named } = tracingTo();
    const carried = await tracing.serve(REQUEST, () =>
      tracing.span({ name: "publish", kind: "producer" }, async () => tracing.current()),
    );
    await tracing.serve({ name: "deliver", kind: "consumer", traceparent: carried }, async () => {
      await Promise.all([
        tracing.span({ name: "step", attributes: { "mekuri.step": "plot" } }, () =>
          tracing.span({ name: "call" }, async (span) => span.set({ tokens: 7 })),
        ),
        tracing.span({ name: "beside" }, async () => {}),
      ]);
    });
    const parentOf = (name: string) => named(name).parentSpanContext?.spanId;
    expect(parentOf("request")).toBeUndefined();
    expect(parentOf("publish")).toBe(ids(named("request")).spanId);
    expect(parentOf("deliver")).toBe(ids(named("publish")).spanId);
    expect(parentOf("step")).toBe(ids(named("deliver")).spanId);
    expect(parentOf("call")).toBe(ids(named("step")).spanId);
    expect(parentOf("beside")).toBe(ids(named("deliver")).spanId);
    expect(named("call").attributes).toEqual({ tokens: 7 });
    expect(new Set(["request", "deliver", "call"].map((name) => ids(named(name)).traceId)).size).toBe(1);
  });

  test("sends before the last request is answered, together with the spans of other requests", async () => {
    const { tracing, batches } = tracingTo();
    const slow = Promise.withResolvers<void>();
    const last = tracing.serve(REQUEST, () => slow.promise);
    await tracing.serve(REQUEST, async () => {});
    expect(batches).toEqual([]);
    slow.resolve();
    await last;
    expect(batches).toEqual([2]);
  });

  test("marks a span as failed by its error, without users' texts", async () => {
    const { tracing, named } = tracingTo();
    const failing = tracing.serve(REQUEST, async () => {
      throw new RangeError("cannot read 雨の夜だった。猫は走り出した。");
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(named("request").status).toEqual({ code: 2, message: "RangeError: cannot read [text]" });
    expect(named("request").attributes["error.type"]).toBe("RangeError");
  });

  test("does another request's work for a session in the session's trace, with a link to the request", async () => {
    const { tracing, named } = tracingTo();
    const session = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await tracing.serve({ ...REQUEST, name: "sweep" }, () =>
      tracing.within(session, "follow up", () => tracing.span({ name: "publish" }, async () => {})),
    );
    expect(ids(named("publish")).traceId).toBe("0af7651916cd43dd8448eb211c80319c");
    expect(named("follow up").parentSpanContext?.spanId).toBe("b7ad6b7169203331");
    expect(named("follow up").links.map(({ context }) => context.spanId)).toEqual([
      ids(named("sweep")).spanId,
    ]);
  });

  test("opens no further span for work that is in the session's trace already", async () => {
    const { tracing, spans } = tracingTo();
    await tracing.serve(REQUEST, () => tracing.within(tracing.current() ?? "", "follow up", async () => {}));
    expect(spans().map(({ name }) => name)).toEqual(["request"]);
  });

  test("samples a share of the sessions completely, independently of the front end's flag", async () => {
    const { tracing, spans } = tracingTo({ ratio: 0.5 });
    for (let session = 0; session < 16; session++) {
      const traceId = contentHash(`session ${session}`).slice(0, 32);
      const traceparent = `00-${traceId}-b7ad6b7169203331-00`;
      await tracing.serve({ ...REQUEST, traceparent }, async () => {
        const carried = tracing.current();
        await tracing.serve({ ...REQUEST, name: "deliver", traceparent: carried }, async () => {});
      });
    }
    const byTrace = Map.groupBy(spans(), (span) => ids(span).traceId);
    expect(byTrace.size).toBeGreaterThan(3);
    expect(byTrace.size).toBeLessThan(13);
    for (const kept of byTrace.values()) expect(kept).toHaveLength(2);
  });

  test("gives the log its trace context", async () => {
    const { tracing, named } = tracingTo();
    const place = await tracing.serve(REQUEST, async () => loggedPlace());
    expect(place?.spanId).toBe(ids(named("request")).spanId);
  });
});

describe("tracing without an exporter", () => {
  test("still passes a trace's ids on, from the caller's header to messages and logs", async () => {
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await idsOnly.serve({ ...REQUEST, traceparent }, async () => {
      await idsOnly.span({ name: "publish" }, async () => {
        expect(idsOnly.current()).toBe(traceparent);
        expect(loggedPlace()?.traceId).toBe("0af7651916cd43dd8448eb211c80319c");
      });
    });
    expect(idsOnly.current()).toBeUndefined();
  });

  test("makes ids for a request that has none", async () => {
    const places = [
      await idsOnly.serve(REQUEST, async () => idsOnly.current()),
      await idsOnly.serve({ ...REQUEST, traceparent: "nonsense" }, async () => idsOnly.current()),
    ].map(readTraceparent);
    expect(places[0]).toMatchObject({ sampled: false });
    expect(places[0]?.traceId).not.toBe(places[1]?.traceId);
  });

  test("puts the session's trace into log lines of other requests for it", async () => {
    const session = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await logAbout({ labels: { sessionId: "s1" } }, () =>
      idsOnly.within(session, "follow up", async () => {
        expect(loggedPlace()?.traceId).toBe("0af7651916cd43dd8448eb211c80319c");
      }),
    );
  });
});

describe("a public function's request", () => {
  test("that opens a shared book leaves its token out of the trace", async () => {
    const { tracing, spans } = tracingTo();
    const fetched = tracedFetch(async () => new Response(""), tracing);
    await fetched(new Request("http://here/api/v1/manga/shared/q0Vj3-9tSGaA1bq2HfWc_g?x=1"), {});
    expect(spans().map(({ name }) => name)).toEqual(["GET /api/v1/manga/shared/{id}"]);
    expect(spans()[0]?.attributes).toEqual({
      "http.request.method": "GET",
      "http.response.status_code": 200,
    });
  });

  test("is a span of its route, and its handler reads the same trace", async () => {
    const { tracing, named } = tracingTo();
    const fetched = tracedFetch(
      async (request: Request) => new Response(request.headers.get("traceparent"), { status: 503 }),
      tracing,
    );
    const path = "/api/v1/manga/sessions/8f14e45f-ceea-467f-9e2c-0d7a1d3b9a11/pages/12/panels/k3/redraw";
    const response = await fetched(new Request(`http://here${path}`, { method: "POST" }), {});
    const span = named("POST /api/v1/manga/sessions/{id}/pages/{id}/panels/{id}/redraw");
    expect(span.attributes).toMatchObject({
      "mekuri.session": "8f14e45f-ceea-467f-9e2c-0d7a1d3b9a11",
      "http.response.status_code": 503,
      "error.type": "503",
    });
    expect(readTraceparent(await response.text())).toMatchObject({
      traceId: ids(span).traceId,
      spanId: ids(span).spanId,
    });
  });
});
