// The function of phase 1, concept.
import { servePhase } from "./serve-phase.ts";

servePhase("concept", async () => (await import("../lib/phases/1-concept.ts")).concept);
