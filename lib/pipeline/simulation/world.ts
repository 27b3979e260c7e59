// The shared state of a simulated world: its random numbers, its faults, its time, its true stores, and its auditors; and the state of each
// of its books.

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

/** A model's answer. Each has its own id, so that a stored one can be distinguished from a repeated one. */
interface Answer {
  /** Whose session paid for it. */
  ownerId: string;
  sessionId: string;
  /** The question in words; equal for equal questions of all sessions. */
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
  /** Changes of a part of a picture, by session, step and take: the user's request in words, and the picture's other inputs. */
  repaints: Map<string, { wish: string; madeOf: string }>;
  /** The permitted ways to draw pictures of which another take was wanted, in words, by session, step and take. */
  drawnAs: Map<string, Set<string>>;
  /** The vendor of batches. */
  vendor: Vendor;
  /** Whose each session is that has not ended. */
  live: Map<string, string>;
  /** The last release of each step whose message was published, by any worker; keys: session and step. */
  published: Map<string, number>;
  reference: ReferenceBook;
  tally: Tally;
  violations: Violation[];
  /** Whether things may still go wrong. */
  isStormy(): boolean;
  /** Records an event if somebody follows the log. */
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
  /** Steps in flight without their slot, because their picture is being checked or waits for a repair. */
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

/** Continues when the worker may: not during a pause, and never when it is dead. */
export async function whenResumed({ clock }: World, worker: Worker): Promise<void> {
  while (!worker.isDead && worker.stillUntil > clock.now()) {
    await clock.sleep(worker.stillUntil - clock.now());
  }
  if (worker.isDead) await never();
}
