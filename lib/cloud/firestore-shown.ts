// Writes of the documents that clients listen to, for whoever knows that nothing newer is there.
import {
  type DocumentReference,
  FieldValue,
  type Firestore,
  type Timestamp,
  type WriteResult,
} from "@google-cloud/firestore";
import { type ClientEvent, type ClientSession, eventId } from "../pipeline/client-documents.ts";
import type { Shown } from "../pipeline/projector.ts";
import { isChanged, isPassing } from "./firestore-errors.ts";
import { eventPath, pagePath, phasePath, sessionPath } from "./firestore-paths.ts";
import type { SessionSightings } from "./session-sightings.ts";

/** A transaction, or a batch without one. */
interface Writer {
  set(at: DocumentReference, document: object): unknown;
}

/** Writes what a schedule shows that is written with it; `now` by the store's clock. A session's document comes first. */
export function writeShown(
  db: Firestore,
  to: Writer,
  { sessionId, shown, now }: { sessionId: string; shown: Shown; now: number },
): void {
  const { session, phases = [], pages = [], events = [] } = shown;
  if (session !== undefined) to.set(db.doc(sessionPath(sessionId)), written(session.document, now));
  for (const phase of phases) to.set(db.doc(phasePath(sessionId, phase.phase)), phase);
  for (const page of pages) to.set(db.doc(pagePath(sessionId, page.number)), page);
  writeEvents(db, to, { sessionId, events });
}

export function writeEvents(
  db: Firestore,
  to: Writer,
  { sessionId, events }: { sessionId: string; events: readonly ClientEvent[] },
): void {
  for (const event of events) to.set(db.doc(eventPath(sessionId, eventId(event))), event);
}

function written(document: ClientSession, now: number): ClientSession {
  return { ...document, updatedAt: new Date(now).toISOString() };
}

/** Notes that a session's document was written; without a result, nobody knows its version. */
export function noteWritten(
  sightings: SessionSightings,
  document: ClientSession,
  result: WriteResult | undefined,
): void {
  const fields = Object.keys(document).filter((field) => Reflect.get(document, field) !== undefined);
  sightings.note(document.sessionId, {
    seq: document.seq,
    written: result && { updateTime: result.writeTime, fields },
  });
}

/**
 * Writes a session's document and events in one commit, if the document still is the one that this process wrote last. False when
 * it is not, or nobody can say whether that was done.
 */
export async function rewriteSession(
  db: Firestore,
  sightings: SessionSightings,
  { document, events }: { document: ClientSession; events: readonly ClientEvent[] },
): Promise<boolean> {
  const { sessionId } = document;
  const last = sightings.of(sessionId);
  if (last?.written === undefined) return false;
  const { updateTime, fields } = last.written;
  const now = timeAfter(updateTime, sightings.now() - last.at);
  const gone = fields.filter((field) => Reflect.get(document, field) === undefined);
  const deleted = Object.fromEntries(gone.map((field) => [field, FieldValue.delete()]));
  const batch = db.batch();
  batch.update(
    db.doc(sessionPath(sessionId)),
    { ...written(document, now), ...deleted },
    { lastUpdateTime: updateTime },
  );
  writeEvents(db, batch, { sessionId, events });
  try {
    const [result] = await batch.commit();
    noteWritten(sightings, document, result);
    return true;
  } catch (error) {
    if (isPassing(error) || isChanged(error)) return false;
    throw error;
  }
}

/** By the store's clock: it was the one time when a document was written, and as much later has it become since. */
function timeAfter(writeTime: Timestamp, laterMs: number): number {
  return writeTime.toMillis() + Math.floor(laterMs);
}
