import { beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

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

describe("a finished book", () => {
  let service: Service;
  let sessionId: string;
  const get = (rest: string) => service.send("GET", at(sessionId, rest));

  beforeAll(async () => {
    service = sampleService();
    sessionId = await begin(service, "local", { pages: 2 });
    await service.deliver();
  });

  it("shows each phase's result with signed URLs of its pictures", async () => {
    const names = ["concept", "characters", "plot", "storyboard", "artwork", "lettering", "finish"];
    for (const [index, name] of names.entries()) {
      const response = await get(`/phase/${index + 1}`);
      expect(response.status).toBe(200);
      const result = await json(response);
      expect(result).toMatchObject({
        phase: index + 1,
        name,
        status: "done",
        completedAt: expect.any(String),
      });
      expect(result.processingTimeMs).toBeGreaterThanOrEqual(0);
      expect(result.output).toBeDefined();
    }
    expect((await json(await get("/phase/1"))).output).toMatchObject({ title: expect.any(String) });
    const portraits = (await json(await get("/phase/2"))).preview as Record<string, { url: string }>;
    expect(Object.keys(portraits)).toContain("c1");
    expect(portraits.c1?.url).toMatch(/^https:\/\/objects\.example\//);
    const art = (await json(await get("/phase/5"))).preview as Json;
    expect(Object.keys(art)).toContain("p001/k1");
  });

  it("shows its pages, all or one, with a signed URL for every picture", async () => {
    const { pages, cover, expiresAt } = (await json(await get("/pages"))) as {
      pages: Json[];
      cover: Json;
      expiresAt: string;
    };
    const { output } = (await json(await get("/phase/7"))) as { output: Json };
    expect(cover).toEqual({ hash: output.cover, url: expect.any(String) });
    expect(pages).toHaveLength(2);
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    for (const page of pages) {
      expect(page).toMatchObject({
        ...{ state: "done", image: { url: expect.any(String) }, preview: { url: expect.any(String) } },
        panels: expect.arrayContaining([expect.objectContaining({ image: expect.any(Object) })]),
      });
    }
    const one = (await json(await get("/pages?page=2"))) as { pages: Json[] };
    expect(one.pages.map(({ number }) => number)).toEqual([2]);
    expect((await get("/pages?page=9")).status).toBe(404);
    expect((await get("/pages?page=0")).status).toBe(422);
  });

  it("lists its timeline page by page", async () => {
    const steps: unknown[] = [];
    for (let cursor = ""; ; ) {
      const page = (await json(await get(`/events?limit=7${cursor}`))) as { events: Json[]; next?: string };
      steps.push(...page.events.map(({ id }) => id));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(steps).toHaveLength(service.projector.events.size);
    expect(new Set(steps).size).toBe(steps.length);
    expect(await json(await get("/events?cursor=nonsense"))).toMatchObject({ status: 422, field: "cursor" });
  });

  it("lists the files that it was bound in", async () => {
    const pdf = await json(await get("/exports/pdf"));
    expect(pdf).toMatchObject({
      format: "pdf",
      contentType: "application/pdf",
      files: [{ name: "book.pdf" }],
    });
    const { title } = await json(await get(""));
    const savedAs = (name: string) => expect.stringContaining(`?saveAs=${encodeURIComponent(name)}`);
    expect(pdf.url).toEqual(savedAs(`${title}.pdf`));
    expect(pdf.bytes).toBeGreaterThan(1_000);
    const png = await json(await get("/exports/png"));
    expect(png).not.toHaveProperty("url");
    expect(png.files).toMatchObject([
      { name: "pages/001.png", url: savedAs(`${title} pages-001.png`) },
      { name: "pages/002.png", url: savedAs(`${title} pages-002.png`) },
    ]);
  });

  it("is bound in another format on demand, once, as a step", async () => {
    expect(await json(await get("/exports/epub"))).toMatchObject({ status: 404, code: "export-not-made" });
    const ask = () => service.send("POST", at(sessionId, "/export"), { format: "epub" });
    const asked = await ask();
    expect(asked.status).toBe(202);
    expect(await json(asked)).toMatchObject({
      state: "running",
      links: { file: at(sessionId, "/exports/epub") },
    });
    expect(await json(await get("/exports/epub"))).toMatchObject({ status: 409, code: "export-running" });
    expect((await json(await get("")))?.exports).toMatchObject({ epub: { state: "running" } });
    const before = service.publisher.queue.map(({ step }) => step);
    expect(before).toEqual(["finish/epub"]);
    await service.deliver();
    expect((await ask()).status).toBe(200);
    expect(service.publisher.queue).toEqual([]);
    expect(await json(await get("/exports/epub"))).toMatchObject({ contentType: "application/epub+zip" });
    expect(await json(await get(""))).toMatchObject({
      status: "completed",
      exports: { epub: { state: "done" } },
    });
  });

  it("refuses unknown formats and unknown fields", async () => {
    const ask = (body: Json) => service.send("POST", at(sessionId, "/export"), body);
    expect(await json(await ask({ format: "docx" }))).toMatchObject({ status: 422, field: "format" });
    expect(await json(await ask({ format: "pdf", dpi: 600 }))).toMatchObject({ status: 422, field: "dpi" });
    expect((await get("/exports/docx")).status).toBe(422);
  });

  it("returns to an earlier take of a panel", async () => {
    const redraw = (body: Json) => service.send("POST", at(sessionId, "/pages/1/panels/k1/redraw"), body);
    const image = async () => {
      const { pages } = (await json(await get("/pages?page=1"))) as {
        pages: { panels: { image: Json }[] }[];
      };
      return pages[0]?.panels[0]?.image.hash;
    };
    const first = await image();
    expect((await redraw({})).status).toBe(200);
    await service.deliver();
    expect(await image()).not.toBe(first);
    expect((await redraw({ take: 0 })).status).toBe(200);
    await service.deliver();
    expect(await image()).toBe(first);
    expect(await json(await redraw({ take: 99 }))).toMatchObject({ status: 422, field: "take" });
  });

  it("takes a balloon's new place under the public field name", async () => {
    const { pages } = (await json(await get("/pages?page=1"))) as { pages: { texts: { id: string }[] }[] };
    const id = pages[0]?.texts[0]?.id.replace("/", ".") ?? "";
    const change = (body: Json) => service.send("PATCH", at(sessionId, `/pages/1/balloons/${id}`), body);
    expect((await change({ position: { x: 500, y: 500 } })).status).toBe(200);
    await service.deliver();
    expect(await json(await change({ at: { x: 1, y: 1 } }))).toMatchObject({ status: 422, field: "at" });
    expect((await change({})).status).toBe(422);
  });
});

describe("a phase whose own document is newer than its session's", () => {
  it("is shown with its pictures, because listeners have seen it already", async () => {
    const service = sampleService();
    const sessionId = await begin(service, "local", { pages: 1 });
    await service.deliver();
    const session = service.projector.sessions.get(sessionId);
    if (session === undefined) throw new Error("the session is not shown");
    const waiting = { state: "waiting" as const, done: 0, total: 0 };
    service.projector.sessions.set(sessionId, {
      ...session,
      phases: { ...session.phases, characters: { ...session.phases.characters, ...waiting } },
    });
    const response = await service.send("GET", at(sessionId, "/phase/2"));
    expect(response.status).toBe(200);
    expect(await json(response)).toMatchObject({ preview: { c1: { url: expect.any(String) } } });
  });
});

describe("parts that a session has not made yet", () => {
  it("answers not found or not ready", async () => {
    const service = sampleService();
    const sessionId = await begin(service);
    const get = (rest: string) => service.send("GET", at(sessionId, rest));
    expect(await json(await get("/phase/3"))).toMatchObject({ status: 404, code: "phase-not-started" });
    expect((await get("/phase/8")).status).toBe(422);
    expect(await json(await get("/pages"))).toEqual({ pages: [], seq: 0, total: 0 });
    expect(await json(await get("/exports/pdf"))).toMatchObject({ status: 409, code: "book-not-ready" });
    const asked = await service.send("POST", at(sessionId, "/export"), { format: "pdf" });
    expect(await json(asked)).toMatchObject({ status: 409, code: "book-not-ready" });
    const opened = await service.send("PATCH", at(sessionId), { visibility: "public" });
    expect(await json(opened)).toMatchObject({ status: 409, code: "book-not-ready" });
  });
});
