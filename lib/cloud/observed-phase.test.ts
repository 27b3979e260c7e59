// Logs and traces of a step, for every way in which it can end.
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BusyError, RetryableError, TerminalError } from "../pipeline/errors.ts";
import { createRunner } from "../pipeline/handle.ts";
import { deliverAll, SAMPLE_BOOK, sample, samplePhases } from "../pipeline/sample-session.ts";
import { noUsage } from "../pipeline/usage.ts";
import { observedPhase } from "./observed-phase.ts";
import { otelTracing } from "./otel-tracing.ts";
import { idsOnly, startTracing } from "./tracing.ts";

let lines: Record<string, unknown>[];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});

afterEach(() => vi.restoreAllMocks());

/** Runs a session whose plots fail with these errors, one after the other, and pay for one call. */
async function run(failures: unknown[], tracing = idsOnly): Promise<void> {
  const book = sample({ ...SAMPLE_BOOK, durationMs: () => 0 });
  book.tools.before = async (ref, context) => {
    if (ref.phase !== "plot") return;
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    const usage = { ...noUsage("writer@1"), inputTokens: 900, outputTokens: 250, costMicros: 1_200 };
    await context.call({ model: "writer@1", upToMicros: 0, make: async () => ({ usage }) });
  };
  const phases = samplePhases(SAMPLE_BOOK).map((phase) => observedPhase(phase, tracing));
  const runner = createRunner({ ...book.services, phases, tools: book.tools });
  await book.start();
  await deliverAll(book, {
    deliver: (message) =>
      tracing.serve(
        { name: "deliver", traceparent: undefined },
        async () => void (await runner.handle(message)),
      ),
  });
}

const toldOfPlot = () =>
  lines
    .filter((line) => String(line.message).startsWith("plot "))
    .map(({ severity, message }) => [severity, message]);

test("every kind of step of every phase is served, and watched", () => {
  for (const phase of samplePhases(SAMPLE_BOOK)) {
    const { steps } = observedPhase(phase, idsOnly);
    expect(Object.keys(steps).toSorted()).toEqual(Object.keys(phase.steps).toSorted());
  }
});

describe("a step in the log", () => {
  test("that has no slot, fails as expected or succeeds is no error", async () => {
    await run([new BusyError("429"), new TerminalError("refused", "the story is refused")]);
    expect(toldOfPlot()).toEqual([
      ["INFO", "plot found no room"],
      ["INFO", "plot failed"],
    ]);
    expect(lines.find(({ message }) => message === "plot failed")).toMatchObject({ code: "refused" });
    expect(lines.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  });

  test("that a budget or the switch stops is recorded in the audit, with its session", async () => {
    for (const code of ["budget-session", "budget-day", "budget-service", "spending-stopped"]) {
      lines = [];
      await run([new TerminalError(code, "no money left", { retryable: true })]);
      expect(lines.filter(({ audit }) => audit !== undefined)).toEqual([
        expect.objectContaining({
          ...{ severity: "WARNING", message: "audit: budget-stop", audit: "budget-stop" },
          ...{ reason: code, way: "step", session: expect.stringMatching(/^hash-/) },
          "logging.googleapis.com/labels": { sessionId: "session-1", step: "plot", audit: "budget-stop" },
        }),
      ]);
    }
  });

  test("that fails unexpectedly is an error with its stack, and without people's words", async () => {
    const unread = new RetryableError("the answer is not JSON: 雨の夜だった。猫は走り出した。");
    await run([unread]);
    expect(toldOfPlot()).toEqual([
      ["ERROR", "plot failed: the answer is not JSON: [text]"],
      ["INFO", "plot is made"],
    ]);
    const [error] = lines.filter(({ severity }) => severity === "ERROR");
    expect(error?.stack_trace).toMatch(/^RetryableError: .*\n {4}at /);
    expect(error?.["logging.googleapis.com/labels"]).toEqual({ sessionId: "session-1", step: "plot" });
    expect(JSON.stringify(lines)).not.toContain("猫");
  });
});

describe("a step in the trace", () => {
  test("contains its calls with their usage", async () => {
    const exporter = new InMemorySpanExporter();
    const send = async (spans: Parameters<typeof exporter.export>[0]) => {
      exporter.export(spans, () => {});
      return "sent" as const;
    };
    await run([], otelTracing({ send: (spans) => send([...spans]), ratio: 1, now: () => 0 }));
    const spans = exporter.getFinishedSpans();
    const [call, ...more] = spans.filter(({ name }) => name === "call");
    expect(more).toEqual([]);
    expect(call?.attributes).toEqual({
      "gen_ai.request.model": "writer@1",
      "gen_ai.usage.input_tokens": 900,
      "gen_ai.usage.output_tokens": 250,
      "mekuri.images": 0,
      "mekuri.cost_micros": 1_200,
    });
    const step = spans.find((span) => span.spanContext().spanId === call?.parentSpanContext?.spanId);
    expect(step).toMatchObject({ name: "step plot" });
    expect(spans.filter(({ name }) => name.startsWith("step "))).toHaveLength(18);
  });

  test("is not recorded without a receiver: then no part of OpenTelemetry is loaded", async () => {
    expect(await startTracing()).toBe(idsOnly);
  });
});
