// Selects the session for `--resume` without an id.
import type { Firestore } from "@google-cloud/firestore";
import { type ClientSession, ClientSessionSchema } from "../../lib/pipeline/client-documents.ts";

/**
 * The owner's newest session that has not ended; otherwise one that ended after `since`, the time when the command opened the service,
 * because the service continues stored sessions and may finish one before the command asks. Undefined if there is neither.
 */
export async function sessionToResume(
  db: Firestore,
  { ownerId, since }: { ownerId: string; since: Date },
): Promise<ClientSession | undefined> {
  const newestFirst = db
    .collection("sessions")
    .where("ownerId", "==", ownerId)
    .orderBy("createdAt", "desc")
    .limit(1);
  const unfinished = await newestFirst.where("status", "in", ["queued", "running", "waiting"]).get();
  const [document] = unfinished.empty ? (await newestFirst.get()).docs : unfinished.docs;
  if (document === undefined) return undefined;
  const session = ClientSessionSchema.parse(document.data());
  const { endedAt } = session;
  return endedAt === undefined || Date.parse(endedAt) >= since.getTime() ? session : undefined;
}
