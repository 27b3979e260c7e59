// The progress of a session, phase by phase, for a progress bar.
import { exportsOf } from "./asked-exports.ts";
import { survey } from "./graph.ts";
import type { Schedule } from "./schedule.ts";
import { type PHASES, type PhaseName, pageId, parseStepId } from "./step-id.ts";
import { type BookShape, knownSteps, type Node, outfitsWorn, stepsOfPhase } from "./step-kinds.ts";

interface PhaseProgress {
  /** Number of known steps; while a result is made again, its last known steps count. */
  total: number;
  /** Number of valid results. */
  done: number;
  inFlight: number;
  /** All of the phase's steps are known and done. */
  complete: boolean;
  nodes: readonly Node[];
}

export interface Progress {
  phases: Record<PhaseName, PhaseProgress>;
  pages: number;
  panels: number;
}

/** The book's shape by the last results, valid or not. */
export function lastShape({
  results,
  exports,
  params,
}: Pick<Schedule, "results" | "exports" | "params">): BookShape {
  const pages = () => results.plot?.pages;
  const panels = (page: number) => results[`storyboard/${pageId(page)}`]?.panels;
  return {
    sheets: params.sheets === true,
    settei: params.formats.includes("sheets"),
    coverApart: params.coverApart === true,
    exports: () => exportsOf({ exports }, results.finish?.output),
    characters: () => results.concept?.characters,
    pages,
    places: () => results.plot && (results.plot.places ?? []),
    spreads: () => results.plot?.spreads ?? [],
    panels,
    renditionsApart: (page) => results[`lettering/${pageId(page)}`]?.renditionsApart === true,
    outfits: () => outfitsWorn({ pages, panels }),
  };
}

export function progress(schedule: Schedule): Progress {
  const seen = survey(schedule);
  const shape = lastShape(schedule);
  const inFlight = new Map<PhaseName, number>();
  for (const step of Object.keys(schedule.inFlight)) {
    const { phase } = parseStepId(step);
    inFlight.set(phase, (inFlight.get(phase) ?? 0) + 1);
  }
  const isDone = (node: Node) => seen.resultOf(node) !== undefined;
  const ofPhase = (phase: PhaseName): PhaseProgress => {
    // Progress counts pages, so their renditions and the cover, which are made beside them, are not counted.
    const nodes = phase === "lettering" ? stepsOfPhase(phase, shape).nodes : knownSteps(phase, shape);
    return {
      nodes,
      total: nodes.length,
      done: nodes.filter(isDone).length,
      inFlight: inFlight.get(phase) ?? 0,
      complete: seen.phaseInput(phase) !== undefined,
    };
  };
  const phases = {
    concept: ofPhase("concept"),
    characters: ofPhase("characters"),
    plot: ofPhase("plot"),
    storyboard: ofPhase("storyboard"),
    artwork: ofPhase("artwork"),
    lettering: ofPhase("lettering"),
    finish: ofPhase("finish"),
  } satisfies Record<(typeof PHASES)[number], PhaseProgress>;
  const panels = stepsOfPhase("artwork", shape).nodes.length;
  return { phases, pages: phases.lettering.total, panels };
}
