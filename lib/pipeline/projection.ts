// Client documents from a schedule and its steps' views. Pure.
import type * as z from "zod";
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";
import { ExportFormatSchema } from "../manga/export-formats.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { contentHash } from "./canonical-json.ts";
import type { ClientPage, ClientPhase, ClientPhaseProgress, ClientSession } from "./client-documents.ts";
import { exportState, finishedBook } from "./export-asks.ts";
import { openGates, survey } from "./graph.ts";
import { resultKindOf } from "./load-output.ts";
import { currentVersion } from "./plan-revision.ts";
import { lastShape, type Progress, progress } from "./progress.ts";
import { isLive, type Schedule } from "./schedule.ts";
import { PHASES, type PhaseName, pageId, previewName } from "./step-id.ts";
import { hasOwnArt, knownSteps, nodeOf, sheetsOfPhase, shownArt, type WorkRef } from "./step-kinds.ts";
import type { StepRecord } from "./step-record.ts";
import {
  BookViewSchema,
  ImageViewSchema,
  LetteringViewSchema,
  RenditionsViewSchema,
  StoryboardViewSchema,
} from "./views.ts";

export type Records = ReadonlyMap<string, StepRecord>;

const iso = (ms: number) => new Date(ms).toISOString();

/** `finish` is the last step's record; the document of a session whose book was bound reads it. */
export function clientSession(schedule: Schedule, finish: StepRecord | undefined): ClientSession {
  const { state } = schedule;
  const reached = progress(schedule);
  const ofPhase = (phase: PhaseName) => phaseProgress(schedule, reached, phase);
  return {
    schemaVersion: 1,
    sessionId: schedule.sessionId,
    ownerId: schedule.ownerId,
    title: schedule.about?.title ?? schedule.title,
    status: state.status,
    epoch: schedule.epoch,
    seq: schedule.seq,
    version: currentVersion(schedule),
    params: clientParams(schedule.params),
    createdAt: iso(schedule.createdAt),
    updatedAt: iso(schedule.updatedAt),
    endedAt: isLive(state) || !("endedAt" in state) ? undefined : iso(state.endedAt),
    phases: {
      concept: ofPhase("concept"),
      characters: ofPhase("characters"),
      plot: ofPhase("plot"),
      storyboard: ofPhase("storyboard"),
      artwork: ofPhase("artwork"),
      lettering: ofPhase("lettering"),
      finish: ofPhase("finish"),
    },
    pages: reached.pages,
    panels: reached.panels,
    currentPhase: isLive(state) ? PHASES.find((phase) => !reached.phases[phase].complete) : undefined,
    waiting: waiting(schedule),
    error: state.status === "failed" ? state.reason : undefined,
    costMicros: schedule.costMicros,
    ...aboutBook(schedule),
    exports: exportStates(schedule),
    ...(schedule.results.finish && coverOf(finish)),
    result: state.status === "completed" ? result(schedule, finish) : undefined,
  };
}

function clientParams(params: Schedule["params"]): ClientSession["params"] {
  const {
    storyHash: _story,
    given: _given,
    portraits: _own,
    budgetMicros: _most,
    expected: _cost,
    ...shown
  } = params;
  return shown;
}

function phaseProgress(schedule: Schedule, reached: Progress, phase: PhaseName): ClientPhaseProgress {
  const { total, done, inFlight, complete } = reached.phases[phase];
  const times = schedule.times[phase];
  const endedAt = complete ? times?.endedAt : undefined;
  const hasFailed =
    schedule.state.status === "failed" && schedule.state.reason.step?.split("/")[0] === phase && !complete;
  const isRunning = isLive(schedule.state) && (inFlight > 0 || done > 0);
  return {
    state: complete ? "done" : hasFailed ? "failed" : isRunning ? "running" : "waiting",
    done,
    total,
    steps: done,
    startedAt: times && iso(times.startedAt),
    endedAt: endedAt === undefined ? undefined : iso(endedAt),
    ms: times === undefined || endedAt === undefined ? undefined : endedAt - times.startedAt,
  };
}

