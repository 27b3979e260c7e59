// Writes the clients' documents. Each write first compares the stored `seq` in a transaction, so that a slow worker never replaces a newer
// state. All documents of one change are written in one transaction.
import * as z from "zod";
import type { ClientPage } from "../pipeline/client-documents.ts";
import type { Projector, SessionWrite, Shown } from "../pipeline/projector.ts";
import { sessionTurns } from "../pipeline/session-turns.ts";
import type { Documents, StoredDocument, Writer } from "./documents.ts";
import { isPassing } from "./firestore-errors.ts";
import { PAGES, pagePath, phasePath, sessionPath } from "./firestore-paths.ts";
import { writeProgress } from "./firestore-progress.ts";
import { noteWritten, rewriteSession, writeEvents } from "./firestore-shown.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import { type SessionSightings, sessionSightings } from "./session-sightings.ts";

const SeqSchema = z.object({ seq: z.number() });
const SessionSchema = z.object({ seq: z.number(), updatedAt: z.iso.datetime(), pages: z.number() });
/** The fields that are read from a document of any kind. */
const SEEN_FIELDS = ["seq", "updatedAt", "pages"];

export function firestoreProjector(
  documents: Documents,
  sightings: SessionSightings = sessionSightings(),
): Projector {
  const { read, begin } = documents;
  const inTurn = sessionTurns();

  /** Knowledge about the session's document without a read. Many workers write to it, and most writes would come too early. */
  function foresee(session: NonNullable<Shown["session"]>): SessionWrite | undefined {
    const { document, minIntervalMs } = session;
    const last = sightings.of(document.sessionId);
    if (last === undefined) return undefined;
    if (last.seq >= document.seq) return { kind: "current" };
    const waitMs = last.at + minIntervalMs - sightings.now();
    return minIntervalMs > 0 && waitMs > 0 ? { kind: "early", waitMs } : undefined;
  }

  /** Reads a session's document, unless this process knows its version. False if there is none, or Firestore does not answer. */
  async function look(sessionId: string): Promise<boolean> {
    if (sightings.of(sessionId)?.written !== undefined) return true;
    try {
      const [document] = await read([sessionPath(sessionId)]);
      if (document?.content === undefined || document.updateTime === undefined) return false;
      const { content, updateTime, readAt } = document;
      const { seq, updatedAt } = SessionSchema.parse(content);
      const written = { updateTime, fields: Object.keys(content) };
      sightings.note(sessionId, { seq, at: sightings.now() - (readAt - Date.parse(updatedAt)), written });
      return true;
    } catch (error) {
      if (isPassing(error)) return false;
      throw error;
    }
  }

  function showSession(
    tx: Pick<Writer, "set">,
    { document, minIntervalMs }: NonNullable<Shown["session"]>,
    last: StoredDocument | undefined,
  ): SessionWrite {
    if (last?.content === undefined) return { kind: "current" };
    const seen = SessionSchema.parse(last.content);
    const ageMs = last.readAt - Date.parse(seen.updatedAt);
    sightings.note(document.sessionId, { seq: seen.seq, at: sightings.now() - ageMs });
    if (seen.seq >= document.seq) return { kind: "current" };
    const waitMs = minIntervalMs - ageMs;
    if (minIntervalMs > 0 && waitMs > 0) return { kind: "early", waitMs };
    tx.set(sessionPath(document.sessionId), { ...document, updatedAt: new Date(last.readAt).toISOString() });
    return { kind: "written" };
  }

  return {
    async show(sessionId, { session, phases = [], pages = [], events = [] }) {
      let foreseen = session && foresee(session);
      const shown = [
        ...phases.map((phase) => ({ at: phasePath(sessionId, phase.phase), document: phase })),
        ...pages.map((page) => ({ at: pagePath(sessionId, page.number), document: page })),
      ];
      if (session !== undefined && foreseen === undefined && shown.length === 0) {
        const { document } = session;
        foreseen = await inTurn(sessionId, async () => {
          const isSeen = await look(sessionId);
          // The faster write may have been this process's own.
          const known = foresee(session);
          if (known !== undefined || !isSeen) return known;
          const isWritten = await rewriteSession(begin, sightings, { document, events });
          return isWritten ? { kind: "written" } : foresee(session);
        });
        if (foreseen?.kind === "written") return foreseen;
      }
      const wanted = foreseen === undefined ? session : undefined;
      if (wanted === undefined && shown.length === 0) {
        if (events.length > 0) {
          const commit = begin();
          writeEvents(commit, { sessionId, events });
          await patiently(() => commit.send());
        }
        return foreseen ?? { kind: "current" };
      }
      const sessionAt = sessionPath(sessionId);
      const verdict = await transact(documents, async (tx) => {
        const there = shown.map(({ at }) => at);
        const lasts = await tx.read(wanted ? [sessionAt, ...there] : there, SEEN_FIELDS);
        let shownSession = wanted && lasts.shift();
        // A missing page may have been removed since this worker read it.
        const isNew = shown.some(
          ({ document }, index) => "number" in document && lasts[index]?.content === undefined,
        );
        if (shownSession === undefined && isNew) {
          [shownSession] = await tx.read([sessionAt], SEEN_FIELDS);
        }
        const book = shownSession?.content && SessionSchema.parse(shownSession.content);
        for (const [index, { at, document }] of shown.entries()) {
          const before = lasts[index]?.content;
          if (before !== undefined) {
            if (SeqSchema.parse(before).seq >= document.seq) continue;
          } else if ("number" in document && isGone(document, book)) continue;
          tx.set(at, document);
        }
        writeEvents(tx, { sessionId, events });
        return wanted ? showSession(tx, wanted, shownSession) : foreseen;
      });
      if (wanted !== undefined && verdict?.kind === "written") {
        noteWritten(sightings, wanted.document, undefined);
      }
      return verdict ?? { kind: "current" };
    },
    showProgress: (sessionId, progressed) => writeProgress(documents, sessionId, progressed),
    shownSeq: (sessionId) => sightings.of(sessionId)?.seq,
    removePages(sessionId, { last, seq }) {
      return transact(documents, async (tx) => {
        const where = [["number", "GREATER_THAN", last]] as const;
        const pages = await tx.find({ collection: PAGES, below: sessionPath(sessionId), where }, ["seq"]);
        for (const { path, content } of pages) if (SeqSchema.parse(content).seq <= seq) tx.delete(path);
      });
    },
  };
}

/** Whether a newer session's document has fewer pages than this page's number. */
function isGone(page: ClientPage, book: z.infer<typeof SessionSchema> | undefined): boolean {
  return book !== undefined && book.seq >= page.seq && book.pages < page.number;
}
