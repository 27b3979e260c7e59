// Fault injection between a worker and its ports: calls are slow, fail before or after they took effect, meet contention, or are where the
// worker dies.
import { BusyError } from "../errors.ts";
import type { MemoStore } from "../memo.ts";
import type { Services } from "../services.ts";
import { type CrashPoint, excuse, never, type Worker } from "./worker.ts";
import { crash, nameOf, type World, whenResumed } from "./world.ts";

/** Calls that a process answers from memory, without faults. */
const AT_HAND: ReadonlySet<string> = new Set(["schedules.knownViews", "projector.shownSeq"]);

/** Aborts a transaction without a write, as contention does. */
class Contention extends Error {}

/** The services with faults for one worker. */
export function faultyServices(world: World, worker: Worker, services: Services): Services {
  const { clock } = world;
  const port = <Port extends object>(name: string, target: Port): Port =>
    faultyPort(world, worker, { name, target });
  return {
    ...services,
    schedules: port("schedules", withContention(world, services.schedules)),
    stories: port("stories", services.stories),
    blobs: port("blobs", services.blobs),
    publisher: port("publisher", services.publisher),
    projector: port("projector", services.projector),
    deadLetters: port("deadLetters", services.deadLetters),
    ledger: port("ledger", services.ledger),
    random: world.chance.next,
    clock: {
      now: () => clock.now() + worker.skewMs,
      async sleep(ms, signal) {
        await clock.sleep(ms, signal);
        await whenResumed(world, worker);
      },
    },
  };
}

/** The persistent cache of answers with faults for one worker. */
export function faultyMemos(world: World, worker: Worker, target: MemoStore): MemoStore {
  return faultyPort(world, worker, { name: "memos", target });
}

function faultyPort<Port extends object>(
  world: World,
  worker: Worker,
  { name, target }: { name: string; target: Port },
): Port {
  return new Proxy(target, {
    get(port, key, receiver) {
      const call: unknown = Reflect.get(port, key, receiver);
      const label = `${name}.${String(key)}`;
      if (typeof call !== "function" || AT_HAND.has(label)) return call;
      return (...parameters: unknown[]) =>
        meet(world, worker, { label, call: async () => Reflect.apply(call, port, parameters) });
    },
  });
}

async function meet(
  world: World,
  worker: Worker,
  { label, call }: { label: string; call: () => Promise<unknown> },
): Promise<unknown> {
  const { chance, clock } = world;
  const { rates } = world.weather;
  if (chance.happens(0.5)) await clock.sleep(chance.between(0, chance.happens(0.1) ? 400 : 20));
  await whenResumed(world, worker);
  if (!world.isStormy()) return alive(worker, await call());

  if (chance.happens(rates.stray)) crash(world, worker, "elsewhere");
  if (worker.isDead) return never();
  if (chance.happens(rates.standstill)) await pauseWorker(world, worker, label);
  if (chance.happens(rates.down / 2)) fall(world, worker, `${label} is down`);
  const result = await call();
  if (worker.isDead) return never();
  const point = pointOf(label, result);
  if (chance.happens(point === undefined ? rates.stray : rates.crash))
    crash(world, worker, point ?? "elsewhere");
  if (worker.isDead) return never();
  if (chance.happens(rates.down / 2)) fall(world, worker, `the answer of ${label} is lost`);
  return result;
}

function alive(worker: Worker, result: unknown): unknown {
  return worker.isDead ? never() : result;
}

async function pauseWorker(world: World, worker: Worker, label: string): Promise<void> {
  world.tally.standstills += 1;
  const ms = world.chance.between(1_000, 120_000);
  worker.stillUntil = world.clock.now() + ms;
  excuse(worker, "standstill");
  world.note(() => `${nameOf(worker)} stands still for ${ms} ms at ${label}`);
  await whenResumed(world, worker);
}

function fall(world: World, worker: Worker, what: string): never {
  world.tally.faults += 1;
  worker.isTroubled = true;
  excuse(worker, "store");
  world.note(() => `${nameOf(worker)}: ${what}`);
  throw new BusyError(what);
}

function pointOf(label: string, result: unknown): CrashPoint | undefined {
  if (label === "blobs.put") return "stored";
  if (label === "publisher.publish") return "published";
  if (typeof result !== "object" || result === null) return undefined;
  if (label === "schedules.updateStep" && "kind" in result && result.kind === "claimed") return "claimed";
  if (label === "schedules.update" && "after" in result) return "recorded";
  return undefined;
}

/** Sometimes runs a transaction's decider twice, which must have no effect. */
function withContention(world: World, schedules: Services["schedules"]): Services["schedules"] {
  const meets = () => world.isStormy() && world.chance.happens(world.weather.rates.contention);
  async function lose(attempt: () => Promise<unknown>): Promise<void> {
    world.tally.contentions += 1;
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof Contention)) throw error;
    }
    await world.clock.sleep(world.chance.between(1, 100));
  }
  return {
    ...schedules,
    async updateStep(sessionId, step, decide) {
      if (meets()) {
        await lose(() =>
          schedules.updateStep(sessionId, step, (record, now) => {
            decide(record, now);
            throw new Contention();
          }),
        );
      }
      return schedules.updateStep(sessionId, step, decide);
    },
    async update(sessionId, step, decide) {
      if (meets()) {
        await lose(() =>
          schedules.update(sessionId, step, (current) => {
            decide(current);
            throw new Contention();
          }),
        );
      }
      return schedules.update(sessionId, step, decide);
    },
  };
}
