// In-memory `EventReader` over the in-memory client documents.
import { eventId } from "../pipeline/client-documents.ts";
import type { MemoryProjector } from "../pipeline/memory-projector.ts";
import { type EventPlace, type EventReader, pageOf, readCursor } from "./event-reader.ts";

export function memoryEventReader({ events }: Pick<MemoryProjector, "events">): EventReader {
  return {
    async list(sessionId, { after, limit }) {
      const from = after === undefined ? undefined : readCursor(after);
      const ordered = [...events]
        .filter(([key]) => key.startsWith(`${sessionId}/`))
        .map(([, event]) => ({ event, place: { at: event.at, id: eventId(event) } }))
        .toSorted((a, b) => compare(a.place, b.place))
        .filter(({ place }) => from === undefined || compare(place, from) > 0);
      return pageOf(
        ordered.slice(0, limit + 1).map(({ event }) => event),
        limit,
      );
    },
  };
}

function compare(a: EventPlace, b: EventPlace): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
