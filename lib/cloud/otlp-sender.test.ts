// Spans on the wire, and the effects of a receiver's answers.
import { BasicTracerProvider, type ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { describe, expect, test } from "vitest";
import { otelTracing } from "./otel-tracing.ts";
import { otlpSender } from "./otlp-sender.ts";
import { newTracePlace, writeTraceparent } from "./traceparent.ts";

function someSpans(): ReadableSpan[] {
  const ended: ReadableSpan[] = [];
  const processor = {
    onStart: () => {},
    onEnd: (span: ReadableSpan) => void ended.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const tracer = new BasicTracerProvider({ spanProcessors: [processor] }).getTracer("test");
  const span = tracer.startSpan("step plot", { kind: 4, startTime: [1_700_000_000, 5] });
  span
    .setAttributes({ step: "plot", tokens: 7, share: 0.5, again: true })
    .setStatus({ code: 2, message: "no" });
  span.end([1_700_000_001, 999_999_999]);
  return ended;
}

interface Posted {
  url: string;
  headers: Headers;
  body: unknown;
}

/** A receiver that returns these answers in turn; an error is a failed connection. */
function receiver(...answers: (Response | Error)[]) {
  const posted: Posted[] = [];
  const warnings: string[] = [];
  const post: typeof fetch = async (url, init) => {
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    posted.push({ url: String(url), headers: new Headers(init?.headers), body });
    const answer = answers.shift() ?? new Response("{}");
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { posted, warnings, parts: { fetch: post, warn: (message: string) => void warnings.push(message) } };
}

const LOCAL = { endpoint: "http://127.0.0.1:4318/", headers: undefined, projectId: "demo" };

describe("spans by OTLP", () => {
  test("are posted as OTLP's JSON: ids in hex, times and integers as text, kinds counted from 1", async () => {
    const { posted, parts } = receiver();
    const spans = someSpans();
    expect(await otlpSender({ ...LOCAL, ...parts })(spans)).toBe("sent");
    const [{ url, headers, body } = { url: "", headers: new Headers(), body: {} }] = posted;
    expect(url).toBe("http://127.0.0.1:4318/v1/traces");
    expect(headers.get("content-type")).toBe("application/json");
    const context = spans[0]?.spanContext();
    expect(body).toEqual({
      resourceSpans: [
        {
          resource: {
            attributes: [
              { key: "service.name", value: { stringValue: "mekuri" } },
              { key: "gcp.project_id", value: { stringValue: "demo" } },
            ],
          },
          scopeSpans: [
            {
              scope: { name: "mekuri" },
              spans: [
                {
                  ...{ traceId: context?.traceId, spanId: context?.spanId, name: "step plot", kind: 5 },
                  startTimeUnixNano: "1700000000000000005",
                  endTimeUnixNano: "1700000001999999999",
                  attributes: [
                    { key: "step", value: { stringValue: "plot" } },
                    { key: "tokens", value: { intValue: "7" } },
                    { key: "share", value: { doubleValue: 0.5 } },
                    { key: "again", value: { boolValue: true } },
                  ],
                  links: [],
                  status: { code: 2, message: "no" },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("name their parent span, but none if a request only named its trace", async () => {
    const { posted, parts } = receiver();
    const send = otlpSender({ ...LOCAL, ...parts });
    const { traceId } = newTracePlace();
    const named = { traceId, spanId: traceId.slice(0, 16), sampled: false };
    const opened = { ...named, spanId: "b7ad6b7169203331" };
    const kept: ReadableSpan[] = [];
    const tracing = otelTracing({
      async send(spans) {
        kept.push(...spans);
        return "sent";
      },
      ...{ ratio: 1, now: () => 0 },
    });
    for (const place of [named, opened]) {
      const traceparent = writeTraceparent(place);
      await tracing.serve({ name: "request", traceparent }, async () => {});
    }
    await send(kept);
    const text = JSON.stringify(posted[0]?.body);
    expect(text.match(/"parentSpanId":"[^"]+"/g)).toEqual(['"parentSpanId":"b7ad6b7169203331"']);
    expect(text.match(new RegExp(`"traceId":"${traceId}"`, "g"))).toHaveLength(2);
  });

  test("are kept while the receiver is unavailable or overloaded, and dropped when it refuses them", async () => {
    const away = receiver(
      new Error("connect ECONNREFUSED"),
      new Response("", { status: 503 }),
      new Response("", { status: 400 }),
    );
    const send = otlpSender({ ...LOCAL, ...away.parts });
    const spans = someSpans();
    expect([await send(spans), await send(spans), await send(spans)]).toEqual(["later", "later", "sent"]);
    expect(away.warnings).toHaveLength(3);
  });

  test("carry the headers of the settings", async () => {
    const { posted, parts } = receiver();
    await otlpSender({ ...LOCAL, ...parts, headers: "Api-Key=a%3Db, x-team = manga" })(someSpans());
    expect(posted[0]?.headers.get("api-key")).toBe("a=b");
    expect(posted[0]?.headers.get("x-team")).toBe("manga");
    expect(() => otlpSender({ ...LOCAL, ...parts, headers: "nonsense" })).toThrow(
      /OTEL_EXPORTER_OTLP_HEADERS/,
    );
  });

  test("go to Cloud Trace with the token of the function's own account, fetched once while it is valid", async () => {
    const token = () => Response.json({ access_token: "t1", expires_in: 3_600, token_type: "Bearer" });
    const { posted, parts } = receiver(token());
    const send = otlpSender({ ...LOCAL, ...parts, endpoint: "https://telemetry.googleapis.com" });
    await send(someSpans());
    await send(someSpans());
    expect(posted.map(({ url }) => new URL(url).hostname)).toEqual([
      "metadata.google.internal",
      "telemetry.googleapis.com",
      "telemetry.googleapis.com",
    ]);
    expect(posted[0]?.headers.get("metadata-flavor")).toBe("Google");
    for (const { headers } of posted.slice(1)) expect(headers.get("authorization")).toBe("Bearer t1");
  });
});
