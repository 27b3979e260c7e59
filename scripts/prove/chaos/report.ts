// The report of a campaign, and whether the pipeline's promises hold. Pure functions.

import { LEAST } from "./fault-rates.ts";
import { CRASH_POINTS, type CrashPoint } from "./journal.ts";
import type { Payments } from "./payments.ts";
import type { SuiteTally } from "./tally-file.ts";

export interface ChaosReport {
  sessions: number;
  seed: number;
  /** Whether the functions were those of `dist/`, which are only killed from outside and whose models do not fail. */
  built: boolean;
  seconds: number;
  finished: number;
  failed: number;
  /** Accepted sessions that are missing, or ended incomplete. */
  lost: number;
  /** Sessions that did not end, or did not come to rest. */
  stuck: number;
  doubleEffects: number;
  staleWrites: number;
  /** Failed sessions whose step had attempts left. */
  failedWithoutCause: number;
  deadLetters: number;
  /** Single calls; those in a vendor's batches are counted separately. */
  paidCalls: number;
  paidRepeats: number;
  repeatsAfter: Payments["repeatsAfter"];
  /** Claims interrupted between a paid call and its record. */
  cutOff: Payments["cutOff"];
  /** Pictures submitted in a vendor's batch, and batches that were neither fetched nor cancelled. */
  batches: number;
  batchesLeft: number;
  /** Wishes for finished books that were fulfilled, by kind; cancelled ones, and ones whose session failed. */
  edits: number;
  sheetRedraws: number;
  sceneRedraws: number;
  wishesCancelled: number;
  wishesFailed: number;
  /** Accepted wishes with another result, or without one. */
  lostWishes: number;
  /** Pictures, words and pages that a wish changed although it was not about them. */
  otherPictures: number;
  /** Panels with more paid edits than requested. */
  editsOverpaid: number;
  failedCalls: number;
  /** Crashes of workers. */
  crashes: number;
  crashesAt: Record<CrashPoint | "anywhere", number>;
  /** Crashes by SIGKILL. */
  kills: number;
  /** Kills of the suite. */
  suiteKills: number;
  suite: SuiteTally;
  /** Whether every finished book equals the one of its story and seed without faults. */
  booksEqual: boolean;
  booksDiffering: number;
  /** The first findings, as sentences. */
  findings: string[];
}

/** Broken promises as sentences; empty if all hold. */
export function brokenPromises(report: ChaosReport): string[] {
  const broken: string[] = [];
  const zero = {
    "sessions lost": report.lost,
    "sessions stuck": report.stuck,
    "double effects": report.doubleEffects,
    "stale writes": report.staleWrites,
    "batches left at their vendor": report.batchesLeft,
    "wishes lost": report.lostWishes,
    "pictures changed that no wish was about": report.otherPictures,
    "panels with more edits paid than asked for": report.editsOverpaid,
    "sessions failed without cause": report.failedWithoutCause,
    "paid repeats without cause": report.repeatsAfter.nothing,
  };
  for (const [what, count] of Object.entries(zero)) if (count > 0) broken.push(`${count} ${what}`);
  const crashes = crashesBeforeRecord(report);
  if (report.paidRepeats > crashes) {
    broken.push(
      `${report.paidRepeats} paid repeats, and ${crashes} crashes between a paid call and its record`,
    );
  }
  if (!report.booksEqual) broken.push(`${report.booksDiffering} books differ from those without faults`);
  if (report.finished + report.failed + report.stuck + report.lost < report.sessions) {
    broken.push("some sessions are in no count");
  }
  return [...broken, ...missingWishKinds(report), ...missingFaults(report)];
}

/** From this number of sessions on, every kind of wish must occur. */
const SOME_SESSIONS = 30;

/** Kinds of wishes that did not occur, so the campaign proves nothing about them. Built functions draw nothing that can be edited. */
function missingWishKinds({ sessions, built, edits, sheetRedraws, sceneRedraws }: ChaosReport): string[] {
  if (sessions < SOME_SESSIONS) return [];
  const made = {
    ...(!built && { "edits of pictures": edits }),
    "sheets drawn again": sheetRedraws,
    "scenes drawn again": sceneRedraws,
  };
  return Object.entries(made).flatMap(([what, count]) => (count === 0 ? [`there were no ${what}`] : []));
}

