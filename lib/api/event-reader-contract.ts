// Contract of `EventReader`; every implementation's tests run it.
import { describe, expect, test } from "vitest";
import type { ClientEvent } from "../pipeline/client-documents.ts";
import type { Projector } from "../pipeline/projector.ts";
import { UNUSABLE_IDS } from "./document-id-samples.ts";
import { EventCursorError, type EventReader, ListedEventSchema, writeCursor } from "./event-reader.ts";

export interface EventReaderUnderTest {
  reader: EventReader;
  /** Writes to the store that the reader reads. */
  projector: Pick<Projector, "show">;
  /** A session id that no other test uses. */
  newId(): string;
}

const event = (second: number, number: number, kind: ClientEvent["kind"] = "started"): ClientEvent => ({
  ...{ schemaVersion: 1, kind, step: "artwork/p001/k1", number },
  at: new Date(second * 1_000).toISOString(),
});

/** `use` returns the reader of the suite; it is called inside the tests. */
export function describeEventReader(name: string, use: () => EventReaderUnderTest): void {
  async function readAll(sessionId: string, limit: number) {
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await use().reader.list(sessionId, { after, limit });
      pages.push(page.events.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    return pages;
  }

  describe(name, () => {
    test("events are ordered by time, then by id, in whatever order they were written", async () => {
      const { projector, newId } = use();
      const sessionId = newId();
      await projector.show(sessionId, { events: [event(3, 3), event(1, 2), event(2, 1, "retry")] });
      await projector.show(sessionId, { events: [event(1, 1)] });
      const ids = ["1.started", "2.started", "1.retry", "3.started"].map((id) => `artwork.p001.k1.${id}`);
      expect(await readAll(sessionId, 10)).toEqual([ids]);
      expect(await readAll(sessionId, 3)).toEqual([ids.slice(0, 3), ids.slice(3)]);
      expect(await readAll(sessionId, 2)).toEqual([ids.slice(0, 2), ids.slice(2)]);
      expect(await readAll(sessionId, 1)).toEqual(ids.map((id) => [id]));
    });

    test("an event that was written twice is listed once, with all its fields", async () => {
      const { projector, reader, newId } = use();
      const sessionId = newId();
      const call: ClientEvent = {
        ...event(1, 4, "call"),
        ...{ attempt: 2, call: 1, ms: 12.5, model: "m@1", inputTokens: 10, outputTokens: 20, images: 1 },
        ...{ costMicros: 67_000, traceId: "4bf92f3577b34da6a3ce929d0e0e4736" },
      };
      await projector.show(sessionId, { events: [call] });
      await projector.show(sessionId, { events: [call, { ...call, call: 2 }] });
      const { events, next } = await reader.list(sessionId, { limit: 10 });
      expect(events).toEqual([
        { ...call, id: "artwork.p001.k1.4.call.1" },
        { ...call, call: 2, id: "artwork.p001.k1.4.call.2" },
      ]);
      expect(next).toBeUndefined();
      for (const listed of events) ListedEventSchema.parse(listed);
    });

    test("events of other sessions are not listed, and a missing session has none", async () => {
      const { projector, reader, newId } = use();
      const sessionId = newId();
      await projector.show(sessionId, { events: [event(1, 1)] });
      expect(await reader.list(newId(), { limit: 10 })).toEqual({ events: [], next: undefined });
      for (const id of [`${sessionId}/events/x`, ...UNUSABLE_IDS]) {
        expect(await reader.list(id, { limit: 10 })).toEqual({ events: [], next: undefined });
      }
    });

    test("a malformed cursor is refused", async () => {
      const { reader, newId } = use();
      const forged = [
        "",
        "page-2",
        Buffer.from('["yesterday","a"]').toString("base64url"),
        ...UNUSABLE_IDS.map((id) => writeCursor({ at: new Date(0).toISOString(), id })),
      ];
      for (const after of forged) {
        await expect(reader.list(newId(), { after, limit: 10 })).rejects.toThrow(EventCursorError);
      }
    });
  });
}
