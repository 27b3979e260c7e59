// The function of phase 3, plot.
import { servePhase } from "./serve-phase.ts";

servePhase("plot", async () => (await import("../lib/phases/3-plot.ts")).plot);
