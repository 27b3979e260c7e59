import { describeIdentityStores } from "./identity-stores-contract.ts";
import { memoryFamilies, memoryUsers } from "./memory-identity-stores.ts";

let ids = 0;
const stores = { families: memoryFamilies(Date.now), users: memoryUsers(), newId: () => `id${++ids}` };
describeIdentityStores("in memory", () => stores);
