// Removes a person from the books of others, with the comments that they wrote there, also in books that they left before.
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import { type FormerMember, type PeopleStore, planRemoval } from "./book-people.ts";
import type { CommentStore } from "./comments.ts";

/** Books that are read at a time. */
const BATCH = 50;
/** Former memberships of one person that are looked at until the last time. */
const MOST_FORMER = 1_000;

export interface LeaveParts {
  people: Pick<PeopleStore, "ofMember" | "update" | "formerly" | "forget">;
  comments: Pick<CommentStore, "list" | "update">;
}

/**
 * May be repeated. `isLast`: no earlier request of the person can write a comment any more, so nothing has to be remembered of where they
 * were. Throws `BusyError`.
 */
export async function leaveBooks(
  { people, comments }: LeaveParts,
  owners: readonly string[],
  isLast: boolean,
): Promise<void> {
  for (;;) {
    const books = await people.ofMember(owners, BATCH);
    const isMember = ({ ownerId }: { ownerId: string }) => owners.includes(ownerId);
    const left = await Promise.all(
      books.map(({ sessionId }) =>
        unlessMissing(people.update(sessionId, (known) => planRemoval(known, isMember))),
      ),
    );
    // A book that is being deleted takes its people with it.
    if (!left.includes(true)) break;
  }
  for (;;) {
    const former = await people.formerly(owners, isLast ? BATCH : MOST_FORMER);
    for (const one of former) {
      await unlessMissing(removeComments(comments, one));
      if (isLast) await people.forget(one);
    }
    if (!isLast || former.length === 0) return;
  }
}

async function removeComments(comments: LeaveParts["comments"], { sessionId, memberId }: FormerMember) {
  for (const { page } of await comments.list(sessionId)) {
    await comments.update({ sessionId, page }, (known) => {
      const others = known.filter(({ by }) => by !== memberId);
      return { value: undefined, ...(others.length < known.length && { comments: others }) };
    });
  }
}

/** Undefined for a book that is being deleted. */
async function unlessMissing<T>(done: Promise<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof SessionMissingError) return undefined;
    throw error;
  }
}
