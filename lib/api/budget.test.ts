// Budgets as people meet them: by the API, with the simulated models, on stores in memory.
import { expect, test } from "vitest";
import * as z from "zod";
import { ClientSessionSchema } from "../pipeline/client-documents.ts";
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

test("a session stops at its own budget, says what is missing, and goes on with a larger one", async () => {
  const service = sampleService();
  const { sessionId, estimate, read } = await generate(service, { budgetMicros: 200_000 });
  expect(estimate.priceMicros).toBeGreaterThan(200_000);
  const stopped = await read();
  expect(stopped).toMatchObject({ status: "failed", error: { code: "budget-session", retryable: true } });
  expect(stopped.error?.message).toMatch(/may cost 140000 micro-dollars, .* of 200000 is short of \d+;/);
  expect(stopped.costMicros).toBeLessThanOrEqual(200_000);
  const path = `/api/v1/manga/sessions/${sessionId}/retry`;
  expect((await service.send("POST", path, { budgetMicros: -1 })).status).toBe(422);
  expect((await service.send("POST", path, { budgetMicros: 5_000_000 })).status).toBe(200);
  await service.deliver();
  const done = await read();
  expect(done).toMatchObject({ status: "completed", costMicros: booked(service) });
});

test("whoever starts session after session stops at the budget of the day, to the last micro-dollar", async () => {
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
