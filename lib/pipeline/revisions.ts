// How people change a book while it is made and after it is done. Each command keeps the version before, puts the change
// into the schedule, and plans on: exactly what depends on the changed parts runs again.
import { decided } from "./advance.ts";
import { type Change, editResult } from "./edit-result.ts";
import { mergePatch } from "./merge-patch.ts";
import type { TextChange } from "./page-edits.ts";
import { type OutOfOrder, planRelettering, type Relettering } from "./plan-relettering.ts";
import {
  type Author,
  type BookChange,
  currentVersion,
  MovedOnError,
  type ParamsEdit,
  reopened,
  withChange,
  withVersion,
} from "./plan-revision.ts";
import { planWish } from "./plan-wish.ts";
import { lastShape } from "./progress.ts";
import type { Reviser, Wish } from "./reviser.ts";
import type { GateDecision, Schedule, SessionStatus, Version } from "./schedule.ts";
import { SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import { change as changeSchedule, checkGate, SessionStateError, takePlace } from "./session.ts";
import { storeSnapshot, withSnapshot } from "./snapshots.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import type { PhaseName } from "./step-id.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import {
  type Comparison,
  compareVersions,
  type ListedVersion,
  listVersions,
  loadVersion,
} from "./versions.ts";

export interface RevisionServices extends Services {
  editor: StepEditor;
  reviser: Reviser;
}

interface Asked {
  sessionId: string;
  /** The owner's id. */
  by: string;
  /** The version that the person saw: a newer one is not changed. Absent: whichever there is. */
  seen?: number | undefined;
  /** How many sessions of the owner may run at once, with this one; any number unless given. */
  mostRunning?: number | undefined;
}

/** The gate that an edit answers. */
export interface GateSeen {
  phase: PhaseName;
  /** The revision that the person saw. */
  revision: number;
}

export interface Revised {
  status: SessionStatus;
  /** The number of the version that the session now makes. */
  version: number;
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

/**
 * All throw `VersionConflictError` when the version is not the one seen, `BusyError` when a store is down,
 * `SessionMissingError` for an unknown session, `SessionStateError` when it was cancelled, `EditRefusedError` when the
 * change cannot be made, `TooManyRunningError`, and `MovedOnError` when the session does not hold still.
 */
export interface RevisionCommands {
  /**
   * Puts a patched result (JSON merge patch) in place of a step's own. With a gate, it also decides that gate.
   * Throws `GateConflictError` when the gate is not open, or was seen at another revision.
   */
  editStep(request: Asked & { step: WorkRef; patch: unknown; gate?: GateSeen | undefined }): Promise<Revised>;
  /** Changes a balloon, a caption or a sound: its words, never a picture. */
  editText(request: Asked & { page: number; text: string; change: TextChange }): Promise<Revised>;
  /** Draws a panel again, as another take, or as other words describe it: one picture. */
  redrawPanel(
    request: Asked & {
      page: number;
      panel: string;
      prompt?: string | undefined;
      /** An earlier take, by the number of the version that asked for it; 0 is the first. */
      take?: number | undefined;
    },
  ): Promise<Revised>;
  /** Changes what was asked for at the start. */
  changeParams(request: Asked & { params: ParamsEdit }): Promise<Revised>;
  /** Letters the book again, in words, a language or a direction of its own; pictures stay. */
  reletter(request: Asked & Relettering): Promise<Revised & { outOfOrder: OutOfOrder[] }>;
  /**
   * Carries out what somebody asks for in words or by a quick option. With a gate, that gate is decided by it, and opens
   * again where its phase gave something else. Throws `CannotReviseError` when it cannot be done.
   */
  carryOut(request: Asked & { wish: Wish; gate?: GateSeen | undefined }): Promise<Revised>;
  listVersions(sessionId: string): Promise<ListedVersion[]>;
  compareVersions(sessionId: string, pair: { a: number; b: number }): Promise<Comparison>;
  /** Returns to a version: its results count again, and what it lacked is made. The one before stays, too. */
  restoreVersion(request: Asked & { version: number }): Promise<Revised>;
}

export function createRevisionCommands(services: RevisionServices): RevisionCommands {
  const { editor } = services;
  const edit = (schedule: Schedule, ref: WorkRef, change: Change) =>
    editResult(services, schedule, { ref, change });
  return {
    editStep: ({ sessionId, by, mostRunning, step, patch, gate }) =>
      revise(services, sessionId, {
        mostRunning,
        next: { what: "edit", step: nodeOf(step).id, by },
        gate: gate && { ...gate, decision: { kind: "edit", by } },
        prepare: async (schedule) =>
          changing({ results: [await edit(schedule, step, (output) => mergePatch(output, patch))] }),
      }),
    editText: ({ sessionId, by, seen, mostRunning, page, text, change }) => {
      const step: WorkRef = { phase: "storyboard", of: "page", page };
      return revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "edit", step: nodeOf(step).id, by },
        prepare: async (schedule) =>
          changing({
            results: [await edit(schedule, step, (page) => editor.changeText(page, text, change))],
          }),
      });
    },
    redrawPanel: ({ sessionId, by, seen, mostRunning, page, panel, prompt, take }) => {
      const art = nodeOf({ phase: "artwork", of: "panel", page, panel });
      return revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "redraw", step: art.id, by },
        prepare: async (schedule) => {
          // While its page is made anew, a panel counts as it was.
          const panels = lastShape(schedule).panels(page);
          if (!panels?.some(({ id }) => id === panel)) {
            throw new EditRefusedError("not-found", "", `page ${page} has no panel ${panel}`);
          }
          const picture = take === undefined ? { takes: [art.id] } : { earlier: { step: art.id, take } };
          if (prompt === undefined) return changing(picture);
          const step: WorkRef = { phase: "storyboard", of: "page", page };
          const described = await edit(schedule, step, (board) => editor.describePanel(board, panel, prompt));
          return changing({ ...picture, results: [described] });
        },
      });
    },
    changeParams: ({ sessionId, by, seen, mostRunning, params }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "params", by },
        prepare: async () => changing({ params }),
      }),
    async reletter({ sessionId, by, mostRunning, ...relettering }) {
      let outOfOrder: OutOfOrder[] = [];
      const revised = await revise(services, sessionId, {
        mostRunning,
        next: { what: "reletter", by },
        prepare: async (schedule) => {
          const planned = await planRelettering(services, schedule, relettering);
          outOfOrder = planned.outOfOrder;
          return changing(planned.change);
        },
      });
      return { ...revised, outOfOrder };
    },
    carryOut: ({ sessionId, by, mostRunning, wish, gate }) => {
      const what = wish.option === undefined ? "words" : "option";
      return revise(services, sessionId, {
        mostRunning,
        next: { what, by },
        gate: gate && { ...gate, decision: { kind: what, by } },
        prepare: async (schedule) =>
          changing({ ...(await planWish(services, schedule, wish)), review: gate?.phase }),
      });
    },
    listVersions: async (sessionId) => listVersions(await readOrMissing(services, sessionId)),
    compareVersions: async (sessionId, pair) =>
      compareVersions(services, await readOrMissing(services, sessionId), pair),
    restoreVersion: ({ sessionId, by, seen, mostRunning, version }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "restore", of: version, by },
        async prepare(read) {
          if (version === currentVersion(read)) return (schedule) => schedule;
          const snapshot = await loadVersion(services, read, version);
          return (schedule, author) => withSnapshot(schedule, snapshot, author);
        },
      }),
  };
}

