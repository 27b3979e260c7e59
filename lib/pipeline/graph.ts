// Decides from a schedule which steps are done, which to release now and which gates to open. Pure: no clock, no I/O.
import { awaitsSheet, openAnchors } from "./anchors.ts";
import { exportsOf } from "./asked-exports.ts";
import { canonicalJson, shortHash } from "./canonical-json.ts";
import { finalOf } from "./finals.ts";
import type { PictureEdit, TakeChoice } from "./picture-wishes.ts";
import { isLive, type Result, reviewedPhases, type Schedule } from "./schedule.ts";
import type { Limits } from "./settings.ts";
import { fits, limitOf, poolOf, restingPools, slotsToKeep, usedSlots } from "./slot-pools.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import {
  type BookShape,
  type KindName,
  knownSteps,
  type Node,
  nodeOf,
  outfitsWorn,
  STEP_KINDS,
  sheetsOfPhase,
  stepsOfPhase,
} from "./step-kinds.ts";

interface Release {
  step: string;
  phase: PhaseName;
  input: string;
  /** How many pictures it makes at once; absent: at most one. Each takes a slot. */
  pictures?: number;
}

export interface Plan {
  /** Steps to release now, in reading order, portraits before panels; as many as the limits leave room for. */
  release: Release[];
  /** Steps whose result counts for their current input: they need no run, no matter how the result was made. */
  done: string[];
  /** Gates whose phase is done and that have no decision for the phase's present result. */
  open: { phase: PhaseName; input: string }[];
  /** Every phase is done, so the book is bound, and every gate is decided. */
  finished: boolean;
}

/** A schedule combined with the table of edges. Computed values are cached while the results are unchanged. */
export interface Survey {
  shape: BookShape;
  /** The input hash of a step; undefined while a step that it needs is not done, or when the step is not part of the book. */
  inputOf(node: Node): string | undefined;
  /** The step's result, if it was made for the current input. */
  resultOf(node: Node): Result | undefined;
  /** The edit of an earlier picture that makes the wanted take; undefined if the picture is drawn from its data. */
  editOf(node: Node): PictureEdit | undefined;
  /** The pictures from which the wanted take is chosen; undefined if it is one picture. */
  choiceOf(node: Node): TakeChoice | undefined;
  /** Hash of all outputs of a phase, as its gate counts them; undefined while the phase is not done. */
  phaseInput(phase: PhaseName): string | undefined;
  /** The same hash, known also while pictures are made that a person had drawn again after the review. */
  reviewInput(phase: PhaseName): string | undefined;
  /** Hash of all inputs of a picture except its take; undefined as `inputOf`. */
  plainInputOf(node: Node): string | undefined;
}

type Surveyed = Pick<Schedule, "results" | "gates" | "params" | "takes" | "finals" | "exports" | "pictures">;

// Schedules are never changed in place, so the same results under the same gates have the same survey.
const surveys = new WeakMap<Surveyed["results"], Surveyed & { survey: Survey }>();
const paramTexts = new WeakMap<Surveyed["params"], Map<string, string>>();

export function survey({ results, gates, params, takes, finals, exports, pictures }: Surveyed): Survey {
  const known = surveys.get(results);
  const isSame =
    known?.gates === gates &&
    known.params === params &&
    known.takes === takes &&
    known.finals === finals &&
    known.exports === exports &&
    known.pictures === pictures;
  if (isSame) return known.survey;
  const seen = { results, gates, params, takes, finals, exports, pictures };
  const fresh = newSurvey(seen);
  surveys.set(results, { ...seen, survey: fresh });
  return fresh;
}

// Made once for each parameters, so that a survey of them is remembered.
const unreviewed = new WeakMap<Surveyed["params"], Surveyed["params"]>();

/**
 * The schedule as if every open review were passed. In it, results behind a review that opens again are still valid: they count when the
 * review is passed, unless their inputs change. For plans and prices; running steps wait for the reviews.
 */
export function pastReviews<S extends Pick<Surveyed, "params">>(schedule: S): S {
  const params = unreviewed.get(schedule.params) ?? { ...schedule.params, review: [] };
  unreviewed.set(schedule.params, params);
  return { ...schedule, params };
}

/** The output over which the step's picture is drawn; undefined where that output was made from other data than the picture to draw now. */
export function overOf(node: Node, schedule: Surveyed): string | undefined {
  const over = finalOf(node.id, schedule)?.over;
  return over !== undefined && over.madeOf === survey(schedule).plainInputOf(node) ? over.output : undefined;
}

function paramText(kind: KindName, params: Surveyed["params"]): string {
  const texts = paramTexts.get(params) ?? new Map<string, string>();
  paramTexts.set(params, texts);
  const text = texts.get(kind) ?? canonicalJson(STEP_KINDS[kind].params(params));
  texts.set(kind, text);
  return text;
}

