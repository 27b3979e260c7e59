// The stores of a world with several books for one worker: calls about a book go through its auditor.
import type { Services } from "../services.ts";
import type { Auditor } from "./auditor.ts";
import type { Worker } from "./worker.ts";
import type { BookWorld, World } from "./world.ts";

export interface Book {
  world: BookWorld;
  auditor: Auditor;
}

/** Undefined for a session that is not registered yet. */
export function bookOf<B extends Book>(books: readonly B[], sessionId: string): B | undefined {
  return books.find(({ world }) => world.sessionIds.has(sessionId));
}

export function watchBooks({ stores }: World, books: readonly Book[], worker: Worker): Services {
  const watched = new Map(books.map((book) => [book.world.key, book.auditor.watch(worker)]));
  const of = (sessionId: string): Services =>
    watched.get(bookOf(books, sessionId)?.world.key ?? "") ?? stores;
  const own = stores.instanceOf?.(worker.id) ?? stores;
  const { schedules } = own;
  return {
    ...stores,
    ...{ stories: own.stories, projector: own.projector },
    schedules: {
      ...schedules,
      create: (creation, build) =>
        (watched.get(creation.idempotency?.key ?? "") ?? stores).schedules.create(creation, build),
      read: (sessionId) => of(sessionId).schedules.read(sessionId),
      peek: (sessionId) => of(sessionId).schedules.peek(sessionId),
      updateStep: (sessionId, ...change) => of(sessionId).schedules.updateStep(sessionId, ...change),
      update: (sessionId, ...change) => of(sessionId).schedules.update(sessionId, ...change),
    },
    publisher: {
      async publish(messages) {
        for (const [sessionId, theirs] of Map.groupBy(messages, (message) => message.sessionId)) {
          await of(sessionId).publisher.publish(theirs);
        }
      },
    },
  };
}
