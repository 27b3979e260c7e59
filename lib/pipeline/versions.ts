// The versions of a book: their list, the differences of two, and the return to one.
import { LetteringPageSchema } from "../manga/lettering.ts";
import type { Rendition } from "../manga/rendition.ts";
import { bookView } from "./book-view.ts";
import { type Difference, differences } from "./differences.ts";
import { loadOutput } from "./load-output.ts";
import { pageThen, withPresentSteps } from "./page-places.ts";
import { currentVersion, versionsOf } from "./plan-revision.ts";
import type { Schedule, Version } from "./schedule.ts";
import type { Services } from "./services.ts";
import { loadSnapshot, type Snapshot, snapshotOf, standingOutputs } from "./snapshots.ts";
import { EditRefusedError } from "./step-editor.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";
import { ImageViewSchema, RenditionsViewSchema, StoryboardViewSchema } from "./views.ts";

type Ports = Pick<Services, "blobs">;

/** A version in the list. */
export type ListedVersion = Omit<Version, "snapshot" | "complete" | "order"> & {
  complete: boolean;
  current: boolean;
};

/** Oldest first; the last one is the session's present state. */
export function listVersions(schedule: Schedule): ListedVersion[] {
  const now = { complete: schedule.state.status === "completed" };
  const last = currentVersion(schedule);
  const versions = withPresentSteps(versionsOf(schedule), schedule);
  return versions.map(({ snapshot: _snapshot, once: _once, order: _order, ...version }) => ({
    ...version,
    complete: (version.number === last ? now : version).complete ?? false,
    current: version.number === last,
  }));
}

/** Throws `EditRefusedError` when that version is not kept. */
export async function loadVersion(ports: Ports, schedule: Schedule, number: number): Promise<Snapshot> {
  if (number === currentVersion(schedule)) return snapshotOf(schedule);
  const version = versionsOf(schedule).find((one) => one.number === number);
  if (version?.snapshot === undefined) {
    throw new EditRefusedError("not-found", "", `there is no version ${number}`);
  }
  return loadSnapshot(ports, schedule.sessionId, version.snapshot);
}

export interface Comparison {
  differences: Difference[];
  /** Number of differences that are not listed. */
  more: number;
}

/** The number of differences that one comparison lists. */
const MOST = 500;

/**
 * Where two versions differ, in the order of the phases. Plans and texts are compared part by part
 * (`storyboard/p002/panels/0/words/texts/0/text`), pictures and bound files by their hashes.
 */
export async function compareVersions(
  ports: Ports,
  schedule: Schedule,
  { a, b }: { a: number; b: number },
): Promise<Comparison> {
  const [old, now] = await Promise.all([loadVersion(ports, schedule, a), loadVersion(ports, schedule, b)]);
  const found = differences(shownParams(old), shownParams(now), "params");
  const [before, after] = [standingOutputs(old), standingOutputs(now)];
  for (const step of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(step), after.get(step)];
    if (was === is) continue;
    if (was !== undefined && is !== undefined && isData(step)) {
      const ref = parseStepId(step);
      const load = (hash: string) => loadJson(ports.blobs, schedule.sessionId, hash);
      const read = (then: Snapshot, hash: string) =>
        ref.of === "gate" ? load(hash) : loadOutput(load, then, { ref, hash });
      found.push(...differences(await read(old, was), await read(now, is), step));
    } else {
      found.push({
        path: step,
        ...(was !== undefined && { old: was }),
        ...(is !== undefined && { new: is }),
      });
    }
  }
  return { differences: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
}

/** Without the parameter that only says when the files are bound. */
function shownParams({ params: { filesOnDemand: _when, ...params } }: Snapshot): unknown {
  return params;
}

/** Whether a step's output is plans and texts that people read, not pictures, glyphs or files. */
function isData(step: string): boolean {
  const ref = parseStepId(step);
  return ref.of === "book" ? ref.phase !== "finish" : ref.phase === "storyboard";
}

const ComposedSchema = LetteringPageSchema.pick({ image: true, renditions: true });

/** The stored images of a page, as far as the version had them. */
export interface VersionPage {
  image: string | undefined;
  /** The WebP renditions of that image; undefined where it was lettered before there were renditions, or they were not made. */
  renditions: Rendition[] | undefined;
  /** `takes`: the pictures from which a panel's was chosen, in order. */
  panels: { id: string; image: string | undefined; takes: readonly string[] }[];
}

/**
 * `page`: by its present number, whichever it had in that version. Throws `EditRefusedError` when that version is not kept, or has no such
 * page.
 */
export async function pageOfVersion(
  ports: Ports,
  schedule: Schedule,
  { version, page: now }: { version: number; page: number },
): Promise<VersionPage> {
  const { sessionId } = schedule;
  const then = await loadVersion(ports, schedule, version);
  const page = pageThen(now, schedule, then);
  const view = bookView(ports, { ...then, sessionId });
  const board = StoryboardViewSchema.parse(await view.output({ phase: "storyboard", of: "page", page }));
  const has = (ref: WorkRef) => view.standing.some((one) => nodeOf(one).id === nodeOf(ref).id);
  const panels = board.panels.map(async ({ id, frame }) => {
    const ref = { phase: "artwork", of: "panel", page, panel: frame.drawn?.of ?? id } as const;
    const art = has(ref) ? ImageViewSchema.parse(await view.output(ref)) : undefined;
    return { id, image: art?.image, takes: art?.takes ?? [] };
  });
  const lettering = { phase: "lettering", of: "page", page } as const;
  const composed = has(lettering) ? ComposedSchema.parse(await view.output(lettering)) : undefined;
  const apart = { phase: "lettering", of: "renditions", page } as const;
  const { renditions } = has(apart) ? RenditionsViewSchema.parse(await view.output(apart)) : (composed ?? {});
  return { image: composed?.image, renditions, panels: await Promise.all(panels) };
}
