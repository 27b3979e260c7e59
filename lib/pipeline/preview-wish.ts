// Computes what a wish or an edit would change, and what would be made again for it. Changes and stores nothing.
import type { BlobStore } from "./blob-store.ts";
import { bookView } from "./book-view.ts";
import { canonicalJson, contentHash } from "./canonical-json.ts";
import { type ChangedResult, type ChangeItem, describeChange, takeId } from "./describe-change.ts";
import { pastReviews, type Survey, survey } from "./graph.ts";
import { type Edit, planEdit } from "./plan-edit.ts";
import { type FramesChange, planFrames, planRefit } from "./plan-frames.ts";
import { type LetteringChange, planLettering } from "./plan-lettering.ts";
import { type PanelRef, planRedraw } from "./plan-page-change.ts";
import { type OrderChange, planPages } from "./plan-pages.ts";
import { type BookChange, currentVersion, passedGates, withChange } from "./plan-revision.ts";
import { planWish } from "./plan-wish.ts";
import type { Wish } from "./reviser.ts";
import type { RevisionServices } from "./revisions.ts";
import type { Schedule } from "./schedule.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import { type KindName, knownSteps, type Node, stepsOfPhase } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

export interface WishPreview {
  /** The version for which the preview holds. */
  version: number;
  /** Names the change exactly: a confirmation with it makes this change or none. */
  hash: string;
  changes: ChangeItem[];
  /** Number of results of each kind that are made again; kinds without any are absent. */
  again: Partial<Record<KindName, number>>;
  /** Phases that were reviewed and are reviewed again, because the change makes another result of them. */
  reviews: PhaseName[];
}

type Ports = Pick<RevisionServices, "blobs" | "editor" | "reviser">;

/** Throws what `planWish` throws. */
export const previewWish = (ports: Ports, schedule: Schedule, wish: Wish): Promise<WishPreview> =>
  previewChange(ports, schedule, (unstored) => planWish(unstored, schedule, wish));

/** Throws what `planFrames` throws. */
export const previewFrames = (ports: Ports, schedule: Schedule, frames: FramesChange): Promise<WishPreview> =>
  previewChange(ports, schedule, (unstored) => planFrames(unstored, schedule, frames));

/** Throws what `planLettering` throws. */
export const previewLetterEdits = (
  ports: Ports,
  schedule: Schedule,
  lettering: LetteringChange,
): Promise<WishPreview> =>
  previewChange(ports, schedule, (unstored) => planLettering(unstored, schedule, lettering));
/** Throws what `planPages` throws. */
export const previewPages = (ports: Ports, schedule: Schedule, order: OrderChange): Promise<WishPreview> =>
  previewChange(ports, schedule, (unstored) => planPages(unstored, schedule, order));

/** Throws what `planRefit` throws. */
export async function previewRefit(
  ports: Ports,
  schedule: Schedule,
  panels?: readonly PanelRef[],
): Promise<WishPreview> {
  let steps: readonly string[] = [];
  const preview = await previewChange(ports, schedule, async (unstored) => {
    const change = await planRefit(unstored, schedule, panels);
    steps = change.pointedAt ?? [];
    return change;
  });
  return { ...preview, changes: steps.map(drawnAgain) };
}

/** A panel drawn again, as so many pictures to choose from. Throws what `planRedraw` throws. */
export async function previewRedraw(
  ports: Ports,
  schedule: Schedule,
  { takes = 1, ...at }: PanelRef & { takes?: number | undefined },
): Promise<WishPreview> {
  const preview = await previewChange(ports, schedule, (unstored) => planRedraw(unstored, schedule, at));
  const { artwork = 0, ...others } = preview.again;
  return artwork === 0 ? preview : { ...preview, again: { ...others, artwork: artwork + takes - 1 } };
}

/** Throws what `planEdit` throws. */
export const previewEdit = (ports: Ports, schedule: Schedule, edit: Edit): Promise<WishPreview> =>
  previewChange(ports, schedule, (unstored) => planEdit(unstored, schedule, edit));