type Plan = (schedule: Schedule, author: Author) => Schedule;

const changing =
  (change: BookChange): Plan =>
  (schedule, author) =>
    withChange(schedule, change, author);

async function readOrMissing({ schedules }: Services, sessionId: string): Promise<Schedule> {
  const schedule = await schedules.read(sessionId);
  if (schedule === undefined) throw new SessionMissingError(sessionId);
  return schedule;
}

interface Revision {
  /** How the version that this begins came to be. */
  next: Pick<Version, "what" | "step" | "of" | "by">;
  seen?: number | undefined;
  mostRunning?: number | undefined;
  gate?: (GateSeen & { decision: Pick<GateDecision, "kind" | "by"> }) | undefined;
  /** Looks at the schedule as it was read; what it gives is applied in the transaction. */
  prepare(schedule: Schedule): Promise<Plan>;
}

/** Sessions move on while a change is prepared; it is prepared again as often. */
const TRIES = 5;

async function revise(services: RevisionServices, sessionId: string, revision: Revision): Promise<Revised> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryRevision(services, sessionId, revision);
    } catch (error) {
      if (!(error instanceof MovedOnError) || attempt === TRIES) throw error;
    }
  }
}

async function tryRevision(
  services: RevisionServices,
  sessionId: string,
  { next, seen: wanted, mostRunning, gate, prepare }: Revision,
): Promise<Revised> {
  const seen = await readOrMissing(services, sessionId);
  check(seen, { gate, seen: wanted });
  const plan = await prepare(seen);
  await takePlace(services, sessionId, mostRunning);
  const snapshot = await storeSnapshot(services, seen);
  const after = await changeSchedule(services, sessionId, (schedule, now) => {
    check(schedule, { gate, seen: wanted });
    // What was prepared, and the version that is kept, are of before another command.
    if (schedule.epoch !== seen.epoch) throw new MovedOnError("somebody was faster");
    const decision = gate && { ...gate.decision, at: now };
    const opened = gate && decision ? decided(schedule, gate.phase, decision) : schedule;
    const changed = plan(opened, { by: next.by, at: now });
    if (changed === opened) return { by: next.what, schedule: opened };
    const open = reopened(changed, now, services.settings.timings.sessionDeadlineMs);
    return { by: next.what, schedule: withVersion(open, { before: seen, snapshot }, { ...next, at: now }) };
  });
  return { status: after.state.status, version: currentVersion(after) };
}

function check(schedule: Schedule, { gate, seen }: Pick<Revision, "gate" | "seen">): void {
  if (schedule.state.status === "cancelled") {
    throw new SessionStateError(schedule.sessionId, schedule.state.status);
  }
  if (gate !== undefined) checkGate(schedule, gate);
  const current = currentVersion(schedule);
  if (seen !== undefined && seen !== current) throw new VersionConflictError(seen, current);
}
