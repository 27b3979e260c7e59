// What kind of world a seed makes: the book's shape and limits, how patient people are, and how often what goes wrong.
import { DEFAULT_TIMINGS, type Limits } from "../settings.ts";
import { PHASES, type PhaseName } from "../step-id.ts";
import type { Chance } from "./chance.ts";

export interface BookPlan {
  characters: readonly string[];
  pages: number;
  /** On every page. */
  panels: number;
  /** The second page shares its first panel's picture with the third. */
  hasSpread: boolean;
  /** The artist looks at pictures: the style, places, and people in each outfit have sheets. */
  hasSheets: boolean;
  /** A step of its own makes each page's renditions; else the lettering has made them, as in books of before. */
  hasRenditions: boolean;
}

/** Probabilities, each of one call, message or look. */
export interface Rates {
  /** A worker dies at one of the named points. */
  crash: number;
  /** A worker dies at any other call of a port. */
  stray: number;
  /** A port call fails; half of these after it took effect. */
  down: number;
  /** A transaction meets contention and is tried again. */
  contention: number;
  /** A worker stands still for up to two minutes. */
  standstill: number;
  /** A message comes twice. */
  duplicate: number;
  /** A message is late by up to two minutes, sometimes by more than its acknowledgement deadline. */
  delay: number;
  /** A message is never delivered. */
  vanish: number;
  /** A message goes to the dead letters. */
  deadLetter: number;
  /** How a paid call fails. */
  refused: number;
  broken: number;
  busy: number;
  hanging: number;
  /** What a person does when they look. */
  cancel: number;
  revise: number;
  /** They answer a gate at another revision than the one that they saw. */
  mistake: number;
  retry: number;
  /** A person decides a gate, rather than letting its time run out. */
  decide: number;
}

/** More than any session spends. */
export const AMPLE_MICROS = 1_000_000_000;

/** In which a batch counts as late, in place of a day. */
export const LATE_BATCH_MS = 40 * 60_000;
const BATCHED_DEADLINE_MS = 60 * 60_000;

/** Calls of one step that are under way at once. */
export const MOST_AT_ONCE = 4;

export interface Weather {
  /** All sessions make this book, and ask the same of models. */
  book: BookPlan;
  /** Whose sessions there are, one each. */
  owners: readonly string[];
  /** Sessions of an owner that may run at once; undefined for any number. */
  mostRunning: number | undefined;
  /** What an owner's sessions may be given together, in micro-dollars. */
  dayMicros: number;
  /** A model gives something else each time that it is asked. */
  isFickle: boolean;
  /** Once the storm is over, models have no room any more: what is not finished by then ends by its deadline. */
  isExhausted: boolean;
  deadlineMs: number;
  limits: Limits;
  review: PhaseName[];
  reviewTimeoutMinutes: number;
  rates: Rates;
  /** After this long nothing goes wrong any more, and nobody interferes. */
  stormMs: number;
  /** How long the slowest kind of step takes. */
  slowMs: number;
  /** The plot asks so many, up to `MOST_AT_ONCE` at a time. */
  questions: number;
  /** Of these, how many take minutes. */
  slowAnswers: number;
  /** The plot ends with its first failure; else it asks all that it can before it fails. */
  isHasty: boolean;
  /** Pictures are ordered in a vendor's batches. */
  isBatched: boolean;
  /** Each picture is looked at, and some are mended for it. */
  hasLooks: boolean;
}

/** Each trouble is absent in some worlds and frequent in others, so that every few meet alone as well as together. */
export function weatherOf(chance: Chance): Weather {
  const rate = (often: number) => chance.pick([0, 0, 0.2, 0.5, 1]) * often;
  const isExhausted = chance.happens(0.08);
  const isBatched = chance.happens(0.25);
  // Less than the batches of a book take one after another: it must stand still while they run.
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
