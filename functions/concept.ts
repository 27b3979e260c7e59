// The function of phase 1, concept.
import { concept } from "../lib/phases/1-concept.ts";
import { servePhase } from "./wiring.ts";

servePhase(concept);
