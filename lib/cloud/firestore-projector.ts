// Writes the documents that clients listen to. Each write looks at the `seq` that is there first, in a transaction,
// so that a slow worker never takes back what a quick one has shown. What a change shows in is one transaction.
import type { DocumentReference, DocumentSnapshot, Firestore, Transaction } from "@google-cloud/firestore";
import * as z from "zod";
import { type ClientEvent, type ClientPage, eventId } from "../pipeline/client-documents.ts";
import type { Projector, SessionWrite, Shown } from "../pipeline/projector.ts";
import { orBusy } from "./firestore-errors.ts";
import { eventPath, pagePath, pagesPath, phasePath, sessionPath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

const SeqSchema = z.object({ seq: z.number() });
const SessionSchema = z.object({ seq: z.number(), updatedAt: z.iso.datetime(), pages: z.number() });
/** What is looked at of a document of any kind. */
const SEEN_FIELDS = { fieldMask: ["seq", "updatedAt", "pages"] };

/** Sessions of which a process remembers when it last saw their document. */
const REMEMBERED = 1_000;

/** A transaction, or a batch without one. */
interface Writer {
  set(at: DocumentReference, document: object): unknown;
}

/** What a session's document shows, and since when by the local clock. */
interface Seen {
  seq: number;
  at: number;
}

/** `db` must ignore undefined properties. `now`: milliseconds of any clock that never goes back. */
export function firestoreProjector(db: Firestore, now: () => number = () => performance.now()): Projector {
  const seen = new Map<string, Seen>();

  function remember(sessionId: string, last: Seen): void {
    seen.delete(sessionId);
    seen.set(sessionId, last);
    const [oldest] = seen.keys();
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
  }

  /** What this process knows without a look at the document, which many write to: most writes come too early. */
  function foresee(session: NonNullable<Shown["session"]>): SessionWrite | undefined {
    const { document, minIntervalMs } = session;
    const last = seen.get(document.sessionId);
    if (last === undefined) return undefined;
    if (last.seq >= document.seq) return { kind: "current" };
    const waitMs = last.at + minIntervalMs - now();
    return minIntervalMs > 0 && waitMs > 0 ? { kind: "early", waitMs } : undefined;
  }

  function showSession(
    tx: Transaction,
    { document, minIntervalMs }: NonNullable<Shown["session"]>,
    last: DocumentSnapshot | undefined,
  ): { verdict: SessionWrite; last: Seen | undefined } {
    if (!last?.exists) return { verdict: { kind: "current" }, last: undefined };
    const shown = SessionSchema.parse(last.data());
    const ageMs = last.readTime.toMillis() - Date.parse(shown.updatedAt);
    const known = { seq: shown.seq, at: now() - ageMs };
    if (shown.seq >= document.seq) return { verdict: { kind: "current" }, last: known };
    const waitMs = minIntervalMs - ageMs;
    if (minIntervalMs > 0 && waitMs > 0) return { verdict: { kind: "early", waitMs }, last: known };
    tx.set(last.ref, { ...document, updatedAt: last.readTime.toDate().toISOString() });
    return { verdict: { kind: "written" }, last: { seq: document.seq, at: now() } };
  }

  function addEvents(to: Writer, sessionId: string, events: readonly ClientEvent[]): void {
    for (const event of events) to.set(db.doc(eventPath(sessionId, eventId(event))), event);
  }

  return {
    async show(sessionId, { session, phases = [], pages = [], events = [] }) {
      const foreseen = session && foresee(session);
      const wanted = foreseen === undefined ? session : undefined;
      const documents = [
        ...phases.map((phase) => ({ at: db.doc(phasePath(sessionId, phase.phase)), document: phase })),
        ...pages.map((page) => ({ at: db.doc(pagePath(sessionId, page.number)), document: page })),
      ];
      if (wanted === undefined && documents.length === 0) {
        if (events.length > 0) {
          const batch = db.batch();
          addEvents(batch, sessionId, events);
          await orBusy(() => batch.commit());
        }
        return foreseen ?? { kind: "current" };
      }
      const sessionAt = db.doc(sessionPath(sessionId));
      const { verdict, last } = await transact(db, async (tx) => {
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
        addEvents(tx, sessionId, events);
        return wanted ? showSession(tx, wanted, shownSession) : { verdict: foreseen, last: undefined };
      });
      if (last !== undefined) remember(sessionId, last);
      return verdict ?? { kind: "current" };
    },
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
