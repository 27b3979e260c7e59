// The people of books in Firestore: `people/{sessionId}`. Clients may not read it; `firestore.rules` does.
import * as z from "zod";
import {
  BookPeopleSchema,
  FormerMemberSchema,
  formerMembers,
  nobodyIn,
  type PeopleStore,
} from "../api/book-people.ts";
import { isDocumentId } from "../api/document-id.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { FORMER_MEMBERS, formerMemberPath, PEOPLE, peoplePath, sessionPath } from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";

const OwnedSchema = z.object({ ownerId: z.string() });

export function firestorePeople(database: Database): PeopleStore {
  return {
    async read(sessionId) {
      if (!isDocumentId(sessionId)) return undefined;
      const [document] = await patiently(() => database.read([peoplePath(sessionId)]));
      return document?.content && BookPeopleSchema.parse(document.content);
    },
    async ofMember(owners, limit) {
      const all = (await database.client()).collection(PEOPLE);
      const own = all.where("readers", "array-contains-any", [...owners]).limit(limit);
      const { docs } = await orBusy(() => own.get());
      return docs.map((document) => BookPeopleSchema.parse(document.data()));
    },
    update(sessionId, decide) {
      return transact(database, async (tx) => {
        if (!isDocumentId(sessionId)) throw new SessionMissingError(sessionId);
        const at = peoplePath(sessionId);
        // Read in the transaction, so that nothing is written for a session that is being deleted.
        const [stored, session] = await tx.read([at, sessionPath(sessionId)]);
        if (session?.content === undefined) throw new SessionMissingError(sessionId);
        const known = stored?.content ? BookPeopleSchema.parse(stored.content) : nobodyIn(sessionId);
        const { ownerId } = OwnedSchema.parse(session.content);
        const { people, value } = decide(known, { now: session.readAt, ownerId });
        if (people !== undefined) {
          tx.set(at, BookPeopleSchema.parse(people));
          for (const one of formerMembers(known, people)) {
            tx.set(formerMemberPath(sessionId, one.memberId), one);
          }
        }
        return value;
      });
    },
    async formerly(owners, limit) {
      const all = (await database.client()).collectionGroup(FORMER_MEMBERS);
      const { docs } = await orBusy(() =>
        all
          .where("ownerId", "in", [...owners])
          .limit(limit)
          .get(),
      );
      return docs.map((document) => FormerMemberSchema.parse(document.data()));
    },
    async forget({ sessionId, memberId }) {
      await patiently(() => {
        const commit = database.begin();
        commit.delete(formerMemberPath(sessionId, memberId));
        return commit.send();
      });
    },
  };
}
