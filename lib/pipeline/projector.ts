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
  /** Says what became of the session's document; `current` where none was given. */
  show(sessionId: string, shown: Shown): Promise<SessionWrite>;
  /**
   * Writes how far a running picture is, as `planProgress` decides, into the document that is there, and says whether it did. It asks
   * once: a document that is written meanwhile stays as that left it. `seq` stays, so the next change takes the document's place.
   */
  showProgress(sessionId: string, progressed: Progressed): Promise<boolean>;
  /** A `seq` that the session's document shows, or an older one than it does, without a look at it; undefined where none is known. */
  shownSeq(sessionId: string): number | undefined;
  /** Removes the pages after `last`, but for those that show a later `seq`; the session's document says so already. */
  removePages(sessionId: string, beyond: { last: number; seq: number }): Promise<void>;
}
