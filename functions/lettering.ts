// The function of phase 6, lettering.
import { lettering } from "../lib/phases/6-lettering.ts";
import { servePhase } from "./wiring.ts";

servePhase(lettering);
