// The offline author as tasks, one for each writing task: what a worker loads to adapt stories.
import type { Plot } from "../closed/plot.ts";
import type { WritingInputs } from "../../writer.ts";
import { remembering } from "../remembering.ts";
import { offlineAuthor } from "./author.ts";

const author = offlineAuthor();
/** Whoever wants an answer no longer ends the task. */
const { signal } = new AbortController();

export const concept = (input: WritingInputs["concept"]) => author.write("concept", input, signal);
export const characters = (input: WritingInputs["characters"]) => author.write("characters", input, signal);
export const plot = (input: WritingInputs["plot"]) => author.write("plot", input, signal);

/** What the author finds out about a plot is kept by the plot's identity, and each page comes with a copy of its own. */
const plots = remembering<Plot>(8);

export function storyboard(input: WritingInputs["storyboard"]) {
  const known = plots(JSON.stringify(input.plot), () => input.plot);
  return author.write("storyboard", { ...input, plot: known }, signal);
}
