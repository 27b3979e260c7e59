// Runs one seed: a session from its start to its end in a world of its own, under the auditor's eyes.
// The same seed gives the same world, call by call.
import { createMemo } from "../memo.ts";
import { memoryLedger } from "../memory-ledger.ts";
import { memoryMemoCache, memoryMemoStore, OPEN_SEAL } from "../memory-memo.ts";
import { memoryBlobs, memoryDeadLetters, memoryStores } from "../memory-stores.ts";
import { createRunner } from "../runner.ts";
import { isLive, type SessionStatus, SHARDS } from "../schedule.ts";
import type { Services } from "../services.ts";
import { createSessionCommands } from "../session.ts";
import { DEFAULT_TIMINGS } from "../settings.ts";
import { sweep } from "../sweep.ts";
import { virtualClock } from "../virtual-clock.ts";
import { type Auditor, hireAuditor } from "./auditor.ts";
import { type Broker, openBroker, type Subscriber } from "./broker.ts";
import { seededChance } from "./chance.ts";
import { faultyMemos, faultyServices } from "./faults.ts";
import type { Infection, PlantedBug } from "./infection.ts";
import { newPerson, type Person } from "./people.ts";
import { SIMULATED_PHASES, simulatedPay } from "./provider.ts";
import { referenceBook } from "./reference-book.ts";
import { newTally, type Tally, type Violation } from "./tally.ts";
import { openWishes } from "./wanted.ts";
import { weatherOf } from "./weather.ts";
import type { Worker } from "./worker.ts";
import { hire, nameOf, violate, type World } from "./world.ts";

const START_MS = Date.UTC(2026, 3, 1, 9);
const SWEEP_MS = 60_000;
/** Virtual time that a session may take to end once nothing goes wrong any more, the time of its gates apart. */
const PATIENCE_MS = 45 * 60_000;
/** Times that the clock is moved; a world in order ends after some thousands. */
const MOST_TICKS = 100_000;
const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);

export interface SimulationOptions {
  bug?: PlantedBug | undefined;
  /** Collects a line for everything that happens. */
  trace?: string[] | undefined;
}

export interface Simulated {
  seed: number;
  /** How the session ended; undefined when there is none. */
  status: SessionStatus | undefined;
  /** Virtual time from the start of the world to its end. */
  virtualMs: number;
  tally: Tally;
  violations: Violation[];
}

/** Never throws: what a bug throws is a violation. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<Simulated> {
  const world = newWorld(seed, options.trace);
  const cast = populate(world, options.bug);
  await run(world, cast);
  const sessionId = cast.person.sessionId();
  if (world.violations.length === 0 && sessionId !== undefined) await cast.auditor.close(sessionId);
  const schedule = sessionId === undefined ? undefined : await world.stores.schedules.read(sessionId);
  return {
    seed,
    status: schedule?.state.status,
    virtualMs: world.clock.now() - world.startedAt,
    ...{ tally: world.tally, violations: world.violations },
  };
}

function newWorld(seed: number, trace: string[] | undefined): World {
  const chance = seededChance(seed);
  const weather = weatherOf(chance);
  const reference = referenceBook(weather.book);
  const clock = virtualClock(START_MS);
  const { schedules, stories, projector } = memoryStores(clock.now);
  let ids = 0;
  const stores: World["stores"] = {
    ...{ schedules, stories, projector, clock, blobs: memoryBlobs(), deadLetters: memoryDeadLetters() },
    ledger: memoryLedger(clock.now),
    publisher: { publish: async () => {} },
    random: chance.next,
    newId: () => `s${++ids}`,
    settings: { limits: weather.limits, timings: DEFAULT_TIMINGS },
  };
  return {
    ...{ chance, weather, clock, stores, memos: memoryMemoStore(), startedAt: START_MS, workers: 0 },
    ...{ reference, wishes: openWishes(weather, reference), bill: undefined, claims: new Map() },
    ...{ tally: newTally(), violations: [] },
    isStormy: () => clock.now() < START_MS + weather.stormMs,
    note(line) {
      trace?.push(`${((clock.now() - START_MS) / 1_000).toFixed(3).padStart(9)} s  ${line()}`);
    },
  };
}

interface Cast {
  auditor: Auditor;
  broker: Broker;
  person: Person;
  /** What goes on by itself and has not ended. */
  background: Set<Promise<void>>;
}

