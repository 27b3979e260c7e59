// The port that writes the documents clients listen to. Every write carries the schedule's `seq`; an older one never
// replaces a newer. All functions throw `BusyError` when the store is down.
import type { ClientEvent, ClientPage, ClientPhase, ClientSession } from "./client-documents.ts";
import type { Progressed } from "./plan-progress.ts";

export type SessionWrite =
  | { kind: "written" }
  /** The document already shows this `seq` or a later one. */
  | { kind: "current" }
  /** The last write was less than `minIntervalMs` ago; nothing was written. */
  | { kind: "early"; waitMs: number };

/** What a change shows in; it is written together. */
export interface Shown {
  /** `sessions/{id}`, with `updatedAt` set to the store's own time; a deleted one stays deleted. */
  session?: { document: ClientSession; minIntervalMs: number } | undefined;
  phases?: readonly ClientPhase[];
  /** A page that the session's document, being newer, says the book does not have is not written. */
  pages?: readonly ClientPage[];
  /** Added to the timeline; writing an event again changes nothing. */
  events?: readonly ClientEvent[];
}

export interface Projector {
  /** Returns the outcome for the session's document; `current` if none was given. */
  show(sessionId: string, shown: Shown): Promise<SessionWrite>;
  /**
   * Writes the progress of a running picture, as `planProgress` decides, into the existing document, and returns whether it did. It makes
   * one attempt: a document that is written meanwhile stays unchanged. `seq` stays, so the next change replaces the document.
   */
  showProgress(sessionId: string, progressed: Progressed): Promise<boolean>;
  /** A `seq` that the session's document has at least, without a read; undefined if unknown. */
  shownSeq(sessionId: string): number | undefined;
  /** Removes the pages after `last`, but for those that show a later `seq`; the session's document says so already. */
  removePages(sessionId: string, beyond: { last: number; seq: number }): Promise<void>;
}
