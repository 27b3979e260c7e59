import { randomUUID } from "node:crypto";
import { memoryQuota } from "./quota.ts";
import { describeQuota } from "./quota-contract.ts";

const shared = memoryQuota();
describeQuota("a quota in memory", () => ({ here: shared, there: shared, newName: randomUUID }));
