// The offline results with the latencies of a profile, to see how the service behaves when models take their time.
import { setTimeout as wait } from "node:timers/promises";
import type { Artist } from "./artist.ts";
import type { Writer, WritingTask } from "./writer.ts";

export interface LatencyProfile {
  /** Milliseconds of one call, by task. */
  writing: Record<WritingTask, number>;
  portraitMs: number;
  panelMs: number;
}

/** The seven phases' times of the service that Mekuri succeeds, spread over the steps: 97 s in a line. */
export const SEED_PROFILE: LatencyProfile = {
  writing: { concept: 12_000, characters: 6_000, plot: 15_000, storyboard: 2_500 },
  portraitMs: 12_000,
  panelMs: 3_125,
};

export function simulatedAuthor(author: Writer, profile: LatencyProfile = SEED_PROFILE): Writer {
  return {
    id: "simulated-author@1",
    async write(task, input, signal) {
      await wait(profile.writing[task], undefined, { signal });
      const { output, usage } = await author.write(task, input, signal);
      return { output, usage: { ...usage, model: "simulated-author@1" } };
    },
  };
}

export function simulatedArtist(artist: Artist, profile: LatencyProfile = SEED_PROFILE): Artist {
  return {
    id: "simulated-artist@1",
    async draw(request, signal) {
      await wait(request.kind === "portrait" ? profile.portraitMs : profile.panelMs, undefined, { signal });
      const drawn = await artist.draw(request, signal);
      return { ...drawn, usage: { ...drawn.usage, model: "simulated-artist@1" } };
    },
  };
}
