// The batch vendor of the simulated world: two submissions are two batches, the list is delayed, batches take minutes or hours and are
// always charged. It also checks the rule that no picture is paid for twice.
import type { Batches, BatchOrder, BatchState } from "../batch.ts";
import { BusyError, RetryableError } from "../errors.ts";
import { noUsage, type Usage } from "../usage.ts";
import type { VirtualClock } from "../virtual-clock.ts";
import type { Chance } from "./chance.ts";
import { LATE_BATCH_MS } from "./weather.ts";
import { excuse, never, type Worker } from "./worker.ts";
import { type BookWorld, crash, nameOf, violate, type World, whenResumed } from "./world.ts";

const MOST_MICROS = 500;
const MOST_LAG_MS = 30_000;

interface Wanted {
  sessionId: string;
  step: string;
  release: number;
  question: string;
  inWords: string;
}

interface SimulatedBatch {
  id: string;
  name: string;
  wanted: Wanted;
  /** `{step}.{fence}.{n}` of the ledger's row. */
  row: string;
  micros: number;
  /** Id of its answer; undefined if it has none. */
  answer: string | undefined;
  endsAt: number;
  listedAt: number;
  isCancelled: boolean;
  isDeleted: boolean;
  /** Its end was requested. */
  isEnded: boolean;
  /** The last state that was reported. */
  told: BatchState<unknown>["kind"] | undefined;
}

export interface Vendor {
  /** All batches ever submitted for these sessions. */
  of(sessionIds: ReadonlySet<string>): SimulatedBatch[];
  /** As the vendor's list shows it. */
  find(name: string): SimulatedBatch | undefined;
  get(id: string): SimulatedBatch | undefined;
  submit(
    batch: Omit<
      SimulatedBatch,
      "id" | "endsAt" | "listedAt" | "isCancelled" | "isDeleted" | "isEnded" | "told"
    >,
  ): SimulatedBatch;
  /** A picture is requested singly only after its batch was reported to have none. */
  checkSingle(world: BookWorld, worker: Worker, wanted: Wanted): void;
}

export function openVendor({ chance, clock }: { chance: Chance; clock: VirtualClock }): Vendor {
  const all = new Map<string, SimulatedBatch>();
  const ofRelease = ({ sessionId, step, release }: Wanted) =>
    [...all.values()].filter(
      ({ wanted }) => wanted.sessionId === sessionId && wanted.step === step && wanted.release === release,
    );
  return {
    of: (sessionIds) => [...all.values()].filter(({ wanted }) => sessionIds.has(wanted.sessionId)),
    find: (name) =>
      [...all.values()].find((one) => one.name === name && !one.isDeleted && one.listedAt <= clock.now()),
    get(id) {
      const batch = all.get(id);
      return batch?.isDeleted ? undefined : batch;
    },
    submit(ordered) {
      const batch: SimulatedBatch = {
        ...{
          ...ordered,
          id: `batches/${all.size + 1}`,
          isCancelled: false,
          isDeleted: false,
          isEnded: false,
          told: undefined,
        },
        endsAt: clock.now() + chance.pick([60_000, 10 * 60_000, 25 * 60_000, 2 * LATE_BATCH_MS]),
        listedAt: clock.now() + chance.between(0, MOST_LAG_MS),
      };
      all.set(batch.id, batch);
      return batch;
    },
    checkSingle(world, worker, wanted) {
      const open = ofRelease(wanted).find(({ told }) => told !== "lost");
      if (open === undefined) return;
      violate(
        world,
        "batch-paid-twice",
        `${nameOf(worker)} pays for ${wanted.step}, which ${open.name} is for`,
      );
    },
  };
}