function waiting(schedule: Schedule): ClientSession["waiting"] {
  const phase = openGates(schedule)[0];
  const gate = phase && schedule.gates[phase];
  return phase && gate && { phase, revision: gate.revision, endsAt: iso(gate.endsAt) };
}

const CoveredSchema = FinishedBookSchema.pick({ cover: true, coverRenditions: true });

function coverOf(finish: StepRecord | undefined): Pick<ClientSession, "cover" | "coverRenditions"> {
  const { cover, coverRenditions } = CoveredSchema.safeParse(bound(finish)).data ?? {};
  return { cover, coverRenditions };
}

/** The result of the last phase when it was last done. */
const bound = (finish: StepRecord | undefined) => BookViewSchema.safeParse(finish?.view).data?.output;

function result(schedule: Schedule, finish: StepRecord | undefined): ClientSession["result"] {
  const hash = schedule.results.finish?.output;
  if (hash === undefined) return undefined;
  const output = bound(finish);
  return { ...(typeof output === "object" ? output : {}), hash };
}

function aboutBook({ about }: Schedule): Pick<ClientSession, "visibility"> & Partial<ClientSession> {
  if (about === undefined) return { visibility: "private" };
  const { description, tags, visibility, shareToken, findable, publishedAt, withdrawn } = about;
  return {
    ...{ description, tags, visibility, findable },
    shareKey: shareToken === undefined ? undefined : contentHash(shareToken),
    shareToken: visibility === "public" ? shareToken : undefined,
    publishedAt: publishedAt === undefined ? undefined : iso(publishedAt),
    withdrawn: withdrawn && { at: iso(withdrawn.at) },
  };
}

function exportStates(schedule: Schedule): ClientSession["exports"] {
  if (finishedBook(schedule) === undefined) return undefined;
  const states: NonNullable<ClientSession["exports"]> = {};
  for (const format of ExportFormatSchema.options) {
    const found = exportState(schedule, format);
    if (found.state === "absent") continue;
    const error = found.state === "failed" ? found.error : undefined;
    states[format] = { state: found.state, error: error && { code: error.code, message: error.message } };
  }
  return states;
}

/** Steps whose records the session's document reads. */
export function stepsOfSession({ results }: Schedule): string[] {
  return results.finish === undefined ? [] : ["finish"];
}

/** Steps whose records a phase's document reads. A step without a result shows nothing. */
export function stepsOfPhaseDocument(schedule: Schedule, phase: PhaseName): string[] {
  return shownIn(schedule, phase).filter((step) => schedule.results[step] !== undefined);
}

function shownIn(schedule: Schedule, phase: PhaseName): string[] {
  switch (phase) {
    case "concept":
    case "plot":
    case "finish":
      return [phase];
    case "characters":
      return knownSteps(phase, lastShape(schedule)).map(({ id }) => id);
    case "artwork":
      // Panels are in the documents of their pages.
      return sheetsOfPhase(phase, lastShape(schedule)).map(({ id }) => id);
    case "storyboard":
    case "lettering":
      return [];
  }
}

export function clientPhase(schedule: Schedule, phase: PhaseName, records: Records): ClientPhase {
  const { state, done, total } = phaseProgress(schedule, progress(schedule), phase);
  const gate = schedule.gates[phase];
  const previews: Record<string, string> = {};
  for (const [step, { view }] of records) {
    const image = ImageViewSchema.safeParse(view).data?.image;
    if (image !== undefined) previews[previewName(step)] = image;
  }
  return {
    schemaVersion: 2,
    phase,
    seq: schedule.seq,
    state,
    done,
    total,
    hash: schedule.results[phase]?.output,
    output: raisedOutput(phase, BookViewSchema.safeParse(records.get(phase)?.view).data?.output),
    previews,
    gate: gate && {
      revision: gate.revision,
      openedAt: iso(gate.openedAt),
      endsAt: iso(gate.endsAt),
      decision: gate.decision && { ...gate.decision, at: iso(gate.decision.at) },
      past: gate.past?.map((decision) => ({ ...decision, at: iso(decision.at) })),
    },
  };
}

