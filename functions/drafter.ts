// What draws pages. Only functions that make images import it, so that the others are deployed without its native packages.
import { onceLoaded } from "./once.ts";

export const drafter = onceLoaded(async () =>
  (await import("../lib/drawing/canvas-drafter.ts")).canvasDrafter(),
);
