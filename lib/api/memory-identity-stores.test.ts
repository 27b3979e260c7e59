import { describeIdentityStores } from "./identity-stores-contract.ts";
import { memoryAccountEraser, memoryFamilies, memoryUsers } from "./memory-identity-stores.ts";
import { memoryModeration } from "./memory-moderation.ts";

let ids = 0;
const [families, users] = [memoryFamilies(Date.now), memoryUsers()];
const moderation = memoryModeration(Date.now, new Set());
const accounts = memoryAccountEraser({ users, families, sessions: new Map(), moderation, clock: Date.now });
const stores = { families, users, accounts, moderation, newId: () => `id${++ids}` };
describeIdentityStores("in memory", () => stores);
