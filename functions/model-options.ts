// What all models of this process share: how often each may be asked, and who is told what was wrong with them.
import { logWarning } from "../lib/cloud/log.ts";
import { modelQuota } from "../lib/cloud/model-quota.ts";
import { once } from "./once.ts";
import { work } from "./work.ts";

export const modelOptions = once(() => ({ quota: modelQuota(), warn: logWarning, work }));
