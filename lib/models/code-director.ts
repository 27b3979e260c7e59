// The code director as a program. It needs only the data of the beats, no network and no key, whichever reader made them.
import { drawStoryboard } from "../direction/storyboard.ts";
import { TerminalError } from "../pipeline/errors.ts";
import { noUsage } from "../pipeline/usage.ts";
import type { DirectingProgram } from "./director.ts";
import { programId } from "./program-versions.ts";

/** Throws `TerminalError("story-unusable")` for a page that is missing from the plot. */
export function codeDirector(): DirectingProgram {
  const id = programId("code-director");
  return {
    id,
    upToMicros: () => 0,
    async direct(input, signal) {
      signal.throwIfAborted();
      const { plot, page } = input;
      if (!plot.pages.some(({ number }) => number === page)) {
        throw new TerminalError("story-unusable", `The plot has no page ${page}.`);
      }
      return { output: drawStoryboard(input), usage: noUsage(id) };
    },
  };
}
