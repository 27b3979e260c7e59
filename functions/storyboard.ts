// The function of phase 4, storyboard.
import { servePhase } from "./serve-phase.ts";

servePhase("storyboard", async () => (await import("../lib/phases/4-storyboard.ts")).storyboard);
