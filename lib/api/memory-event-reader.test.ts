// Runs the `EventReader` contract on the in-memory implementation.
import { randomUUID } from "node:crypto";
import { memoryProjector } from "../pipeline/memory-projector.ts";
import { describeEventReader } from "./event-reader-contract.ts";
import { memoryEventReader } from "./memory-event-reader.ts";

const projector = memoryProjector(() => 0);
const reader = memoryEventReader(projector);

describeEventReader("a timeline in memory", () => ({ reader, projector, newId: randomUUID }));
