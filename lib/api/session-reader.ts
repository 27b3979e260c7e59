// Ports for reading clients' data: a user's own sessions, and books that their owners share.
import type { ClientPage, ClientPhase, ClientSession, ListedSession } from "../pipeline/client-documents.ts";
import type { PhaseName } from "../pipeline/step-id.ts";

/** Cursor of a list: the next page begins after this session. */
export interface ListPlace {
  /** The value by which the list is ordered. */
  at: string;
  id: string;
}

export interface OwnList {
  /** The owner ids of one person: 1 to 11. */
  owners: readonly string[];
  status?: ClientSession["status"] | undefined;
  after?: ListPlace | undefined;
  limit: number;
}

export const SESSION_ORDERS = ["newest", "oldest", "costliest"] as const;
export type SessionOrder = (typeof SESSION_ORDERS)[number];

export interface WholeList extends Omit<OwnList, "owners"> {
  owner?: string | undefined;
  /** By the time of the start or by the cost, then by id. Default: `newest`; with an owner only that. */
  order?: SessionOrder | undefined;
}

/** All throw `BusyError` when the store is down. */
export interface SessionReader {
  /** Undefined if the session does not exist. */
  read(sessionId: string): Promise<ClientSession | undefined>;
  /** A person's sessions by start time, newest first, then by id. The order is stable. */
  list(wanted: OwnList): Promise<ClientSession[]>;
  /** The sessions of all owners, or of one: for operators. */
  listAll(wanted: WholeList): Promise<ListedSession[]>;
  /** Undefined if nothing of the phase has been published yet. */
  readPhase(sessionId: string, phase: PhaseName): Promise<ClientPhase | undefined>;
  /** The pages published so far, in order; with a number, only that page. */
  readPages(sessionId: string, only?: number): Promise<ClientPage[]>;
}

/** All throw `BusyError` when the store is down. */
export interface Library {
  /** Public books by the time at which they were opened, newest first, then by id. */
  listPublic(page: { after?: ListPlace | undefined; limit: number }): Promise<ClientSession[]>;
  /** The unlisted or public book with this token. */
  findShared(token: string): Promise<ClientSession | undefined>;
}