async function previewChange(
  services: Ports,
  schedule: Schedule,
  planChange: (ports: Ports) => Promise<BookChange>,
): Promise<WishPreview> {
  const blobs = withoutStoring(services.blobs);
  const change = await planChange({ ...services, blobs });
  const after = withChange(schedule, change, { by: schedule.ownerId, at: schedule.createdAt });
  const results = await changedResults(blobs, pastReviews(schedule), change);
  const now = survey(pastReviews(after));
  const params = { before: schedule.params, after: after.params };
  return {
    version: currentVersion(schedule),
    hash: hashOfChange(change),
    changes: [...describeChange(params, results), ...(change.takes ?? []).map(drawnAgain)],
    again: countAgain(survey(pastReviews(schedule)), now),
    reviews: [...passedGates(schedule)].filter(
      (phase) => after.gates[phase]?.input !== now.reviewInput(phase),
    ),
  };
}

/** Hash of all that a change does: two plans with the same hash make the same book from the same version. */
export function hashOfChange({ results = [], params, takes = [], letterStyles }: BookChange): string {
  const edits = results.map(({ node, base, result }) => ({ step: node.id, base, output: result.output }));
  return contentHash(canonicalJson({ edits, params: params ?? {}, takes: [...takes], letterStyles }));
}

/** Reads the store; writes are kept in memory only. */
export function withoutStoring(blobs: BlobStore): BlobStore {
  const put = new Map<string, Uint8Array>();
  return {
    async put(_sessionId, bytes) {
      const hash = contentHash(bytes);
      put.set(hash, bytes);
      return hash;
    },
    putStream() {
      throw new RangeError("a plan of a wish stores no streams");
    },
    async get(sessionId, hash) {
      return put.get(hash) ?? blobs.get(sessionId, hash);
    },
    getStream: (sessionId, hash) => blobs.getStream(sessionId, hash),
  };
}

async function changedResults(
  blobs: BlobStore,
  schedule: Schedule,
  { results = [] }: BookChange,
): Promise<ChangedResult[]> {
  const book = bookView({ blobs }, schedule);
  const changed = results.filter(({ base, result }) => base !== result.output);
  return Promise.all(
    changed.map(async ({ node: { ref }, result }) => ({
      phase: ref.phase,
      before: await book.output(ref),
      after: await loadJson(blobs, schedule.sessionId, result.output),
    })),
  );
}

function drawnAgain(step: string): ChangeItem {
  const ref = parseStepId(step);
  const at = ref.of === "panel" ? { page: ref.page, panel: ref.panel } : {};
  return { id: takeId(step), what: "draw-again", ...at, separable: true };
}

/**
 * Results that would no longer be valid, and those that the change adds. The output of a step that runs again is not known, so results that
 * depend on it count as made again. What is no longer in the book is not made again.
 */
function countAgain(before: Survey, after: Survey): WishPreview["again"] {
  const steps = (seen: Survey) => PHASES.flatMap((phase) => knownSteps(phase, seen.shape));
  const known = new Map(steps(before).map((node) => [node.id, node]));
  const made = [...known.values()].filter((node) => before.resultOf(node) !== undefined);
  const added = steps(after).filter(({ id }) => !known.has(id));
  const again: WishPreview["again"] = {};
  for (const node of [...made, ...added]) {
    if (isGone(node, after)) continue;
    if (after.resultOf(node) === undefined) again[node.kind] = (again[node.kind] ?? 0) + 1;
  }
  return again;
}

/** Whether the step is one of a phase whose steps are all known, and not among them. */
function isGone({ id, kind, ref }: Node, { shape }: Survey): boolean {
  if (kind !== "portrait" && kind !== "artwork") return false;
  const { nodes, complete } = stepsOfPhase(ref.phase, shape);
  return complete && !nodes.some((one) => one.id === id);
}
