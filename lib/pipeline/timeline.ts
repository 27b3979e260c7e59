// The timeline of a session as events. Each can be made again from the documents that decide, with the same id,
// so that a crash before it was written loses nothing.

import type { GivenBack } from "./claim.ts";
import type { ClientEvent } from "./client-documents.ts";
import { reviewedPhases, type Schedule } from "./schedule.ts";
import type { StepRecord } from "./step-record.ts";

const iso = (ms: number) => new Date(ms).toISOString();

interface ClaimedAt {
  step: string;
  fence: number;
  at: number;
}

function startedEvent({ step, fence, at }: ClaimedAt): ClientEvent {
  return { schemaVersion: 1, kind: "started", step, number: fence, at: iso(at) };
}

/** The events of a claim: that an earlier worker disappeared, if one did, and that this one begins. */
export function claimEvents(
  step: string,
  { fence, at, lapsedFence }: { fence: number; at: number; lapsedFence: number | undefined },
): ClientEvent[] {
  const started = startedEvent({ step, fence, at });
  if (lapsedFence === undefined) return [started];
  const code = "lapsed";
  const message = "its worker disappeared";
  return [
    { schemaVersion: 1, kind: "retry", step, number: lapsedFence, at: iso(at), code, message },
    started,
  ];
}

/** The event of a claim whose work failed and is tried again. */
export function givenBackEvent(
  { step, fence, at }: ClaimedAt,
  kind: "retry" | "busy",
  { error, back }: { error: { code: string; message: string }; back: GivenBack & { kind: "again" } },
): ClientEvent {
  const ms = back.now - at;
  return { schemaVersion: 1, kind, step, number: fence, at: iso(back.now), ms, ...error };
}

/** The event of a step's last exit, if a worker took it there. */
export function exitEvents(
  record: StepRecord,
  kind: "done" | "dropped" | "failed",
  now: number,
): ClientEvent[] {
  const { step, settledFence: fence, startedAt, error } = record;
  if (fence === null) return [];
  const ms = startedAt === null ? undefined : Math.max(0, now - startedAt);
  const costMicros = record.paid[fence] ?? 0;
  return [{ schemaVersion: 1, kind, step, number: fence, at: iso(now), ms, costMicros, ...error }];
}

/** Start and end of the session, its gates, and the version that was begun last. */
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
    for (const { revision, kind, at } of past) {
      add({
        kind: "gate-decided",
        step: `review/${phase}`,
        number: revision,
        at: iso(at),
        code: kind,
      });
    }
    if (decision) add({ kind: "gate-decided", ...at, at: iso(decision.at), code: decision.kind });
  }
  const version = schedule.versions.at(-1);
  if (version !== undefined) {
    const { what, step = "session", number, at } = version;
    const kind = what === "restore" ? "version-restored" : "version-created";
    add({ kind, step, number, at: iso(at), code: what });
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
