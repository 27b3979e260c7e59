// What a delivery leaves behind while it goes on and when it ends: what the timeline is told, changes that are shown, exits that are recorded.
import type { Delivery } from "./delivery.ts";
import { endLeftBatches } from "./end-batches.ts";
import { BusyError } from "./errors.ts";
import { followUp } from "./follow-up.ts";
import { type Leaving, leave } from "./leave.ts";
import type { Exit, Outcome, Recorded } from "./record.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { writeTimeline } from "./timeline.ts";

/** Publishes and shows a change beside the step's own course: its place is kept for a few seconds, and showing may take one. */
export function followBeside(
  services: Services,
  { following }: Delivery,
  moved: Pick<Recorded, "before" | "after" | "released">,
): void {
  if (moved.after === moved.before) return;
  const follows = followUp(services, { ...moved, steps: [], events: [] });
  // It is awaited with the answer; where something else ends the delivery first, that says what is wrong.
  follows.catch(() => {});
  following.push(follows);
}

/** Tells the timeline what the delivery has to tell so far. What a store that is down does not take is told later. */
export async function tell(services: Services, schedule: Schedule, { events }: Delivery): Promise<void> {
  const told = events.splice(0);
  try {
    await writeTimeline(services, schedule, told);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    events.unshift(...told);
  }
}

/** Records an exit, with what the timeline has not been told yet, and ends the batch that the step left. */
export async function record(
  services: Services,
  delivery: Delivery,
  exit: Exit,
  recording: Pick<Leaving, "seen" | "onRecorded"> = {},
): Promise<Recorded> {
  const { sessionId, step } = delivery.message;
  const events = delivery.events.splice(0);
  const recorded = await leave(services, { sessionId, exit, events, ...recording });
  await endLeftBatches(services, recorded.after, { step, now: recorded.after.updatedAt });
  return recorded;
}

export function spent(
  step: string,
  error: { code: string; message: string } | null,
): Outcome & { kind: "failed" } {
  const message = error?.message ?? "every worker that tried it disappeared";
  return { kind: "failed", reason: { code: error?.code ?? "lapsed", message, step, retryable: true } };
}
