// The operators' routes: sessions and their steps without personal text, commands, and moderation.
import { beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const service = sampleService(undefined, { isOperator: async (ownerId) => ownerId === "olga" });
const operate = (method: string, path: string, body?: unknown, as: string | null = "olga") =>
  service.send(method, `/api/v1/operate${path}`, body, { as });
const answered = async (asked: Promise<Response>) => {
  const answer = await asked;
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const begin = async (as: string, title: string) => {
  const started = await service.send(
    "POST",
    "/api/v1/manga/generate",
    { text: SAMPLE_STORY, pages: 1, title },
    { as },
  );
  return ((await started.json()) as { sessionId: string }).sessionId;
};
let made: string;
let failed: string;

beforeAll(async () => {
  made = await begin("ann", "zqtitle");
  await service.deliver();
  failed = await begin("ben", "zqtitle");
}, 120_000);

describe("an operator", () => {
  it("sees the sessions of all owners, and nothing of their stories", async () => {
    const { status, body } = await answered(operate("GET", "/sessions?limit=1"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ sessions: [{ sessionId: failed, ownerId: "ben" }] });
    const next = await answered(
      operate("GET", `/sessions?limit=1&cursor=${encodeURIComponent(String(body.next))}`),
    );
    expect(next.body).toMatchObject({ sessions: [{ sessionId: made, ownerId: "ann", status: "completed" }] });
    const own = await answered(operate("GET", "/sessions?owner=ann&status=completed"));
    expect(own.body).toMatchObject({ sessions: [{ sessionId: made }] });
    expect(JSON.stringify([body, next.body, own.body])).not.toMatch(/zqtitle|ミナ|猫/);
  });

  it("sees a session's steps with their hashes, attempts and costs, and nothing of their contents", async () => {
    const { status, body } = await answered(operate("GET", `/sessions/${made}`));
    expect(status).toBe(200);
    const steps = body.steps as Record<string, unknown>[];
    expect(steps.map(({ step }) => step)).toEqual(expect.arrayContaining(["concept", "plot", "finish"]));
    for (const one of steps) {
      expect(one).toMatchObject({ state: "done", attempts: 1, costMicros: 0 });
      expect(one.output).toMatch(/^[\da-f]{64}$/);
    }
    expect(JSON.stringify(body)).not.toMatch(/zqtitle|ミナ|猫/);
    const running = await answered(operate("GET", `/sessions/${failed}`));
    expect(running.body).toMatchObject({ steps: [{ step: "concept", state: "in-flight", attempts: 0 }] });
    expect((await operate("GET", "/sessions/none")).status).toBe(404);
  });

  it("cancels and restarts sessions with a reason, and is told if there is nothing to do", async () => {
    expect((await operate("POST", `/sessions/${failed}/cancel`, {})).status).toBe(422);
    const cancelled = await answered(operate("POST", `/sessions/${failed}/cancel`, { reason: "Stuck." }));
    expect(cancelled).toEqual({ status: 200, body: { status: "cancelled" } });
    const refused = await answered(operate("POST", `/sessions/${failed}/redrive`, { reason: "Again." }));
    expect(refused).toMatchObject({ status: 409, body: { code: "nothing-to-redrive", reason: "cancelled" } });
    const again = await answered(
      operate("POST", `/sessions/${made}/redrive`, { reason: "Broken.", from: "finish" }),
    );
    expect(again).toMatchObject({ status: 200, body: { again: ["finish"], published: ["finish"] } });
    await service.deliver();
    expect((await service.schedule(made)).state.status).toBe("completed");
  });

  it("withdraws and admits a book, closes its reports, and suspends and restores an owner", async () => {
    const shared = await service.send(
      "PATCH",
      `/api/v1/manga/sessions/${made}`,
      { visibility: "public" },
      { as: "ann" },
    );
    const { shareToken } = (await shared.json()) as { shareToken: string };
    const report = { token: shareToken, reason: "violent" };
    expect((await service.send("POST", "/api/v1/manga/reports", report, { as: null })).status).toBe(202);
    const listed = await answered(operate("GET", "/reports"));
    expect(listed.body).toMatchObject({
      books: [{ sessionId: made, count: 1, reports: [{ reason: "violent" }] }],
    });
    const withdrawn = await answered(operate("POST", `/sessions/${made}/withdraw`, { reason: "Violence." }));
    expect(withdrawn.body).toMatchObject({ visibility: "private", withdrawn: { reason: "Violence." } });
    expect((await operate("POST", `/sessions/${made}/reports`, { reason: "Withdrawn." })).status).toBe(200);
    expect((await answered(operate("GET", "/reports"))).body).toEqual({ books: [] });
    const none = await answered(operate("POST", `/sessions/${failed}/reports`, { reason: "None." }));
    expect(none).toEqual({ status: 200, body: { closed: false } });
    const admitted = await answered(operate("POST", `/sessions/${made}/admit`, { reason: "A mistake." }));
    expect(admitted.body.withdrawn).toBeUndefined();

    const suspended = await answered(operate("POST", "/owners/ann/suspend", { reason: "Spam." }));
    expect(suspended.body).toMatchObject({ ownerId: "ann", suspended: { reason: "Spam.", by: "olga" } });
    expect(service.ledger.suspended).toEqual(new Set(["ann"]));
    const restored = await answered(operate("POST", "/owners/ann/restore", { reason: "Appeal." }));
    expect(restored.body).toEqual({ ownerId: "ann" });
    expect((await answered(operate("GET", "/owners/ann"))).body).toEqual({ ownerId: "ann" });
  });
});

describe("everybody else", () => {
  it.each(["ann", null])("gets 404 on every route (%s)", async (as) => {
    const routes = [
      ["GET", "/sessions"],
      ["GET", `/sessions/${made}`],
      ["POST", `/sessions/${made}/cancel`],
      ["POST", `/sessions/${made}/redrive`],
      ["POST", `/sessions/${made}/withdraw`],
      ["GET", "/reports"],
      ["POST", "/owners/ann/suspend"],
    ] as const;
    for (const [method, path] of routes) {
      const answer = await operate(method, path, method === "POST" ? { reason: "Mine." } : undefined, as);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await service.schedule(made)).state.status).toBe("completed");
  });
});
