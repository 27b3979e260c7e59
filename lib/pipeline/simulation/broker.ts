// Pub/Sub in a simulated world: brings every message at least once, twice, late and in any order, each time to a worker
// of its own; what is not acknowledged comes again, and what it gives up on goes to the dead letters.
import { canonicalJson } from "../canonical-json.ts";
import type { StepMessage, StepPublisher } from "../message.ts";
import type { Worker } from "./worker.ts";
import { crash, hire, nameOf, type World } from "./world.ts";

/** The longest that Pub/Sub allows. */
const ACK_DEADLINE_MS = 600_000;

export interface Delivery {
  /** When the message was published. */
  sentAt: number;
  /** Another copy of it is still on its way, or being handled. */
  isElsewhere: boolean;
}

export interface Subscriber {
  /** Handles a message; true when it may be forgotten. Never resolves when the worker dies. */
  handle(worker: Worker, message: StepMessage): Promise<boolean>;
  /** Told when an acknowledgement arrives. */
  acknowledged(worker: Worker, message: StepMessage, delivery: Delivery): Promise<void>;
  /** Buries a dead letter; true when it may be forgotten. */
  bury(worker: Worker, letter: { id: string; data: string }): Promise<boolean>;
  /** Told when a dead letter is buried, and since when it was one. */
  buried(letter: { id: string; message: StepMessage; since: number }): Promise<void>;
}

export interface Broker extends StepPublisher {
  /** Messages that are on their way or being handled. */
  pending(): number;
}

interface Parcel {
  id: string;
  sentAt: number;
  message: StepMessage;
  /** Somebody has been given it. */
  isOut: boolean;
}

/** `background` is told of everything that goes on by itself. */
export function openBroker(
  world: World,
  subscriber: () => Subscriber,
  background: (work: Promise<void>) => void,
): Broker {
  const { chance, clock, weather } = world;
  const onTheirWay = new Set<Parcel>();
  let ids = 0;

  const isElsewhere = (parcel: Parcel) =>
    [...onTheirWay].some(
      (other) =>
        other !== parcel &&
        other.message.sessionId === parcel.message.sessionId &&
        other.message.step === parcel.message.step &&
        other.message.inputHash === parcel.message.inputHash,
    );

  /** Gives a worker the message and waits for its answer, its death or the deadline. */
  async function deliver(parcel: Parcel): Promise<boolean> {
    const worker = hire(world, "step");
    const { step } = parcel.message;
    world.tally.deliveries += 1;
    parcel.isOut = true;
    const isFirst = [...onTheirWay].every(({ isOut, sentAt }) => isOut || sentAt >= parcel.sentAt);
    if (!isFirst) world.tally.troubles.overtaken += 1;
    world.note(() => `${nameOf(worker)} gets ${step}`);
    const over = new AbortController();
    const handled = subscriber().handle(worker, parcel.message);
    const late = clock.sleep(ACK_DEADLINE_MS, over.signal).then(() => false);
    const isDone = await Promise.race([handled, worker.died.then(() => false), late]);
    over.abort();
    if (!isDone) return false;
    if (world.isStormy() && chance.happens(weather.rates.crash)) {
      crash(world, worker, "answering");
      return false;
    }
    world.note(() => `${nameOf(worker)} acknowledges ${step}`);
    const delivery = { sentAt: parcel.sentAt, isElsewhere: isElsewhere(parcel) };
    await subscriber().acknowledged(worker, parcel.message, delivery);
    return true;
  }

  async function bury(parcel: Parcel): Promise<void> {
    const { id, message } = parcel;
    const since = clock.now();
    world.tally.deadLetters += 1;
    world.note(() => `${message.step} goes to the dead letters`);
    for (;;) {
      const worker = hire(world, "undertaker");
      const kept = subscriber().bury(worker, { id, data: canonicalJson(message) });
      if (await Promise.race([kept, worker.died.then(() => false)])) {
        return subscriber().buried({ id, message, since });
      }
      await clock.sleep(chance.between(1_000, 10_000));
    }
  }

  async function carry(parcel: Parcel): Promise<void> {
    await clock.sleep(delayMs());
    while (!(await deliver(parcel))) {
      if (world.isStormy() && chance.happens(weather.rates.deadLetter * 10)) {
        await bury(parcel);
        break;
      }
      await clock.sleep(chance.between(100, 10_000));
    }
  }

  function delayMs(): number {
    if (!world.isStormy() || !chance.happens(weather.rates.delay)) return chance.between(0, 100);
    world.tally.troubles.delayed += 1;
    return chance.between(1_000, chance.happens(0.1) ? ACK_DEADLINE_MS + 60_000 : 120_000);
  }

  async function send(message: StepMessage): Promise<void> {
    ids += 1;
    const parcel = { id: `m${ids}`, sentAt: clock.now(), message, isOut: false };
    onTheirWay.add(parcel);
    try {
      if (world.isStormy() && chance.happens(weather.rates.vanish)) {
        world.tally.troubles.vanished += 1;
        world.note(() => `${message.step} vanishes`);
        // It holds its place as long as somebody may count on it.
        await clock.sleep(60_000);
      } else if (world.isStormy() && chance.happens(weather.rates.deadLetter)) await bury(parcel);
      else await carry(parcel);
    } finally {
      onTheirWay.delete(parcel);
    }
  }

  return {
    async publish(messages) {
      for (const message of messages) {
        background(send(message));
        if (!world.isStormy() || !chance.happens(weather.rates.duplicate)) continue;
        world.tally.troubles.doubled += 1;
        background(send(message));
      }
    },
    pending: () => onTheirWay.size,
  };
}
