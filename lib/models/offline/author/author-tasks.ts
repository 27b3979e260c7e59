// The offline author as tasks, one for each of a reader's: what a worker loads to adapt stories.
import type { ReadingInputs } from "../../reader.ts";
import { offlineAuthor } from "./author.ts";

const author = offlineAuthor();
/** Whoever wants an answer no longer ends the task. */
const { signal } = new AbortController();

export const concept = (input: ReadingInputs["concept"]) => author.read("concept", input, signal);
export const characters = (input: ReadingInputs["characters"]) => author.read("characters", input, signal);
export const plot = (input: ReadingInputs["plot"]) => author.read("plot", input, signal);
