// The optimisation of the store of schedules, and nothing else: `firestoreScheduleStore` without this file gives the same results with more
// requests, and its tests run the contracts, the protocol and the simulation both ways. This process caches the schedules and step
// documents that it has just read or written. A change is decided on them and written in one commit, which Firestore refuses if a document
// does not have the cached version any more; then the store runs its transaction. Steps of a session that end together in this process
// commit in turn, because otherwise each would find that another has changed the schedule.
import { commitTurns } from "../pipeline/commit-turn.ts";
import { pictureRef } from "../pipeline/plan-progress.ts";
import { isLive, type Schedule, ScheduleSchema } from "../pipeline/schedule.ts";
import type { Change, Seen, StepChange } from "../pipeline/schedule-store.ts";
import { type SessionTurns, sessionTurns } from "../pipeline/session-turns.ts";
import { parseStepId } from "../pipeline/step-id.ts";
import type { StepRecord } from "../pipeline/step-record.ts";
import { marksOf, type Tries } from "./commit-marks.ts";
import { replace, type Version } from "./document-changes.ts";
import type { Commit, Documents, StoredDocument } from "./documents.ts";
import { isChanged, isPassing, isThere, lastingError } from "./firestore-errors.ts";
import { schedulePath, stepPath } from "./firestore-paths.ts";
import { noteWritten, writeShown } from "./firestore-shown.ts";
import type { SessionSightings } from "./session-sightings.ts";

