import { randomUUID } from "node:crypto";
import { memoryStores } from "../pipeline/memory-stores.ts";
import { memoryComments } from "./memory-comments.ts";
import { memoryPeople } from "./memory-people.ts";
import { describePeople } from "./people-contract.ts";

const stores = memoryStores(Date.now);
const people = memoryPeople(stores.projector, Date.now);

const comments = memoryComments(stores.projector, Date.now);

describePeople("people in memory", () => ({ ...stores, people, comments, newId: randomUUID }));
