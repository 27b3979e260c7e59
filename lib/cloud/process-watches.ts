// Watches of a whole process, by a channel of Node's: functions that share a process but no modules, as bundles do, wake each other. The
// local service, which has one process for each function if asked, passes wakes on to its other processes. In the cloud nobody does: there
// a step that runs in another instance notices a cancel with its heartbeat, or when it next shows its progress.
import { channel } from "node:diagnostics_channel";
import * as z from "zod";
import { openWatches, type Watches } from "../pipeline/watches.ts";

/** A woken session. `isRelayed`: another process has told it. Whoever publishes it may have a copy of this module of its own. */
const WakeSchema = z.object({ sessionId: z.string(), isRelayed: z.boolean() });

const wakes = channel("mekuri:wake");

export function processWatches(): Watches {
  const watches = openWatches();
  wakes.subscribe((message) => watches.wake(WakeSchema.parse(message).sessionId));
  return { add: watches.add, wake: (sessionId) => tellProcess({ sessionId, isRelayed: false }) };
}

/** Wakes a session's steps in all of this process. */
export function tellProcess(wake: z.infer<typeof WakeSchema>): void {
  wakes.publish(wake);
}

/** Calls `pass` with each session that this process itself woke. */
export function relayWakes(pass: (sessionId: string) => void): void {
  wakes.subscribe((message) => {
    const { sessionId, isRelayed } = WakeSchema.parse(message);
    if (!isRelayed) pass(sessionId);
  });
}
