// The offline models with the latencies and prices of a profile, to test the service under slow and paid models.
import { setTimeout as sleep } from "node:timers/promises";
import type { DrawingProgram } from "./artist.ts";
import type { DirectingProgram } from "./director.ts";
import type { ReadingProgram, ReadingTask } from "./reader.ts";

export interface LatencyProfile {
  /** Duration of one call in milliseconds, by task. */
  writing: Record<ReadingTask | "storyboard", number>;
  portraitMs: number;
  panelMs: number;
}

/** Micro-dollars of one call by task: about the price of hosted models. */
export const SIMULATED_PRICES = {
  writing: { concept: 3_000, characters: 4_000, plot: 9_000, storyboard: 8_000 },
  portrait: 70_000,
  panel: 70_000,
} as const;

/** A hosted model may be asked twice, so twice the price is reserved. */
const ASKED_AT_MOST = 2;

/** The seven phases' times of the earlier service, spread over the steps: 97 s in sequence. */
export const SEED_PROFILE: LatencyProfile = {
  writing: { concept: 12_000, characters: 6_000, plot: 15_000, storyboard: 2_500 },
  portraitMs: 12_000,
  panelMs: 3_125,
};

/** Share of a call's time after which the offline model starts. */
const WORKS_FROM = 1 / 3;

/**
 * Gives the answer when the model's time is over. The offline model runs within that time; only the part of its work that exceeds it adds
 * delay. Hosted models run on other machines, so calls in quick succession do not compete for this CPU; the work here therefore starts some
 * time after the call. Rejects at once with the signal's reason on abort.
 */
async function inTime<T>(ms: number, signal: AbortSignal, answer: () => Promise<T>): Promise<T> {
  const after = (share: number) =>
    sleep(ms * share, undefined, { signal }).catch(() => signal.throwIfAborted());
  const timeIsOver = after(1);
  const [answered] = await Promise.all([after(WORKS_FROM).then(answer), timeIsOver]);
  return answered;
}

/** `simulated-reader@1f3a9c2e`: has the version of the program that does the work. */
const simulatedId = (part: "reader" | "director" | "artist", behind: string): string =>
  `simulated-${part}@${behind.replace(/^.*@/, "")}`;

export function simulatedReader(
  reader: ReadingProgram,
  profile: LatencyProfile = SEED_PROFILE,
): ReadingProgram {
  const id = simulatedId("reader", reader.id);
  return {
    id,
    upToMicros: (task) => SIMULATED_PRICES.writing[task] * ASKED_AT_MOST,
    async read(task, input, signal) {
      const { output, usage } = await inTime(profile.writing[task], signal, () =>
        reader.read(task, input, signal),
      );
      const costMicros = SIMULATED_PRICES.writing[task];
      return { output, usage: { ...usage, model: id, costMicros } };
    },
  };
}

export function simulatedDirector(
  director: DirectingProgram,
  profile: LatencyProfile = SEED_PROFILE,
): DirectingProgram {
  const id = simulatedId("director", director.id);
  const costMicros = SIMULATED_PRICES.writing.storyboard;
  return {
    id,
    upToMicros: () => costMicros * ASKED_AT_MOST,
    async direct(input, signal) {
      const { output, usage } = await inTime(profile.writing.storyboard, signal, () =>
        director.direct(input, signal),
      );
      return { output, usage: { ...usage, model: id, costMicros } };
    },
  };
}

/** An image model gives pixels, so painting the offline artist's drawing is part of the model's time. */
export function simulatedArtist(
  artist: DrawingProgram,
  profile: LatencyProfile = SEED_PROFILE,
): DrawingProgram {
  async function drawn(
    ...[request, signal, paint]: Parameters<DrawingProgram["draw"]>
  ): ReturnType<DrawingProgram["draw"]> {
    const made = await artist.draw(request, signal);
    const { content } = made;
    if (content.kind !== "drawing" || paint === undefined) return made;
    return { ...made, content: { ...content, screen: await paint(content.drawing) } };
  }
  const id = simulatedId("artist", artist.id);
  return {
    id,
    upToMicros: ({ kind }) => SIMULATED_PRICES[kind] * ASKED_AT_MOST,
    async draw(request, signal, paint) {
      const ms = request.kind === "portrait" ? profile.portraitMs : profile.panelMs;
      const made = await inTime(ms, signal, () => drawn(request, signal, paint));
      const costMicros = SIMULATED_PRICES[request.kind];
      return { ...made, usage: { ...made.usage, model: id, images: 1, costMicros } };
    },
  };
}