export interface ScheduleMemory {
  /** `Services.turns`. */
  turns: SessionTurns;
  /** Steps of a session, one after another. */
  inTurn: SessionTurns;
  /** Notes of which version a value is that was parsed from a document. */
  noteVersion(content: object, document: StoredDocument): void;
  /** Caches the result of a plain read. */
  noteSeen(step: string, seen: Seen): void;
  /** Caches a step's document for readers of its view. */
  noteView(sessionId: string, record: StepRecord): void;
  /** Another worker, or a transaction, has changed the schedule or the step's document. */
  forget(sessionId: string, step?: string): void;
  /**
   * The schedule with which this process has released the step for this input within the last second. Returned once for each release: a
   * second request wants a fresh read.
   */
  recall(sessionId: string, step: string, input: string): Seen | undefined;
  /** Documents with the views of these outputs. A view depends only on its output; other fields may be out of date. */
  knownViews(sessionId: string, outputs: ReadonlyMap<string, string>): Map<string, StepRecord>;
  /**
   * Decides on the cached documents and commits. Undefined if nothing is cached, a document has changed, nothing is to be written, `decide`
   * throws, or the outcome of the commit is unknown: the store then decides in a transaction.
   */
  change<T>(
    sessionId: string,
    asked: { step: string | undefined; decide: (current: Seen) => Change<T> },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined>;
  /** The same for only a step's document. */
  changeStep<T>(
    sessionId: string,
    asked: { step: string; decide: (record: StepRecord | undefined, now: number) => StepChange<T> },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined>;
}

/** Milliseconds after which a schedule will have been changed by others, so that a commit on it is only a lost request. */
const FRESH_MS = 1_000;
/** Maximum number of cached entries: schedules of long books are large, and views of panels have half a kilobyte. */
const KEPT = { schedules: 64, records: 200, views: 400 };

/** `now`: milliseconds of any monotonic clock. */
export function scheduleMemory(
  { read, begin }: Pick<Documents, "read" | "begin">,
  { sightings, now = () => performance.now() }: { sightings: SessionSightings; now?: () => number },
): ScheduleMemory {
  /** Values are compared as objects: a changed one is another object, and has no version. */
  const versions = new WeakMap<object, Version>();
  /** Schedules as this process wrote them, with the released steps that were not requested yet. */
  const written = latest<Timed & { schedule: Schedule; unasked: Set<string> }>(KEPT.schedules);
  /** Results of plain reads, by session and by session and step. */
  const reads = latest<Timed & Pick<Seen, "schedule" | "record">>(KEPT.records);
  /** Documents of steps that this process has claimed: while the claim is valid, no other process writes them. */
  const claimed = latest<Timed & { record: StepRecord }>(KEPT.records);
  const views = latest<StepRecord>(KEPT.views);

  const timed = (storeMs: number): Timed => ({ storeMs, at: now() });
  const storeTime = ({ storeMs, at }: Timed) => storeMs + Math.floor(now() - at);
  const isFresh = ({ at }: Timed) => now() - at <= FRESH_MS;
  const keyOf = (sessionId: string, step: string) => `${sessionId} ${step}`;

  function wroteSchedule(before: Schedule, after: Schedule, storeMs: number): void {
    const { sessionId } = after;
    const waiting = written.get(sessionId)?.unasked;
    const released = Object.entries(after.inFlight).filter(
      ([step, { release }]) => release > before.releases || waiting?.has(step),
    );
    const unasked = new Set(released.map(([step]) => step));
    if (isLive(after.state) || unasked.size > 0) {
      written.set(sessionId, { ...timed(storeMs), schedule: after, unasked });
    } else written.delete(sessionId);
  }

  function wroteStep(sessionId: string, record: StepRecord, storeMs: number): void {
    const key = keyOf(sessionId, record.step);
    if (record.leaseUntil === null) claimed.delete(key);
    else claimed.set(key, { ...timed(storeMs), record });
  }

  function noteView(sessionId: string, record: StepRecord): void {
    // Views of the whole book and of a page's letters are long and requested once.
    const isSmall = pictureRef(record.step) !== undefined || parseStepId(record.step).phase === "storyboard";
    if (record.viewOf !== undefined && isSmall) views.set(keyOf(sessionId, record.step), record);
  }

  /** The newest cached schedule, together with the step's document. */
  function remembered(sessionId: string, step: string | undefined): Seen | undefined {
    const own = step === undefined ? undefined : claimed.get(keyOf(sessionId, step));
    if (step !== undefined && own === undefined) {
      const seen = reads.get(keyOf(sessionId, step));
      const isKnown = seen?.record !== undefined && isFresh(seen);
      return isKnown ? { schedule: seen.schedule, record: seen.record, now: storeTime(seen) } : undefined;
    }
    const fresh = [written.get(sessionId), reads.get(sessionId)].filter(
      (one) => one !== undefined && isFresh(one),
    );
    const [known] = fresh.toSorted((a, b) => (b?.storeMs ?? 0) - (a?.storeMs ?? 0));
    if (known === undefined) return undefined;
    return { schedule: known.schedule, record: own?.record, now: storeTime(known) };
  }

  function noteVersion(content: object, document: StoredDocument): void {
    const { updateTime } = document;
    if (updateTime !== undefined) versions.set(content, { updateTime, marks: marksOf(document) });
  }

  /** Commits one decision; undefined as `ScheduleMemory.change` is. */
  async function commitOn<T>(
    { schedule: before, record, now: readAt }: Seen,
    { step, decide }: { step: string | undefined; decide: (current: Seen) => Change<T> },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined> {
    const version = versions.get(before);
    const stepVersion = record && versions.get(record);
    if (version === undefined || (step !== undefined && stepVersion === undefined)) return undefined;
    const decided = attempt(() => decide({ schedule: before, record, now: readAt }));
    // A decision based on the step's document is valid only if the commit also checks that document's version.
    if (decided?.schedule === undefined || (step !== undefined && decided.step === undefined))
      return undefined;
    const { schedule: after, step: stepAfter, shown, value } = decided;
    const { sessionId } = after;
    const commit = begin();
    const marked = tries.marked(version.marks, after, value);
    replace(commit, schedulePath(sessionId), { before, after: marked, version });
    const contents: { content: object; marks: readonly string[] }[] = [
      { content: after, marks: marked.commits },
    ];
    if (step !== undefined && record !== undefined && stepAfter !== undefined && stepVersion !== undefined) {
      const stepMarked = tries.marked(stepVersion.marks, stepAfter, value);
      replace(commit, stepPath(sessionId, step), { before: record, after: stepMarked, version: stepVersion });
      contents.push({ content: stepAfter, marks: stepMarked.commits });
    }
    if (shown !== undefined) writeShown(commit, { sessionId, shown, now: readAt });
    const times = await committed(commit);
    if (times === undefined) return undefined;
    for (const [index, { content, marks }] of contents.entries()) {
      const updateTime = times[index];
      if (updateTime !== undefined) versions.set(content, { updateTime, marks });
    }
    const writtenAt = Date.parse(times[0] ?? "");
    if (!Number.isNaN(writtenAt)) wroteSchedule(before, after, writtenAt);
    if (stepAfter !== undefined) {
      noteView(sessionId, stepAfter);
      if (!Number.isNaN(writtenAt)) wroteStep(sessionId, stepAfter, writtenAt);
    }
    const session = shown?.session?.document;
    if (session !== undefined) noteWritten(sightings, session, times[contents.length]);
    return { value };
  }

  async function createStep<T>(
    sessionId: string,
    { step: record, value }: StepChange<T>,
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined> {
    if (record === undefined) return undefined;
    const marked = tries.marked([], record, value);
    const commit = begin();
    commit.create(stepPath(sessionId, record.step), marked);
    return noteStep(sessionId, { record, marks: marked.commits, value }, await committed(commit));
  }

  function noteStep<T>(
    sessionId: string,
    { record, marks, value }: { record: StepRecord; marks: readonly string[]; value: T },
    times: readonly string[] | undefined,
  ): { value: T } | undefined {
    const [updateTime] = times ?? [];
    if (updateTime === undefined) return undefined;
    versions.set(record, { updateTime, marks });
    wroteStep(sessionId, record, Date.parse(updateTime));
    return { value };
  }

  function noteSeen(step: string, { schedule, record, now: readAt }: Seen): void {
    const { sessionId } = schedule;
    const seen = { ...timed(readAt), schedule, record };
    reads.set(sessionId, seen);
    reads.set(keyOf(sessionId, step), seen);
  }

  return {
    ...{ turns: commitTurns(), inTurn: sessionTurns() },
    ...{ noteVersion, noteView, noteSeen },
    forget(sessionId, step) {
      written.delete(sessionId);
      reads.delete(sessionId);
      if (step === undefined) return;
      reads.delete(keyOf(sessionId, step));
      claimed.delete(keyOf(sessionId, step));
    },
    recall(sessionId, step, input) {
      const known = written.get(sessionId);
      if (known === undefined) return undefined;
      if (!isFresh(known)) {
        written.delete(sessionId);
        return undefined;
      }
      const isMeant = known.schedule.inFlight[step]?.input === input && known.unasked.delete(step);
      if (!isMeant) return undefined;
      // As far as this process knows, the step is not claimed; if it is, the commit of the claim fails.
      const seen = { schedule: known.schedule, record: undefined, now: storeTime(known) };
      noteSeen(step, seen);
      return seen;
    },
    knownViews(sessionId, outputs) {
      const known = new Map<string, StepRecord>();
      for (const [step, output] of outputs) {
        const record = views.get(keyOf(sessionId, step));
        if (record?.viewOf === output) known.set(step, record);
      }
      return known;
    },
    async change(sessionId, asked, tries) {
      const { step } = asked;
      const own = step === undefined ? undefined : claimed.get(keyOf(sessionId, step));
      const known = remembered(sessionId, step);
      const changed = known && (await commitOn(known, asked, tries));
      // Only the holder of a step's claim writes its document, so only the schedule is read again.
      if (changed !== undefined || own === undefined) return changed;
      const document = await readNow(read, schedulePath(sessionId));
      if (document?.content === undefined) return undefined;
      const done = tries.known(document);
      if (done !== undefined) return done;
      const schedule = ScheduleSchema.parse(document.content);
      noteVersion(schedule, document);
      return commitOn({ schedule, record: own.record, now: document.readAt }, asked, tries);
    },
    async changeStep(sessionId, { step, decide }, tries) {
      const key = keyOf(sessionId, step);
      const own = claimed.get(key);
      const seen = reads.get(key);
      reads.delete(key);
      if (own === undefined) {
        // If a read found no document, the first claim creates it.
        if (seen === undefined || seen.record !== undefined) return undefined;
        return createStep(sessionId, decide(undefined, storeTime(seen)), tries);
      }
      const version = versions.get(own.record);
      const decided = attempt(() => decide(own.record, storeTime(own)));
      if (version === undefined || decided?.step === undefined) return undefined;
      const { step: record, value } = decided;
      const marked = tries.marked(version.marks, record, value);
      const commit = begin();
      replace(commit, stepPath(sessionId, step), { before: own.record, after: marked, version });
      const times = await committed(commit);
      if (times === undefined) claimed.delete(key);
      return noteStep(sessionId, { record, marks: marked.commits, value }, times);
    },
  };
}

/** A time of the store, and the local time at which this process received it. */
interface Timed {
  storeMs: number;
  at: number;
}

/** A map of the entries that were set last. */
function latest<T>(
  most: number,
): Pick<Map<string, T>, "get" | "delete"> & { set(key: string, value: T): void } {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    delete: (key) => kept.delete(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Undefined if Firestore does not answer now. */
async function readNow(read: Documents["read"], path: string): Promise<StoredDocument | undefined> {
  try {
    return (await read([path]))[0];
  } catch (error) {
    if (isPassing(error)) return undefined;
    throw error;
  }
}

/** Undefined if a document has changed or exists already, or the outcome of the commit is unknown. */
async function committed(commit: Commit): Promise<string[] | undefined> {
  try {
    return await commit.send();
  } catch (error) {
    if (isPassing(error) || isChanged(error) || isThere(error)) return undefined;
    throw lastingError(error);
  }
}

/** An error of a decision on possibly outdated data is not final. */
function attempt<T>(decide: () => T): T | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}