function newSurvey(schedule: Surveyed): Survey {
  const inputs = new Map<string, string | undefined>();
  const phaseInputs = new Map<PhaseName, string | undefined>();
  const reviewInputs = new Map<PhaseName, string | undefined>();
  const reviewed = new Set(reviewedPhases(schedule));

  const resultOf = (node: Node) => {
    const result = schedule.results[node.id];
    return result !== undefined && result.input === inputOf(node) ? result : undefined;
  };

  let outfits: readonly string[] | undefined;
  const shape: BookShape = {
    characters: () => {
      const concept = resultOf(CONCEPT);
      return concept && (concept.characters ?? []);
    },
    sheets: schedule.params.sheets === true,
    settei: schedule.params.formats.includes("sheets"),
    pages: () => resultOf(PLOT)?.pages,
    places: () => {
      const plot = resultOf(PLOT);
      return plot && (plot.places ?? []);
    },
    outfits: () => {
      outfits ??= outfitsWorn(shape);
      return outfits;
    },
    spreads: () => resultOf(PLOT)?.spreads ?? [],
    panels: (page) => resultOf(nodeOf({ phase: "storyboard", of: "page", page }))?.panels,
    renditionsApart: (page) =>
      resultOf(nodeOf({ phase: "lettering", of: "page", page }))?.renditionsApart === true,
    coverApart: schedule.params.coverApart === true,
    exports: () => exportsOf(schedule, resultOf(FINISH)?.output),
  };

  /** The values, as JSON, from which a step is made, without its take and without the edit of that take. */
  function readBy(node: Node): readonly unknown[] | undefined {
    const kind = STEP_KINDS[node.kind];
    const needs = kind.needs(node.ref, shape);
    if (needs === undefined) return undefined;
    const read: string[] = [];
    for (const need of needs) {
      const result = resultOf(need.node);
      if (result === undefined) return undefined;
      if (need.node.ref.phase !== node.ref.phase && !isPassed(need.node.ref.phase)) return undefined;
      const part = need.part === undefined ? undefined : result.parts?.[need.part];
      if (part === undefined && need.ifMissing === "nothing") continue;
      const name = part === undefined && need.ifMissing === "whole" ? "" : (need.part ?? "");
      read.push(`${need.node.id} ${name} ${part ?? result.output}`);
    }
    const reads = [node.id, kind.version, paramText(node.kind, schedule.params), read];
    const { prompt, references, own } = schedule.pictures?.[node.id] ?? {};
    return [
      ...reads,
      ...(prompt ? [{ prompt: prompt.id }] : []),
      ...(references ? [{ references: references.id }] : []),
      ...(own ? [{ own: own.blob }] : []),
    ];
  }

  function plainInputOf(node: Node): string | undefined {
    const reads = readBy(node);
    return reads && shortHash(JSON.stringify(reads));
  }

  function editOf(node: Node): PictureEdit | undefined {
    const take = schedule.takes[node.id];
    const edit = schedule.pictures?.[node.id]?.edits?.find((one) => one.take === take);
    return edit !== undefined && edit.from === plainInputOf(node) ? edit : undefined;
  }

  function choiceOf(node: Node): TakeChoice | undefined {
    const take = schedule.takes[node.id];
    const choice = schedule.pictures?.[node.id]?.choices?.find((one) => one.take === take);
    return choice !== undefined && choice.from === plainInputOf(node) ? choice : undefined;
  }

  function computeInput(node: Node): string | undefined {
    const reads = readBy(node);
    if (reads === undefined) return undefined;
    const take = schedule.takes[node.id];
    const final = finalOf(node.id, schedule);
    const { id, picture, count, pick } = editOf(node) ?? {};
    const choice = choiceOf(node);
    return shortHash(
      JSON.stringify([
        ...reads,
        ...(take === undefined ? [] : [take]),
        ...(final ? [final.artist] : []),
        ...(id === undefined ? [] : [{ edit: id, picture, count, pick }]),
        ...(choice === undefined ? [] : [{ chosenOf: choice.count, pick: choice.pick }]),
      ]),
    );
  }

  function inputOf(node: Node): string | undefined {
    if (inputs.has(node.id)) return inputs.get(node.id);
    const input = computeInput(node);
    inputs.set(node.id, input);
    return input;
  }

  function computeReviewInput(phase: PhaseName): string | undefined {
    const { nodes, complete } = stepsOfPhase(phase, shape);
    if (!complete) return undefined;
    const redrawn = new Set(schedule.gates[phase]?.redrawn);
    const seen: string[] = [];
    for (const node of nodes) {
      // A review is of the book, so the files exported from it do not count.
      if (node.ref.of === "export") continue;
      const isAsked = redrawn.has(node.id);
      const stands = isAsked ? inputOf(node) : resultOf(node)?.output;
      if (stands === undefined) return undefined;
      seen.push(isAsked ? `${node.id} of ${stands}` : `${node.id} ${stands}`);
    }
    return shortHash(seen.join("\n"));
  }

  function reviewInput(phase: PhaseName): string | undefined {
    if (reviewInputs.has(phase)) return reviewInputs.get(phase);
    const input = computeReviewInput(phase);
    reviewInputs.set(phase, input);
    return input;
  }

  function phaseInput(phase: PhaseName): string | undefined {
    if (phaseInputs.has(phase)) return phaseInputs.get(phase);
    const { nodes, complete } = stepsOfPhase(phase, shape);
    const isDone = complete && nodes.every((node) => resultOf(node) !== undefined);
    const input = isDone ? reviewInput(phase) : undefined;
    phaseInputs.set(phase, input);
    return input;
  }

  function isPassed(phase: PhaseName): boolean {
    if (!reviewed.has(phase)) return true;
    const gate = schedule.gates[phase];
    return gate?.decision !== undefined && gate.input === reviewInput(phase);
  }

  return { shape, inputOf, resultOf, phaseInput, reviewInput, plainInputOf, editOf, choiceOf };
}

