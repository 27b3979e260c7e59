// Judges every commit of a campaign: whether a result was taken twice, whether somebody wrote who had lost his claim, and
// what each session came to. Pure: it sees what was written, and nothing of who says that he wrote it.
import * as z from "zod";
import type { WrittenDocument } from "./commits.ts";

const ScheduleSchema = z.object({
  state: z.object({
    status: z.string(),
    reason: z.object({ code: z.string(), step: z.string().optional(), message: z.string() }).optional(),
  }),
  seq: z.number(),
  dueAt: z.number().nullable(),
  results: z.record(z.string(), z.object({ input: z.string(), output: z.string() })),
  inFlight: z.record(
    z.string(),
    z.object({ release: z.number(), input: z.string(), parkedSince: z.number().optional() }),
  ),
});
type WrittenSchedule = z.infer<typeof ScheduleSchema>;

const StepSchema = z.object({
  step: z.string(),
  release: z.number(),
  fence: z.number(),
  attempt: z.number(),
  leaseUntil: z.number().nullable(),
  settled: z.number(),
  settledFence: z.number().nullable(),
});
type WrittenStep = z.infer<typeof StepSchema>;

const ShownSchema = z.object({
  seq: z.number(),
  status: z.string().optional(),
  ownerId: z.string().optional(),
});
const EventSchema = z.object({ kind: z.string(), step: z.string(), number: z.number() });

export interface Finding {
  rule: "double-effect" | "stale-write";
  sessionId: string;
  detail: string;
}

/** When a step's result was taken, and for which claim. */
export interface Taken {
  sessionId: string;
  step: string;
  fence: number | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** A claim that somebody else took over because its lease had run out. */
export interface Lapse {
  sessionId: string;
  step: string;
  fence: number;
}

/** A row of the ledger as it was last written. */
const RowSchema = z.object({
  sessionId: z.string(),
  step: z.string(),
  fence: z.number(),
  n: z.number(),
  model: z.string(),
  micros: z.number(),
  /** When it was reserved, in milliseconds since 1970. */
  at: z.number(),
});
export type BookedCall = z.infer<typeof RowSchema>;

interface AuditedSession {
  schedule: WrittenSchedule | undefined;
  steps: Map<string, WrittenStep>;
  shown: Map<string, { seq: number; status?: string | undefined }>;
  /** The fences with which each step was said to be done. */
  done: Map<string, Set<number>>;
}

export interface Audit {
  findings: readonly Finding[];
  taken: readonly Taken[];
  lapses: readonly Lapse[];
  /** Calls that the ledger counts. */
  booked(): BookedCall[];
  deadLetters(): number;
  /** Takes what was committed since, in order. */
  see(documents: readonly WrittenDocument[]): void;
  schedule(sessionId: string): WrittenSchedule | undefined;
  /** What clients are shown of the session; undefined when there is no such document. */
  shown(sessionId: string): { seq: number; status?: string | undefined } | undefined;
  /** Claims of the step's last release that count. */
  attempts(sessionId: string, step: string): number;
}

export function openAudit(): Audit {
  const sessions = new Map<string, AuditedSession>();
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  const taken: Taken[] = [];
  const lapses: Lapse[] = [];
  const letters = new Set<string>();
  const rows = new Map<string, BookedCall>();

  function find(rule: Finding["rule"], sessionId: string, detail: string): void {
    findings.push({ rule, sessionId, detail });
  }

  function sessionOf(sessionId: string): AuditedSession {
    const known = sessions.get(sessionId);
    if (known !== undefined) return known;
    const fresh = { schedule: undefined, steps: new Map(), shown: new Map(), done: new Map() };
    sessions.set(sessionId, fresh);
    return fresh;
  }

  function seeStep(sessionId: string, document: WrittenDocument): void {
    const { steps } = sessionOf(sessionId);
    const after = StepSchema.parse(document.data);
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

  /** `steps` are those that the same commit wrote. */
  function seeSchedule(
    sessionId: string,
    document: WrittenDocument,
    steps: ReadonlyMap<string, WrittenStep>,
  ): void {
    const session = sessionOf(sessionId);
    const after = ScheduleSchema.parse(document.data);
    const before = session.schedule;
    session.schedule = after;
    if (before === undefined) return;
    const isSame = JSON.stringify({ ...before, dueAt: null }) === JSON.stringify({ ...after, dueAt: null });
    if (after.seq < before.seq || (after.seq === before.seq && !isSame)) {
      find("stale-write", sessionId, `the schedule went from seq ${before.seq} to ${after.seq}`);
    }
    for (const [step, result] of Object.entries(before.results)) {
      const now = after.results[step];
      if (now === undefined) find("stale-write", sessionId, `the result of ${step} was taken away`);
      else if (now.input !== result.input || now.output !== result.output) {
        find("double-effect", sessionId, `the result of ${step} was taken again`);
      }
    }
    for (const step of Object.keys(after.results)) {
      if (before.results[step] === undefined) seeResult(sessionId, step, document.at, steps.get(step));
    }
  }

  function seeResult(sessionId: string, step: string, at: number, record: WrittenStep | undefined): void {
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
    const owned = owners.get(after.ownerId);
    if (owned !== undefined && owned !== sessionId) {
      find("double-effect", sessionId, `${after.ownerId} asked once and has ${owned} as well`);
    }
    owners.set(after.ownerId, sessionId);
  }

  function seeEvent(sessionId: string, document: WrittenDocument): void {
    const { kind, step, number } = EventSchema.parse(document.data);
    if (kind !== "done") return;
    const { done } = sessionOf(sessionId);
    const fences = done.get(step) ?? new Set<number>();
    done.set(step, fences);
    if (fences.size > 0 && !fences.has(number)) {
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
    see(documents) {
      for (const commit of Map.groupBy(documents, ({ at }) => at).values()) seeCommit(commit);
    },
    schedule: (sessionId) => sessions.get(sessionId)?.schedule,
    shown: (sessionId) => sessions.get(sessionId)?.shown.get(`sessions/${sessionId}`),
    attempts: (sessionId, step) => sessions.get(sessionId)?.steps.get(step)?.attempt ?? 0,
  };
}

function placeOf(path: string): { sessionId: string; collection: string } {
  const [first = "", id = "", below] = path.split("/");
  return { sessionId: id, collection: below ?? first };
}
