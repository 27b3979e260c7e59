// The function of phase 5, artwork.
import { artist } from "./artist.ts";
import { batches } from "./batches.ts";
import { drafter } from "./drafter.ts";
import { servePhase } from "./serve-phase.ts";

const load = async () => (await import("../lib/phases/5-artwork.ts")).artwork;

servePhase("artwork", { load, artist, batches, drafter });
