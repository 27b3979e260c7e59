// The function of phase 2, characters.
import { servePhase } from "./serve-phase.ts";

servePhase("characters", async () => (await import("../lib/phases/2-characters.ts")).characters);
