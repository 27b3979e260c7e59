// Commits of schedules and steps without a transaction: each writes what was decided on documents that this process has read or
// written before, if they still are of those versions. Who cannot write so does it in a transaction.
import type { DocumentReference, Firestore, WriteResult } from "@google-cloud/firestore";
import type { Change, Seen } from "../pipeline/schedule-store.ts";
import type { StepRecord } from "../pipeline/step-record.ts";
import type { Tries } from "./commit-marks.ts";
import { type DocumentVersions, replace } from "./document-versions.ts";
import { isChanged, isPassing, isThere } from "./firestore-errors.ts";
import { schedulePath, stepPath } from "./firestore-paths.ts";
import { noteWritten, writeShown } from "./firestore-shown.ts";
import type { RecentSchedules } from "./recent-schedules.ts";
import type { SessionSightings } from "./session-sightings.ts";

export interface ScheduleCommits {
  /** False when the document is there, or nobody can say whether it was made. */
  create<T>(at: DocumentReference, first: { step: StepRecord; value: T }, tries: Tries<T>): Promise<boolean>;
  /** Undefined when a document has changed or its version is not known, when nothing is to be written, or when nobody can say whether it was. */
  change<T>(
    { step, decide, seen }: { step: string | undefined; decide: (current: Seen) => Change<T>; seen: Seen },
    tries: Tries<T>,
  ): Promise<{ value: T } | undefined>;
}

interface Known {
  versions: DocumentVersions;
  sightings: SessionSightings;
  recent: RecentSchedules;
}

export function scheduleCommits(db: Firestore, { versions, sightings, recent }: Known): ScheduleCommits {
  return {
    async create(at, { step, value }, tries) {
      const content = tries.marked([], step, value);
      try {
        const { writeTime } = await at.create(content);
        versions.note(step, { updateTime: writeTime, marks: content.commits });
        return true;
      } catch (error) {
        if (isPassing(error) || isThere(error)) return false;
        throw error;
      }
    },
    async change({ step, decide, seen }, tries) {
      const { schedule: before, record } = seen;
      const version = versions.of(before);
      const stepVersion = versions.of(record);
      if (version === undefined || (step !== undefined && stepVersion === undefined)) return undefined;
      const { schedule: after, step: stepAfter, shown, value } = decide(seen);
      // What was decided on the step's document holds only if that is looked at as well.
      if (after === undefined || (step !== undefined && stepAfter === undefined)) return undefined;
      const { sessionId } = after;
      const batch = db.batch();
      const marked = tries.marked(version.marks, after, value);
      replace(batch, db.doc(schedulePath(sessionId)), { before, after: marked, version });
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
        const at = db.doc(stepPath(sessionId, step));
        replace(batch, at, { before: record, after: stepMarked, version: stepVersion });
        written.push({ content: stepAfter, marks: stepMarked.commits });
      }
      if (shown !== undefined) writeShown(db, batch, { sessionId, shown, now: seen.now });
      let results: WriteResult[];
      try {
        results = await batch.commit();
      } catch (error) {
        if (isPassing(error) || isChanged(error)) return undefined;
        throw error;
      }
      for (const [index, { content, marks }] of written.entries()) {
        const updateTime = results[index]?.writeTime;
        if (updateTime !== undefined) versions.note(content, { updateTime, marks });
      }
      const writtenAt = results[0]?.writeTime.toMillis();
      if (writtenAt !== undefined) recent.wrote({ before, after, writtenAt });
      const session = shown?.session?.document;
      if (session !== undefined) noteWritten(sightings, session, results[written.length]);
      return { value };
    },
  };
}
