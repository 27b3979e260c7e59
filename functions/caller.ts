// Who may call the functions that Pub/Sub and Cloud Scheduler wake. Read when a function is loaded: one that cannot tell does not start.
import { type CallerCheck, callerCheck } from "../lib/cloud/caller-check.ts";
import { readCaller } from "../lib/cloud/config.ts";

const rules = readCaller();

/** Knows everybody where nobody signs: on one machine with a Pub/Sub that is not ours. */
export const checkCaller: CallerCheck = rules === undefined ? async () => "known" : callerCheck(rules);
