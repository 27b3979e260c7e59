// What everybody in a simulated world shares: its chance, its weather, its time, its true stores, and who watches; and what
// belongs to one of its books.

import type { MemoStore } from "../memo.ts";
import type { MemoryLedger } from "../memory-ledger.ts";
import type { memoryDeadLetters } from "../memory-stores.ts";
import type { Services } from "../services.ts";
import type { VirtualClock } from "../virtual-clock.ts";
import type { Chance } from "./chance.ts";
import type { ReferenceBook } from "./reference-book.ts";
import type { Rule, Tally, Violation } from "./tally.ts";
import type { Vendor } from "./vendor.ts";
import type { Wishes } from "./wanted.ts";
import type { Weather } from "./weather.ts";
import { type CrashPoint, type HeldClaim, never, newWorker, type Role, type Worker } from "./worker.ts";
import type { WorldStores } from "./world-stores.ts";

/** The stores as they are, without failures. */
export interface TrueServices extends Services, WorldStores {
  deadLetters: ReturnType<typeof memoryDeadLetters>;
  ledger: MemoryLedger;
}

/** How many images a change should cost, and the steps released since that paid for one. */
interface Bill {
  images: number;
  since: number;
  drawn: Set<string>;
}

/** What a model answered. Each has an id of its own, so that one that is remembered is told from one that is made again. */
interface Answer {
  /** Whose session paid for it. */
  ownerId: string;
  sessionId: string;
  /** What was asked, in words; equal for equal questions of all sessions. */
  question: string;
}

export interface World {
  chance: Chance;
  weather: Weather;
  clock: VirtualClock;
  startedAt: number;
  stores: TrueServices;
  /** What models answered, as it lasts. */
  memos: MemoStore;
  /** By their ids. */
  answers: Map<string, Answer>;
  /** Since when an answer to a question is remembered, by owner and question. */
  remembered: Map<string, number>;
  /** The pictures that went along with a step's question, by all that the step was made of. */
  sent: Map<string, string>;
  /**
   * Changes of a part of a picture, by session, step and take: what the person sent, in words, and what the picture is made of besides.
   */
  repaints: Map<string, { wish: string; madeOf: string }>;
  /** How pictures that somebody wanted another take of may be drawn, in words, by session, step and take. */
  drawnAs: Map<string, Set<string>>;
  /** Whoever makes pictures in batches. */
  vendor: Vendor;
  /** Whose each session is that has not ended. */
  live: Map<string, string>;
  reference: ReferenceBook;
  tally: Tally;
  violations: Violation[];
  /** Whether things may still go wrong. */
  isStormy(): boolean;
  /** Notes what happens, when somebody reads along. */
  note(line: () => string): void;
  /** Gives each worker its number. */
  nextWorker(): number;
}

/** One session of the world with all that is known of it apart from the stores. */
export interface BookWorld extends World {
  ownerId: string;
  /** The idempotency key of its start. */
  key: string;
  /** The session, once it is started; more than one is a violation. */
  sessionIds: Set<string>;
  wishes: Wishes;
  /** A change of a finished book whose price is known, until the book is finished again. */
  bill: Bill | undefined;
  /** The last claim of each step. */
  claims: Map<string, Pick<HeldClaim, "release" | "fence">>;
  /** Steps in flight without their slot, because a picture of theirs is looked at or waits to be mended. */
  slotless: Set<string>;
}

export function violate(world: World, rule: Rule, detail: string): void {
  const atMs = world.clock.now() - world.startedAt;
  world.violations.push({ rule, detail, atMs });
  world.note(() => `!! ${rule}: ${detail}`);
}

export function startWorker(world: World, role: Role): Worker {
  return newWorker(world.nextWorker(), role, world.chance);
}

export function nameOf({ role, id }: Worker): string {
  return `${role}-${id}`;
}

export function crash(world: World, worker: Worker, point: CrashPoint): void {
  if (worker.isDead) return;
  world.tally.crashes[point] += 1;
  world.tally.crashesAfterCall += worker.claim?.unrecordedCalls ?? 0;
  world.note(() => `${nameOf(worker)} dies (${point})`);
  worker.die();
}

/** Goes on when the worker may: not while it stands still, and never when it is dead. */
export async function whenResumed({ clock }: World, worker: Worker): Promise<void> {
  while (!worker.isDead && worker.stillUntil > clock.now()) {
    await clock.sleep(worker.stillUntil - clock.now());
  }
  if (worker.isDead) await never();
}
