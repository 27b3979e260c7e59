// The ports through which the API reads what clients may see: a person's own sessions, and the books that people opened.
import type { ClientPage, ClientPhase, ClientSession } from "../pipeline/client-documents.ts";
import type { PhaseName } from "../pipeline/step-id.ts";

/** Where a page of a list begins: after this session. */
export interface ListPlace {
  at: string;
  id: string;
}

export interface OwnList {
  ownerId: string;
  status?: ClientSession["status"] | undefined;
  after?: ListPlace | undefined;
  limit: number;
}

/** All throw `BusyError` when the store is down. */
export interface SessionReader {
  /** Undefined when there is no such session. */
  read(sessionId: string): Promise<ClientSession | undefined>;
  /** An owner's sessions by the time of their start, the newest first, and then by id: an order that nothing changes. */
  list(wanted: OwnList): Promise<ClientSession[]>;
  /** Undefined when nothing of the phase has been shown yet. */
  readPhase(sessionId: string, phase: PhaseName): Promise<ClientPhase | undefined>;
  /** The book's pages as far as they are known, in order; with a number, that page alone. */
  readPages(sessionId: string, only?: number): Promise<ClientPage[]>;
}

/** All throw `BusyError` when the store is down. */
export interface Library {
  /** Public books by the time of their opening, the newest first, and then by id. */
  listPublic(page: { after?: ListPlace | undefined; limit: number }): Promise<ClientSession[]>;
  /** The unlisted or public book that a token opens. */
  findShared(token: string): Promise<ClientSession | undefined>;
}
