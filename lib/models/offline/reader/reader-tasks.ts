// The offline reader as tasks, one for each of its reading tasks: what a worker loads to read stories.
import type { ReadingInputs } from "../../reader.ts";
import { offlineReader } from "./offline-reader.ts";

const reader = offlineReader();
/** Tasks have no signal of their own: an unwanted task is ended with its worker. */
const { signal } = new AbortController();

export const concept = (input: ReadingInputs["concept"]) => reader.read("concept", input, signal);
export const characters = (input: ReadingInputs["characters"]) => reader.read("characters", input, signal);
export const plot = (input: ReadingInputs["plot"]) => reader.read("plot", input, signal);
