// Moderation through the API: reports about shared books, withdrawn books, suspended owners.
import { beforeAll, describe, expect, it, vi } from "vitest";
import { withdrawBook } from "../pipeline/about.ts";
import type { AuditEvent } from "./audit.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const events: AuditEvent[] = [];
const service = sampleService(undefined, { audit: (event) => void events.push(event) });
const path = () => `/api/v1/manga/sessions/${sessionId}`;
let sessionId: string;
let token: string;

const share = () => service.send("PATCH", path(), { visibility: "public" });
const report = (body: object, as: string | null = null) =>
  service.send("POST", "/api/v1/manga/reports", body, { as });
const problemOf = async (answer: Response) => {
  const { code, detail } = (await answer.json()) as { code: string; detail: string };
  return [answer.status, code, detail] as const;
};

beforeAll(async () => {
  const started = await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
  ({ sessionId } = (await started.json()) as { sessionId: string });
  await service.deliver();
  token = ((await (await share()).json()) as { shareToken: string }).shareToken;
}, 120_000);

describe("a report", () => {
  it("is stored for operators, and recorded without its words", async () => {
    const answer = await report({ token, reason: "personal-data", words: "My name is Mina." });
    expect([answer.status, await answer.json()]).toEqual([202, { received: true }]);
    expect(await service.moderation.readReported(sessionId)).toMatchObject({
      ...{ ownerId: "local", state: "open", count: 1 },
      reports: [{ reason: "personal-data", words: "My name is Mina." }],
    });
    expect(events.at(-1)).toEqual({ event: "book-reported", reason: "personal-data", session: sessionId });
  });

  it("is refused for a book that is not shared, an unknown reason, and long words", async () => {
    expect((await problemOf(await report({ token: "none", reason: "other" })))[1]).toBe("book-not-found");
    expect((await report({ token, reason: "boring" })).status).toBe(422);
    expect((await report({ token, reason: "other", words: "a".repeat(1_001) })).status).toBe(422);
  });
});

describe("a withdrawn book", () => {
  it("is closed for others, says why to its owner, and opens only when an operator admits it", async () => {
    const { services } = service;
    await withdrawBook(services, { sessionId, reason: "It shows somebody's address." });
    await withdrawBook(services, { sessionId, reason: "It shows somebody's address." });
    expect((await service.send("GET", `/api/v1/manga/shared/${token}`, undefined, { as: null })).status).toBe(
      404,
    );
    const shown = (await (await service.send("GET", path())).json()) as Record<string, unknown>;
    expect(shown).toMatchObject({
      visibility: "private",
      withdrawn: { reason: "It shows somebody's address." },
    });
    const [status, code, detail] = await problemOf(await share());
    expect([status, code]).toEqual([403, "book-withdrawn"]);
    expect(detail).toContain("It shows somebody's address.");
    expect((await service.send("PATCH", path(), { title: "Another title" })).status).toBe(200);
    await withdrawBook(services, { sessionId, reason: undefined });
    const opened = (await (await share()).json()) as { shareToken: string };
    expect(opened.shareToken).not.toBe(token);
  });
});

describe("a suspended owner", () => {
  it("reads, cancels and deletes, and starts and changes nothing until restored", async () => {
    await service.moderation.suspend("local", { reason: "Thousands of equal books.", by: "operator" });
    const refused = await problemOf(
      await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 }),
    );
    expect(refused).toEqual([403, "owner-suspended", "This account is suspended: Thousands of equal books."]);
    expect((await share()).status).toBe(403);
    expect((await service.send("GET", path())).status).toBe(200);
    expect((await service.send("POST", `${path()}/cancel`)).status).toBe(409);
    expect((await report({ token: "none", reason: "other" })).status).toBe(404);
    await service.moderation.restore("local");
    expect((await share()).status).toBe(200);
    await service.moderation.suspend("local", { reason: "Again.", by: "operator" });
    expect((await service.send("DELETE", path())).status).toBe(204);
    await service.moderation.restore("local");
  });

  it("works again at once after the restoration, though the list of suspended owners may be five seconds old", async () => {
    const oldList = vi.spyOn(service.moderation, "isSuspended").mockResolvedValue(true);
    const started = await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
    oldList.mockRestore();
    expect(started.status).toBe(202);
  });
});
