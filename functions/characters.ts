// The function of phase 2, characters.
import { artist } from "./artist.ts";
import { batches } from "./batches.ts";
import { drafter } from "./drafter.ts";
import { reader } from "./reader.ts";
import { servePhase } from "./serve-phase.ts";
import { stories } from "./stories.ts";

const load = async () => (await import("../lib/phases/2-characters.ts")).characters;

servePhase("characters", { load, artist, batches, drafter, reader, stories });