const CONCEPT = nodeOf({ phase: "concept", of: "book" });
const PLOT = nodeOf({ phase: "plot", of: "book" });
const FINISH = nodeOf({ phase: "finish", of: "book" });

/** The input hash that a step should be run with now; undefined when it should not run now. */
export function currentInput(schedule: Schedule, step: string): string | undefined {
  const ref = parseStepId(step);
  return ref.of === "gate" ? undefined : survey(schedule).inputOf(nodeOf(ref));
}

/** How many pictures a step makes at once. */
function picturesOf(node: Node, seen: Survey): number {
  return seen.editOf(node)?.count ?? seen.choiceOf(node)?.count ?? 1;
}

export function plan(schedule: Schedule, limits: Limits): Plan {
  const seen = survey(schedule);
  const used = usedSlots(schedule);
  const resting = restingPools(schedule, seen);

  const kept = slotsToKeep(schedule, seen);
  const anchors = openAnchors(schedule, seen);

  const release: Release[] = [];
  const done: string[] = [];
  for (const phase of PHASES) {
    for (const node of knownSteps(phase, seen.shape)) {
      if (seen.resultOf(node) !== undefined) {
        done.push(node.id);
        continue;
      }
      const pool = poolOf(node);
      if (resting.has(pool) || schedule.inFlight[node.id] !== undefined) continue;
      const taken = used.get(pool) ?? 0;
      const isLater = node.ref.of === "panel" && kept !== undefined && node.ref.page > kept.page;
      const limit = limitOf(pool, limits);
      const held = taken + (isLater ? kept.slots : 0);
      if (held >= limit) continue;
      const input = seen.inputOf(node);
      if (input === undefined || awaitsSheet(node, seen) || !anchors.mayBegin(node)) continue;
      const pictures = picturesOf(node, seen);
      // The free slots are left to this step, or others would take each one as it becomes free.
      if (!fits({ held, pictures, limit })) {
        used.set(pool, limit);
        continue;
      }
      used.set(pool, taken + pictures);
      release.push({ step: node.id, phase, input, ...(pictures > 1 && { pictures }) });
    }
  }

  const open = reviewedPhases(schedule).flatMap((phase) => {
    const input = seen.phaseInput(phase);
    const isNew = input !== undefined && schedule.gates[phase]?.input !== input;
    return isNew ? [{ phase, input }] : [];
  });
  const finished =
    PHASES.every((phase) => seen.phaseInput(phase) !== undefined) &&
    PHASES.every((phase) =>
      sheetsOfPhase(phase, seen.shape).every((node) => seen.resultOf(node) !== undefined),
    ) &&
    open.length === 0 &&
    openGates(schedule, seen).length === 0;
  return { release, done, open, finished };
}

const PAID_PHASES = PHASES.filter((phase) => phase !== "lettering" && phase !== "finish");

/** Whether no step that may call a model has to run: all pictures are made. Files and lettering cost nothing. */
export function isDrawn(schedule: Schedule): boolean {
  const seen = survey(schedule);
  return PAID_PHASES.every(
    (phase) =>
      seen.phaseInput(phase) !== undefined &&
      sheetsOfPhase(phase, seen.shape).every((node) => seen.resultOf(node) !== undefined),
  );
}

/** Gates that wait for a person now, in the order of their phases. */
export function openGates(schedule: Schedule, seen: Survey = survey(schedule)): PhaseName[] {
  if (!isLive(schedule.state)) return [];
  return reviewedPhases(schedule).filter((phase) => {
    const gate = schedule.gates[phase];
    return gate !== undefined && gate.decision === undefined && gate.input === seen.phaseInput(phase);
  });
}
