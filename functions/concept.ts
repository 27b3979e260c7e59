// The function of phase 1, concept.
import { expectPictures } from "./expect-pictures.ts";
import { reader } from "./reader.ts";
import { servePhase } from "./serve-phase.ts";
import { stories } from "./stories.ts";

const load = async () => (await import("../lib/phases/1-concept.ts")).concept;

servePhase("concept", { load, reader, stories, expectPictures });
