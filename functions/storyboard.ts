// The function of phase 4, storyboard.
import { director } from "./director.ts";
import { drafter } from "./drafter.ts";
import { servePhase } from "./serve-phase.ts";
import { stories } from "./stories.ts";

const load = async () => (await import("../lib/phases/4-storyboard.ts")).storyboard;

servePhase("storyboard", { load, director, drafter, stories });
