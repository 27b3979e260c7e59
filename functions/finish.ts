// The function of phase 7, finish.
import { binder } from "./binder.ts";
import { drafter } from "./drafter.ts";
import { servePhase } from "./serve-phase.ts";
import { stories } from "./stories.ts";

const load = async () => (await import("../lib/phases/7-finish.ts")).finish;

servePhase("finish", { load, binder, drafter, stories });
