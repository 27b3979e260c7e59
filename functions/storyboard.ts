// The function of phase 4, storyboard.
import { drafter } from "./drafter.ts";
import { reader } from "./reader.ts";
import { servePhase } from "./serve-phase.ts";
import { writer } from "./writer.ts";

const load = async () => (await import("../lib/phases/4-storyboard.ts")).storyboard;

servePhase("storyboard", { load, drafter, reader, writer });
