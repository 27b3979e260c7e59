import { expect, test } from "vitest";
import { TerminalError } from "./errors.ts";
import { ownedSession } from "./owned-session.ts";
import { deliverAll, SAMPLE_PARAMS, type Sample, sample } from "./sample-session.ts";
import type { Services } from "./services.ts";
import { sweep } from "./sweep.ts";
import {
  outcomeOf,
  type SendOutcome,
  WebhookCallSchema,
  type WebhookEvent,
  type WebhookMessage,
  WebhookOutcomeSchema,
} from "./webhook-deliveries.ts";
import { claimAttempt, recordOutcome, type WebhookSender } from "./webhooks.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const MINUTE = 60_000;

/** One message through the functions that claim, send and record, with JSON between them. */
async function deliver(services: Services, sender: WebhookSender, message: WebhookMessage): Promise<void> {
  const claimed = await claimAttempt(services, message);
  if (claimed === undefined) return;
  const call = WebhookCallSchema.parse(JSON.parse(JSON.stringify(claimed)));
  const told = outcomeOf(call, await sender.send(call));
  await recordOutcome(services, WebhookOutcomeSchema.parse(JSON.parse(JSON.stringify(told))));
}

/** A session that ends, the messages to the sending function, and a receiver with given answers. */
function told() {
  const queue: WebhookMessage[] = [];
  const webhooks = {
    async enqueue(messages: readonly WebhookMessage[]) {
      queue.push(...messages);
    },
  };
  const book = sample(undefined, { webhooks });
  const received: WebhookEvent[] = [];
  const receiver: { answer: SendOutcome } = { answer: { kind: "delivered", status: 204 } };
  const sender = {
    async send({ event }: { event: WebhookEvent }) {
      received.push(event);
      return receiver.answer;
    },
  };
  return {
    ...{ book, queue, received, receiver },
    async start(params: Partial<typeof SAMPLE_PARAMS> = {}) {
      const request = {
        ownerId: "ann",
        text: "Once.",
        params: { ...SAMPLE_PARAMS, ...params },
        webhookUrl: "https://a.example/hook",
      };
      const { sessionId } = await book.commands.startSession(request);
      return sessionId;
    },
    async tell() {
      for (const message of queue.splice(0)) await deliver(book.services, sender, message);
    },
    sweep: () => sweep(SHARDS, book.clock.now(), book.services),
  };
}

/** As the book's owner sees them. */
async function shown({ projector, services }: Sample, sessionId: string) {
  const [session, schedule] = [projector.sessions.get(sessionId), await services.schedules.read(sessionId)];
  if (session === undefined || schedule === undefined) throw new Error("no session");
  expect(session).not.toHaveProperty("webhook");
  return ownedSession(session, schedule).webhook?.deliveries;
}

test("a receiver gets one event of a completed session, without text of the story", async () => {
  const { book, start, tell, received, queue } = told();
  const sessionId = await start();
  await deliverAll(book);
  expect(await shown(book, sessionId)).toMatchObject([
    { event: "session.completed", state: "pending", attempts: 0 },
  ]);
  queue.push(...queue);
  await tell();
  expect(received).toEqual([
    {
      id: `${sessionId}.0.completed`,
      event: "session.completed",
      at: expect.any(String),
      session: { sessionId, status: "completed", title: expect.any(String), error: undefined },
    },
  ]);
  expect(await shown(book, sessionId)).toMatchObject([{ state: "delivered", attempts: 1, status: 204 }]);
});

test("the sweep publishes an event again that was not sent at once, until it is given up", async () => {
  const { book, start, tell, received, queue, sweep: look } = told();
  await start();
  await deliverAll(book);
  queue.length = 0;
  book.clock.skip(MINUTE);
  await look();
  await tell();
  expect(received).toHaveLength(1);
  book.clock.skip(MINUTE);
  await look();
  book.clock.skip(10 * MINUTE);
  expect(await look()).toMatchObject({ woken: 0, published: 0, oldestMs: 0 });
  expect(queue).toEqual([]);
});

test("a receiver that fails is tried again under the same id, eight times within a day and a half", async () => {
  const { book, start, tell, received, receiver, sweep: look } = told();
  const sessionId = await start();
  await deliverAll(book);
  receiver.answer = { kind: "failed", status: 500, error: "answered 500" };
  await tell();
  expect(await shown(book, sessionId)).toMatchObject([
    { state: "pending", attempts: 1, status: 500, error: "answered 500" },
  ]);
  for (let minute = 0; minute < 36 * 60; minute += 1) {
    book.clock.skip(MINUTE);
    await look();
    await tell();
  }
  expect(received).toHaveLength(8);
  expect(new Set(received.map(({ id }) => id)).size).toBe(1);
  expect(await shown(book, sessionId)).toMatchObject([{ state: "failed", attempts: 8 }]);
  expect((await book.services.schedules.read(sessionId))?.dueAt).toBeNull();
});

test("an attempt whose sender died is repeated after a minute", async () => {
  const { book, start, tell, received, receiver, queue, sweep: look } = told();
  const sessionId = await start();
  await deliverAll(book);
  const [message] = queue.splice(0);
  if (message === undefined) throw new Error("nothing was handed over");
  const dying = { send: () => new Promise<SendOutcome>(() => undefined) };
  void deliver(book.services, dying, message);
  await new Promise(setImmediate);
  queue.push(message);
  await tell();
  expect(received).toEqual([]);
  book.clock.skip(2 * MINUTE);
  receiver.answer = { kind: "delivered", status: 200 };
  await look();
  await tell();
  expect(await shown(book, sessionId)).toMatchObject([{ state: "delivered", attempts: 2 }]);
});

