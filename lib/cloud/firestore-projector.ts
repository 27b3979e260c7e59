// Writes the documents that clients listen to. Each write looks at the `seq` that is there first, in a transaction,
// so that a slow worker never takes back what a quick one has shown. What a change shows in is one transaction.
import type { DocumentSnapshot, Transaction } from "@google-cloud/firestore";
import * as z from "zod";
import type { ClientPage } from "../pipeline/client-documents.ts";
import type { Projector, SessionWrite, Shown } from "../pipeline/projector.ts";
import { sessionTurns } from "../pipeline/session-turns.ts";
import type { Database } from "./firestore-commit.ts";
import { pagePath, pagesPath, phasePath, sessionPath } from "./firestore-paths.ts";
import { noteWritten, rewriteSession, writeEvents, writerOf } from "./firestore-shown.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import { type SessionSightings, sessionSightings } from "./session-sightings.ts";

const SeqSchema = z.object({ seq: z.number() });
const SessionSchema = z.object({ seq: z.number(), updatedAt: z.iso.datetime(), pages: z.number() });
/** What is looked at of a document of any kind. */
const SEEN_FIELDS = { fieldMask: ["seq", "updatedAt", "pages"] };

export function firestoreProjector(
  { db, begin }: Database,
  sightings: SessionSightings = sessionSightings(),
): Projector {
  const inTurn = sessionTurns();

  /** What this process knows without a look at the document, which many write to: most writes come too early. */
  function foresee(session: NonNullable<Shown["session"]>): SessionWrite | undefined {
    const { document, minIntervalMs } = session;
    const last = sightings.of(document.sessionId);
    if (last === undefined) return undefined;
    if (last.seq >= document.seq) return { kind: "current" };
    const waitMs = last.at + minIntervalMs - sightings.now();
    return minIntervalMs > 0 && waitMs > 0 ? { kind: "early", waitMs } : undefined;
  }

  function showSession(
    tx: Transaction,
    { document, minIntervalMs }: NonNullable<Shown["session"]>,
    last: DocumentSnapshot | undefined,
  ): SessionWrite {
    if (!last?.exists) return { kind: "current" };
    const shown = SessionSchema.parse(last.data());
    const ageMs = last.readTime.toMillis() - Date.parse(shown.updatedAt);
    sightings.note(document.sessionId, { seq: shown.seq, at: sightings.now() - ageMs });
    if (shown.seq >= document.seq) return { kind: "current" };
    const waitMs = minIntervalMs - ageMs;
    if (minIntervalMs > 0 && waitMs > 0) return { kind: "early", waitMs };
    tx.set(last.ref, { ...document, updatedAt: last.readTime.toDate().toISOString() });
    return { kind: "written" };
  }

  return {
    async show(sessionId, { session, phases = [], pages = [], events = [] }) {
      let foreseen = session && foresee(session);
      const documents = [
        ...phases.map((phase) => ({ at: db.doc(phasePath(sessionId, phase.phase)), document: phase })),
        ...pages.map((page) => ({ at: db.doc(pagePath(sessionId, page.number)), document: page })),
      ];
      if (session !== undefined && foreseen === undefined && documents.length === 0) {
        const { document } = session;
        foreseen = await inTurn(sessionId, async () => {
          // What was quicker may have been of this process.
          const known = foresee(session);
          if (known !== undefined) return known;
          const isWritten = await rewriteSession(begin, sightings, { document, events });
          return isWritten ? { kind: "written" } : foresee(session);
        });
        if (foreseen?.kind === "written") return foreseen;
      }
      const wanted = foreseen === undefined ? session : undefined;
      if (wanted === undefined && documents.length === 0) {
        if (events.length > 0) {
          const commit = begin();
          writeEvents(commit, { sessionId, events });
          await patiently(() => commit.send());
        }
        return foreseen ?? { kind: "current" };
      }
      const sessionAt = db.doc(sessionPath(sessionId));
      const verdict = await transact(db, async (tx) => {
        const there = documents.map(({ at }) => at);
        const isNew = ({ number }: ClientPage, lasts: readonly DocumentSnapshot[]) =>
          lasts.find(({ ref }) => ref.path === pagePath(sessionId, number))?.exists === false;
        const lasts = await tx.getAll(...(wanted ? [sessionAt, ...there] : there), SEEN_FIELDS);
        let shownSession = wanted && lasts.shift();
        // A page that is not there may have been removed since this worker looked.
        if (shownSession === undefined && pages.some((page) => isNew(page, lasts))) {
          [shownSession] = await tx.getAll(sessionAt, SEEN_FIELDS);
        }
        const book = shownSession?.exists ? SessionSchema.parse(shownSession.data()) : undefined;
        for (const [index, { at, document }] of documents.entries()) {
          const before = lasts[index];
          if (before?.exists) {
            if (SeqSchema.parse(before.data()).seq >= document.seq) continue;
          } else if ("number" in document && isGone(document, book)) continue;
          tx.set(at, document);
        }
        writeEvents(writerOf(db, tx), { sessionId, events });
        return wanted ? showSession(tx, wanted, shownSession) : foreseen;
      });
      if (wanted !== undefined && verdict?.kind === "written") {
        noteWritten(sightings, wanted.document, undefined);
      }
      return verdict ?? { kind: "current" };
    },
    shownSeq: (sessionId) => sightings.of(sessionId)?.seq,
    removePages(sessionId, { last, seq }) {
      return transact(db, async (tx) => {
        const beyond = db.collection(pagesPath(sessionId)).where("number", ">", last).select("seq");
        const { docs } = await tx.get(beyond);
        for (const page of docs) if (SeqSchema.parse(page.data()).seq <= seq) tx.delete(page.ref);
      });
    },
  };
}

/** Whether a newer session's document says that the book does not have the page. */
function isGone(page: ClientPage, book: z.infer<typeof SessionSchema> | undefined): boolean {
  return book !== undefined && book.seq >= page.seq && book.pages < page.number;
}
