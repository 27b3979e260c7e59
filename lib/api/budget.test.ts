// Budgets through the API, with the simulated models and in-memory stores.
import { expect, test } from "vitest";
import * as z from "zod";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
import { eraseLeftovers } from "../pipeline/deletion.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const REQUEST = { text: SAMPLE_STORY, models: "simulated", pages: 1, formats: [] };

const AcceptedSchema = z.object({ sessionId: z.string(), estimate: z.object({ priceMicros: z.number() }) });
const ReadSchema = ClientSessionSchema.pick({ status: true, error: true, costMicros: true });

type Service = ReturnType<typeof sampleService>;

async function generate({ send, deliver }: Service, more: object = {}) {
  const answer = await send("POST", "/api/v1/manga/generate", { ...REQUEST, ...more });
  expect(answer.status).toBe(202);
  const { sessionId, estimate } = AcceptedSchema.parse(await answer.json());
  await deliver();
  const read = async () =>
    ReadSchema.parse(await (await send("GET", `/api/v1/manga/sessions/${sessionId}`)).json());
  return { sessionId, estimate, read };
}

const booked = ({ ledger }: Service) =>
  [...ledger.rows.values()].reduce((sum, { micros }) => sum + micros, 0);

test("a session stops at its own budget, states the missing amount, and continues with a larger one", async () => {
  const service = sampleService();
  const { sessionId, estimate, read } = await generate(service, { budgetMicros: 200_000 });
  expect(estimate.priceMicros).toBeGreaterThan(200_000);
  const stopped = await read();
  expect(stopped).toMatchObject({ status: "failed", error: { code: "budget-session", retryable: true } });
  expect(stopped.error?.message).toMatch(/may cost 140000 micro-dollars; .* of 200000 lacks \d+;/);
  expect(stopped.costMicros).toBeLessThanOrEqual(200_000);
  const path = `/api/v1/manga/sessions/${sessionId}/retry`;
  expect((await service.send("POST", path, { budgetMicros: -1 })).status).toBe(422);
  expect((await service.send("POST", path, { budgetMicros: 5_000_000 })).status).toBe(200);
  await service.deliver();
  const done = await read();
  expect(done).toMatchObject({ status: "completed", costMicros: booked(service) });
});

test("a user who starts session after session stops exactly at the budget of the day", async () => {
  const limits = { sessionMicros: 2_000_000, dayMicros: 900_000 };
  const service = sampleService(limits);
  const starts = Array.from({ length: 6 }, (_, seed) =>
    service.send("POST", "/api/v1/manga/generate", { ...REQUEST, seed: seed + 1 }),
  );
  expect((await Promise.all(starts)).map(({ status }) => status)).toEqual(Array(6).fill(202));
  await service.deliver();
  const ended = [...service.projector.sessions.values()].map(({ status, error }) => error?.code ?? status);
  expect(ended).toContain("budget-day");
  expect(booked(service)).toBeLessThanOrEqual(limits.dayMicros);
  expect((await service.ledger.readDay("local")).allottedMicros).toBe(booked(service));
});

const SERVICE = { hourMicros: 10_000_000, dayMicros: 10_000_000, hourSessions: 100, daySessions: 100 };
const WIDE = { sessionMicros: 10_000_000, dayMicros: 10_000_000 };
const ask = ({ send }: Service, as: string, more: object = {}) =>
  send("POST", "/api/v1/manga/generate", { ...REQUEST, ...more }, { as });

