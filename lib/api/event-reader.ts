// Port for reading a session's timeline page by page, the oldest event first.
import * as z from "zod";
import { type ClientEvent, ClientEventSchema, eventId } from "../pipeline/client-documents.ts";
import { isDocumentId } from "./document-id.ts";

/** An event as clients read it, with the id of its document. */
export const ListedEventSchema = ClientEventSchema.extend({ id: z.string() });
export type ListedEvent = z.infer<typeof ListedEventSchema>;

export const EVENTS_PER_PAGE = { default: 100, most: 500 };

export interface EventPage {
  events: ListedEvent[];
  /** Cursor of the next page; undefined when there are no more events so far. */
  next: string | undefined;
}

export interface EventReader {
  /**
   * Up to `limit` events after a cursor, ordered by time and then by id. A missing session has none. Throws `EventCursorError` for a
   * malformed cursor and `BusyError` when the store is down.
   */
  list(sessionId: string, page: { after?: string | undefined; limit: number }): Promise<EventPage>;
}

export class EventCursorError extends Error {
  override readonly name = "EventCursorError";
  constructor(cursor: string, options?: ErrorOptions) {
    super(`${cursor} is not a cursor of a timeline; use \`next\` of the previous page`, options);
  }
}

/** Position of an event in the timeline's order. */
export interface EventPlace {
  at: string;
  id: string;
}

/** A list is ordered by a time, by an amount, or by the id alone. */
const PlaceSchema = z.tuple([
  z.union([z.iso.datetime(), z.string().regex(/^\d{0,15}$/)]),
  z.string().refine(isDocumentId),
]);

export function writeCursor({ at, id }: EventPlace): string {
  return Buffer.from(JSON.stringify([at, id]), "utf8").toString("base64url");
}

/** Throws `EventCursorError`. */
export function readCursor(cursor: string): EventPlace {
  try {
    const [at, id] = PlaceSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at, id };
  } catch (error) {
    throw new EventCursorError(cursor, { cause: error });
  }
}

/** Makes a page from events read in order; `read` has one more than `limit` if there is a next page. */
export function pageOf(read: readonly ClientEvent[], limit: number): EventPage {
  const events = read.slice(0, limit).map((event) => ({ ...event, id: eventId(event) }));
  const last = events.at(-1);
  return { events, next: read.length > limit && last !== undefined ? writeCursor(last) : undefined };
}
