// The offline author as tasks, one for each of its writing tasks: what a worker loads to adapt stories.
import type { WritingInputs } from "../../writer.ts";
import { offlineAuthor } from "./author.ts";

const author = offlineAuthor();
/** Whoever wants an answer no longer ends the task. */
const { signal } = new AbortController();

export const concept = (input: WritingInputs["concept"]) => author.write("concept", input, signal);
export const characters = (input: WritingInputs["characters"]) => author.write("characters", input, signal);
export const plot = (input: WritingInputs["plot"]) => author.write("plot", input, signal);
