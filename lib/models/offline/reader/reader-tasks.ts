// The offline reader's three reading tasks, as a worker loads them.
import type { ReadingInputs } from "../../reader.ts";
import { offlineReader } from "./offline-reader.ts";

const reader = offlineReader();
/** Never aborted: the pool ends an unwanted task by ending its worker. */
const { signal } = new AbortController();

export const concept = (input: ReadingInputs["concept"]) => reader.read("concept", input, signal);
export const characters = (input: ReadingInputs["characters"]) => reader.read("characters", input, signal);
export const plot = (input: ReadingInputs["plot"]) => reader.read("plot", input, signal);
