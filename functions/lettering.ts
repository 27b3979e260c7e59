// The function of phase 6, lettering.
import { servePhase } from "./serve-phase.ts";

servePhase("lettering", async () => (await import("../lib/phases/6-lettering.ts")).lettering);
