// What people and the API do to a session: start, cancel, decide a gate, retry; and what a dead letter does to it.
import type { DeadLetter } from "./dead-letters.ts";
import type { SessionParams } from "./params.ts";
import type { SessionStatus } from "./schedule.ts";
import type { PhaseName } from "./step-id.ts";

export interface StartRequest {
  ownerId: string;
  text: string;
  params: Omit<SessionParams, "storyHash">;
  idempotencyKey?: string | undefined;
}

export interface GateRequest {
  sessionId: string;
  phase: PhaseName;
  /** The revision that the person saw. */
  revision: number;
  decision: { kind: "approve" | "skip"; by: string };
}

/** All throw `BusyError` when the stores are down, and `SessionMissingError` for an unknown session. */
export interface SessionCommands {
  /** Throws `IdempotencyConflictError` when the key was used for another request. */
  startSession(request: StartRequest): Promise<{ sessionId: string; created: boolean }>;
  /** Throws `SessionStateError` when the session has ended. */
  cancelSession(sessionId: string): Promise<void>;
  /** Throws `GateConflictError` when that gate is not open, or was seen at another revision. */
  decideGate(request: GateRequest): Promise<void>;
  /** Goes on from where a failed session stopped. Throws `SessionStateError` when it has not failed. */
  retrySession(sessionId: string): Promise<void>;
  /** Keeps a dead letter and fails its session, unless its step is done or being worked on. */
  deadLetter(letter: DeadLetter): Promise<void>;
}

export class SessionStateError extends Error {
  override readonly name = "SessionStateError";
  readonly status: SessionStatus;
  constructor(sessionId: string, status: SessionStatus) {
    super(`session ${sessionId} is ${status}`);
    this.status = status;
  }
}

export class GateConflictError extends Error {
  override readonly name = "GateConflictError";
  /** The open revision; undefined when that gate is not open. */
  readonly current: number | undefined;
  constructor(phase: PhaseName, current: number | undefined) {
    super(
      current === undefined
        ? `${phase} is not in review`
        : `the review of ${phase} is at revision ${current}`,
    );
    this.current = current;
  }
}
