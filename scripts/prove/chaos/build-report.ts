// Computes a campaign's report from the commits, the journal, crashes, outages and books.
import type { Audit } from "./audit.ts";
import type { Fleet } from "./fleet.ts";
import type { Death } from "./instance.ts";
import { CRASH_POINTS, IN_BATCH, type PaidCall, readJournal } from "./journal.ts";
import { judgeWishes, sumOfWishes } from "./judge-wishes.ts";
import { batchesTwice, judgePayments } from "./payments.ts";
import type { ChaosReport } from "./report.ts";
import { type Done, describeState, hasEnded, isAtRest } from "./sessions.ts";
import type { Outage } from "./suite-keeper.ts";
import { readTally } from "./tally-file.ts";

/** An accepted session and its book. */
export interface AcceptedSession {
  sessionId: string;
  /** Hash of its book, or why it cannot be read; undefined if the session is not complete. */
  book: string | undefined;
  /** Hash of the same story's book without faults. */
  wanted: string | undefined;
  /** What its user changed in the finished book. */
  wished: Done;
}

interface Seen {
  count: number;
  seed: number;
  seconds: number;
  reckoned: readonly AcceptedSession[];
  audit: Audit;
  files: { journal: string; tally: string };
  /** Given if the functions keep no journal: then calls are counted from the ledger. */
  handed: Fleet["handed"] | undefined;
  deaths: readonly Death[];
  outages: readonly Outage[];
  /** Names of batches that are still at the vendor. */
  leftBatches: readonly string[];
}

/** Number of claims after which a step fails its session. */
const MAX_ATTEMPTS = 5;
const SHOWN_FINDINGS = 20;
const HASH = /^[0-9a-f]{64}$/;

export function buildReport(seen: Seen): ChaosReport {
  const { count, seed, seconds, reckoned, audit, files, handed, deaths, outages, leftBatches } = seen;
  const own = new Set(reckoned.map(({ sessionId }) => sessionId));
  const journal = readJournal(files.journal).filter(({ sessionId }) => own.has(sessionId));
  const calls =
    handed === undefined
      ? journal.filter((line) => line.kind === "paid")
      : bookedCalls(audit, handed).filter(({ sessionId }) => own.has(sessionId));
  const inBatches = calls.filter(({ model }) => model.endsWith(IN_BATCH));
  // Calls in batches are judged separately: a crash is no cause for a second batch.
  const single = calls.filter((call) => !inBatches.includes(call));
  const { lapses, taken } = audit;
  const payments = judgePayments({ calls: single, deaths, outages, lapses, taken });
  const findings = audit.findings.map(({ rule, sessionId, detail }) => `${rule}: ${sessionId}: ${detail}`);

  const twice = batchesTwice(inBatches);
  findings.push(...twice.map((what) => `a batch paid twice: ${what}`));
  findings.push(...leftBatches.map((name) => `a batch left at its vendor: ${name}`));
  const edits = handed === undefined ? calls.filter(({ isEdit }) => isEdit) : undefined;
  const wishes = sumOfWishes(
    reckoned.map(({ sessionId, wished }) =>
      judgeWishes({
        ...{ sessionId, ...wished, versions: audit.versions(sessionId) },
        takesDiffer: handed === undefined,
        edits: edits?.filter((call) => call.sessionId === sessionId),
      }),
    ),
  );
  const brokenBy = (rule: (typeof wishes.findings)[number]["rule"]) =>
    wishes.findings.filter((one) => one.rule === rule).length;
  findings.push(...wishes.findings.map(({ rule, sessionId, detail }) => `${rule}: ${sessionId}: ${detail}`));
  const sum = {
    finished: 0,
    failed: 0,
    lost: count - reckoned.length,
    stuck: 0,
    failedWithoutCause: 0,
    booksDiffering: 0,
  };
  for (const session of reckoned) {
    const { verdict, detail } = judgeSession(session, audit);
    sum[verdict] += 1;
    if (verdict !== "finished") findings.push(`${verdict}: ${session.sessionId}: ${detail}`);
    if (verdict === "failed" && !hasCause(session.sessionId, audit)) sum.failedWithoutCause += 1;
    if (verdict === "finished" && session.book !== session.wanted) {
      sum.booksDiffering += 1;
      findings.push(`book differs: ${session.sessionId}`);
    }
  }

  const crashesAt = Object.fromEntries([...CRASH_POINTS, "anywhere"].map((point) => [point, 0]));
  for (const { order } of deaths) if (order) crashesAt[order.point] = (crashesAt[order.point] ?? 0) + 1;
  return {
    ...{ sessions: count, seed, seconds, built: handed !== undefined },
    ...sum,
    doubleEffects: audit.findings.filter(({ rule }) => rule === "double-effect").length + twice.length,
    staleWrites: audit.findings.filter(({ rule }) => rule === "stale-write").length,
    deadLetters: audit.deadLetters(),
    ...payments,
    batches: inBatches.length,
    batchesLeft: leftBatches.length,
    ...{ edits: wishes.made.edit, sheetRedraws: wishes.made.sheet, sceneRedraws: wishes.made.scene },
    ...{ wishesCancelled: wishes.cancelled, wishesFailed: wishes.failed },
    lostWishes: brokenBy("lost-wish"),
    otherPictures: brokenBy("other-picture"),
    editsOverpaid: brokenBy("edit-overpaid"),
    failedCalls: journal.filter(({ kind }) => kind === "call-failed").length,
    crashes: deaths.length,
    crashesAt: crashesAt as ChaosReport["crashesAt"],
    kills: deaths.filter(({ signal }) => signal === "SIGKILL").length,
    suiteKills: outages.length,
    suite: readTally(files.tally),
    booksEqual: sum.booksDiffering === 0 && sum.finished > 0,
    findings: findings.slice(0, SHOWN_FINDINGS),
  };
}

