// A session's document as its owner gets it from the API: with what the people of the book, who receive the document, do not get.
import type { ClientSession, OwnedSession } from "./client-documents.ts";
import type { Schedule } from "./schedule.ts";

const iso = (ms: number) => new Date(ms).toISOString();

/** `schedule` is at least as new as the document. */
export function ownedSession(session: ClientSession, schedule: Schedule): OwnedSession {
  const { shareToken, withdrawn } = schedule.about ?? {};
  return {
    ...session,
    params: schedule.params,
    shareToken,
    withdrawn: withdrawn && { at: iso(withdrawn.at), reason: withdrawn.reason },
    webhook: webhook(schedule),
  };
}

function webhook({ webhook }: Schedule): OwnedSession["webhook"] {
  return (
    webhook && {
      deliveries: webhook.deliveries.map(({ id, event, attempts, nextAt, deliveredAt, status, error }) => ({
        ...{ id, event, attempts, status, error },
        state: deliveredAt !== undefined ? "delivered" : nextAt === null ? "failed" : "pending",
        nextAt: nextAt === null ? undefined : iso(nextAt),
        deliveredAt: deliveredAt === undefined ? undefined : iso(deliveredAt),
      })),
    }
  );
}
