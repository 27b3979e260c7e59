// The properties of a seed's world: the book's shape and limits, the users' behaviour, and the rates of faults.
import { DEFAULT_TIMINGS, type Limits } from "../settings.ts";
import { PHASES, type PhaseName } from "../step-id.ts";
import type { Chance } from "./chance.ts";

export interface BookPlan {
  characters: readonly string[];
  pages: number;
  /** Number of panels on every page. */
  panels: number;
  /** Whether the second page's first panel shares its picture with the third page. */
  hasSpread: boolean;
  /** Whether the artist takes reference pictures: then style, places, and people in each outfit have sheets. */
  hasSheets: boolean;
  /** Whether a step makes each page's renditions; if not, the lettering does, as in earlier books. */
  hasRenditions: boolean;
  /** Whether a step makes the cover; if not, `finish` does, as in earlier sessions. */
  hasCover: boolean;
}

/** Probabilities for each call, message or observation. */
export interface Rates {
  /** A worker dies at a named point. */
  crash: number;
  /** A worker dies at any other port call. */
  stray: number;
  /** A port call fails; half of these after it took effect. */
  down: number;
  /** A transaction meets contention and is retried. */
  contention: number;
  /** A worker pauses for up to two minutes. */
  standstill: number;
  /** A message is duplicated. */
  duplicate: number;
  /** A message is delayed by up to two minutes, sometimes beyond its acknowledgement deadline. */
  delay: number;
  /** A message is never delivered. */
  vanish: number;
  /** A message becomes a dead letter. */
  deadLetter: number;
  /** Failures of a paid call. */
  refused: number;
  broken: number;
  busy: number;
  hanging: number;
  /** Actions of a user at each observation. */
  cancel: number;
  revise: number;
  /** The user answers a gate at another revision than the one they saw. */
  mistake: number;
  retry: number;
  /** The user decides a gate instead of letting it time out. */
  decide: number;
}

/** More than any session spends. */
export const AMPLE_MICROS = 1_000_000_000;

/** Time after which a batch counts as late, instead of a day. */
export const LATE_BATCH_MS = 40 * 60_000;
const BATCHED_DEADLINE_MS = 60 * 60_000;

/** Maximum concurrent calls of a step. */
export const MOST_AT_ONCE = 4;

export interface Weather {
  /** All sessions make this book with the same questions. */
  book: BookPlan;
  /** Owners of the sessions, one each. */
  owners: readonly string[];
  /** Sessions of an owner that may run at once; undefined for any number. */
  mostRunning: number | undefined;
  /** Daily budget of an owner's sessions, in micro-dollars. */
  dayMicros: number;
  /** The model's answers differ each time. */
  isFickle: boolean;
  /** After fault injection stops, models have no room: unfinished sessions end by their deadline. */
  isExhausted: boolean;
  deadlineMs: number;
  limits: Limits;
  review: PhaseName[];
  reviewTimeoutMinutes: number;
  rates: Rates;
  /** Duration of fault injection and of users' actions. */
  stormMs: number;
  /** Duration of the slowest kind of step. */
  slowMs: number;
  /** Number of the plot's questions, up to `MOST_AT_ONCE` concurrently. */
  questions: number;
  /** Number of these that take minutes. */
  slowAnswers: number;
  /** The plot ends with its first failure; otherwise it asks all that it can before it fails. */
  isHasty: boolean;
  /** Pictures are ordered in a vendor's batches. */
  isBatched: boolean;
  /** Each picture is checked, and some are repaired. */
  hasLooks: boolean;
}

/** Each fault is absent in some worlds and frequent in others, so that faults occur alone as well as combined. */
export function weatherOf(chance: Chance): Weather {
  const rate = (often: number) => chance.pick([0, 0, 0.2, 0.5, 1]) * often;
  const isExhausted = chance.happens(0.08);
  const isBatched = chance.happens(0.25);
  // Shorter than a book's batches take in sequence, to test that the time in batches does not count for the deadline.
  const deadlineMs = isBatched ? BATCHED_DEADLINE_MS : DEFAULT_TIMINGS.sessionDeadlineMs;
  return {
    owners: chance.happens(0.6)
      ? ["ann"]
      : chance.pick([
          ["ann", "ann"],
          ["ann", "ben"],
          ["ann", "ben", "ann"],
        ]),
    mostRunning: chance.happens(0.5) ? undefined : chance.between(1, 2),
    dayMicros: chance.happens(0.1) ? chance.between(8_000, 40_000) : AMPLE_MICROS,
    isFickle: chance.happens(0.4),
    isExhausted,
    deadlineMs: isExhausted ? chance.between(5, 20) * 60_000 : deadlineMs,
    book: {
      characters: ["c1", "c2", "c3"].slice(0, chance.between(1, 3)),
      pages: chance.between(1, 3),
      panels: chance.between(1, 3),
      hasSpread: chance.happens(0.5),
      hasSheets: chance.happens(0.4),
      hasRenditions: chance.happens(0.6),
      hasCover: chance.happens(0.6),
    },
    limits: { images: chance.between(1, 5), others: chance.between(1, 4) },
    review: chance.happens(0.5) ? PHASES.filter(() => chance.happens(0.3)) : [],
    reviewTimeoutMinutes: chance.between(1, 4),
    rates: {
      crash: rate(0.06),
      stray: rate(0.01),
      down: rate(0.03),
      contention: rate(0.1),
      standstill: rate(0.01),
      duplicate: rate(0.4),
      delay: rate(0.1),
      vanish: rate(0.05),
      deadLetter: rate(0.01),
      refused: rate(0.01),
      broken: rate(0.2),
      busy: rate(0.15),
      hanging: rate(0.02),
      cancel: rate(0.03),
      revise: rate(0.4),
      mistake: rate(0.4),
      retry: chance.pick([0.2, 0.9]),
      decide: rate(0.8),
    },
    stormMs: chance.between(30, 900) * 1_000,
    slowMs: chance.pick([2_000, 10_000, 50_000]),
    questions: chance.pick([1, 4, 20]),
    slowAnswers: chance.pick([0, 0.2, 0.8]),
    isHasty: chance.happens(0.5),
    isBatched,
    hasLooks: chance.happens(0.4),
  };
}
