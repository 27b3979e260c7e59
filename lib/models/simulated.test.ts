// Simulated models take the profile's time, run the offline models within it, and stop when the signal aborts.
import { expect, test } from "vitest";
import type { Usage } from "../pipeline/usage.ts";
import type { DrawingProgram, Drawn } from "./artist.ts";
import type { DirectingProgram } from "./director.ts";
import type { ReadingProgram } from "./reader.ts";
import { type LatencyProfile, simulatedArtist, simulatedDirector, simulatedReader } from "./simulated.ts";

const HOUR = 3_600_000;
/** A call short enough to be awaited in a test, in milliseconds. */
const SOON = 300;

const DRAWN: Drawn & { usage: Usage } = {
  content: { kind: "image", bytes: new Uint8Array([1]), contentType: "image/png" },
  faces: [],
  keep: [],
  usage: { model: "behind@1", inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 },
};

interface Asked {
  /** Duration of a model's call in milliseconds. */
  ms: number;
  behind: () => Promise<never>;
  signal: AbortSignal;
}

const ASK: Record<string, (asked: Asked) => Promise<unknown>> = {
  "a text": (asked) => author(asked).read("plot", {} as never, asked.signal),
  "a page": (asked) => director(asked).direct({} as never, asked.signal),
  "a portrait": (asked) => artist(asked).draw({ kind: "portrait" } as never, asked.signal),
  "a panel": (asked) => artist(asked).draw({ kind: "panel" } as never, asked.signal),
};

function author({ ms, behind }: Asked): ReadingProgram {
  return simulatedReader({ id: "behind@1", upToMicros: () => 0, read: behind }, profileOf(ms));
}

function director({ ms, behind }: Asked): DirectingProgram {
  return simulatedDirector({ id: "behind@1", upToMicros: () => 0, direct: behind }, profileOf(ms));
}

function artist({
  ms,
  behind,
}: {
  ms: number;
  behind: () => Promise<Drawn & { usage: Usage }>;
}): DrawingProgram {
  return simulatedArtist({ id: "behind@1", upToMicros: () => 0, draw: behind }, profileOf(ms));
}

function profileOf(ms: number): LatencyProfile {
  const writing = { concept: ms, characters: ms, plot: ms, storyboard: ms };
  return { writing, portraitMs: ms, panelMs: ms };
}

test.each(Object.entries(ASK))("%s stops at once on abort, with the signal's reason", async (_name, ask) => {
  const stop = new AbortController();
  const { promise } = Promise.withResolvers<never>();
  const asked = ask({ ms: HOUR, behind: () => promise, signal: stop.signal });
  const cancelled = new Error("cancelled");
  setImmediate(() => stop.abort(cancelled));
  await expect(asked).rejects.toBe(cancelled);
});

test.each(Object.entries(ASK))(
  "the work for %s starts before the model's time is over and is part of it",
  async (_name, ask) => {
    const stop = new AbortController();
    const begun = Promise.withResolvers<void>();
    const behind = () => {
      begun.resolve();
      return new Promise<never>(() => {});
    };
    const asked = ask({ ms: SOON, behind, signal: stop.signal });
    const startedAt = performance.now();
    await begun.promise;
    expect(performance.now() - startedAt).toBeLessThan(SOON);
    const over = new Error("over");
    stop.abort(over);
    await expect(asked).rejects.toBe(over);
  },
);

test("work that ends early waits for the end of the model's time", async () => {
  const stop = new AbortController();
  const asked = artist({ ms: HOUR, behind: async () => DRAWN }).draw({ kind: "panel" } as never, stop.signal);
  const turns = new Promise((resolve) => setImmediate(resolve, "still waiting"));
  await expect(Promise.race([asked, turns])).resolves.toBe("still waiting");
  const over = new Error("over");
  stop.abort(over);
  await expect(asked).rejects.toBe(over);
});

test("work that takes longer than the model's time is awaited, and its result is priced", async () => {
  const behind = Promise.withResolvers<typeof DRAWN>();
  const { signal } = new AbortController();
  const asked = artist({ ms: 0, behind: () => behind.promise }).draw({ kind: "panel" } as never, signal);
  const turns = new Promise((resolve) => setTimeout(resolve, 5, "still waiting"));
  await expect(Promise.race([asked, turns])).resolves.toBe("still waiting");
  behind.resolve(DRAWN);
  await expect(asked).resolves.toMatchObject({ ...DRAWN, usage: { images: 1, costMicros: 70_000 } });
});

test("a drawing is painted within the model's time", async () => {
  const drawing = { width: 1, height: 1, margin: 0, items: [] };
  const behind = async (): Promise<typeof DRAWN> => ({ ...DRAWN, content: { kind: "drawing", drawing } });
  const screen = { bytes: new Uint8Array([2]), contentType: "image/png" };
  const painted = Promise.withResolvers<unknown>();
  const stop = new AbortController();
  const late = artist({ ms: SOON, behind }).draw({ kind: "panel" } as never, stop.signal, async (given) => {
    painted.resolve(given);
    return screen;
  });
  await expect(painted.promise).resolves.toBe(drawing);
  const over = new Error("over");
  stop.abort(over);
  await expect(late).rejects.toBe(over);
  const { signal } = new AbortController();
  const atOnce = artist({ ms: 0, behind }).draw({ kind: "panel" } as never, signal, async () => screen);
  await expect(atOnce).resolves.toMatchObject({ content: { kind: "drawing", drawing, screen } });
});
