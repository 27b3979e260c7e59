// Writes the documents that clients listen to. Each write looks at the `seq` that is there first, in a transaction,
// so that a slow worker never takes back what a quick one has shown.
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { eventId } from "../pipeline/client-documents.ts";
import type { Projector } from "../pipeline/projector.ts";
import { orBusy } from "./firestore-errors.ts";
import { eventPath, pagePath, phasePath, sessionPath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

const SeqSchema = z.object({ seq: z.number() });
const WrittenSchema = z.object({ seq: z.number(), updatedAt: z.iso.datetime() });

/** `db` must ignore undefined properties. */
export function firestoreProjector(db: Firestore): Projector {
  /** Writes a document, unless it shows as much already. */
  function writeIfNewer(path: string, document: { seq: number }): Promise<void> {
    return transact(db, async (tx) => {
      const at = db.doc(path);
      const [last] = await tx.getAll(at, { fieldMask: ["seq"] });
      if (last?.exists && SeqSchema.parse(last.data()).seq >= document.seq) return;
      tx.set(at, document);
    });
  }

  return {
    writeSession(session, minIntervalMs) {
      return transact(db, async (tx) => {
        const at = db.doc(sessionPath(session.sessionId));
        const [last] = await tx.getAll(at, { fieldMask: ["seq", "updatedAt"] });
        if (!last?.exists) return { kind: "current" };
        const written = WrittenSchema.parse(last.data());
        if (written.seq >= session.seq) return { kind: "current" };
        const now = last.readTime.toMillis();
        const waitMs = minIntervalMs === 0 ? 0 : Date.parse(written.updatedAt) + minIntervalMs - now;
        if (waitMs > 0) return { kind: "early", waitMs };
        tx.set(at, { ...session, updatedAt: new Date(now).toISOString() });
        return { kind: "written" };
      });
    },
    writePhase(sessionId, phase) {
      return writeIfNewer(phasePath(sessionId, phase.phase), phase);
    },
    writePage(sessionId, page) {
      return writeIfNewer(pagePath(sessionId, page.number), page);
    },
    writeEvents(sessionId, events) {
      return orBusy(async () => {
        if (events.length === 0) return;
        const batch = db.batch();
        for (const event of events) batch.set(db.doc(eventPath(sessionId, eventId(event))), event);
        await batch.commit();
      });
    },
  };
}
