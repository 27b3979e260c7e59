// The function of phase 2, characters.
import { characters } from "../lib/phases/2-characters.ts";
import { servePhase } from "./wiring.ts";

servePhase(characters);
