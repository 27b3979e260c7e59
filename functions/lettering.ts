// The function of phase 6, lettering.
import { drafter } from "./drafter.ts";
import { reader } from "./reader.ts";
import { servePhase } from "./serve-phase.ts";

const load = async () => (await import("../lib/phases/6-lettering.ts")).lettering;

servePhase("lettering", { load, drafter, reader });
