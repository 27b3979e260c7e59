// What everybody in a simulated world shares: its chance, its weather, its time, its true stores, and who watches.

import type { MemoStore } from "../memo.ts";
import type { MemoryLedger } from "../memory-ledger.ts";
import type { MemoryProjector } from "../memory-projector.ts";
import type { memoryDeadLetters } from "../memory-stores.ts";
import type { Services } from "../services.ts";
import type { VirtualClock } from "../virtual-clock.ts";
import type { Chance } from "./chance.ts";
import type { ReferenceBook } from "./reference-book.ts";
import type { Rule, Tally, Violation } from "./tally.ts";
import type { Wishes } from "./wanted.ts";
import type { Weather } from "./weather.ts";
import { type CrashPoint, type HeldClaim, never, newWorker, type Role, type Worker } from "./worker.ts";

/** The stores as they are, without failures. */
export interface TrueServices extends Services {
  projector: MemoryProjector;
  deadLetters: ReturnType<typeof memoryDeadLetters>;
  ledger: MemoryLedger;
}

/** How many images a change should cost, and the steps released since that paid for one. */
interface Bill {
  images: number;
  since: number;
  drawn: Set<string>;
}

export interface World {
  chance: Chance;
  weather: Weather;
  clock: VirtualClock;
  startedAt: number;
  stores: TrueServices;
  /** What models answered, as it lasts. */
  memos: MemoStore;
  reference: ReferenceBook;
  wishes: Wishes;
  /** A change of a finished book whose price is known, until the book is finished again. */
  bill: Bill | undefined;
  /** The last claim of each step. */
  claims: Map<string, Pick<HeldClaim, "release" | "fence">>;
  tally: Tally;
  violations: Violation[];
  /** Whether things may still go wrong. */
  isStormy(): boolean;
  /** Notes what happens, when somebody reads along. */
  note(line: () => string): void;
  workers: number;
}

export function violate(world: World, rule: Rule, detail: string): void {
  const atMs = world.clock.now() - world.startedAt;
  world.violations.push({ rule, detail, atMs });
  world.note(() => `!! ${rule}: ${detail}`);
}

export function hire(world: World, role: Role): Worker {
  world.workers += 1;
  return newWorker(world.workers, role, world.chance);
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
export async function whenAble({ clock }: World, worker: Worker): Promise<void> {
  while (!worker.isDead && worker.stillUntil > clock.now()) {
    await clock.sleep(worker.stillUntil - clock.now());
  }
  if (worker.isDead) await never();
}
