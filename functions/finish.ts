// The function of phase 7, finish.
import { servePhase } from "./serve-phase.ts";

servePhase("finish", async () => (await import("../lib/phases/7-finish.ts")).finish);
