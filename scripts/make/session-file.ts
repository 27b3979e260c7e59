// `session.json`: the result of a session, for scripts that use the command.
import type { ClientSession } from "../../lib/pipeline/client-documents.ts";
import { PHASES, type PhaseName } from "../../lib/pipeline/step-id.ts";

export interface SessionFile {
  sessionId: string;
  status: ClientSession["status"];
  title: string;
  pages: number;
  panels: number;
  costMicros: number;
  /** Number of the story's units that were left out; book.json lists them. */
  leftOut: number;
  phases: {
    phase: PhaseName;
    steps: number;
    startedAt: string | null;
    endedAt: string | null;
    ms: number | null;
  }[];
  /** Deviations from the request: repaired answers, other models, failed pictures. */
  notices: SessionNotice[];
  error?: ClientSession["error"];
}

export interface SessionNotice {
  step: string;
  message: string;
}

export function sessionFile(session: ClientSession, notices: readonly SessionNotice[]): SessionFile {
  const leftOut = session.result?.leftOut;
  return {
    sessionId: session.sessionId,
    status: session.status,
    title: session.title,
    pages: session.pages,
    panels: session.panels,
    costMicros: session.costMicros,
    leftOut: typeof leftOut === "number" ? leftOut : 0,
    phases: PHASES.map((phase) => {
      const { steps = 0, startedAt = null, endedAt = null, ms = null } = session.phases[phase] ?? {};
      return { phase, steps, startedAt, endedAt, ms };
    }),
    notices: [...notices],
    ...(session.error === undefined ? {} : { error: session.error }),
  };
}
