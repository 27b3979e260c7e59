// The function of phase 3, plot.
import { reader } from "./reader.ts";
import { servePhase } from "./serve-phase.ts";
import { stories } from "./stories.ts";

const load = async () => (await import("../lib/phases/3-plot.ts")).plot;

servePhase("plot", { load, reader, stories });
