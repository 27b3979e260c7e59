// The timeline of a session as events. Each can be derived again, with the same id, from the documents that decide, so a crash before it
// was written loses nothing.

import type { NotedCall } from "./call-log.ts";
import { shortHash } from "./canonical-json.ts";
import type { GiveBack, GivenBack } from "./claim.ts";
import type { ClientEvent } from "./client-documents.ts";
import { type Note, notedIn } from "./notes.ts";
import type { Projector } from "./projector.ts";
import { reviewedPhases, type Schedule } from "./schedule.ts";
import type { StepRecord } from "./step-record.ts";
import type { Used } from "./usage.ts";

const iso = (ms: number) => new Date(ms).toISOString();

/** Events with the trace that shows them in detail. */
export function traced(
  { traceparent }: Pick<Schedule, "traceparent">,
  events: readonly ClientEvent[],
): readonly ClientEvent[] {
  const traceId = traceparent?.split("-")[1];
  return traceId === undefined ? events : events.map((event) => ({ ...event, traceId }));
}

/** Writes events and nothing else. Throws `BusyError` when the store is down. */
export async function writeTimeline(
  { projector }: { projector: Projector },
  schedule: Pick<Schedule, "sessionId" | "traceparent">,
  events: readonly ClientEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await projector.show(schedule.sessionId, { events: traced(schedule, events) });
}

interface ClaimedAt {
  step: string;
  fence: number;
  attempt: number;
  at: number;
}

/** The events of a claim: that an earlier worker disappeared, if one did, and that this one begins. */
export function claimEvents(
  step: string,
  { fence, attempt, at, lapsedFence }: Omit<ClaimedAt, "step"> & { lapsedFence: number | undefined },
): ClientEvent[] {
  const started: ClientEvent = {
    ...{ schemaVersion: 1, kind: "started", step, number: fence, attempt, at: iso(at) },
  };
  if (lapsedFence === undefined) return [started];
  const code = "lapsed";
  const message = "its worker disappeared";
  return [
    { schemaVersion: 1, kind: "retry", step, number: lapsedFence, at: iso(at), code, message },
    started,
  ];
}

/** The event of a claim that was given back: its work failed and is tried again, or it continues. */
export function givenBackEvent(
  { step, fence, attempt, at }: ClaimedAt,
  { kind, error, kept }: Pick<GiveBack, "error" | "kept"> & { kind: Exclude<GiveBack["kind"], "parked"> },
  back: GivenBack & { kind: "again" },
): ClientEvent {
  const ms = back.now - at;
  const given: ClientEvent = {
    ...{ schemaVersion: 1, kind, step, number: fence, attempt, at: iso(back.now), ms },
  };
  if (kind !== "continued") return { ...given, ...error };
  const answers = kept === 1 ? "one new answer" : `${kept} new answers`;
  return { ...given, message: `${answers} so far; the step continues with the missing ones` };
}

/** The events of a claim's notes. `claimedMs`: the worker's own clock when it had claimed, at the store's time `at`. */
export function noteEvents(
  { step, release, at }: { step: string; release: number; at: number },
  claimedMs: number,
  notes: readonly Note[],
): ClientEvent[] {
  return notes.map(({ text, atMs }) => ({
    ...{ schemaVersion: 1, kind: "note", step, number: release, note: shortHash(text) },
    ...{ at: iso(at + atMs - claimedMs), message: text },
  }));
}

/** The number of a claim's remembered answers that are listed: each claim of a long step reads again those of the claims before it. */
const MOST_REMEMBERED = 20;

/**
 * The events of a claim's calls: all that were made, and the first that were answered from memory. `claimedMs`: the worker's own clock when
 * it had claimed.
 */
export function callEvents(
  { step, fence, attempt, at }: ClaimedAt,
  claimedMs: number,
  calls: readonly NotedCall[],
): ClientEvent[] {
  let remembered = 0;
  return calls.flatMap(({ usage, failed, startedMs, endedMs }, index) => {
    const memo = usage?.memo;
    if (memo !== undefined) remembered += 1;
    if (memo !== undefined && remembered > MOST_REMEMBERED) return [];
    const code = failed ? "failed" : memo && `remembered-${memo}`;
    const event: ClientEvent = {
      ...{ schemaVersion: 1, kind: "call", step, number: fence, attempt, call: index + 1 },
      ...{ at: iso(at + endedMs - claimedMs), ms: Math.max(0, endedMs - startedMs) },
      ...(usage && pickUsed(usage)),
      costMicros: usage?.costMicros,
      code,
      message: usage?.notices && notedIn(usage.notices),
    };
    return [event];
  });
}

function pickUsed({ model, inputTokens, outputTokens, images }: Used): Used {
  return { model, inputTokens, outputTokens, images };
}

/** The event of a step's last exit, where a worker recorded it. */
export function exitEvents(
  record: StepRecord,
  kind: "done" | "dropped" | "failed",
  now: number,
): ClientEvent[] {
  const { step, settledFence: fence, attempt, startedAt, error } = record;
  if (fence === null) return [];
  const ms = startedAt === null ? undefined : Math.max(0, now - startedAt);
  const costMicros = record.paid[fence] ?? 0;
  const exit: ClientEvent = { schemaVersion: 1, kind, step, number: fence, at: iso(now), ms, costMicros };
  return [{ ...exit, ...(attempt > 0 && { attempt }), ...record.used, ...error }];
}

/** The event of a dead letter that failed its session. */
export function deadLetterEvent(step: string, release: number, now: number): ClientEvent {
  const message = "its message could not be delivered";
  return { schemaVersion: 1, kind: "dead-letter", step, number: release, at: iso(now), message };
}

/** Start and end of the session, its gates, and its latest version. */
export function scheduleEvents(schedule: Schedule): ClientEvent[] {
  const events: ClientEvent[] = [];
  const add = (event: Omit<ClientEvent, "schemaVersion">) => events.push({ schemaVersion: 1, ...event });
  add({ kind: "session-started", step: "session", number: 0, at: iso(schedule.createdAt) });
  for (const phase of reviewedPhases(schedule)) {
    const gate = schedule.gates[phase];
    if (gate === undefined) continue;
    const at = { step: `review/${phase}`, number: gate.revision };
    add({ kind: "gate-opened", ...at, at: iso(gate.openedAt) });
    const { decision, past = [] } = gate;
    const decided = decision === undefined ? past : [...past, { ...decision, revision: gate.revision }];
    for (const { revision: number, kind: code, by, at } of decided) {
      add({ kind: "gate-decided", step: `review/${phase}`, number, at: iso(at), by, code });
    }
  }
  const version = schedule.versions.at(-1);
  if (version !== undefined) {
    const { what, step = "session", number, by, at } = version;
    const kind = what === "restore" ? "version-restored" : "version-created";
    add({ kind, step, number, at: iso(at), by, code: what });
  }
  const { retried } = schedule;
  if (retried !== undefined) {
    add({ kind: "session-retried", step: "session", number: retried.epoch, at: iso(retried.at) });
  }
  const { state, epoch: number } = schedule;
  const end = { step: "session", number };
  if (state.status === "completed") add({ kind: "session-completed", ...end, at: iso(state.endedAt) });
  if (state.status === "cancelled") add({ kind: "session-cancelled", ...end, at: iso(state.endedAt) });
  if (state.status === "failed") {
    const { code, message } = state.reason;
    add({ kind: "session-failed", ...end, at: iso(state.endedAt), code, message });
  }
  return events;
}
