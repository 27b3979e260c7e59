// Audits every commit of a campaign: whether a result was recorded twice, whether a worker wrote after it lost its claim, and how each
// session ended. Pure: it uses only the committed documents, not the workers' reports.
import type { WrittenDocument } from "./commits.ts";
import {
  type BookedCall,
  EventSchema,
  type Flight,
  RowSchema,
  ScheduleSchema,
  ShownSchema,
  StepSchema,
  versionOf,
  type WrittenSchedule,
  type WrittenStep,
} from "./written.ts";

export interface Finding {
  rule: "double-effect" | "stale-write";
  sessionId: string;
  detail: string;
}

/** The recording of a step's result, and the claim it belongs to. */
export interface Taken {
  sessionId: string;
  step: string;
  fence: number | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** A claim that another worker took over because its lease had expired. */
export interface Lapse {
  sessionId: string;
  step: string;
  fence: number;
}

/** A version of a session: its schedule when it was begun, and at its end. */
export interface VersionWritten {
  begun: WrittenSchedule;
  left: WrittenSchedule;
}

interface AuditedSession {
  schedule: WrittenSchedule | undefined;
  /** The first and the last state of each version, by version number. */
  versions: Map<number, VersionWritten>;
  /** The epoch in which each step with a current result was released, as far as observed. */
  epochs: Map<string, number>;
  /** Number of recordings of each step. */
  takings: Map<string, number>;
  steps: Map<string, WrittenStep>;
  /** The release of a claim, by `step fence`. */
  releases: Map<string, number>;
  shown: Map<string, { seq: number; status?: string | undefined }>;
  /** The fences with which each step was marked as done. */
  done: Map<string, Set<number>>;
}

export interface Audit {
  findings: readonly Finding[];
  taken: readonly Taken[];
  lapses: readonly Lapse[];
  /** The calls in the ledger. */
  booked(): BookedCall[];
  deadLetters(): number;
  /** One more session is requested for an owner; without it, one is expected. */
  expectSession(ownerId: string): void;
  /** Processes new commits, in order. */
  see(documents: readonly WrittenDocument[]): void;
  schedule(sessionId: string): WrittenSchedule | undefined;
  /** The session's versions, by number. */
  versions(sessionId: string): ReadonlyMap<number, VersionWritten>;
  /** The session's client document; undefined if there is none. */
  shown(sessionId: string): { seq: number; status?: string | undefined } | undefined;
  /** The release of a claim; undefined if the claim was not observed. */
  releaseOf(sessionId: string, claim: { step: string; fence: number }): number | undefined;
  /** Number of counted claims of the step's last release. */
  attempts(sessionId: string, step: string): number;
}

export function openAudit(): Audit {
  const sessions = new Map<string, AuditedSession>();
  /** By owner: the sessions that were seen, and how many were requested. */
  const owners = new Map<string, { sessions: Set<string>; requested: number }>();
  const findings: Finding[] = [];
  const taken: Taken[] = [];
  const lapses: Lapse[] = [];
  const letters = new Set<string>();
  const rows = new Map<string, BookedCall>();

  function find(rule: Finding["rule"], sessionId: string, detail: string): void {
    findings.push({ rule, sessionId, detail });
  }

  function ownerOf(ownerId: string) {
    const owned = owners.get(ownerId) ?? { sessions: new Set<string>(), requested: 0 };
    owners.set(ownerId, owned);
    return owned;
  }

  function sessionOf(sessionId: string): AuditedSession {
    const known = sessions.get(sessionId);
    if (known !== undefined) return known;
    const fresh: AuditedSession = {
      ...{ schedule: undefined, versions: new Map(), epochs: new Map(), takings: new Map() },
      ...{ steps: new Map(), releases: new Map(), shown: new Map(), done: new Map() },
    };
    sessions.set(sessionId, fresh);
    return fresh;
  }

  function seeStep(sessionId: string, document: WrittenDocument): void {
    const { steps, releases } = sessionOf(sessionId);
    const after = StepSchema.parse(document.data);
    releases.set(`${after.step} ${after.fence}`, after.release);
    const before = steps.get(after.step);
    steps.set(after.step, after);
    if (before === undefined) return;
    const what = `${after.step} with fence ${after.fence}`;
    const isClaim = after.fence === before.fence + 1;
    if (after.fence !== before.fence && !isClaim) {
      find("stale-write", sessionId, `${what} was written over fence ${before.fence}`);
    }
    if (after.settled < before.settled || after.release < before.release) {
      find(
        "stale-write",
        sessionId,
        `${what}: release ${before.release} was written back to ${after.release}`,
      );
    }
    if (!isClaim || before.leaseUntil === null) return;
    if (before.leaseUntil > document.at / 1_000) {
      find("double-effect", sessionId, `${what} was claimed under the lease of fence ${before.fence}`);
    } else lapses.push({ sessionId, step: after.step, fence: before.fence });
  }

  /** `steps`: those written by the same commit. */
  function seeSchedule(
    sessionId: string,
    document: WrittenDocument,
    steps: ReadonlyMap<string, WrittenStep>,
  ): void {
    const session = sessionOf(sessionId);
    const after = ScheduleSchema.parse(document.data);
    const before = session.schedule;
    session.schedule = after;
    const version = versionOf(after);
    session.versions.set(version, { begun: session.versions.get(version)?.begun ?? after, left: after });
    if (before === undefined) return;
    const isSame = JSON.stringify({ ...before, dueAt: null }) === JSON.stringify({ ...after, dueAt: null });
    if (after.seq < before.seq || (after.seq === before.seq && !isSame)) {
      find("stale-write", sessionId, `the schedule went from seq ${before.seq} to ${after.seq}`);
    }
    // A restored version contains earlier results, which are not new recordings.
    if (version !== versionOf(before)) return;
    for (const [step, result] of Object.entries(before.results)) {
      const now = after.results[step];
      if (now === undefined) find("stale-write", sessionId, `the result of ${step} was taken away`);
      else if (now.input !== result.input || now.output !== result.output) {
        const flight = before.inFlight[step];
        const isWanted = now.input !== result.input && (flight?.epoch ?? 0) > (session.epochs.get(step) ?? 0);
        if (!isWanted) find("double-effect", sessionId, `the result of ${step} was taken again`);
        else seeResult(sessionId, step, { at: document.at, record: steps.get(step), flight });
      }
    }
    for (const step of Object.keys(after.results)) {
      if (before.results[step] !== undefined) continue;
      const flight = before.inFlight[step];
      seeResult(sessionId, step, { at: document.at, record: steps.get(step), flight });
    }
  }

  function seeResult(
    sessionId: string,
    step: string,
    { at, record, flight }: { at: number; record: WrittenStep | undefined; flight: Flight | undefined },
  ): void {
    const { epochs, takings } = sessionOf(sessionId);
    if (flight !== undefined) epochs.set(step, flight.epoch);
    takings.set(step, (takings.get(step) ?? 0) + 1);
    taken.push({ sessionId, step, fence: record?.settledFence ?? null, at: at / 1_000 });
    if (record === undefined || record.settledFence !== record.fence || record.settled !== record.release) {
      const whose =
        record === undefined ? "nobody's claim" : `fence ${record.settledFence} of ${record.fence}`;
      find("stale-write", sessionId, `the result of ${step} was taken on ${whose}`);
    }
  }

  function seeShown(sessionId: string, document: WrittenDocument): void {
    const { shown } = sessionOf(sessionId);
    const after = ShownSchema.parse(document.data);
    const before = shown.get(document.path);
    if (before !== undefined && after.seq < before.seq) {
      find("stale-write", sessionId, `${document.path} went from seq ${before.seq} back to ${after.seq}`);
    }
    shown.set(document.path, after);
    if (after.ownerId === undefined) return;
    const owned = ownerOf(after.ownerId);
    const others = [...owned.sessions].filter((other) => other !== sessionId);
    if (others.length >= Math.max(1, owned.requested)) {
      const detail = `${after.ownerId} asked ${owned.requested} times and has ${others.join(", ")} as well`;
      find("double-effect", sessionId, detail);
    }
    owned.sessions.add(sessionId);
  }

  function seeEvent(sessionId: string, document: WrittenDocument): void {
    const { kind, step, number } = EventSchema.parse(document.data);
    if (kind !== "done") return;
    const { done, takings } = sessionOf(sessionId);
    const fences = done.get(step) ?? new Set<number>();
    done.set(step, fences);
    if (fences.size >= Math.max(1, takings.get(step) ?? 0) && !fences.has(number)) {
      find(
        "double-effect",
        sessionId,
        `${step} was done with fence ${[...fences].join()} and with ${number}`,
      );
    }
    fences.add(number);
  }

  function seeCommit(documents: readonly WrittenDocument[]): void {
    const steps = new Map<string, Map<string, WrittenStep>>();
    for (const document of documents) {
      const { sessionId, collection } = placeOf(document.path);
      if (collection !== "steps") continue;
      seeStep(sessionId, document);
      const record = StepSchema.parse(document.data);
      const written = steps.get(sessionId) ?? new Map<string, WrittenStep>();
      steps.set(sessionId, written.set(record.step, record));
    }
    for (const document of documents) {
      const { sessionId, collection } = placeOf(document.path);
      if (collection === "private") seeSchedule(sessionId, document, steps.get(sessionId) ?? new Map());
      if (collection === "events") seeEvent(sessionId, document);
      if (collection === "deadLetters") letters.add(document.path);
      if (collection === "ledger") rows.set(document.path, RowSchema.parse(document.data));
      if (collection === "sessions" || collection === "phases" || collection === "pages") {
        seeShown(sessionId, document);
      }
    }
  }

  return {
    findings,
    taken,
    lapses,
    booked: () => [...rows.values()].filter(({ micros }) => micros > 0),
    deadLetters: () => letters.size,
    expectSession(ownerId) {
      ownerOf(ownerId).requested += 1;
    },
    see(documents) {
      for (const commit of Map.groupBy(documents, ({ at }) => at).values()) seeCommit(commit);
    },
    schedule: (sessionId) => sessions.get(sessionId)?.schedule,
    versions: (sessionId) => sessionOf(sessionId).versions,
    shown: (sessionId) => sessions.get(sessionId)?.shown.get(`sessions/${sessionId}`),
    releaseOf: (sessionId, { step, fence }) => sessionOf(sessionId).releases.get(`${step} ${fence}`),
    attempts: (sessionId, step) => sessions.get(sessionId)?.steps.get(step)?.attempt ?? 0,
  };
}

function placeOf(path: string): { sessionId: string; collection: string } {
  const [first = "", id = "", below] = path.split("/");
  return { sessionId: id, collection: below ?? first };
}