/** Rows of the ledger as calls of the instance that handled their step. Equal calls are distinguished by release and number. */
function bookedCalls(audit: Audit, handed: Fleet["handed"]): PaidCall[] {
  return audit.booked().map(({ sessionId, step, fence, n, model, at }) => {
    const holder = handed.findLast(
      (one) => one.sessionId === sessionId && one.step === step && one.from <= at && at <= one.to,
    );
    const instance = holder?.instance ?? "";
    const call = `${audit.releaseOf(sessionId, { step, fence })} ${n}`;
    return { kind: "paid", at, instance, sessionId, step, fence, call, model };
  });
}

function judgeSession(
  { sessionId, book }: AcceptedSession,
  audit: Audit,
): { verdict: "finished" | "failed" | "lost" | "stuck"; detail: string } {
  const schedule = audit.schedule(sessionId);
  if (schedule === undefined) return { verdict: "lost", detail: "there is no such session" };
  const { state, seq } = schedule;
  if (!hasEnded(audit, sessionId)) return { verdict: "stuck", detail: describeState(audit, sessionId) };
  if (!isAtRest(audit, sessionId)) return { verdict: "stuck", detail: "it ended and did not come to rest" };
  const shown = audit.shown(sessionId);
  if (shown?.status !== state.status || shown.seq < seq) {
    return {
      verdict: "lost",
      detail: `it is ${state.status} at ${seq}; people see ${shown?.status} at ${shown?.seq}`,
    };
  }
  if (state.status === "failed") {
    return { verdict: "failed", detail: `${state.reason?.code}: ${state.reason?.message}` };
  }
  if (book === undefined || !HASH.test(book)) return { verdict: "lost", detail: book ?? "it has no book" };
  return { verdict: "finished", detail: "" };
}

/** Whether the step that failed the session used all its attempts. */
function hasCause(sessionId: string, audit: Audit): boolean {
  const step = audit.schedule(sessionId)?.state.reason?.step;
  return step !== undefined && audit.attempts(sessionId, step) >= MAX_ATTEMPTS;
}
