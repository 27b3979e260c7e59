// The function of phase 5, artwork.
import { servePhase } from "./serve-phase.ts";

servePhase("artwork", async () => (await import("../lib/phases/5-artwork.ts")).artwork);
