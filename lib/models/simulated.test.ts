// Simulated models take their time, and give it up when nobody wants the answer any more.
import { expect, test } from "vitest";
import type { Artist } from "./artist.ts";
import { simulatedArtist, simulatedAuthor } from "./simulated.ts";
import type { Writer } from "./writer.ts";

const HOUR = 3_600_000;
const PROFILE = {
  writing: { concept: HOUR, characters: HOUR, plot: HOUR, storyboard: HOUR },
  ...{ portraitMs: HOUR, panelMs: HOUR },
};

function unasked(): never {
  throw new Error("the model behind was asked");
}

test.each([
  ["a text", (signal: AbortSignal) => author().write("plot", {} as never, signal)],
  ["a portrait", (signal: AbortSignal) => artist().draw({ kind: "portrait" } as never, signal)],
  ["a panel", (signal: AbortSignal) => artist().draw({ kind: "panel" } as never, signal)],
])("%s that is being made is left at once, with the reason of the abort", async (_name, ask) => {
  const stop = new AbortController();
  const asked = ask(stop.signal);
  const cancelled = new Error("cancelled");
  setImmediate(() => stop.abort(cancelled));
  await expect(asked).rejects.toBe(cancelled);
});

function author(): Writer {
  return simulatedAuthor({ id: "behind@1", upToMicros: () => 0, write: unasked }, PROFILE);
}

function artist(): Artist {
  return simulatedArtist({ id: "behind@1", upToMicros: () => 0, draw: unasked }, PROFILE);
}
