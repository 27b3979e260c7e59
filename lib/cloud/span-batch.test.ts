// When spans leave.
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { BasicTracerProvider } from "@opentelemetry/sdk-trace-base";
import { describe, expect, test } from "vitest";
import { spanBatch } from "./span-batch.ts";

function batching(send?: (spans: readonly ReadableSpan[]) => Promise<"sent" | "later">) {
  const sent: string[][] = [];
  const clock = { now: 0 };
  const keep = async (spans: readonly ReadableSpan[]) => {
    sent.push(spans.map(({ name }) => name));
    return "sent" as const;
  };
  const batch = spanBatch(send ?? keep, () => clock.now);
  const tracer = new BasicTracerProvider({ spanProcessors: [batch.processor] }).getTracer("test");
  const end = (name: string) => tracer.startSpan(name).end();
  return { batch, sent, clock, end, keep };
}

describe("a batch of spans", () => {
  test("sends ended spans once, and nothing if none has ended", async () => {
    const { batch, sent, end } = batching();
    await batch.flush();
    end("a");
    end("b");
    await Promise.all([batch.flush(), batch.flush()]);
    end("c");
    await batch.flush();
    expect(sent).toEqual([["a", "b"], ["c"]]);
  });

  test("is full when there are many, or when the oldest waits long", () => {
    const { batch, clock, end } = batching();
    expect(batch.isFull()).toBe(false);
    end("a");
    expect(batch.isFull()).toBe(false);
    clock.now = 5_000;
    expect(batch.isFull()).toBe(true);
    const many = batching();
    for (let index = 0; index < 128; index++) many.end("a");
    expect(many.batch.isFull()).toBe(true);
  });

  test("keeps spans while the receiver is unavailable, pauses its requests, and drops the oldest spans if there are too many", async () => {
    const answers: ("sent" | "later")[] = ["later"];
    const sent: string[][] = [];
    const { batch, clock, end } = batching(async (spans) => {
      sent.push(spans.map(({ name }) => name));
      return answers.shift() ?? "sent";
    });
    end("a");
    await batch.flush();
    for (let index = 0; index < 2_047; index++) end("b");
    end("c");
    await batch.flush();
    expect(sent).toHaveLength(1);
    clock.now = 30_000;
    await batch.flush();
    expect(sent[1]).toHaveLength(2_048);
    expect(sent[1]?.at(0)).toBe("b");
    expect(sent[1]?.at(-1)).toBe("c");
  });
});
