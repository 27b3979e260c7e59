// One process of the simulated world: the auditor's knowledge about it, and how it dies or pauses. A dead process never receives the result
// of a call, as if its machine had been switched off.
import type { Chance } from "./chance.ts";
import type { Intent } from "./intents.ts";
import type { Version } from "./wanted.ts";

export type Role = "step" | "person" | "sweep" | "dead-letter";

/** The points at which a worker can be made to crash; `elsewhere` is any other call of a port. */
export const CRASH_POINTS = [
  "claimed",
  "paid",
  "stored",
  "recorded",
  "published",
  "answering",
  "elsewhere",
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Why a paid call may have to be made again: what happened to the claim that made it. */
export type Excuse = "crash" | "standstill" | "store" | "model" | "session";

export interface HeldClaim {
  step: string;
  input: string;
  release: number;
  fence: number;
  /** Results of the step that were taken before it: the same input may come back after another one. */
  era: number;
  /** Paid calls that have returned but are neither recorded nor stored in the memo yet. */
  unrecordedCalls: number;
  /** New answers that are remembered from it. */
  kept: number;
  excuse: Excuse | undefined;
  claimedAt: number;
}

export interface Worker {
  readonly id: number;
  readonly role: Role;
  isDead: boolean;
  /** Resolves when it dies. */
  readonly died: Promise<void>;
  stillUntil: number;
  /** How far its own clock is off. */
  readonly skewMs: number;
  claim: HeldClaim | undefined;
  /** The delay stated by the overloaded model of its step, if any. */
  namedMs: number | undefined;
  /** What it saw at its last read of the session, and when; each paid call uses up one read. */
  look: { state: "live" | "ended"; at: number; unused: number } | undefined;
  /** A port failed it at least once. */
  isTroubled: boolean;
  /** The highest `seq` that it committed, by session. */
  committed: Map<string, number>;
  /** The last output of its step, by hash, and the one that a model with constant answers would have caused. */
  made: { step: string; output: string; plain: string } | undefined;
  /** Calls that a model refused at a price, as `{fence}.{n}`. */
  refused: Set<string>;
  /** The intent of the user whose command it carries out. */
  intent: Intent | undefined;
  /** The book as it was when that command last looked. */
  saw: Version | undefined;
  /** The last release of each step that it committed, by session and step. Its message has to be published before the worker answers. */
  releases: Map<string, number>;
  die(): void;
}

export function newWorker(id: number, role: Role, chance: Chance): Worker {
  const { promise, resolve } = Promise.withResolvers<void>();
  const worker: Worker = {
    ...{ id, role, isDead: false, died: promise, stillUntil: 0 },
    skewMs: chance.between(-120_000, 120_000),
    ...{
      claim: undefined,
      namedMs: undefined,
      look: undefined,
      isTroubled: false,
      committed: new Map(),
      made: undefined,
      refused: new Set(),
      releases: new Map(),
    },
    ...{ intent: undefined, saw: undefined },
    die() {
      worker.isDead = true;
      excuse(worker, "crash");
      resolve();
    },
  };
  return worker;
}

/** The first fault is the cause to which a repeated call is attributed. */
export function excuse({ claim }: Worker, reason: Excuse): void {
  if (claim !== undefined) claim.excuse ??= reason;
}

export function never(): Promise<never> {
  return new Promise(() => {});
}
