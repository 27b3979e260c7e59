// Compares wishes for finished books with their results: each is in one version with the requested pictures or a stated end, all other
// pictures are unchanged, and only requested pictures are paid. Pure functions.
import type { VersionWritten } from "./audit.ts";
import type { PaidCall } from "./journal.ts";
import { WISHES, type Wish, type WishKind } from "./wishes.ts";
import type { WrittenResult, WrittenSchedule } from "./written.ts";

/** An accepted wish. */
export interface Granted {
  wish: Wish;
  /** The version in the answer. */
  version: number;
  /** Hashes of an edit's pictures, and of the picture it is based on; undefined if it did not finish. */
  pictures?: { of: string; made: readonly string[] } | undefined;
}

export interface WishEvidence {
  sessionId: string;
  granted: readonly Granted[];
  /** Numbers of the versions made by restores. */
  restored: readonly number[];
  versions: ReadonlyMap<number, VersionWritten>;
  /** Whether all takes of a picture differ: some artists may draw the same for two seeds. */
  takesDiffer: boolean;
  /** The session's calls that edited an area; undefined if they cannot be distinguished. */
  edits: readonly PaidCall[] | undefined;
}

export interface WishFinding {
  rule: "lost-wish" | "other-picture" | "edit-overpaid";
  sessionId: string;
  detail: string;
}

export interface JudgedWishes {
  findings: WishFinding[];
  /** Number of fulfilled wishes, by kind. */
  made: Record<WishKind, number>;
  /** Number of wishes whose session was cancelled or failed, and says so. */
  cancelled: number;
  failed: number;
}

export const noWishes = (): JudgedWishes => ({
  findings: [],
  made: { edit: 0, sheet: 0, scene: 0 },
  cancelled: 0,
  failed: 0,
});

export function judgeWishes(evidence: WishEvidence): JudgedWishes {
  const { sessionId, granted, restored, versions, takesDiffer, edits } = evidence;
  const judged = noWishes();
  const find = (rule: WishFinding["rule"], detail: string) => {
    judged.findings.push({ rule, sessionId, detail });
  };
  for (const one of granted) {
    const { wish, version } = one;
    const [before, now] = [versions.get(version - 1)?.left, versions.get(version)];
    const what = `${nameOf(wish)}, version ${version}`;
    if (before === undefined || now === undefined) {
      find("lost-wish", `${what}, was accepted and never written`);
      continue;
    }
    const steps = stepsOf(wish, before);
    const unasked = steps.filter((step) => now.begun.takes[step] !== version);
    if (unasked.length > 0) find("lost-wish", `${what}: nobody was asked for ${unasked.join(", ")}`);
    for (const step of unexpectedChanges(before, now.left, mayChange(wish, before))) {
      find("other-picture", `${what}, changed ${step}`);
    }
    const { status } = now.left.state;
    if (status === "cancelled") judged.cancelled += 1;
    else if (status === "failed") judged.failed += 1;
    else {
      const lack =
        status === "completed"
          ? missingFromVersion(one, { steps, before, after: now.left, takesDiffer })
          : `is ${status}`;
      if (lack === undefined) judged.made[wish.kind] += 1;
      else find("lost-wish", `${what}: ${lack}`);
    }
  }
  const wanted = [...granted.map(({ version }) => version), ...restored];
  const others = [...versions.keys()].filter((version) => version > 1 && !wanted.includes(version));
  if (others.length > 0) find("lost-wish", `nobody wished for version ${others.join(", ")}`);
  if (new Set(wanted).size < wanted.length)
    find("lost-wish", "two wishes were answered with the same version");
  if (edits !== undefined) {
    for (const detail of overpaid(granted, edits)) find("edit-overpaid", detail);
  }
  return judged;
}

/** Sums of fulfilled wishes of several sessions, by kind. */
export function sumOfWishes(all: readonly JudgedWishes[]): JudgedWishes {
  const sum = noWishes();
  for (const { findings, made, cancelled, failed } of all) {
    sum.findings.push(...findings);
    for (const kind of WISHES) sum.made[kind] += made[kind];
    sum.cancelled += cancelled;
    sum.failed += failed;
  }
  return sum;
}

function nameOf(wish: Wish): string {
  if (wish.kind === "sheet") return `the sheet ${wish.step} drawn again`;
  return `${wish.kind === "edit" ? "an edit" : "the scene"} of ${panelStep(wish)}`;
}

