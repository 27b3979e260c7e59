import { expect, test } from "vitest";
import { TerminalError } from "../pipeline/errors.ts";
import { codeDirector } from "./code-director.ts";
import type { DirectionInput } from "./director.ts";

const INPUT = {
  plot: { places: [], scenes: [], pages: [], leftOut: [] },
  page: 3,
} as unknown as DirectionInput;
const { signal } = new AbortController();

test("a page that is missing from the plot fails the session with a reason", async () => {
  const directed = codeDirector().direct(INPUT, signal);
  await expect(directed).rejects.toThrow(TerminalError);
  await expect(directed).rejects.toMatchObject({
    code: "story-unusable",
    message: "The plot has no page 3.",
  });
});

test("an aborted task directs nothing", async () => {
  const directed = codeDirector().direct(INPUT, AbortSignal.abort(new Error("cancelled")));
  await expect(directed).rejects.toThrow("cancelled");
});
