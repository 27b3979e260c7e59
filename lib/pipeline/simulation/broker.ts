// Pub/Sub of a simulated world: delivers every message at least once, possibly duplicated, late and out of order, each time to a new
// worker. Unacknowledged messages are redelivered, and some become dead letters.
import { canonicalJson } from "../canonical-json.ts";
import type { StepMessage, StepPublisher } from "../message.ts";
import type { Worker } from "./worker.ts";
import { crash, nameOf, startWorker, type World } from "./world.ts";

/** Pub/Sub's maximum. */
const ACK_DEADLINE_MS = 600_000;

export interface Delivery {
  /** When the message was published. */
  sentAt: number;
  /** Whether another copy is in flight or being handled. */
  isElsewhere: boolean;
}

export interface Subscriber {
  /** Handles a message; true to acknowledge it. Never resolves if the worker dies. */
  handle(worker: Worker, message: StepMessage): Promise<boolean>;
  /** Called when an acknowledgement arrives. */
  acknowledged(worker: Worker, message: StepMessage, delivery: Delivery): Promise<void>;
  /** Records a dead letter; true to acknowledge it. */
  recordDeadLetter(worker: Worker, letter: { id: string; data: string }): Promise<boolean>;
  /** Called when a dead letter was recorded; `since`: when the message became one. */
  deadLetterRecorded(letter: { id: string; message: StepMessage; since: number }): Promise<void>;
}

export interface Broker extends StepPublisher {
  /** Number of messages in flight or being handled. */
  pending(): number;
}

interface SentMessage {
  id: string;
  sentAt: number;
  message: StepMessage;
  /** It was delivered to a worker. */
  isOut: boolean;
}

/** `background` receives every promise that is not awaited. */
export function openBroker(
  world: World,
  subscriber: () => Subscriber,
  background: (work: Promise<void>) => void,
): Broker {
  const { chance, clock, weather } = world;
  const onTheirWay = new Set<SentMessage>();
  let ids = 0;

  const isElsewhere = (sent: SentMessage) =>
    [...onTheirWay].some(
      (other) =>
        other !== sent &&
        other.message.sessionId === sent.message.sessionId &&
        other.message.step === sent.message.step &&
        other.message.inputHash === sent.message.inputHash,
    );

  /** Delivers the message to a worker, and waits for its answer, its death or the deadline. */
  async function deliver(sent: SentMessage): Promise<boolean> {
    const worker = startWorker(world, "step");
    const { step } = sent.message;
    world.tally.deliveries += 1;
    sent.isOut = true;
    const isFirst = [...onTheirWay].every(({ isOut, sentAt }) => isOut || sentAt >= sent.sentAt);
    if (!isFirst) world.tally.troubles.overtaken += 1;
    world.note(() => `${nameOf(worker)} gets ${step}`);
    const over = new AbortController();
    const handled = subscriber().handle(worker, sent.message);
    const late = clock.sleep(ACK_DEADLINE_MS, over.signal).then(() => false);
    const isDone = await Promise.race([handled, worker.died.then(() => false), late]);
    over.abort();
    if (!isDone) return false;
    if (world.isStormy() && chance.happens(weather.rates.crash)) {
      crash(world, worker, "answering");
      return false;
    }
    world.note(() => `${nameOf(worker)} acknowledges ${step}`);
    const delivery = { sentAt: sent.sentAt, isElsewhere: isElsewhere(sent) };
    await subscriber().acknowledged(worker, sent.message, delivery);
    return true;
  }

  async function recordDeadLetter(sent: SentMessage): Promise<void> {
    const { id, message } = sent;
    const since = clock.now();
    world.tally.deadLetters += 1;
    world.note(() => `${message.step} goes to the dead letters`);
    for (;;) {
      const worker = startWorker(world, "dead-letter");
      const kept = subscriber().recordDeadLetter(worker, { id, data: canonicalJson(message) });
      if (await Promise.race([kept, worker.died.then(() => false)])) {
        return subscriber().deadLetterRecorded({ id, message, since });
      }
      await clock.sleep(chance.between(1_000, 10_000));
    }
  }

  async function deliverUntilAcknowledged(sent: SentMessage): Promise<void> {
    await clock.sleep(delayMs());
    while (!(await deliver(sent))) {
      if (world.isStormy() && chance.happens(weather.rates.deadLetter * 10)) {
        await recordDeadLetter(sent);
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
    const sent = { id: `m${ids}`, sentAt: clock.now(), message, isOut: false };
    onTheirWay.add(sent);
    try {
      if (world.isStormy() && chance.happens(weather.rates.vanish)) {
        world.tally.troubles.vanished += 1;
        world.note(() => `${message.step} vanishes`);
        // It counts as in flight for as long as a sender may rely on it.
        await clock.sleep(60_000);
      } else if (world.isStormy() && chance.happens(weather.rates.deadLetter)) await recordDeadLetter(sent);
      else await deliverUntilAcknowledged(sent);
    } finally {
      onTheirWay.delete(sent);
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
