import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pooledReader } from "../models/reading/pooled-reader.ts";
import { inlineWork } from "../work/inline-work.ts";
import { planGeneration } from "./generation.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";
import { GenerateRequestSchema } from "./session-routes.ts";

type Service = ReturnType<typeof sampleService>;
type Json = Record<string, unknown>;

const json = async (response: Response) => (await response.json()) as Json;
const at = (sessionId: string, rest = "") => `/api/v1/manga/sessions/${sessionId}${rest}`;

async function begin(service: Service, as = "local", extra: Json = {}): Promise<string> {
  const started = await service.send(
    "POST",
    "/api/v1/manga/generate",
    { text: SAMPLE_STORY, ...extra },
    { as },
  );
  expect(started.status).toBe(202);
  return String((await json(started)).sessionId);
}

afterEach(() => vi.unstubAllEnvs());

describe("a person's sessions", () => {
  let service: Service;
  beforeEach(() => {
    service = sampleService();
  });

  it("are listed page by page and by status, and only to their owner", async () => {
    for (let count = 0; count < 3; count += 1) await begin(service, "ann");
    await begin(service, "bob");
    await service.send("POST", at("s2", "/cancel"), undefined, { as: "ann" });
    const list = async (query: string, as = "ann") =>
      (await json(await service.send("GET", `/api/v1/manga/sessions${query}`, undefined, { as }))) as {
        sessions: Json[];
        next?: string;
      };
    const first = await list("?limit=2");
    expect(first.sessions).toHaveLength(2);
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect(second).not.toHaveProperty("next");
    const ids = [...first.sessions, ...second.sessions].map(({ sessionId }) => sessionId);
    expect(ids.toSorted()).toEqual(["s1", "s2", "s3"]);
    expect((await list("?status=cancelled")).sessions).toMatchObject([{ sessionId: "s2" }]);
    expect((await list("", "bob")).sessions).toMatchObject([{ sessionId: "s4" }]);
    for (const query of ["?limit=0", "?limit=101", "?status=lost", "?cursor=x"]) {
      const refused = await service.send("GET", `/api/v1/manga/sessions${query}`);
      expect(refused.status, query).toBe(422);
    }
  });

  it("are deleted for good, also while they run", async () => {
    const sessionId = await begin(service);
    expect((await service.send("DELETE", at(sessionId), undefined, { as: "bob" })).status).toBe(404);
    expect((await service.send("DELETE", at(sessionId))).status).toBe(204);
    for (const rest of ["", "/pages", "/events", "/phase/1", "/versions"]) {
      expect((await service.send("GET", at(sessionId, rest))).status, rest).toBe(404);
    }
    expect((await service.send("DELETE", at(sessionId))).status).toBe(404);
    await service.deliver();
    expect([...service.projector.sessions.keys(), ...service.projector.pages.keys()]).toEqual([]);
  });

  it("report their cost, which is zero offline", async () => {
    await begin(service);
    const usage = await json(await service.send("GET", "/api/v1/usage?days=7"));
    expect(usage).toMatchObject({ spentMicros: 0, calls: 0, today: { allottedMicros: 0 } });
  });
});

describe("a book that is opened to others", () => {
  it("is readable by its token without a sign-in until it is closed, and reveals nothing about its owner", async () => {
    const service = sampleService();
    const sessionId = await begin(service, "local", { pages: 1 });
    await service.deliver();
    const about = { description: "猫の話", tags: ["猫", "雨"], title: "雨猫", visibility: "unlisted" };
    const opened = await json(await service.send("PATCH", at(sessionId), about));
    expect(opened).toMatchObject({ ...about, shareToken: expect.any(String) });
    const shared = () =>
      service.send("GET", `/api/v1/manga/shared/${opened.shareToken}`, undefined, { as: null });
    const text = await (await shared()).text();
    expect(JSON.parse(text)).toMatchObject({
      ...{ title: "雨猫", description: "猫の話", tags: ["猫", "雨"], direction: "rtl", pages: 1 },
      links: {
        page: `http://localhost/shared/${opened.shareToken}`,
        reader: `http://localhost/api/v1/manga/shared/${opened.shareToken}/reader.json`,
      },
      files: { pdf: { url: expect.any(String), bytes: expect.any(Number) } },
    });
    expect(text).not.toMatch(/ownerId|"local"|storyHash|costMicros/);

    const list = async () => json(await service.send("GET", "/api/v1/manga/public", undefined, { as: null }));
    expect(await list()).toEqual({ books: [] });
    await service.send("PATCH", at(sessionId), { visibility: "public", description: null });
    expect(await list()).toMatchObject({ books: [{ token: opened.shareToken, title: "雨猫", pages: 1 }] });
    expect(JSON.stringify(await list())).not.toMatch(/ownerId|猫の話/);
    await service.send("PATCH", at(sessionId), { visibility: "private" });
    expect((await shared()).status).toBe(404);
    expect(await list()).toEqual({ books: [] });
  });

  it("is changed by its owner only, and only in fields that exist", async () => {
    const service = sampleService();
    const sessionId = await begin(service);
    const patch = (body: Json, as = "local") => service.send("PATCH", at(sessionId), body, { as });
    expect((await patch({ title: "x" }, "bob")).status).toBe(404);
    expect((await patch({})).status).toBe(422);
    expect(await json(await patch({ color: "red" }))).toMatchObject({ status: 422, field: "color" });
    expect(await json(await patch({ tags: ["a", ""] }))).toMatchObject({ status: 422, field: "tags.1" });
    expect((await patch({ title: "雨" })).status).toBe(200);
    expect(await json(await service.send("GET", at(sessionId)))).toMatchObject({ title: "雨" });
  });
});

