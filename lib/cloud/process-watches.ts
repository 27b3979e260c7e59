// Watches of a whole process, over a Node diagnostics channel: functions that share a process but no modules, as bundles do, notify each
// other. The local service, which may have one process for each function, forwards notifications to its other processes. In the cloud there
// is no forwarding: a step in another instance notices a cancel with its heartbeat, or with its next write of progress.
import { channel } from "node:diagnostics_channel";
import * as z from "zod";
import { openWatches, type Watches } from "../pipeline/watches.ts";

/** A notified session. `isRelayed`: the notification came from another process. The publisher may have its own copy of this module. */
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
