// A WebChannel on an unreliable network: whatever is lost, repeated or reordered, both ends get every message once and in order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BackChannel, CHANNEL_TIMES, type Channel, channel } from "./channel.ts";

/** The client's end: the messages that it received and those that it has to send. */
function clientOf(server: Channel) {
  const told: unknown[] = [];
  let lastId = 0;
  let sent = 0;
  return {
    told,
    /** Opens a new back channel, which breaks after a number of chunks. */
    listen(chunksHeard: number, isStreaming: boolean): void {
      let heard = 0;
      const back: BackChannel = {
        isStreaming,
        write(text) {
          heard += 1;
          if (heard <= chunksHeard) hear(JSON.parse(text.slice(text.indexOf("\n") + 1)));
        },
        end() {},
      };
      server.acknowledge(lastId);
      server.attach(back);
    },
    /** Sends the next messages in one request, optionally with messages that were sent before. */
    post(count: number, repeated: number): void {
      const from = Math.max(0, sent - repeated);
      sent += count;
      server.receive(
        from,
        Array.from({ length: sent - from }, (_, index) => from + index),
      );
    },
    /** Sends two requests of which the second arrives first. */
    postOvertaken(): void {
      server.receive(sent + 1, [sent + 1]);
      server.receive(sent, [sent]);
      sent += 2;
    },
    sent: () => sent,
  };

  function hear(arrays: [number, unknown][]): void {
    for (const [id, message] of arrays) {
      if (id <= lastId) continue;
      expect(id).toBe(lastId + 1);
      lastId = id;
      if (!isNoop(message)) told.push(message);
    }
  }
}

const isNoop = (message: unknown) => Array.isArray(message) && message[0] === "noop";

const event = fc.oneof(
  fc.record({ kind: fc.constant("say" as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("listen" as const), heard: fc.nat(3), isStreaming: fc.boolean() }),
  fc.record({ kind: fc.constant("post" as const), count: fc.nat(2), repeated: fc.nat(4) }),
  fc.record({ kind: fc.constant("overtake" as const) }),
);

test("every message arrives once and in order, in both directions", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const received: unknown[] = [];
      const server = channel(
        { receive: (message) => received.push(message), close() {} },
        CHANNEL_TIMES,
        () => {},
      );
      const client = clientOf(server);
      let said = 0;
      for (const each of events) {
        if (each.kind === "say") for (let n = 0; n < each.count; n += 1) server.send({ n: said++ });
        else if (each.kind === "listen") client.listen(each.heard, each.isStreaming);
        else if (each.kind === "post") client.post(each.count, each.repeated);
        else client.postOvertaken();
        await Promise.resolve();
      }
      client.listen(Number.POSITIVE_INFINITY, true);
      await Promise.resolve();
      server.close();
      expect(client.told).toEqual(Array.from({ length: said }, (_, n) => [{ n }]));
      expect(received).toEqual(Array.from({ length: client.sent() }, (_, n) => n));
    }),
  );
});
