// Options of all models of this process: their rate limits, and the log of their faults.
import { logWarning } from "../lib/cloud/log.ts";
import { modelQuota } from "../lib/cloud/model-quota.ts";
import { once } from "./once.ts";
import { work } from "./work.ts";

export const modelOptions = once(() => ({ quota: modelQuota(), warn: logWarning, work }));
