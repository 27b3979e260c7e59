// Moderation in memory, for tests.
import { MOST_SUSPENDED } from "../pipeline/ledger.ts";
import {
  type Moderation,
  type ReportedBook,
  type Suspension,
  TooManySuspendedError,
  withReport,
} from "./moderation.ts";

/** `suspended`: the owners whose sessions the ledger refuses. */
export function memoryModeration(now: () => number, suspended: Set<string>): Moderation {
  const books = new Map<string, ReportedBook>();
  const suspensions = new Map<string, Suspension>();
  const iso = () => new Date(now()).toISOString();
  return {
    async addReport(about, report) {
      books.set(about.sessionId, withReport(books.get(about.sessionId), about, report, iso()));
    },
    async listReported({ state, after, limit }) {
      const key = ({ at, id }: { at: string; id: string }) => `${at} ${id}`;
      const placed = [...books.values()].map((book) => ({
        book,
        key: key({ at: book.lastAt, id: book.sessionId }),
      }));
      return placed
        .filter((one) => one.book.state === state && (after === undefined || one.key < key(after)))
        .toSorted((a, b) => (a.key < b.key ? 1 : -1))
        .slice(0, limit)
        .map(({ book }) => book);
    },
    readReported: async (sessionId) => books.get(sessionId),
    async decide(sessionId, { by, note }) {
      const book = books.get(sessionId);
      if (book === undefined) return false;
      books.set(sessionId, { ...book, state: "closed", decided: { at: iso(), by, note } });
      return true;
    },
    async suspend(ownerId, { reason, by }) {
      const known = suspensions.get(ownerId);
      if (known !== undefined) return known;
      if (suspended.size >= MOST_SUSPENDED) throw new TooManySuspendedError(MOST_SUSPENDED);
      const suspension: Suspension = { schemaVersion: 1, ownerId, at: iso(), reason, by };
      suspensions.set(ownerId, suspension);
      suspended.add(ownerId);
      return suspension;
    },
    async restore(ownerId) {
      suspended.delete(ownerId);
      return suspensions.delete(ownerId);
    },
    isSuspended: async (ownerId) => suspended.has(ownerId),
    readSuspension: async (ownerId) => suspensions.get(ownerId),
  };
}