/** From this number of sessions on, chance does not explain a share below its minimum. */
const MANY_SESSIONS = 500;

/** Faults that were injected too rarely for the campaign to prove anything. */
function missingFaults({
  sessions,
  built,
  suite,
  crashes,
  kills,
  crashesAt,
  ...calls
}: ChaosReport): string[] {
  if (sessions < MANY_SESSIONS) return [];
  const { delivery, doubled, reordered, lapsed, commit, aborted } = suite;
  const brought = {
    "deliveries doubled": [doubled / (delivery - doubled), LEAST.doubled],
    "deliveries out of order": [reordered / delivery, LEAST.reordered],
    "deliveries past their deadline": [lapsed / delivery, LEAST.lapsed],
    "commits aborted": [aborted / commit, LEAST.aborted],
    "crashes for each session": [crashes / sessions, LEAST.crashesPerSession],
    "kills for each session": [kills / sessions, LEAST.killsPerSession],
    ...(!built && {
      "calls failed": [calls.failedCalls / (calls.failedCalls + calls.paidCalls), LEAST.failedCalls],
    }),
  } satisfies Record<string, [number, number]>;
  const few = Object.entries(brought).filter(([, [share = 0, least = 0]]) => !(share >= least));
  const spared = built ? [] : CRASH_POINTS.filter((point) => crashesAt[point] === 0);
  return [
    ...few.map(([what, [share = 0, least]]) => `only ${share.toFixed(3)} of ${least} ${what}`),
    ...spared.map((point) => `no worker died at the crash point "${point}"`),
  ];
}

/** Paid calls without a record because of a crash of their worker or of the suite. */
const crashesBeforeRecord = ({ cutOff }: ChaosReport) => cutOff.crash + cutOff.outage;

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const causes = ({ crash, outage, standstill }: Payments["cutOff"]) =>
  `${crash} by a crash of the worker, ${outage} by one of the suite, ${standstill} by a worker that stood still`;

export function chaosText(report: ChaosReport): string {
  const { suite, repeatsAfter, cutOff, crashesAt } = report;
  const points = [...CRASH_POINTS, "anywhere" as const].map((point) => `${point} ${crashesAt[point]}`);
  const broken = brokenPromises(report);
  return [
    `${report.sessions} sessions in ${report.seconds.toFixed(0)} s (${(report.seconds / report.sessions).toFixed(2)} s each), seed ${report.seed}: ${report.finished} finished, ${report.failed} failed`,
    `lost ${report.lost}, stuck ${report.stuck}, double effects ${report.doubleEffects}, stale writes ${report.staleWrites}, dead letters ${report.deadLetters}`,
    `every book equals the fault-free one: ${report.booksEqual ? "yes" : `no, ${report.booksDiffering} differ`}`,
    `${report.paidCalls} paid calls, ${report.paidRepeats} repeated: ${causes(repeatsAfter)}, ${repeatsAfter.nothing} without cause`,
    `  cut off between a paid call and its record: ${causes(cutOff)}`,
    `  paid repeats ÷ crashes between call and record: ${report.paidRepeats} / ${crashesBeforeRecord(report)}; ${report.failedCalls} further calls failed (${percent(report.failedCalls, report.failedCalls + report.paidCalls)})`,
    `${report.batches} pictures in batches, ${report.batchesLeft} batches left at their vendor`,
    `${report.edits} edits of pictures, ${report.sheetRedraws} sheets and ${report.sceneRedraws} scenes drawn again; ${report.wishesCancelled} cancelled, ${report.wishesFailed} failed, ${report.lostWishes} lost, ${report.otherPictures} other pictures changed, ${report.editsOverpaid} overpaid`,
    `${report.crashes} workers died, ${report.kills} by SIGKILL (${points.join(", ")}); the suite was killed ${report.suiteKills} times`,
    `${suite.delivery} deliveries: ${percent(suite.doubled, suite.delivery - suite.doubled)} doubled, ${percent(suite.reordered, suite.delivery)} out of order, ${percent(suite.lapsed, suite.delivery)} past their deadline; ${percent(suite.aborted, suite.commit)} of ${suite.commit} commits aborted`,
    ...report.findings.map((finding) => `  ${finding}`),
    broken.length === 0 ? "holds" : `BROKEN: ${broken.join("; ")}`,
  ].join("\n");
}