function populate(world: World, bug: PlantedBug | undefined): Cast {
  const auditor = hireAuditor(world);
  const background = new Set<Promise<void>>();
  const spawn = (work: Promise<void>) => {
    const watched: Promise<void> = work
      .catch((error: unknown) =>
        violate(world, "threw", error instanceof Error ? `${error.stack}` : String(error)),
      )
      .finally(() => background.delete(watched));
    background.add(watched);
  };
  const infection: Infection | undefined = bug?.plant();

  function serve(worker: Worker): Services {
    const services = faultyServices(world, worker, auditor.watch(worker));
    return infection?.infect?.(services, worker) ?? services;
  }

  const subscriber: Subscriber = {
    async handle(worker, message) {
      const pay = simulatedPay(world, worker, auditor.ledger);
      const tools = { world, worker };
      const services = serve(worker);
      const memo = createMemo({
        ...{ memory: memoryMemoCache(world.clock.now), redis: undefined, blobs: services.blobs },
        ...{ store: faultyMemos(world, worker, auditor.watchMemos(worker)), seal: OPEN_SEAL },
      });
      const runner = createRunner({
        ...{ ...services, phases: SIMULATED_PHASES, tools, pay, memo },
        view: () => ({}),
      });
      const handled = runner.handle(message);
      if (infection?.answersEarly !== true) return (await handled) === "ack";
      spawn(handled.then(() => {}));
      return true;
    },
    acknowledged: auditor.acknowledged,
    buried: auditor.buried,
    async bury(worker, letter) {
      try {
        await createSessionCommands(serve(worker)).deadLetter({ ...letter, attributes: {} });
        return true;
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
    },
  };
  const broker = openBroker(world, () => subscriber, spawn);
  world.stores.publisher = broker;

  async function sweepOnce(): Promise<void> {
    if (infection?.neverSweeps === true) return;
    const worker = hire(world, "sweep");
    const swept = async () => {
      try {
        await sweep(ALL_SHARDS, world.clock.now(), serve(worker));
        auditor.answered(worker);
      } catch (error) {
        if (!isBusy(error)) throw error;
        world.note(() => `${nameOf(worker)} gives up`);
      }
    };
    await Promise.race([swept(), worker.died]);
  }

  /** Goes on as long as anybody ticks the clock. */
  async function sweepEachMinute(): Promise<never> {
    for (;;) {
      await world.clock.sleep(SWEEP_MS);
      spawn(sweepOnce());
    }
  }

  const { answered, refused } = auditor;
  const person = newPerson(world, { serve, answered, refused, background: spawn });
  spawn(person.live());
  void sweepEachMinute();
  return { auditor, broker, person, background };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && error.name === "BusyError";
}

/** Lets time go on until nothing is left to do, something is wrong, or patience is over. */
async function run(world: World, cast: Cast): Promise<void> {
  const { clock, weather, violations } = world;
  const gatesMs = weather.review.length * weather.reviewTimeoutMinutes * 60_000;
  const endAt = world.startedAt + weather.stormMs + gatesMs + PATIENCE_MS;
  for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
    await new Promise(setImmediate);
    if (violations.length > 0) return;
    if (await isOver(world, cast)) return;
    if (clock.now() >= endAt) return;
    clock.tick();
  }
}

async function isOver(world: World, { broker, person, background }: Cast): Promise<boolean> {
  if (!person.isDone() || broker.pending() > 0 || background.size > 0) return false;
  const sessionId = person.sessionId();
  if (sessionId === undefined) return false;
  const schedule = await world.stores.schedules.read(sessionId);
  return schedule !== undefined && !isLive(schedule.state) && schedule.dueAt === null;
}
