// Runs one seed: a world with one to three sessions of one or two users, from start to end, audited. The same seed gives the same world,
// call by call.

import { commitTurns } from "../commit-turn.ts";
import { BusyError } from "../errors.ts";
import { createRunner } from "../handle.ts";
import { createMemo } from "../memo.ts";
import { memoryLedger } from "../memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "../memory-memo.ts";
import { memoryBlobs, memoryDeadLetters } from "../memory-stores.ts";
import { isLive, type SessionStatus, SHARDS } from "../schedule.ts";
import type { Services } from "../services.ts";
import { createSessionCommands } from "../session.ts";
import { DEFAULT_TIMINGS } from "../settings.ts";
import { type SweepFailure, sweep } from "../sweep.ts";
import { virtualClock } from "../virtual-clock.ts";
import { openWatches } from "../watches.ts";
import { auditBudgets } from "./audit-budgets.ts";
import { createAuditor } from "./auditor.ts";
import { type Broker, openBroker, type Subscriber } from "./broker.ts";
import { seededChance } from "./chance.ts";
import { type Book, bookOf, watchBooks } from "./every-book.ts";
import { faultyMemos, faultyServices } from "./faults.ts";
import { newPerson, type Person } from "./people.ts";
import type { BugHooks, PlantedBug } from "./plant-bug.ts";
import { SIMULATED_PHASES, simulatedPay } from "./provider.ts";
import { referenceBook } from "./reference-book.ts";
import { newTally, type Tally, type Violation } from "./tally.ts";
import { openVendor, simulatedBatches } from "./vendor.ts";
import { openWishes } from "./wanted.ts";
import { AMPLE_MICROS, LATE_BATCH_MS, weatherOf } from "./weather.ts";
import type { Worker } from "./worker.ts";
import { type BookWorld, nameOf, startWorker, violate, type World } from "./world.ts";
import { memoryWorldStores, type WorldPlace } from "./world-stores.ts";

const SWEEP_MS = 60_000;
/** Virtual time, besides gates, within which a session must end after fault injection has stopped. */
const PATIENCE_MS = 45 * 60_000;
/** Maximum number of clock steps; a normal world ends after some thousands. */
const MOST_TICKS = 100_000;
/** A style, a person, their outfit, an anchor, its scene; and the same again after a change. */
const MOST_BATCHES_IN_A_ROW = 10;
const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);

export interface SimulationOptions {
  bug?: PlantedBug | undefined;
  /** Collects a line for every event. */
  trace?: string[] | undefined;
  /** Default: in memory. */
  place?: WorldPlace | undefined;
}

const IN_MEMORY: WorldPlace = {
  startMs: Date.UTC(2026, 3, 1, 9),
  prefix: "",
  stores: memoryWorldStores,
};

export interface Simulated {
  seed: number;
  /** End of the first session; undefined if there is none. */
  status: SessionStatus | undefined;
  /** Ends of the other sessions. */
  others: (SessionStatus | undefined)[];
  /** Virtual time of the whole world. */
  virtualMs: number;
  tally: Tally;
  violations: Violation[];
}

/** Never throws: an exception is a violation. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<Simulated> {
  const world = newWorld(seed, options);
  const cast = populate(world, options);
  await run(world, cast);
  const { books } = cast;
  for (const { auditor } of books) if (world.violations.length === 0) await auditor.close();
  if (world.violations.length === 0) await auditBudgets(world);
  const [status, ...others] = await Promise.all(books.map((book) => statusOf(world, book)));
  return {
    ...{ seed, status, others },
    virtualMs: world.clock.now() - world.startedAt,
    ...{ tally: world.tally, violations: world.violations },
  };
}

async function statusOf({ stores }: World, { world }: Book): Promise<SessionStatus | undefined> {
  const [sessionId] = world.sessionIds;
  return sessionId === undefined ? undefined : (await stores.schedules.read(sessionId))?.state.status;
}

function newWorld(seed: number, { trace, place = IN_MEMORY }: SimulationOptions): World {
  const { startMs, prefix } = place;
  const chance = seededChance(seed);
  const weather = weatherOf(chance);
  const clock = virtualClock(startMs);
  const { limits, dayMicros, deadlineMs: sessionDeadlineMs } = weather;
  let [ids, workers] = [0, 0];
  const stores: World["stores"] = {
    ...place.stores(clock),
    ...{ clock, blobs: memoryBlobs(), deadLetters: memoryDeadLetters() },
    ledger: memoryLedger(clock.now, { sessionMicros: AMPLE_MICROS, dayMicros }),
    publisher: { publish: async () => {} },
    random: chance.next,
    newId: () => `${prefix}s${++ids}`,
    settings: { limits, timings: { ...DEFAULT_TIMINGS, sessionDeadlineMs, batchMs: LATE_BATCH_MS } },
    // Half of the worlds simulate one machine, where a cancellation or an edit wakes running steps and steps that end together take turns;
    // the others simulate the cloud.
    ...(seed % 2 === 0 && { watches: openWatches(), turns: commitTurns(clock) }),
  };
  const vendor = openVendor({ chance, clock });
  return {
    ...{ chance, weather, clock, stores, vendor, memos: memoryMemoStore(), startedAt: startMs },
    ...{
      answers: new Map(),
      remembered: new Map(),
      sent: new Map(),
      repaints: new Map(),
      drawnAs: new Map(),
      live: new Map(),
      published: new Map(),
      reference: referenceBook(weather.book),
    },
    ...{ tally: newTally(), violations: [], nextWorker: () => ++workers },
    isStormy: () => clock.now() < startMs + weather.stormMs,
    note(line) {
      trace?.push(`${((clock.now() - startMs) / 1_000).toFixed(3).padStart(9)} s  ${line()}`);
    },
  };
}

/** A session, its auditor and its owner. */
interface OwnBook extends Book {
  person: Person;
}

