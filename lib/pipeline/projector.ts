// The port that writes the documents clients listen to. Every write carries the schedule's `seq`; an older one never
// replaces a newer. All functions throw `BusyError` when the store is down.
import type { ClientEvent, ClientPage, ClientPhase, ClientSession } from "./client-documents.ts";

export type SessionWrite =
  | { kind: "written" }
  /** The document already shows this `seq` or a later one. */
  | { kind: "current" }
  /** The last write was less than `minIntervalMs` ago; nothing was written. */
  | { kind: "early"; waitMs: number };

export interface Projector {
  /** Writes `sessions/{id}` where it is, with `updatedAt` set to the store's own time; a deleted one stays deleted. */
  writeSession(session: ClientSession, minIntervalMs: number): Promise<SessionWrite>;
  writePhase(sessionId: string, phase: ClientPhase): Promise<void>;
  /** A page that the session's document, being newer, says the book does not have is not written. */
  writePage(sessionId: string, page: ClientPage): Promise<void>;
  /** Removes the pages after `last`, but for those that show a later `seq`; the session's document says so already. */
  removePages(sessionId: string, beyond: { last: number; seq: number }): Promise<void>;
  /** Adds to the timeline; writing an event again changes nothing. */
  writeEvents(sessionId: string, events: readonly ClientEvent[]): Promise<void>;
}
