import { describe, expect, test } from "vitest";
import { deliverAll, type Sample, START_MS, sample } from "./sample-session.ts";

function deliveryOf({ services, clock, runner }: Sample) {
  return {
    queue: services.publisher.queue,
    clock,
    async deliver(message: Parameters<typeof runner.handle>[0]) {
      expect(await runner.handle(message)).toBe("ack");
    },
  };
}

describe("a session on memory", () => {
  test("makes every step once and ends complete", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(deliveryOf(book));
    const session = book.projector.sessions.get(sessionId);
    expect(session).toMatchObject({ status: "completed", pages: 3, panels: 6 });
    const steps = book.tools.runs.map(({ step }) => step);
    expect(steps).toHaveLength(new Set(steps).size);
    expect(steps).toHaveLength(1 + 1 + 2 + 1 + 3 + 6 + 3 + 1);
    expect(book.services.publisher.queue).toEqual([]);
    expect(book.clock.now() - START_MS).toBeLessThan(60_000);
  });
});
