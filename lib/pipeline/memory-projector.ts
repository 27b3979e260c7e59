// Client documents in memory, by their paths below `sessions/`.
import {
  type ClientEvent,
  type ClientPage,
  type ClientPhase,
  type ClientSession,
  eventId,
} from "./client-documents.ts";
import { pictureRef, planProgress } from "./plan-progress.ts";
import type { Projector, SessionWrite, Shown } from "./projector.ts";
import type { StepRecord } from "./step-record.ts";

export interface MemoryProjector extends Projector {
  sessions: Map<string, ClientSession>;
  /** By `{sessionId}/{phase}`. */
  phases: Map<string, ClientPhase>;
  /** By `{sessionId}/{number}`. */
  pages: Map<string, ClientPage>;
  /** By `{sessionId}/{event's id}`. */
  events: Map<string, ClientEvent>;
  /** Without a comparison with the stored document: for documents written together with their schedule. */
  showAtOnce(sessionId: string, shown: Shown): void;
}

/** `recordOf` gives a step's document as it is now; where it gives none, no progress is shown. */
export function memoryProjector(
  now: () => number,
  recordOf: (sessionId: string, step: string) => StepRecord | undefined = () => undefined,
): MemoryProjector {
  const sessions: MemoryProjector["sessions"] = new Map();
  const phases: MemoryProjector["phases"] = new Map();
  const pages: MemoryProjector["pages"] = new Map();
  const events: MemoryProjector["events"] = new Map();

  function showSession({ document, minIntervalMs }: NonNullable<Shown["session"]>): SessionWrite {
    const { sessionId, seq } = document;
    const last = sessions.get(sessionId);
    if (last === undefined || last.seq >= seq) return { kind: "current" };
    const waitMs = minIntervalMs === 0 ? 0 : Date.parse(last.updatedAt) + minIntervalMs - now();
    if (waitMs > 0) return { kind: "early", waitMs };
    sessions.set(sessionId, { ...document, updatedAt: new Date(now()).toISOString() });
    return { kind: "written" };
  }

  return {
    sessions,
    phases,
    pages,
    events,
    async show(sessionId, shown) {
      for (const event of shown.events ?? []) events.set(`${sessionId}/${eventId(event)}`, event);
      for (const phase of shown.phases ?? []) replaceOlder(phases, `${sessionId}/${phase.phase}`, phase);
      for (const page of shown.pages ?? []) {
        const session = sessions.get(sessionId);
        const isGone = session !== undefined && session.seq >= page.seq && session.pages < page.number;
        if (!isGone || pages.has(`${sessionId}/${page.number}`)) {
          replaceOlder(pages, `${sessionId}/${page.number}`, page);
        }
      }
      return shown.session === undefined ? { kind: "current" } : showSession(shown.session);
    },
    async showProgress(sessionId, progressed) {
      const record = recordOf(sessionId, progressed.step);
      const ref = pictureRef(progressed.step);
      const change = <T>(documents: Map<string, T>, key: string): boolean => {
        const document = documents.get(key);
        const planned = planProgress({ record, document, now: now() }, progressed);
        if (document === undefined || planned === undefined) return false;
        documents.set(key, { ...document, [planned.field]: planned.value });
        return true;
      };
      if (ref === undefined) return false;
      return ref.of === "panel"
        ? change(pages, `${sessionId}/${ref.page}`)
        : change(phases, `${sessionId}/${ref.phase}`);
    },
    shownSeq: (sessionId) => sessions.get(sessionId)?.seq,
    showAtOnce(sessionId, { session, phases: changed = [], pages: turned = [], events: told = [] }) {
      for (const event of told) events.set(`${sessionId}/${eventId(event)}`, event);
      for (const phase of changed) phases.set(`${sessionId}/${phase.phase}`, phase);
      for (const page of turned) pages.set(`${sessionId}/${page.number}`, page);
      if (session === undefined) return;
      sessions.set(sessionId, { ...session.document, updatedAt: new Date(now()).toISOString() });
    },
    async removePages(sessionId, { last, seq }) {
      for (const [key, page] of pages) {
        const isBeyond = key === `${sessionId}/${page.number}` && page.number > last;
        if (isBeyond && page.seq <= seq) pages.delete(key);
      }
    },
  };
}

function replaceOlder<T extends { seq: number }>(documents: Map<string, T>, key: string, document: T): void {
  const last = documents.get(key);
  if (last === undefined || last.seq < document.seq) documents.set(key, document);
}
