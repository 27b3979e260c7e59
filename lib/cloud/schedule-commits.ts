// Commits of schedules and steps without a transaction: each writes what was decided on documents that this process has read or
// written before, if they still are of those versions. Who cannot write so does it in a transaction.
import type { Change, Seen, StepChange } from "../pipeline/schedule-store.ts";
import type { StepRecord } from "../pipeline/step-record.ts";
import type { Tries } from "./commit-marks.ts";
import { type DocumentVersions, replace } from "./document-versions.ts";
import type { Commit, Documents } from "./firestore-documents.ts";
import { isChanged, isPassing, isThere, lastingError } from "./firestore-errors.ts";
import { schedulePath, stepPath } from "./firestore-paths.ts";
import { noteWritten, writeShown } from "./firestore-shown.ts";
import type { RecentRecords } from "./recent-records.ts";
import type { RecentSchedules } from "./recent-schedules.ts";
import type { RecentViews } from "./recent-views.ts";
import type { SessionSightings } from "./session-sightings.ts";

export interface ScheduleCommits {
  /** False when the step's document is there, or nobody can say whether it was made. */
  create<T>(sessionId: string, first: { step: StepRecord; value: T }, tries: Tries<T>): Promise<boolean>;
  /** Of a step's document alone; undefined as `change` is. */
  changeStep<T>(
    sessionId: string,
    { decide, seen }: { decide: DecideStep<T>; seen: { record: StepRecord; now: number } },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined>;
  /**
   * Undefined when a document has changed or its version is not known, when nothing is to be written, or when nobody can say whether it
   * was; and when `decide` throws, since what is there by now may be something else.
   */
  change<T>(
    { step, decide, seen }: { step: string | undefined; decide: (current: Seen) => Change<T>; seen: Seen },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined>;
}

type DecideStep<T> = (record: StepRecord | undefined, now: number) => StepChange<T>;

interface Known {
  versions: DocumentVersions;
  sightings: SessionSightings;
  recent: RecentSchedules;
  views: RecentViews;
  records: RecentRecords;
}

export function scheduleCommits(
  begin: Documents["begin"],
  { versions, sightings, recent, views, records }: Known,
): ScheduleCommits {
  return {
    async create(sessionId, { step, value }, tries) {
      const content = tries.marked([], step, value);
      try {
        const commit = begin();
        commit.create(stepPath(sessionId, step.step), content);
        const [writeTime] = await commit.send();
        if (writeTime === undefined) return false;
        versions.note(step, { updateTime: writeTime, marks: content.commits });
        records.wrote(sessionId, step, Date.parse(writeTime));
        return true;
      } catch (error) {
        if (isPassing(error) || isThere(error)) return false;
        throw lastingError(error);
      }
    },
    async changeStep(sessionId, { decide, seen }, tries) {
      const { record: before, now } = seen;
      const version = versions.of(before);
      const decided = attempt(() => decide(before, now));
      if (version === undefined || decided?.step === undefined) return undefined;
      const { step: after, value } = decided;
      const marked = tries.marked(version.marks, after, value);
      const commit = begin();
      replace(commit, stepPath(sessionId, after.step), { before, after: marked, version });
      const [updateTime] = (await committed(commit)) ?? [];
      if (updateTime === undefined) return undefined;
      versions.note(after, { updateTime, marks: marked.commits });
      records.wrote(sessionId, after, Date.parse(updateTime));
      return { value };
    },
    async change({ step, decide, seen }, tries) {
      const { schedule: before, record } = seen;
      const version = versions.of(before);
      const stepVersion = versions.of(record);
      if (version === undefined || (step !== undefined && stepVersion === undefined)) return undefined;
      const decided = attempt(() => decide(seen));
      if (decided === undefined) return undefined;
      const { schedule: after, step: stepAfter, shown, value } = decided;
      // What was decided on the step's document holds only if that is looked at as well.
      if (after === undefined || (step !== undefined && stepAfter === undefined)) return undefined;
      const { sessionId } = after;
      const commit = begin();
      const marked = tries.marked(version.marks, after, value);
      replace(commit, schedulePath(sessionId), { before, after: marked, version });
      const written: { content: object; marks: readonly string[] }[] = [
        { content: after, marks: marked.commits },
      ];
      if (
        step !== undefined &&
        record !== undefined &&
        stepAfter !== undefined &&
        stepVersion !== undefined
      ) {
        const stepMarked = tries.marked(stepVersion.marks, stepAfter, value);
        const at = stepPath(sessionId, step);
        replace(commit, at, { before: record, after: stepMarked, version: stepVersion });
        written.push({ content: stepAfter, marks: stepMarked.commits });
      }
      if (shown !== undefined) writeShown(commit, { sessionId, shown, now: seen.now });
      const times = await committed(commit);
      if (times === undefined) return undefined;
      for (const [index, { content, marks }] of written.entries()) {
        const updateTime = times[index];
        if (updateTime !== undefined) versions.note(content, { updateTime, marks });
      }
      const [time] = times;
      const writtenAt = time === undefined ? undefined : Date.parse(time);
      if (writtenAt !== undefined) recent.wrote({ before, after, writtenAt });
      if (stepAfter !== undefined) {
        views.note(sessionId, stepAfter);
        if (writtenAt !== undefined) records.wrote(sessionId, stepAfter, writtenAt);
      }
      const session = shown?.session?.document;
      if (session !== undefined) noteWritten(sightings, session, times[written.length]);
      return { value };
    },
  };
}

/** Undefined when something has changed, or nobody can say whether it was committed. */
async function committed(commit: Commit): Promise<string[] | undefined> {
  try {
    return await commit.send();
  } catch (error) {
    if (isPassing(error) || isChanged(error)) return undefined;
    throw lastingError(error);
  }
}

/** What is decided on something that may have changed is no error yet. */
function attempt<T>(decide: () => T): T | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}
