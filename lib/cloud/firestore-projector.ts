// Writes the documents that clients listen to. Each write looks at the `seq` that is there first, in a transaction,
// so that a slow worker never takes back what a quick one has shown.
import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { eventId } from "../pipeline/client-documents.ts";
import type { Projector, SessionWrite } from "../pipeline/projector.ts";
import { orBusy } from "./firestore-errors.ts";
import { eventPath, pagePath, pagesPath, phasePath, sessionPath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

const SeqSchema = z.object({ seq: z.number() });
const ShownSchema = z.object({ seq: z.number(), updatedAt: z.iso.datetime() });
const LengthSchema = z.object({ seq: z.number(), pages: z.number() });
const SHOWN_FIELDS = { fieldMask: ["seq", "updatedAt"] };

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
    async writeSession(session, minIntervalMs) {
      const at = db.doc(sessionPath(session.sessionId));
      if (minIntervalMs > 0) {
        // Most writes come too early: a plain read says so without locking the document for those that do not.
        const [last] = await orBusy(() => db.getAll(at, SHOWN_FIELDS));
        const verdict = judge(last, session.seq, minIntervalMs);
        if (verdict.kind !== "written") return verdict;
      }
      return transact(db, async (tx) => {
        const [last] = await tx.getAll(at, SHOWN_FIELDS);
        const verdict = judge(last, session.seq, minIntervalMs);
        if (verdict.kind === "written" && last !== undefined) {
          tx.set(at, { ...session, updatedAt: last.readTime.toDate().toISOString() });
        }
        return verdict;
      });
    },
    writePhase(sessionId, phase) {
      return writeIfNewer(phasePath(sessionId, phase.phase), phase);
    },
    writePage(sessionId, page) {
      return transact(db, async (tx) => {
        const at = db.doc(pagePath(sessionId, page.number));
        const [last] = await tx.getAll(at, { fieldMask: ["seq"] });
        if (last?.exists) {
          if (SeqSchema.parse(last.data()).seq >= page.seq) return;
        } else {
          // It may have been removed since this worker looked.
          const [session] = await tx.getAll(db.doc(sessionPath(sessionId)), { fieldMask: ["seq", "pages"] });
          const shown = session?.exists ? LengthSchema.parse(session.data()) : undefined;
          if (shown !== undefined && shown.seq >= page.seq && shown.pages < page.number) return;
        }
        tx.set(at, page);
      });
    },
    removePages(sessionId, { last, seq }) {
      return transact(db, async (tx) => {
        const beyond = db.collection(pagesPath(sessionId)).where("number", ">", last).select("seq");
        const { docs } = await tx.get(beyond);
        for (const page of docs) if (SeqSchema.parse(page.data()).seq <= seq) tx.delete(page.ref);
      });
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

/** Whether a session's document with this `seq` may be written over the last one now. */
function judge(last: DocumentSnapshot | undefined, seq: number, minIntervalMs: number): SessionWrite {
  if (!last?.exists) return { kind: "current" };
  const shown = ShownSchema.parse(last.data());
  if (shown.seq >= seq) return { kind: "current" };
  const waitMs = Date.parse(shown.updatedAt) + minIntervalMs - last.readTime.toMillis();
  return minIntervalMs > 0 && waitMs > 0 ? { kind: "early", waitMs } : { kind: "written" };
}
