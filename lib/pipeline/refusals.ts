// Reasons for which a session refuses a command, on which the caller can act. In a file of their own, so that code that only distinguishes
// them does not load the pipeline.
import type { SessionStatus } from "./schedule.ts";
import type { PhaseName } from "./step-id.ts";

/** A font cannot be used in the book. `reason`: stable, kebab-case. */
export class FontRefusedError extends Error {
  override readonly name = "FontRefusedError";
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A font cannot be taken away, because texts are set in it. */
export class FontInUseError extends Error {
  override readonly name = "FontInUseError";
  /** The first of them: `page 2: k1/w1`, or `the style of c1`. */
  readonly users: readonly string[];
  constructor(users: readonly string[], more: number) {
    const others = more > 0 ? ` and ${more} more` : "";
    super(`these are set in the font: ${users.join(", ")}${others}; set them in another one first`);
    this.users = users;
  }
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

/** An operator has closed the book for others. */
export class BookWithdrawnError extends Error {
  override readonly name = "BookWithdrawnError";
  readonly reason: string;
  constructor(reason: string) {
    super(`an operator has withdrawn the book: ${reason}`);
    this.reason = reason;
  }
}

/** The owner's pictures are not drawn yet, or the change would have one drawn, and the editor may not spend the owner's money. */
export class CostsMoneyError extends Error {
  override readonly name = "CostsMoneyError";
  constructor() {
    super(
      "Pictures have to be drawn before or after this change, which only the owner of the book may have done",
    );
  }
}

/** The session has changed since it was read: read it again. */
export class MovedOnError extends Error {
  override readonly name = "MovedOnError";
}

/** The result that a change was made on is no longer there: applying it would undo another change. */
export class EditConflictError extends Error {
  override readonly name = "EditConflictError";
  /** The place in the book: `pages.1.texts.k2/w1.text`, or the id of a step. */
  readonly path: string;
  /** The present value. */
  readonly actual: Readonly<Record<string, unknown>>;
  constructor(path: string, actual: Readonly<Record<string, unknown>>) {
    super(`${path} was changed by somebody else`);
    this.path = path;
    this.actual = actual;
  }
}

/** The book has a newer version than the one that the person saw: `current`. */
export class VersionConflictError extends Error {
  override readonly name = "VersionConflictError";
  readonly current: number;
  constructor(seen: number, current: number) {
    super(`the book is at version ${current}, you saw ${seen}`);
    this.current = current;
  }
}