describe("starting a session", () => {
  it("accepts a webhook address that is public, and does not return it", async () => {
    const service = sampleService();
    const sessionId = await begin(service, "local", { webhookUrl: "https://hooks.example/x?key=y" });
    expect(await (await service.send("GET", at(sessionId))).text()).not.toContain("hooks.example");
    for (const webhookUrl of [
      ...["nonsense", "http://hooks.example/", "https://127.0.0.1/", "https://[::1]/", "https://localhost/"],
      ...[
        "https://169.254.169.254/",
        "https://u:p@hooks.example/",
        "https://2130706433/",
        "ftp://a.example/",
      ],
    ]) {
      const refused = await service.send("POST", "/api/v1/manga/generate", {
        text: SAMPLE_STORY,
        webhookUrl,
      });
      expect(await json(refused), webhookUrl).toMatchObject({ status: 422, field: "webhookUrl" });
    }
  });

  it("refuses strips for models that do not write them", async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const service = sampleService();
    const asked = { text: SAMPLE_STORY, style: "yonkoma" };
    expect((await service.send("POST", "/api/v1/manga/generate", asked)).status).toBe(202);
    const refused = await service.send("POST", "/api/v1/manga/generate", { ...asked, models: "gemini" });
    vi.unstubAllEnvs();
    expect(await json(refused)).toMatchObject({ status: 422, code: "style-unsupported", field: "style" });
  });

  it("accepts colour as a mode of the book, and leaves black-and-white books as they were", async () => {
    const service = sampleService();
    for (const colorMode of ["color", "monochrome"])
      expect(
        (await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, colorMode })).status,
      ).toBe(202);
    const oil = await service.send("POST", "/api/v1/manga/generate", {
      text: SAMPLE_STORY,
      colorMode: "oil",
    });
    expect(oil.status).toBe(422);
    const planned = async (colorMode: "color" | "monochrome") => {
      const request = GenerateRequestSchema.parse({ text: SAMPLE_STORY, colorMode });
      return (await planGeneration(request, pooledReader(inlineWork()))).params.colorMode;
    };
    expect(await planned("color")).toBe("color");
    expect(await planned("monochrome")).toBeUndefined();
  });

  it("answers one of two concurrent requests with the same key, and the other with 409", async () => {
    const service = sampleService();
    const ask = () =>
      service.send(
        "POST",
        "/api/v1/manga/generate",
        { text: SAMPLE_STORY },
        { headers: { "idempotency-key": "k" } },
      );
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([first.status, second.status]).toEqual([202, 409]);
    expect(second.headers.get("retry-after")).toBe("1");
    expect(await json(second)).toMatchObject({ code: "idempotency-in-flight" });
    expect((await json(await ask())).sessionId).toBe((await json(first)).sessionId);
    expect(service.projector.sessions.size).toBe(1);
  });
});

