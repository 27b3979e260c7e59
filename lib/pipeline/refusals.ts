// Why a session does not do what it is asked for: what whoever asks can act on. Apart from the commands that throw them, so that who only
// tells them apart loads no pipeline.
import type { SessionStatus } from "./schedule.ts";
import type { PhaseName } from "./step-id.ts";

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

/** The session moved on since it was looked at: look again. */
export class MovedOnError extends Error {
  override readonly name = "MovedOnError";
}

/** What a change was made on is not there any more: to apply it would undo somebody else's change. */
export class EditConflictError extends Error {
  override readonly name = "EditConflictError";
  /** Where in the book: `pages.1.texts.k2/w1.text`, or the id of a step. */
  readonly path: string;
  /** What stands there now. */
  readonly actual: Readonly<Record<string, unknown>>;
  constructor(path: string, actual: Readonly<Record<string, unknown>>) {
    super(`${path} was changed by somebody else`);
    this.path = path;
    this.actual = actual;
  }
}

/** The book has moved on from the version that somebody saw; `current` is the one that it has now. */
export class VersionConflictError extends Error {
  override readonly name = "VersionConflictError";
  readonly current: number;
  constructor(seen: number, current: number) {
    super(`the book is at version ${current}, you saw ${seen}`);
    this.current = current;
  }
}