const pageId = (page: number) => `p${String(page).padStart(3, "0")}`;
export const panelStep = ({ page, panel }: { page: number; panel: string }): string =>
  `artwork/${pageId(page)}/${panel}`;

type Panel = NonNullable<WrittenResult["panels"]>[number] & { step: string };

function panelsOf({ results }: WrittenSchedule): Panel[] {
  return Object.entries(results).flatMap(([step, { panels = [] }]) =>
    panels.map((panel) => ({ ...panel, step: `${step.replace("storyboard", "artwork")}/${panel.id}` })),
  );
}

/** The pictures that a wish is about. */
function stepsOf(wish: Wish, before: WrittenSchedule): string[] {
  if (wish.kind === "sheet") return [wish.step];
  const step = panelStep(wish);
  if (wish.kind === "edit") return [step];
  const panels = panelsOf(before);
  const scene = panels.find((panel) => panel.step === step)?.scene;
  return panels.filter((panel) => panel.scene === scene).map((panel) => panel.step);
}

/** The steps whose results a wish may change: its pictures, pictures of people with a new sheet, their pages and renditions, the cover, the book. */
function mayChange(wish: Wish, before: WrittenSchedule): ReadonlySet<string> {
  const panels = panelsOf(before);
  const steps = stepsOf(wish, before);
  const [, person, outfit] =
    wish.kind === "sheet" ? (/^characters\/(c\d+)(\.o\d+)?$/.exec(wish.step) ?? []) : [];
  const shown = panels.filter(({ characters, outfits = [] }) => {
    if (person === undefined || !characters.includes(person)) return false;
    return outfit === undefined || outfits.includes(`${person}${outfit}`);
  });
  const outfits = Object.keys(before.results).filter(
    (step) => person !== undefined && outfit === undefined && step.startsWith(`characters/${person}.`),
  );
  const pictures = new Set([...steps, ...outfits, ...shown.map(({ step }) => step)]);
  const pages = panels
    .filter(({ step }) => pictures.has(step))
    .flatMap(({ step, crosses }) => {
      const page = Number(/p(\d+)/.exec(step)?.[1]);
      return [page, ...(crosses ? [page + 1] : [])];
    });
  const lettered = pages.map((page) => `lettering/${pageId(page)}`);
  const renditions = lettered.map((step) => `${step}/renditions`);
  return new Set([...pictures, ...lettered, ...renditions, "lettering/cover", "finish"]);
}

/** Steps whose output changed but should not have. Outputs are content-addressed, and refer to pictures by hash. */
function unexpectedChanges(
  before: WrittenSchedule,
  after: WrittenSchedule,
  may: ReadonlySet<string>,
): string[] {
  const steps = new Set([...Object.keys(before.results), ...Object.keys(after.results)]);
  return [...steps].filter(
    (step) => !may.has(step) && before.results[step]?.output !== after.results[step]?.output,
  );
}

/** What a finished version lacks of its wish; undefined: nothing. */
function missingFromVersion(
  { wish, pictures }: Granted,
  {
    steps,
    before,
    after,
    takesDiffer,
  }: { steps: readonly string[]; before: WrittenSchedule; after: WrittenSchedule; takesDiffer: boolean },
): string | undefined {
  const [old, now] = [before.results, after.results];
  const same = steps.filter((step) => old[step]?.input === now[step]?.input);
  if (same.length > 0) return `${same.join(", ")} was not made again`;
  const equal = steps.filter((step) => old[step]?.output === now[step]?.output);
  if (takesDiffer && equal.length > 0) return `${equal.join(", ")} is the picture of before`;
  if (wish.kind !== "edit") return undefined;
  if (pictures === undefined) return "its pictures are not there";
  const { of, made } = pictures;
  if (made.length !== wish.takes) return `${made.length} pictures of ${wish.takes}`;
  return new Set([of, ...made]).size < made.length + 1 ? "two of its pictures are the same" : undefined;
}

/** Edits of a picture that were paid more often than requested, except repeats, which `payments.ts` judges. */
function overpaid(granted: readonly Granted[], edits: readonly PaidCall[]): string[] {
  return [...Map.groupBy(edits, ({ step }) => step)].flatMap(([step, calls]) => {
    const paid = new Set(calls.map(({ call }) => call)).size;
    const asked = granted.reduce(
      (sum, { wish }) => sum + (wish.kind === "edit" && panelStep(wish) === step ? wish.takes : 0),
      0,
    );
    return paid > asked ? [`${paid} edits of ${step} were paid, and ${asked} asked for`] : [];
  });
}
