// The function of phase 5, artwork.
import { artwork } from "../lib/phases/5-artwork.ts";
import { servePhase } from "./wiring.ts";

servePhase(artwork);
