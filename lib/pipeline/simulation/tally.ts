// Counters of simulated worlds, and the auditor's rules.
import { CRASH_POINTS, type CrashPoint, type Excuse } from "./worker.ts";

/** The rules, with the class of damage that a violation causes. */
export const RULES = {
  /** Recorded or decided more than once. */
  "recorded-twice": "double",
  "claimed-under-lease": "double",
  "claimed-again-after-exit": "double",
  "claimed-too-often": "double",
  "claimed-too-early": "double",
  "gate-decided-twice": "double",
  "call-repeated": "double",
  "ledger-row-twice": "double",
  "released-twice": "double",
  "started-twice": "double",
  "take-repeated": "double",
  overpaid: "double",
  "asked-again": "double",
  "references-changed": "double",
  "batch-paid-twice": "double",
  /** Written by a worker that has lost its right. */
  "stale-record": "stale",
  "stale-lease": "stale",
  "recorded-after-end": "stale",
  "fence-not-raised": "stale",
  "seq-not-raised": "stale",
  "state-resurrected": "stale",
  "shown-backwards": "stale",
  "old-revision-accepted": "stale",
  "refused-but-changed": "stale",
  /** A consequence is missing. */
  "answered-before-record": "lost",
  "answered-before-publish": "lost",
  "answered-before-shown": "lost",
  "published-before-record": "lost",
  "left-behind": "lost",
  "flight-lost": "lost",
  "session-lost": "lost",
  "shown-otherwise": "lost",
  "cost-lost": "lost",
  "budget-astray": "lost",
  "edit-lost": "lost",
  "version-lost": "lost",
  "gate-forgotten": "lost",
  "dead-letter-ignored": "lost",
  "batch-left": "lost",
  /** Something happened that should not. */
  "released-early": "wrong",
  "finished-early": "wrong",
  "slots-exceeded": "wrong",
  "painted-without-slot": "wrong",
  "looked-in-slot": "wrong",
  "called-after-end": "wrong",
  "called-without-look": "wrong",
  "called-on-lost-claim": "wrong",
  "continued-without-progress": "wrong",
  "cost-invented": "wrong",
  "answer-of-another": "wrong",
  "reference-of-another": "wrong",
  "mask-lost": "wrong",
  "final-astray": "wrong",
  "place-exceeded": "wrong",
  "failed-without-cause": "wrong",
  "book-differs": "wrong",
  "feedback-astray": "wrong",
  "input-astray": "wrong",
  "place-missed": "wrong",
  threw: "wrong",
  /** Liveness. */
  "session-stuck": "stuck",
  "flight-stuck": "stuck",
} as const satisfies Record<string, "double" | "stale" | "lost" | "wrong" | "stuck">;
export type Rule = keyof typeof RULES;

export interface Violation {
  rule: Rule;
  /** Description of the event. */
  detail: string;
  /** Virtual milliseconds since the start of the world. */
  atMs: number;
}

export interface Tally {
  deliveries: number;
  paidCalls: number;
  /** Claims whose time was up and that the next claim continued. */
  continued: number;
  /** Repeated calls, by what happened to the first claim. */
  repeats: Record<Excuse, number>;
  crashes: Record<CrashPoint, number>;
  /** Paid calls whose worker crashed before their answers were recorded or cached. */
  crashesAfterCall: number;
  standstills: number;
  faults: number;
  contentions: number;
  deadLetters: number;
  /** Faults of messages and of model calls. */
  troubles: Record<Trouble, number>;
  /** Commands by users, and resulting changes of the book. */
  sent: Record<Sent, number>;
  revisions: number;
  /** Commands that were refused. */
  refusals: number;
  /** Counters of situations that only some worlds have. */
  met: Record<Met, number>;
}

export const MET = [
  "shared",
  "short",
  "deadline",
  "place",
  "wavered",
  "batched",
  "found",
  "late",
  "repainted",
  "overdrawn",
  "mended",
  "queued",
] as const;
/**
 * Situations: an answer that another session of the owner had paid for; a call beyond the owner's daily budget; a session ended by its
 * deadline; a start at the limit of running sessions; a user who changed a book back and forth; a picture from a batch; a batch that was
 * looked up before it was submitted again, and existed; one that was ended because it was late; an edited region; a picture drawn as final
 * over its draft; one repaired after its check; a repair that had to wait for a slot.
 */
export type Met = (typeof MET)[number];

export const TROUBLES = [
  ...(["doubled", "delayed", "overtaken", "vanished"] as const),
  ...(["refused", "broken", "busy", "hanging"] as const),
] as const;
/** Faults of messages: duplicated, late, reordered, lost. Faults of calls: how the model failed. */
export type Trouble = (typeof TROUBLES)[number];

export const SENT = [
  "cancel",
  "retry",
  "decide",
  "patch",
  "text",
  "frames",
  "refit",
  "redraw",
  "repaint",
  "keep",
  "final",
  "params",
  "words",
  "restore",
] as const;
export type Sent = (typeof SENT)[number];

export function newTally(): Tally {
  return {
    ...{
      deliveries: 0,
      paidCalls: 0,
      continued: 0,
      crashesAfterCall: 0,
      standstills: 0,
      faults: 0,
      contentions: 0,
    },
    ...{ deadLetters: 0, revisions: 0, refusals: 0 },
    met: {
      shared: 0,
      short: 0,
      deadline: 0,
      place: 0,
      wavered: 0,
      batched: 0,
      found: 0,
      late: 0,
      repainted: 0,
      overdrawn: 0,
      mended: 0,
      queued: 0,
    },
    troubles: {
      ...{ doubled: 0, delayed: 0, overtaken: 0, vanished: 0 },
      ...{ refused: 0, broken: 0, busy: 0, hanging: 0 },
    },
    sent: {
      cancel: 0,
      retry: 0,
      decide: 0,
      patch: 0,
      text: 0,
      frames: 0,
      refit: 0,
      redraw: 0,
      repaint: 0,
      keep: 0,
      final: 0,
      params: 0,
      words: 0,
      restore: 0,
    },
    repeats: { crash: 0, standstill: 0, store: 0, model: 0, session: 0 },
    crashes: { claimed: 0, paid: 0, stored: 0, recorded: 0, published: 0, answering: 0, elsewhere: 0 },
  };
}

/** Adds another world's counters. */
export function addTally(sum: Tally, { repeats, crashes, sent, troubles, met, ...counts }: Tally): void {
  sum.deliveries += counts.deliveries;
  sum.paidCalls += counts.paidCalls;
  sum.continued += counts.continued;
  sum.crashesAfterCall += counts.crashesAfterCall;
  sum.standstills += counts.standstills;
  sum.faults += counts.faults;
  sum.contentions += counts.contentions;
  sum.deadLetters += counts.deadLetters;
  sum.revisions += counts.revisions;
  sum.refusals += counts.refusals;
  for (const trouble of TROUBLES) sum.troubles[trouble] += troubles[trouble];
  for (const kind of SENT) sum.sent[kind] += sent[kind];
  for (const kind of MET) sum.met[kind] += met[kind];
  for (const point of CRASH_POINTS) sum.crashes[point] += crashes[point];
  for (const reason of EXCUSES) sum.repeats[reason] += repeats[reason];
}

export const EXCUSES = ["crash", "standstill", "store", "model", "session"] as const satisfies Excuse[];
