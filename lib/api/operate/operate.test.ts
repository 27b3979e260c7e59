// The operators' routes: sessions and their steps without personal text, commands, and moderation.
import { beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_STORY, sampleService } from "../sample-service.ts";

const service = sampleService(undefined, {
  isOperator: async (ownerId) => ["olga", "omar"].includes(ownerId),
});
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

describe("an operator who must read a book", () => {
  const access = async (sessionId: string) => {
    const path = `/api/v1/manga/sessions/${sessionId}/people`;
    return (await answered(service.send("GET", path, undefined, { as: "ann" }))).body.operators;
  };
  const content = () => answered(operate("GET", `/sessions/${made}/content`));

  it("may do so while its owner allows it", async () => {
    expect(await content()).toMatchObject({ status: 403, body: { code: "content-closed" } });
    const allow = (support: boolean) =>
      answered(service.send("PATCH", `/api/v1/manga/sessions/${made}`, { support }, { as: "ann" }));
    const { body } = await allow(true);
    expect(Date.parse(String(body.supportUntil)) - Date.now()).toBeGreaterThan(71 * 3_600_000);
    expect(await content()).toMatchObject({
      status: 200,
      body: { openedBy: "owner", story: SAMPLE_STORY, pages: [{ number: 1 }] },
    });
    expect(await access(made)).toEqual({ supportUntil: body.supportUntil, openings: [] });
    expect((await allow(false)).body.supportUntil).toBeUndefined();
    expect((await content()).status).toBe(403);
  });

  it("may do so for an hour with a reason that the owner sees, and no other operator may", async () => {
    expect((await operate("POST", `/sessions/${made}/break-glass`, {})).status).toBe(422);
    const broken = await answered(
      operate("POST", `/sessions/${made}/break-glass`, { reason: "A court's order." }),
    );
    expect(Date.parse(String(broken.body.until)) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(await content()).toMatchObject({ status: 200, body: { openedBy: "operator" } });
    expect(await access(made)).toMatchObject({ openings: [{ reason: "A court's order." }] });
    // Every member of the book receives the session's document, so it does not have the reason.
    const document = await service.send("GET", `/api/v1/manga/sessions/${made}`, undefined, { as: "ann" });
    expect(await document.text()).not.toContain("court");
    const other = await operate("GET", `/sessions/${made}/content`, undefined, "omar");
    expect(other.status).toBe(403);
    const { body } = await answered(operate("GET", `/acts?session=${made}&limit=1`));
    expect(body.acts).toMatchObject([{ action: "break-glass", by: "olga", reason: "A court's order." }]);
    // What the owner states about the book keeps the openings.
    await service.send("PATCH", `/api/v1/manga/sessions/${made}`, { title: "Rain" }, { as: "ann" });
    expect(await access(made)).toMatchObject({ openings: [{ reason: "A court's order." }] });
  });
});

describe("an operator of a service in trouble", () => {
  it("lists sessions by age and by cost, in pages", async () => {
    const ids = async (query: string) => {
      const { status, body } = await answered(operate("GET", `/sessions?${query}`));
      expect(status).toBe(200);
      return { ids: (body.sessions as { sessionId: string }[]).map(({ sessionId }) => sessionId), body };
    };
    expect((await ids("order=oldest")).ids).toEqual((await ids("")).ids.toReversed());
    const first = await ids("order=costliest&limit=1");
    const rest = await ids(`order=costliest&limit=1&cursor=${first.body.next}`);
    expect([...first.ids, ...rest.ids].toSorted()).toEqual([made, failed].toSorted());
    const mixed = await answered(operate("GET", `/sessions?order=oldest&cursor=${first.body.next}`));
    expect(mixed).toMatchObject({ status: 422, body: { code: "invalid-cursor" } });
    const both = await answered(operate("GET", "/sessions?order=oldest&owner=ann"));
    expect(both).toMatchObject({ status: 422, body: { field: "order" } });
  });

  it("parks a running session, whose owner sees the reason, and continues it", async () => {
    const parked = await begin("cay", "zqparked");
    const answer = await answered(operate("POST", `/sessions/${parked}/park`, { reason: "Too many calls." }));
    expect(answer).toEqual({ status: 200, body: { status: "failed" } });
    expect((await service.schedule(parked)).state).toMatchObject({
      reason: { code: "parked-by-operator", message: "Too many calls." },
    });
    await service.deliver();
    expect((await service.schedule(parked)).state.status).toBe("failed");
    const again = await operate("POST", `/sessions/${parked}/park`, { reason: "Again." });
    expect(again.status).toBe(409);
    expect((await operate("POST", `/sessions/${parked}/redrive`, { reason: "Mended." })).status).toBe(200);
    await service.deliver();
    expect((await service.schedule(parked)).state.status).toBe("completed");
  });

  it("reruns a step with its own input, at the service's cost", async () => {
    const before = await service.schedule(made);
    const rerun = (step: string, giftMicros?: number) =>
      answered(operate("POST", `/sessions/${made}/rerun`, { reason: "A lost file.", step, giftMicros }));
    expect(await rerun("artwork/p009/k1")).toMatchObject({ status: 409, body: { reason: "no-result" } });
    const answer = await rerun("lettering/p001", 5_000);
    expect(answer).toMatchObject({ status: 200, body: { again: ["lettering/p001"], giftMicros: 5_000 } });
    expect(await rerun("finish")).toMatchObject({ status: 409, body: { reason: "not-ended" } });
    expect((await service.ledger.readAccount(made))?.allotments).toEqual({
      [`gift.lettering/p001@${before.epoch}`]: 5_000,
    });
    await service.deliver();
    const after = await service.schedule(made);
    expect(after.state.status).toBe("completed");
    expect(after.results["lettering/p001"]).toMatchObject({
      input: before.results["lettering/p001"]?.input,
      output: before.results["lettering/p001"]?.output,
    });
    expect(await service.ledger.readDay("ann")).toMatchObject({ allottedMicros: 0 });
  });

  it("commands many sessions at once, and is told about each", async () => {
    const two = [await begin("dot", "zqone"), await begin("eve", "zqtwo")];
    const bulk = (command: string, sessionIds: string[]) =>
      answered(operate("POST", "/bulk", { command, sessionIds, reason: "A storm." }));
    const parked = await bulk("park", [...two, made, "none"]);
    expect(parked.body).toEqual({
      results: [
        { sessionId: two[0], status: "failed" },
        { sessionId: two[1], status: "failed" },
        { sessionId: made, refused: "session-not-active" },
        { sessionId: "none", refused: "session-not-found" },
      ],
    });
    const again = await bulk("redrive", two);
    expect(again.body).toMatchObject({ results: [{ status: "running" }, { status: "running" }] });
    const cancelled = await bulk("cancel", two);
    expect(cancelled.body).toMatchObject({ results: [{ status: "cancelled" }, { status: "cancelled" }] });
    const tooMany = await bulk(
      "park",
      Array.from({ length: 51 }, (_, n) => `s${n}`),
    );
    expect(tooMany.status).toBe(422);
  });

  it("throws the switch, which stops all spending, and sees what was spent", async () => {
    const off = await answered(operate("PUT", "/switch", { isOff: true, reason: "A leak." }));
    expect(off).toEqual({ status: 200, body: { isOff: true, reason: "A leak." } });
    const call = {
      ownerId: "ann",
      sessionId: "x",
      step: "concept",
      fence: 1,
      n: 1,
      model: "gemini-3.5-flash-lite",
    };
    const reserve = () => service.ledger.reserve({ ...call, upToMicros: 70, budgetMicros: undefined });
    await expect(reserve()).rejects.toMatchObject({ code: "spending-stopped" });
    expect((await answered(operate("PUT", "/switch", { isOff: false, reason: "Mended." }))).status).toBe(200);
    expect((await answered(operate("GET", "/switch"))).body).toEqual({ isOff: false });
    await reserve();
    const { body } = await answered(operate("GET", "/spend"));
    expect(body).toMatchObject({
      ...{ calls: 1, micros: 70, models: [{ model: "gemini-3.5-flash-lite", calls: 1, micros: 70 }] },
      owners: expect.arrayContaining([expect.objectContaining({ ownerId: "ann" })]),
    });
    expect((await answered(operate("GET", "/spend?day=2026-13-01"))).status).toBe(422);
  });

  it("reads and forgets dead letters", async () => {
    const data = JSON.stringify({ v: 1, sessionId: made, step: "finish", inputHash: "0".repeat(64) });
    await service.commands.deadLetter({ id: "77", data, attributes: {}, deliveryAttempt: 100 });
    const listed = await answered(operate("GET", "/dead-letters"));
    expect(listed.body).toEqual({
      letters: [{ letterId: "77", deliveryAttempt: 100, step: "finish", sessionId: made }],
    });
    const forgotten = await answered(operate("POST", "/dead-letters/77/forget", { reason: "Redriven." }));
    expect(forgotten).toEqual({ status: 200, body: { forgotten: true } });
    expect((await answered(operate("GET", "/dead-letters"))).body).toEqual({ letters: [] });
  });

  it("leaves a record of every act with its reason", async () => {
    const { body } = await answered(operate("GET", `/acts?session=${made}&limit=100`));
    const acts = body.acts as Record<string, unknown>[];
    expect(acts.map(({ action }) => action)).toEqual([
      ...["park", "rerun", "rerun", "rerun", "break-glass", "admit", "close-reports", "withdraw", "redrive"],
    ]);
    const steps = acts.filter(({ action }) => action === "rerun").map(({ step }) => step);
    expect(steps, "refused ones too").toEqual(["finish", "lettering/p001", "artwork/p009/k1"]);
    expect(acts[2]).toMatchObject({ by: "olga", reason: "A lost file.", step: "lettering/p001" });
    const all = await answered(operate("GET", "/acts?limit=2"));
    expect(all.body.acts).toMatchObject([{ action: "forget-dead-letter" }, { action: "switch-on" }]);
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
      ["POST", `/sessions/${made}/rerun`],
      ["POST", "/bulk"],
      ["GET", "/spend"],
      ["GET", `/sessions/${made}/content`],
      ["POST", `/sessions/${made}/break-glass`],
      ["PUT", "/switch"],
    ] as const;
    for (const [method, path] of routes) {
      const answer = await operate(method, path, method !== "GET" ? { reason: "Mine." } : undefined, as);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await service.schedule(made)).state.status).toBe("completed");
  });
});
