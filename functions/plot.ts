// The function of phase 3, plot.
import { plot } from "../lib/phases/3-plot.ts";
import { servePhase } from "./wiring.ts";

servePhase(plot);