/** A view may be of a result that was stored in an earlier form. */
function raisedOutput(phase: PhaseName, output: unknown): unknown {
  const kind = resultKindOf({ phase, of: "book" });
  return kind === undefined ? output : upgradeResult(kind, output);
}

/** Steps whose records a page's document reads. A step without a result shows nothing. */
export function stepsOfPage(schedule: Schedule, page: number): string[] {
  const id = pageId(page);
  const panels = lastShape(schedule).panels(page) ?? [];
  const artwork = panels.filter(hasOwnArt).map((panel) => `artwork/${id}/${panel.id}`);
  const steps = [`storyboard/${id}`, ...artwork, `lettering/${id}`, `lettering/${id}/renditions`];
  return steps.filter((step) => schedule.results[step] !== undefined);
}

export function clientPage(schedule: Schedule, page: number, records: Records): ClientPage {
  const id = pageId(page);
  const seen = survey(schedule);
  const isDone = (ref: WorkRef) => seen.resultOf(nodeOf(ref)) !== undefined;
  const storyboard = StoryboardViewSchema.safeParse(records.get(`storyboard/${id}`)?.view).data;
  const lettering = LetteringViewSchema.safeParse(records.get(`lettering/${id}`)?.view).data;
  const framed = lettering?.panels ?? storyboard?.panels;
  const panels = (lastShape(schedule).panels(page) ?? []).map((panel) => {
    const art = shownArt(page, panel);
    const step = art.id;
    const picture = storyboard?.panels.find(({ id }) => id === panel.id)?.picture;
    const view = ImageViewSchema.safeParse(records.get(step)?.view).data;
    const chosen = seen.editOf(art) ?? seen.choiceOf(art);
    return {
      id: panel.id,
      state: isDone(art.ref) ? "done" : schedule.inFlight[step] === undefined ? "waiting" : "running",
      frame: framed?.find(({ id }) => id === panel.id)?.frame,
      people: picture?.figures,
      guessed: picture?.guessed,
      image: view?.image,
      artwork: schedule.results[step]?.output,
      ...(chosen &&
        view?.takes && { choice: { take: chosen.take, pick: chosen.pick ?? 1, images: view.takes } }),
    } satisfies ClientPage["panels"][number];
  });
  return {
    schemaVersion: 2,
    number: page,
    seq: schedule.seq,
    state: pageState(page, panels, isDone),
    panels,
    preview: storyboard?.preview,
    storyboard: schedule.results[`storyboard/${id}`]?.output,
    image: lettering?.image,
    widthPx: lettering?.widthPx,
    heightPx: lettering?.heightPx,
    ...renditionsOf(schedule, records, { id, lettering }),
    lettering: schedule.results[`lettering/${id}`]?.output,
    texts: lettering?.texts ?? [],
  };
}

/** A page that was lettered before its renditions had a step has them with its lettering. */
function renditionsOf(
  schedule: Schedule,
  records: Records,
  { id, lettering }: { id: string; lettering: z.infer<typeof LetteringViewSchema> | undefined },
): Pick<ClientPage, "renditions" | "rendering"> {
  if (schedule.results[`lettering/${id}`]?.renditionsApart !== true) {
    return { renditions: lettering?.renditions };
  }
  const apart = RenditionsViewSchema.safeParse(records.get(`lettering/${id}/renditions`)?.view).data;
  const isOfImage = apart !== undefined && apart.image === lettering?.image;
  return { renditions: apart?.renditions, ...(!isOfImage && { rendering: true }) };
}

function pageState(
  page: number,
  panels: ClientPage["panels"],
  isDone: (ref: WorkRef) => boolean,
): ClientPage["state"] {
  if (isDone({ phase: "lettering", of: "page", page })) return "done";
  if (!isDone({ phase: "storyboard", of: "page", page })) return "storyboard";
  return panels.every(({ state }) => state === "done") ? "lettering" : "artwork";
}
