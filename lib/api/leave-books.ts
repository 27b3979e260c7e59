// Removes a person from the books of others, with the comments that they wrote there as one of their people.
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import { type BookPeople, type PeopleStore, planRemoval } from "./book-people.ts";
import type { CommentStore } from "./comments.ts";

/** Books that are read at a time. */
const BATCH = 50;

export interface LeaveParts {
  people: Pick<PeopleStore, "ofMember" | "update">;
  comments: CommentStore;
}

/** May be repeated. Throws `BusyError`. */
export async function leaveBooks(parts: LeaveParts, owners: readonly string[]): Promise<void> {
  for (;;) {
    const books = await parts.people.ofMember(owners, BATCH);
    const left = await Promise.all(books.map((book) => leaveBook(parts, book, owners)));
    // A book that is being deleted takes its people with it.
    if (!left.includes(true)) return;
  }
}

/** Whether somebody left. The comments go first, because only the membership tells whose they are. */
async function leaveBook(
  { people, comments }: LeaveParts,
  { sessionId, members }: BookPeople,
  owners: readonly string[],
): Promise<boolean> {
  const gone = members.filter(({ ownerId }) => owners.includes(ownerId)).map(({ memberId }) => memberId);
  try {
    for (const { page } of await comments.list(sessionId)) {
      await comments.update({ sessionId, page }, (known) => {
        const others = known.filter(({ by }) => !gone.includes(by));
        return { value: undefined, ...(others.length < known.length && { comments: others }) };
      });
    }
    return await people.update(sessionId, (known) =>
      planRemoval(known, (member) => owners.includes(member.ownerId)),
    );
  } catch (error) {
    if (error instanceof SessionMissingError) return false;
    throw error;
  }
}