/** Handles a batch request with the data of its question. */
export async function askVendor(
  world: BookWorld,
  worker: Worker,
  wanted: Wanted,
  { name, id, wish }: BatchOrder,
): Promise<BatchState<{ usage: Usage; answer: string }>> {
  const { vendor, tally } = world;
  await reach(world, worker);
  const known = id === undefined ? (wish === "submit" ? undefined : vendor.find(name)) : vendor.get(id);
  if (wish === "find" && known !== undefined) tally.met.found += 1;
  if (wish === "submit" || (wish === "find" && known === undefined)) {
    const batch = submit(world, worker, { name, wanted });
    await answered(world, worker);
    return { kind: "running", id: batch.id };
  }
  if (known === undefined) return { kind: "lost", reason: "it is not there" };
  if (wish === "end") {
    tally.met.late += 1;
    end(known, world);
  }
  const state = stateOf(known, world);
  await answered(world, worker);
  known.told = state.kind;
  if (state.kind === "made") {
    tally.met.batched += 1;
    if (worker.claim !== undefined) worker.claim.unrecordedCalls += 1;
  }
  return state;
}

/** The port for code that manages batches. */
export function simulatedBatches(world: World, worker: Worker): Batches {
  const get = ({ id, name }: { id?: string | undefined; name: string }) =>
    id === undefined ? world.vendor.find(name) : world.vendor.get(id);
  return {
    async isRunning(batch) {
      await reach(world, worker);
      const known = get(batch);
      const isRunning = known !== undefined && stateOf(known, world).kind === "running";
      await answered(world, worker);
      return isRunning;
    },
    async end(batch) {
      await reach(world, worker);
      const known = get(batch);
      if (known !== undefined) end(known, world);
      await answered(world, worker);
    },
  };
}

function submit(
  world: BookWorld,
  worker: Worker,
  { name, wanted }: { name: string; wanted: Wanted },
): SimulatedBatch {
  const { vendor, chance, answers, ownerId } = world;
  const twin = vendor
    .of(new Set([wanted.sessionId]))
    .find((one) => one.wanted.step === wanted.step && one.wanted.release === wanted.release);
  if (twin !== undefined) {
    violate(world, "batch-paid-twice", `${nameOf(worker)} submits ${name}, and there was ${twin.name}`);
  }
  const gives = chance.happens(0.85);
  const answer = gives ? `a${answers.size + 1}` : undefined;
  if (answer !== undefined) {
    answers.set(answer, { ownerId, sessionId: wanted.sessionId, question: wanted.inWords });
  }
  const [fence, n] = name.split(".").slice(-2);
  const row = `${wanted.step}.${fence}.${n}`;
  world.note(() => `${nameOf(worker)} submits ${name}`);
  return vendor.submit({ name, wanted, row, answer, micros: chance.between(1, MOST_MICROS) });
}

function stateOf(
  { id, endsAt, isCancelled, answer, micros, wanted }: SimulatedBatch,
  { clock }: World,
): BatchState<{ usage: Usage; answer: string }> {
  if (isCancelled) return { kind: "lost", reason: "it was cancelled" };
  if (endsAt > clock.now()) return { kind: "running", id };
  if (answer === undefined) return { kind: "lost", reason: "it failed", micros };
  return { kind: "made", made: { usage: { ...noUsage(wanted.question), costMicros: micros }, answer } };
}

function end(batch: SimulatedBatch, world: World): void {
  batch.isEnded = true;
  if (stateOf(batch, world).kind === "running") batch.isCancelled = true;
  else batch.isDeleted = batch.told === "made" || batch.told === "lost";
}

/** The latency of a request, which may fail. */
async function reach(world: World, worker: Worker): Promise<void> {
  const { chance, clock } = world;
  await clock.sleep(chance.between(50, 2_000));
  await whenResumed(world, worker);
  if (!world.isStormy()) return;
  if (chance.happens(world.weather.rates.busy / 2)) fail(world, worker, new BusyError("429", 30_000));
}

/** The response's way: the answer may be lost, and the waiting worker may die. */
async function answered(world: World, worker: Worker): Promise<void> {
  const { chance } = world;
  if (worker.isDead) return never();
  if (!world.isStormy()) return;
  if (chance.happens(world.weather.rates.crash)) {
    crash(world, worker, "paid");
    return never();
  }
  if (chance.happens(world.weather.rates.broken / 4)) fail(world, worker, new RetryableError("no answer"));
}

function fail(world: World, worker: Worker, error: Error): never {
  excuse(worker, "model");
  world.note(() => `${nameOf(worker)}: the vendor says ${error.message}`);
  throw error;
}