test("an attempt ends where the next one begins, and its late failure changes nothing", async () => {
  const { book, start, queue } = told();
  const sessionId = await start();
  await deliverAll(book);
  const [message] = queue.splice(0);
  if (message === undefined) throw new Error("nothing was handed over");
  const first = await claimAttempt(book.services, message);
  expect(first).toMatchObject({ attempts: 1, notAfter: book.clock.now() + MINUTE, ownerId: "ann" });
  expect(await claimAttempt(book.services, message)).toBeUndefined();
  book.clock.skip(MINUTE);
  const second = await claimAttempt(book.services, message);
  if (first === undefined || second === undefined) throw new Error("nothing was claimed");
  expect(second.attempts).toBe(2);
  const failure = { kind: "failed", error: "no answer within 10000 ms" } as const;
  await recordOutcome(book.services, outcomeOf(first, failure));
  expect((await shown(book, sessionId))?.[0]?.error).toBeUndefined();
  await recordOutcome(book.services, outcomeOf(second, { kind: "delivered", status: 200 }));
  await recordOutcome(book.services, outcomeOf(second, failure));
  expect(await shown(book, sessionId)).toMatchObject([{ state: "delivered", attempts: 2, status: 200 }]);
});

test("a session that was deleted meanwhile sends no event, and records nothing", async () => {
  const gone = { sessionId: "gone", delivery: "gone.0.completed" };
  const { book } = told();
  expect(await claimAttempt(book.services, gone)).toBeUndefined();
  const outcome = { kind: "delivered", status: 204 } as const;
  await expect(recordOutcome(book.services, { ...gone, attempts: 1, outcome })).resolves.toBeUndefined();
});

test("a failed session sends its reason, and its completion after a retry is another event", async () => {
  const { book, start, tell, received } = told();
  const sessionId = await start();
  book.tools.before = async ({ phase }) => {
    if (phase === "plot") throw new TerminalError("refused", "not this story");
  };
  await deliverAll(book);
  await tell();
  book.tools.before = async () => undefined;
  await book.commands.retrySession(sessionId);
  await deliverAll(book);
  await tell();
  expect(received.map(({ event, session }) => [event, session.error])).toEqual([
    ["session.failed", { code: "refused", message: "not this story" }],
    ["session.completed", undefined],
  ]);
  expect(new Set(received.map(({ id }) => id)).size).toBe(2);
});

test("each opening of a review is an event of its own, once", async () => {
  const { book, start, tell, received } = told();
  const sessionId = await start({ review: ["characters", "plot"] });
  await deliverAll(book);
  await tell();
  const approve = (phase: "characters" | "plot") =>
    book.commands.decideGate({ sessionId, phase, revision: 1, decision: { kind: "approve", by: "ann" } });
  await approve("characters");
  await deliverAll(book);
  await tell();
  await approve("plot");
  await deliverAll(book);
  await tell();
  expect(received.map(({ event, session }) => [event, session.status, session.review])).toEqual([
    ["session.review", "waiting", { phase: "plot", revision: 1 }],
    ["session.review", "waiting", { phase: "characters", revision: 1 }],
    ["session.completed", "completed", undefined],
  ]);
  expect(new Set(received.map(({ id }) => id)).size).toBe(3);
});

test("a session without a receiver, or that was cancelled, sends no event", async () => {
  const { book, start, queue } = told();
  await book.start();
  const sessionId = await start();
  await book.commands.cancelSession(sessionId);
  await deliverAll(book);
  expect(queue).toEqual([]);
});

test("a sender that dies at any of its calls loses no event, and repeats have the same id", async () => {
  for (let dying = 1; dying <= 6; dying += 1) {
    const { book, start, received, queue, sweep: look } = told();
    const sessionId = await start();
    await deliverAll(book);
    let calls = 0;
    const died = new Error("the worker is gone");
    const alive = () => {
      calls += 1;
      if (calls === dying) throw died;
    };
    const { schedules, projector } = book.services;
    const mortal = {
      ...book.services,
      schedules: {
        ...schedules,
        update: async (...asked: Parameters<typeof schedules.update>) => {
          alive();
          const done = await schedules.update(...asked);
          alive();
          return done;
        },
      },
      projector: {
        ...projector,
        show: async (...asked: Parameters<typeof projector.show>) => {
          alive();
          return projector.show(...asked);
        },
      },
    } as typeof book.services;
    const sender = {
      async send({ event }: { event: WebhookEvent }): Promise<SendOutcome> {
        alive();
        received.push(event);
        return { kind: "delivered", status: 204 };
      },
    };
    for (let minute = 0; minute < 5; minute += 1) {
      for (const message of queue.splice(0)) {
        await deliver(mortal, sender, message).catch((error: unknown) => {
          if (error !== died) throw error;
        });
      }
      book.clock.skip(MINUTE);
      await look();
    }
    expect(received.length, `dying at call ${dying}`).toBeGreaterThanOrEqual(1);
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set([`${sessionId}.0.completed`]));
    expect(await shown(book, sessionId)).toMatchObject([{ state: "delivered" }]);
  }
});
