// The function of phase 7, finish.
import { finish } from "../lib/phases/7-finish.ts";
import { servePhase } from "./wiring.ts";

servePhase(finish);
