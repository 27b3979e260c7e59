// Checks the caller of functions that Pub/Sub and Cloud Scheduler call. The settings are read when a function is loaded, so that one
// without them does not start.
import { type CallerCheck, callerCheck } from "../lib/cloud/caller-check.ts";
import { readCaller } from "../lib/cloud/config.ts";

const rules = readCaller();

/** Accepts every caller if calls are not signed: on a local machine with another Pub/Sub emulator. */
export const checkCaller: CallerCheck = rules === undefined ? async () => "known" : callerCheck(rules);
