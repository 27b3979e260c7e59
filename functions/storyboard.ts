// The function of phase 4, storyboard.
import { storyboard } from "../lib/phases/4-storyboard.ts";
import { servePhase } from "./wiring.ts";

servePhase(storyboard);