interface Cast {
  books: readonly OwnBook[];
  broker: Broker;
  /** Background work that has not ended. */
  background: Set<Promise<void>>;
}

function populate(world: World, { bug, place = IN_MEMORY }: SimulationOptions): Cast {
  const { prefix } = place;
  const books: OwnBook[] = [];
  const background = new Set<Promise<void>>();
  const spawn = (work: Promise<void>) => {
    const watched: Promise<void> = work
      .catch((error: unknown) => violateThrown(world, error))
      .finally(() => background.delete(watched));
    background.add(watched);
  };
  const hooks: BugHooks | undefined = bug?.plant(world);

  function serve(worker: Worker): Services {
    const services = {
      ...faultyServices(world, worker, watchBooks(world, books, worker)),
      ...(world.weather.isBatched && { batches: simulatedBatches(world, worker) }),
    };
    return hooks?.wrapServices?.(services, worker) ?? services;
  }

  const ownerOf = ({ sessionId }: { sessionId: string }) => {
    const book = bookOf(books, sessionId);
    if (book === undefined) throw new RangeError(`there is no session ${sessionId}`);
    return book;
  };

  const subscriber: Subscriber = {
    async handle(worker, message) {
      const { world: own, auditor } = ownerOf(message);
      const pay = simulatedPay(world, worker, auditor.ledger);
      const services = serve(worker);
      const honest = createMemo({
        ...{ memory: memoryMemoCache(world.clock.now), redis: undefined, blobs: services.blobs },
        ...{ store: faultyMemos(world, worker, auditor.watchMemos(worker)), seal: OPEN_SEAL },
      });
      const memo = hooks?.wrapMemo?.(honest) ?? honest;
      const runner = createRunner({
        ...{ ...services, phases: SIMULATED_PHASES, tools: { world: own, worker }, pay, memo },
        view: () => ({}),
      });
      const handled = runner.handle(message);
      if (hooks?.answersEarly !== true) return (await handled) === "ack";
      spawn(handled.then(() => {}));
      return true;
    },
    acknowledged: (worker, message, delivery) =>
      ownerOf(message).auditor.acknowledged(worker, message, delivery),
    deadLetterRecorded: (letter) => ownerOf(letter.message).auditor.deadLetterRecorded(letter),
    async recordDeadLetter(worker, letter) {
      try {
        await createSessionCommands(serve(worker)).deadLetter({ ...letter, attributes: {} });
        return true;
      } catch (error) {
        if (error instanceof BusyError) return false;
        throw error;
      }
    },
  };
  const broker = openBroker(world, () => subscriber, spawn);
  world.stores.publisher = broker;

  for (const [index, ownerId] of world.weather.owners.entries()) {
    const own: BookWorld = {
      ...{ ...world, ownerId, key: `${prefix}k${index + 1}`, sessionIds: new Set<string>() },
      ...{ wishes: openWishes(world.weather, world.reference), bill: undefined, claims: new Map() },
      slotless: new Set<string>(),
    };
    const auditor = createAuditor(own);
    const { answered, refused } = auditor;
    const person = newPerson(own, { serve, answered, refused, background: spawn });
    books.push({ world: own, auditor, person });
  }

  async function sweepOnce(): Promise<void> {
    if (hooks?.neverSweeps === true) return;
    const worker = startWorker(world, "sweep");
    const onSweepFailure = ({ error }: SweepFailure) => {
      if (!(error instanceof BusyError)) violateThrown(world, error);
      else world.note(() => `${nameOf(worker)} gives up on one: ${error.message}`);
    };
    const swept = async () => {
      await sweep(ALL_SHARDS, world.clock.now(), { ...serve(worker), onSweepFailure });
      await books[0]?.auditor.answered(worker);
    };
    await Promise.race([swept(), worker.died]);
  }

  /** Continues as long as the clock is advanced. */
  async function sweepEachMinute(): Promise<never> {
    for (;;) {
      await world.clock.sleep(SWEEP_MS);
      spawn(sweepOnce());
    }
  }

  for (const { person } of books) spawn(person.live());
  void sweepEachMinute();
  return { books, broker, background };
}

function violateThrown(world: World, error: unknown): void {
  violate(world, "threw", error instanceof Error ? `${error.stack}` : String(error));
}

/** Advances time until no work is left, a violation occurs, or the time limit is reached. */
async function run(world: World, cast: Cast): Promise<void> {
  const { clock, weather, violations } = world;
  const gatesMs = weather.review.length * weather.reviewTimeoutMinutes * 60_000;
  // Sessions may have to wait for each other's slots.
  const batchesMs = weather.isBatched ? MOST_BATCHES_IN_A_ROW * 2 * LATE_BATCH_MS : 0;
  const endAt =
    world.startedAt + weather.stormMs + weather.owners.length * (gatesMs + batchesMs + PATIENCE_MS);
  for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
    await new Promise(setImmediate);
    await world.stores.idle?.();
    if (violations.length > 0) return;
    if (await isOver(world, cast)) return;
    if (clock.now() >= endAt) return;
    clock.tick();
  }
}

async function isOver(world: World, { books, broker, background }: Cast): Promise<boolean> {
  if (broker.pending() > 0 || background.size > 0) return false;
  for (const { person, world: own } of books) {
    if (!person.isDone()) return false;
    for (const sessionId of own.sessionIds) {
      const schedule = await world.stores.schedules.read(sessionId);
      if (schedule === undefined || isLive(schedule.state) || schedule.dueAt !== null) return false;
    }
  }
  return true;
}
