// In-memory `PeopleStore` over the in-memory client documents, for tests.
import type { MemoryProjector } from "../pipeline/memory-projector.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import {
  type BookPeople,
  BookPeopleSchema,
  type FormerMember,
  formerMembers,
  nobodyIn,
  type PeopleStore,
} from "./book-people.ts";

export function memoryPeople(
  { sessions }: Pick<MemoryProjector, "sessions">,
  now: () => number,
): PeopleStore {
  const books = new Map<string, BookPeople>();
  const former = new Map<string, FormerMember>();
  // The people of a deleted session are gone with it.
  const stored = () => [...books.values()].filter(({ sessionId }) => sessions.has(sessionId));
  return {
    async read(sessionId) {
      return stored().find((book) => book.sessionId === sessionId);
    },
    async ofMember(owners, limit) {
      return stored()
        .filter(({ readers }) => readers.some((id) => owners.includes(id)))
        .slice(0, limit);
    },
    async update(sessionId, decide) {
      const session = sessions.get(sessionId);
      if (session === undefined) throw new SessionMissingError(sessionId);
      const known = books.get(sessionId) ?? nobodyIn(sessionId);
      const { people, value } = decide(known, { now: now(), ownerId: session.ownerId });
      if (people !== undefined) {
        books.set(sessionId, BookPeopleSchema.parse(people));
        for (const one of formerMembers(known, people)) former.set(one.memberId, one);
      }
      return value;
    },
    async formerly(owners, limit) {
      const own = [...former.values()].filter(
        ({ ownerId, sessionId }) => owners.includes(ownerId) && sessions.has(sessionId),
      );
      return own.slice(0, limit);
    },
    async forget({ memberId }) {
      former.delete(memberId);
    },
  };
}