it("lists capabilities to everybody, and the webhook secret to its owner", async () => {
  const service = sampleService();
  const capabilities = await json(await service.send("GET", "/api/v1/capabilities", undefined, { as: null }));
  expect(capabilities).toMatchObject({
    languages: ["ja", "en"],
    limits: { requestsPerMinute: 100, signInsPerMinute: 10, runningSessions: 10 },
  });
  const { styles, presets } = capabilities as {
    styles: string[];
    presets: { preset: string; line: string }[];
  };
  expect(styles).toEqual(expect.arrayContaining(["yonkoma", ...presets.map(({ preset }) => preset)]));
  expect(presets.find(({ preset }) => preset === "gekiga")).toMatchObject({
    line: expect.stringMatching(/\w/),
  });
  const models = capabilities.models as { name: string; available: boolean; pageMicros: number }[];
  expect(models.find(({ name }) => name === "offline")).toMatchObject({ available: true, pageMicros: 0 });
  expect(models.find(({ name }) => name === "gemini")).toMatchObject({
    parts: "gemini/gemini+gemini",
    reader: expect.stringMatching(/^gemini\//),
    director: expect.stringMatching(/^gemini\//),
  });
  expect(models.find(({ name }) => name === "gemini")?.pageMicros).toBeGreaterThan(100_000);
  expect(capabilities.modelParts).toMatchObject({
    words: expect.arrayContaining([
      expect.objectContaining({ name: "offline", available: true, missing: [] }),
    ]),
    direction: [
      expect.objectContaining({ name: "code", available: true }),
      { name: "gemini" },
      { name: "vertexai" },
      { name: "openai", available: false, missing: [expect.stringMatching(/MEKURI_WORDS_URL/)] },
    ],
    pictures: expect.arrayContaining([expect.objectContaining({ name: "imagen" })]),
  });
  const secret = async (as: string) =>
    (await json(await service.send("GET", "/api/v1/webhooks/secret", undefined, { as }))).secret;
  expect(await secret("ann")).toMatch(/^whsec_[\w-]{43}$/);
  expect(await secret("ann")).toBe(await secret("ann"));
  expect(await secret("ann")).not.toBe(await secret("bob"));
  expect((await service.send("GET", "/api/v1/webhooks/secret", undefined, { as: null })).status).toBe(401);
});

it("offers auto, with the address a story would be sent to, on a local service and not in the cloud", async () => {
  const offered = async () => {
    const answer = await sampleService().send("GET", "/api/v1/capabilities", undefined, { as: null });
    const { models } = (await answer.json()) as { models: { name: string }[] };
    return models.find(({ name }) => name === "auto");
  };
  vi.stubEnv("MEKURI_LOCAL_PORTS", "off");
  vi.stubEnv("GEMINI_API_KEY", "test");
  expect(await offered()).toMatchObject({
    ...{ parts: "offline/code+offline", available: true, missing: [], bookMicros: 0, pageMicros: 0 },
    notices: [
      expect.stringMatching(/no program with models was found on this machine/),
      expect.stringMatching(/does not use it .*--models gemini makes a book of 8 pages for about \$\d/),
    ],
  });
  vi.stubEnv("MEKURI_LOCAL_PORTS", "ollama=x");
  expect(await offered()).toMatchObject({
    available: false,
    missing: [expect.stringMatching(/^MEKURI_LOCAL/)],
  });
  vi.stubEnv("MEKURI_WORDS_URL", "not an address");
  vi.stubEnv("K_SERVICE", "mekuri-manga");
  expect(await offered()).toBeUndefined();
});

it("refuses a body on routes that take none", async () => {
  const service = sampleService();
  const sessionId = await begin(service);
  const cancel = (body?: unknown) => service.send("POST", at(sessionId, "/cancel"), body);
  expect(await json(await cancel({ reason: "bored" }))).toMatchObject({ status: 422, field: "reason" });
  const restore = await service.send("POST", at(sessionId, "/versions/1/restore"), { now: true });
  expect(await json(restore)).toMatchObject({ status: 422, field: "now" });
  expect((await cancel({})).status).toBe(200);
});

it("lists the quick options of the open gate", async () => {
  const service = sampleService();
  const sessionId = await begin(service, "local", { review: ["concept"] });
  const options = async (query = "") =>
    (await json(await service.send("GET", at(sessionId, `/options${query}`)))) as {
      options: { phase: string }[];
      gate?: Json;
    };
  const phasesOf = ({ options }: { options: { phase: string }[] }) => [
    ...new Set(options.map(({ phase }) => phase)),
  ];
  expect(phasesOf(await options())).toEqual([]);
  await service.deliver();
  const open = await options();
  expect(phasesOf(open)).toEqual(["concept"]);
  expect(open.gate).toMatchObject({ phase: "concept", revision: 1 });
  expect(phasesOf(await options("?phase=artwork"))).toEqual([]);
  const approve = { phase: "concept", revision: 1, kind: "approve" };
  expect((await service.send("POST", at(sessionId, "/feedback"), approve)).status).toBe(200);
  await service.deliver();
  expect(phasesOf(await options())).toHaveLength(7);
  expect(phasesOf(await options("?phase=artwork"))).toEqual(["artwork"]);
});