test("when the service's budget is spent, a start is refused with a time to retry, and running books are finished", async () => {
  const service = sampleService({ ...WIDE, service: { ...SERVICE, dayMicros: 1_200_000 } });
  const first = await ask(service, "ann");
  expect(first.status).toBe(202);
  const { estimate } = AcceptedSchema.parse(await first.json());
  const refused = await ask(service, "ben");
  expect(refused.status).toBe(503);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(24 * 3_600);
  expect(await refused.json()).toMatchObject({
    ...{ status: 503, code: "service-full", reason: "day-money" },
    detail: expect.stringMatching(/^The service's budget for all sessions today is used up; try again at 2/),
  });
  // Free models are not refused when the budget is spent.
  expect((await ask(service, "ben", { models: "offline" })).status).toBe(202);
  await service.deliver();
  const ended = [...service.projector.sessions.values()].map(({ status }) => status);
  expect(ended).toEqual(["completed", "completed"]);
  expect(service.ledger.windows()?.day).toMatchObject({ givenMicros: booked(service), sessions: 2 });
  // The unspent rest of the allotment is available to the next book.
  expect(booked(service)).toBeLessThan(estimate.priceMicros * 1.25);
  expect(service.errors).toEqual([]);
});

test("at the limit of session starts, a new one is refused and starts nothing, and a repeated request is answered", async () => {
  const service = sampleService({ ...WIDE, service: { ...SERVICE, daySessions: 1 } });
  const key = { headers: { "idempotency-key": "the-same" } };
  const start = () => service.send("POST", "/api/v1/manga/generate", REQUEST, key);
  const first = AcceptedSchema.parse(await (await start()).json());
  expect(AcceptedSchema.parse(await (await start()).json())).toEqual(first);
  const refused = await ask(service, "ben");
  expect(await refused.json()).toMatchObject({ status: 503, code: "service-full", reason: "day-sessions" });
  expect(service.projector.sessions.size).toBe(1);
  expect(service.publisher.queue).toHaveLength(1);
});

test("a session that is cancelled or deleted before a paid call gives its allotment back", async () => {
  const service = sampleService({ ...WIDE, service: SERVICE });
  for (const [method, path] of [
    ["POST", "/cancel"],
    ["DELETE", ""],
  ] as const) {
    const { sessionId } = AcceptedSchema.parse(await (await ask(service, "local")).json());
    expect(service.ledger.windows()?.day.givenMicros).toBeGreaterThan(0);
    expect((await service.send(method, `/api/v1/manga/sessions/${sessionId}${path}`)).ok).toBe(true);
    await service.deliver();
    const { eraser: documents, blobs: files } = service.services;
    await eraseLeftovers({ ...service.services, erasers: { documents, files } }, Date.now() + 86_400_000);
    expect(service.ledger.windows()?.day.givenMicros).toBe(0);
  }
});

test("an editor's pictures stop at the limit that the owner set, and the owner has the book go on at their own cost", async () => {
  const service = sampleService();
  const { sessionId, read } = await generate(service);
  expect((await read()).status).toBe("completed");
  const path = `/api/v1/manga/sessions/${sessionId}`;
  const invited = await service.send("POST", `${path}/people/invites`, { role: "editor" });
  const { token } = z.object({ token: z.string() }).parse(await invited.json());
  await service.send("POST", "/api/v1/manga/invites/accept", { token }, { as: "dora" });
  const redraw = (panel: string) =>
    service.send("POST", `${path}/pages/1/panels/${panel}/redraw`, {}, { as: "dora" });
  expect((await redraw("k1")).status).toBe(403);
  await service.send("PUT", `${path}/people/limit`, { limitMicros: 150_000 });
  expect((await redraw("k1")).status).toBe(200);
  await service.deliver();
  expect((await read()).status).toBe("completed");
  const spent = async () => (await service.ledger.readAccount(sessionId))?.editors?.spentMicros ?? 0;
  const first = await spent();
  expect(first).toBeGreaterThan(10_000);
  expect(first).toBeLessThanOrEqual(150_000);
  expect((await redraw("k2")).status).toBe(200);
  await service.deliver();
  expect(await read()).toMatchObject({
    status: "failed",
    error: { code: "budget-editors", retryable: true },
  });
  expect(await spent()).toBe(first);
  expect((await service.send("POST", `${path}/retry`, {}, { as: "dora" })).status).toBe(403);
  expect((await service.send("POST", `${path}/retry`, {})).status).toBe(200);
  await service.deliver();
  expect(await read()).toMatchObject({ status: "completed", costMicros: booked(service) });
  expect(await spent()).toBe(first);
});
