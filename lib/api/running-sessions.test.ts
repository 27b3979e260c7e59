// The limit of concurrently running sessions per user.
import { expect, it } from "vitest";
import { SAMPLE_STORY, type Send, sampleService } from "./sample-service.ts";

const start = (send: Send, as: string, headers: Record<string, string> = {}) =>
  send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY }, { as, headers });

it("the 11th concurrent session is refused until one of them ends", async () => {
  const { send } = sampleService();
  const started = await Promise.all(Array.from({ length: 12 }, () => start(send, "mina")));
  expect(started.map(({ status }) => status).sort()).toEqual([...Array(10).fill(202), 429, 429]);
  const refused = await start(send, "mina");
  expect(await refused.json()).toMatchObject({ code: "too-many-running" });
  expect(refused.headers.get("retry-after")).toBe("30");
  expect(refused.headers.get("ratelimit-policy")).toContain('"running-sessions";q=10');
  expect((await start(send, "somebody-else")).status).toBe(202);
  const [{ sessionId } = { sessionId: "" }] = await Promise.all(
    started
      .filter(({ status }) => status === 202)
      .map((response) => response.json() as Promise<{ sessionId: string }>),
  );
  expect(
    (await send("POST", `/api/v1/manga/sessions/${sessionId}/cancel`, undefined, { as: "mina" })).status,
  ).toBe(200);
  expect((await start(send, "mina")).status).toBe(202);
});

it("a repeated request does not count as another session", async () => {
  const { send } = sampleService();
  const headers = { "idempotency-key": "again" };
  const first = await start(send, "mina", headers);
  for (let number = 2; number <= 10; number++) await start(send, "mina");
  const again = await start(send, "mina", headers);
  expect(again.status).toBe(202);
  expect(await again.json()).toEqual(await first.json());
});

it("a failed session that is tried again counts as running", async () => {
  const { send, services } = sampleService();
  const { sessionId } = (await (await start(send, "mina")).json()) as { sessionId: string };
  const reason = { code: "lapsed", message: "every worker disappeared", retryable: true };
  await services.schedules.update(sessionId, undefined, ({ schedule, now }) => ({
    schedule: { ...schedule, state: { status: "failed", endedAt: now, reason } },
    value: undefined,
  }));
  for (let number = 1; number <= 10; number++) await start(send, "mina");
  const retry = () => send("POST", `/api/v1/manga/sessions/${sessionId}/retry`, {}, { as: "mina" });
  const refused = await retry();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "too-many-running" });
  expect((await services.schedules.read(sessionId))?.state.status).toBe("failed");
});

it("a finished book that is changed counts as running", async () => {
  const { send, services } = sampleService();
  const { sessionId } = (await (await start(send, "mina")).json()) as { sessionId: string };
  const reason = { code: "lapsed", message: "every worker disappeared", retryable: true };
  await services.schedules.update(sessionId, undefined, ({ schedule, now }) => ({
    schedule: { ...schedule, state: { status: "failed", endedAt: now, reason } },
    value: undefined,
  }));
  const change = () =>
    send("PATCH", `/api/v1/manga/sessions/${sessionId}/params`, { pages: 2 }, { as: "mina" });
  for (let number = 1; number <= 10; number++) await start(send, "mina");
  const before = await services.schedules.read(sessionId);
  const refused = await change();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "too-many-running" });
  expect(await services.schedules.read(sessionId)).toEqual(before);
});

/** A finished book of one page; returns a function that requests a file of it. */
async function finishedBook({ send, deliver }: ReturnType<typeof sampleService>) {
  const body = { text: SAMPLE_STORY, pages: 1, formats: ["csv"] };
  const started = await send("POST", "/api/v1/manga/generate", body, { as: "mina" });
  const { sessionId } = (await started.json()) as { sessionId: string };
  await deliver();
  const path = `/api/v1/manga/sessions/${sessionId}/export`;
  return { sessionId, ask: (format: string) => send("POST", path, { format }, { as: "mina" }) };
}

it("a file that is bound on demand makes its session count as running, and an existing file does not", async () => {
  const service = sampleService();
  const { sessionId, ask } = await finishedBook(service);
  for (let number = 1; number <= 10; number++) await start(service.send, "mina");
  const before = await service.schedule(sessionId);
  expect(before.state.status).toBe("completed");
  const refused = await ask("cbz");
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "too-many-running" });
  expect(await service.schedule(sessionId)).toEqual(before);
  expect((await ask("png")).status).toBe(200);
});

it("a session that binds files counts once", async () => {
  const service = sampleService();
  const { ask } = await finishedBook(service);
  expect((await ask("cbz")).status).toBe(202);
  const started = await Promise.all(Array.from({ length: 10 }, () => start(service.send, "mina")));
  expect(started.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await ask("epub")).status).toBe(202);
});
