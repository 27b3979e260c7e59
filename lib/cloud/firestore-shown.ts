// Writes of the clients' documents for callers that know that the stored ones are not newer.
import { type ClientEvent, type ClientSession, eventId } from "../pipeline/client-documents.ts";
import type { Shown } from "../pipeline/projector.ts";
import type { Documents, Writer } from "./documents.ts";
import { isChanged, isPassing, lastingError } from "./firestore-errors.ts";
import { eventPath, pagePath, phasePath, sessionPath } from "./firestore-paths.ts";
import type { SessionSightings } from "./session-sightings.ts";

/**
 * Writes the clients' documents of a schedule that is written in the same commit; `now` is the store's time. A session's document comes
 * first.
 */
export function writeShown(
  to: Pick<Writer, "set">,
  { sessionId, shown, now }: { sessionId: string; shown: Shown; now: number },
): void {
  const { session, phases = [], pages = [], events = [] } = shown;
  if (session !== undefined) to.set(sessionPath(sessionId), written(session.document, now));
  for (const phase of phases) to.set(phasePath(sessionId, phase.phase), phase);
  for (const page of pages) to.set(pagePath(sessionId, page.number), page);
  writeEvents(to, { sessionId, events });
}

export function writeEvents(
  to: Pick<Writer, "set">,
  { sessionId, events }: { sessionId: string; events: readonly ClientEvent[] },
): void {
  for (const event of events) to.set(eventPath(sessionId, eventId(event)), event);
}

function written(document: ClientSession, now: number): ClientSession {
  return { ...document, updatedAt: new Date(now).toISOString() };
}

/** Notes that a session's document was written; without a time, its version is unknown. */
export function noteWritten(
  sightings: SessionSightings,
  document: ClientSession,
  updateTime: string | undefined,
): void {
  const fields = Object.keys(document).filter((field) => Reflect.get(document, field) !== undefined);
  sightings.note(document.sessionId, {
    seq: document.seq,
    written: updateTime === undefined ? undefined : { updateTime, fields },
  });
}

/**
 * Writes a session's document and events in one commit, if the document is still the one that this process last wrote or read. False if it
 * is not, or the outcome of the commit is unknown.
 */
export async function rewriteSession(
  begin: Documents["begin"],
  sightings: SessionSightings,
  { document, events }: { document: ClientSession; events: readonly ClientEvent[] },
): Promise<boolean> {
  const { sessionId } = document;
  const last = sightings.of(sessionId);
  if (last?.written === undefined) return false;
  const { updateTime, fields } = last.written;
  const next = new Map<string, unknown>(
    Object.entries(written(document, timeAfter(updateTime, sightings.now() - last.at))),
  );
  const changed = new Set([...fields, ...next.keys()]);
  const commit = begin();
  commit.update(
    sessionPath(sessionId),
    [...changed].map((field) => ({ field: [field], value: next.get(field) })),
    updateTime,
  );
  writeEvents(commit, { sessionId, events });
  try {
    const [writtenAt] = await commit.send();
    noteWritten(sightings, document, writtenAt);
    return true;
  } catch (error) {
    if (isPassing(error) || isChanged(error)) return false;
    throw lastingError(error);
  }
}

/** The store's time: that of a document's last write, plus the time elapsed since then. */
function timeAfter(writeTime: string, laterMs: number): number {
  return Date.parse(writeTime) + Math.floor(laterMs);
}
