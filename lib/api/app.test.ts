import { beforeEach, describe, expect, it } from "vitest";
import { type Send, sampleService } from "./sample-service.ts";

const STORY = "雨の夜。「待って」とミナは言った。猫は走り出した。";
const ENGLISH = "It rained all night. “Wait,” said Mina. The cat ran away.";

let publisher: ReturnType<typeof sampleService>["publisher"];
let errors: unknown[];
let send: Send;

beforeEach(() => {
  ({ publisher, errors, send } = sampleService());
});

const readJson = async (response: Response) => (await response.json()) as Record<string, unknown>;

const generate = (body: unknown, headers?: Record<string, string>) =>
  send("POST", "/api/v1/manga/generate", body, headers === undefined ? {} : { headers });

describe("starting a session", () => {
  it("answers 202 with the session, its links and an estimate, and releases the first phase", async () => {
    const response = await generate({ text: STORY, pages: 2 });
    expect(response.status).toBe(202);
    const answer = await readJson(response);
    expect(answer).toMatchObject({
      sessionId: "s1",
      status: "queued",
      links: { self: "/api/v1/manga/sessions/s1", cancel: "/api/v1/manga/sessions/s1/cancel" },
      estimate: { priceMicros: 0 },
    });
    expect(answer.estimate).toMatchObject({ seconds: expect.any(Number) });
    expect(publisher.queue.map(({ step }) => step)).toEqual(["concept"]);
  });

  it("recognises the language, and reads in its direction unless the request has another", async () => {
    await generate({ text: STORY });
    await generate({ text: ENGLISH });
    await generate({ text: ENGLISH, direction: "rtl" });
    const params = async (id: string) =>
      (await readJson(await send("GET", `/api/v1/manga/sessions/${id}`))).params;
    expect(await params("s1")).toMatchObject({ language: "ja", direction: "rtl" });
    expect(await params("s2")).toMatchObject({ language: "en", direction: "ltr" });
    expect(await params("s3")).toMatchObject({ language: "en", direction: "rtl" });
  });

  it("gives the first answer again for the same idempotency key, and refuses the key for another request", async () => {
    const headers = { "idempotency-key": "k1" };
    const first = await readJson(await generate({ text: STORY }, headers));
    const second = await readJson(await generate({ text: STORY }, headers));
    expect(second.sessionId).toBe(first.sessionId);
    const other = await generate({ text: ENGLISH }, headers);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency-conflict" });
    expect((await generate({ text: STORY }, { "idempotency-key": "has space" })).status).toBe(400);
  });

  it.each([
    [{}, "text"],
    [{ text: STORY, pages: 0 }, "pages"],
    [{ text: STORY, pages: 101 }, "pages"],
    [{ text: STORY, language: "fr" }, "language"],
    [{ text: STORY, review: ["drawing"] }, "review.0"],
    [{ text: STORY, reviewTimeoutMinutes: 1441 }, "reviewTimeoutMinutes"],
    [{ text: STORY, models: "gemini" }, "models"],
    [{ text: STORY, models: "gemini/offline+offline" }, "models"],
    [{ text: STORY, models: 7 }, "models"],
    [{ text: STORY, colour: "red" }, "colour"],
    [{ text: "短い" }, "text"],
    [{ text: "［＃ここから注記、何も語らない文章です］" }, "text"],
    [{ text: "あ".repeat(50_001) }, "text"],
    [{ text: STORY, language: "en" }, "language"],
    [{ text: "Привет, мир! Это история о коте." }, "text"],
  ])("refuses an unusable field and names it (%#)", async (body, field) => {
    const response = await generate(body);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 422, field });
    expect(publisher.queue).toEqual([]);
  });

  it("answers 400 to a body that is not JSON, without a stack trace", async () => {
    const response = await generate("{");
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/ at |\.ts/);
    expect(errors).toEqual([]);
  });
});

describe("a session", () => {
  beforeEach(() => generate({ text: STORY }).then(() => undefined));

  it("shows its document", async () => {
    const response = await send("GET", "/api/v1/manga/sessions/s1");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      sessionId: "s1",
      ownerId: "local",
      params: { language: "ja" },
    });
  });

  it("is not found under another id", async () => {
    const response = await send("GET", "/api/v1/manga/sessions/s9");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "session-not-found" });
  });

  it("can be cancelled once; the second request gets the error that it is not active", async () => {
    const first = await send("POST", "/api/v1/manga/sessions/s1/cancel");
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({ sessionId: "s1", status: "cancelled" });
    const second = await send("POST", "/api/v1/manga/sessions/s1/cancel");
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: "session-not-active" });
  });

  it("refuses feedback when no gate is open", async () => {
    const response = await send("POST", "/api/v1/manga/sessions/s1/feedback", {
      phase: "concept",
      revision: 1,
      kind: "approve",
    });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "gate-conflict" });
  });
});

it("is visible only to its owner", async () => {
  await generate({ text: STORY });
  const path = "/api/v1/manga/sessions/s1";
  expect((await send("GET", path, undefined, { as: "somebody-else" })).status).toBe(404);
  expect((await send("POST", `${path}/cancel`, {}, { as: "somebody-else" })).status).toBe(404);
  const anonymous = await send("GET", path, undefined, { as: null });
  expect(anonymous.status).toBe(401);
  expect(anonymous.headers.get("www-authenticate")).toBe('Bearer realm="mekuri"');
  expect(await anonymous.json()).toMatchObject({ code: "sign-in-needed", traceId: expect.any(String) });
});

it("answers 405 to an unknown method and lists the allowed ones", async () => {
  const response = await send("DELETE", "/api/v1/manga/generate");
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST");
  expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
});

it("answers an unknown route with a problem document", async () => {
  const response = await send("GET", "/api/v2/nothing");
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: "no-such-route" });
});
