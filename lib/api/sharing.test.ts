// Shared books: what any site may read, embedding, search engines, and that closing takes effect at once.
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

type Service = ReturnType<typeof sampleService>;

const ELSEWHERE = { origin: "https://blog.example" };
let service: Service;
let sessionId: string;
let token: string;

const get = (path: string, headers: Record<string, string> = ELSEWHERE) =>
  service.send("GET", path, undefined, { as: null, headers });
const shared = (rest = "") => `/api/v1/manga/shared/${token}${rest}`;
const about = async (body: Record<string, unknown>) => {
  const answer = await service.send("PATCH", `/api/v1/manga/sessions/${sessionId}`, body);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
};
const manifest = async () => {
  const answer = await get(shared("/reader.json"));
  expect(answer.status).toBe(200);
  return readManifest(await answer.json(), `http://localhost${shared("/reader.json")}`);
};
const oembed = (query: string) => get(`/api/v1/oembed?${query}`);
const page = () => get(`/shared/${token}`, {});

beforeAll(async () => {
  service = sampleService(undefined, {}, { isFullSize: true });
  const body = { text: SAMPLE_STORY, pages: 2, formats: ["pdf", "png"] };
  const started = await service.send("POST", "/api/v1/manga/generate", body);
  ({ sessionId } = (await started.json()) as { sessionId: string });
  await service.deliver();
}, 120_000);

beforeEach(async () => {
  await about({ visibility: "private" });
  token = String((await about({ visibility: "unlisted", title: "雨 & 猫", findable: false })).shareToken);
});

describe("a shared book", () => {
  it("is readable from any origin by its manifest and the pictures that it names", async () => {
    const { title, direction, pages } = await manifest();
    expect({ title, direction, pages: pages.length }).toEqual({
      title: "雨 & 猫",
      direction: "rtl",
      pages: 3,
    });
    for (const { renditions } of pages) {
      for (const { src, width } of renditions) {
        const answer = await get(new URL(src).pathname);
        expect([width, answer.status]).toEqual([width, 200]);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          "content-type": "image/webp",
          "access-control-allow-origin": "*",
          "cross-origin-resource-policy": "cross-origin",
          "cache-control": "private, no-cache",
        });
      }
    }
  });

  it("serves no object that its manifest does not name", async () => {
    const { results } = await service.schedule(sessionId);
    const hash = results.finish?.output ?? "";
    expect((await get(shared(`/renditions/${hash}.png`))).status).toBe(404);
  });

  it("is sent once: later requests of a browser only revalidate", async () => {
    const src = (await manifest()).pages[0]?.renditions[0]?.src ?? "";
    const { pathname } = new URL(src);
    const etag = (await get(pathname)).headers.get("etag") ?? "";
    const again = await get(pathname, { ...ELSEWHERE, "if-none-match": etag });
    expect([again.status, (await again.bytes()).length]).toEqual([304, 0]);
  });

  it("answers 404 as soon as it is closed, also for known picture URLs, and pages of any origin can read that", async () => {
    const src = (await manifest()).pages[1]?.renditions[1]?.src ?? "";
    const { pathname } = new URL(src);
    const etag = (await get(pathname)).headers.get("etag") ?? "";
    const file = await get(shared("/files/pdf"));
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(Buffer.from(await file.bytes()).toString("latin1", 0, 5)).toBe("%PDF-");
    await about({ visibility: "private" });
    const url = encodeURIComponent(`http://localhost/shared/${token}`);
    for (const path of [
      ...[pathname, shared(), shared("/reader.json"), shared("/files/pdf")],
      `/api/v1/oembed?url=${url}`,
    ]) {
      const answer = await get(path, { ...ELSEWHERE, "if-none-match": etag });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    }
    const closed = await page();
    expect([closed.status, await closed.text()]).toEqual([404, expect.stringContaining("no longer shared")]);
    // Opened again, it gets a new token.
    const opened = await about({ visibility: "unlisted" });
    expect(opened.shareToken).not.toBe(token);
    expect((await get(pathname)).status).toBe(404);
  });

  it("is read as last bound while it is being changed", async () => {
    const before = await manifest();
    const changed = await service.send(
      "POST",
      `/api/v1/manga/sessions/${sessionId}/pages/1/panels/k1/redraw`,
      {},
    );
    expect(changed.status).toBe(200);
    expect(await manifest()).toEqual(before);
    await service.deliver();
    expect((await manifest()).pages[1]?.renditions).not.toEqual(before.pages[1]?.renditions);
  });

  it("uses PNG if it was bound before renditions existed", async () => {
    const { services } = service;
    const schedule = await service.schedule(sessionId);
    const result = schedule.results.finish;
    if (result === undefined) throw new Error("the book is not bound");
    const asJson = (data: unknown) => new TextEncoder().encode(JSON.stringify(data));
    const put = (data: unknown) => services.blobs.put(sessionId, asJson(data), "application/json");
    const finished = (await service.output(sessionId, "finish")) as Record<string, unknown>;
    const book = JSON.parse(
      Buffer.from(await services.blobs.get(sessionId, String(finished.book))).toString(),
    ) as { pages: Record<string, unknown>[]; cover: Record<string, unknown> };
    const { renditions: _, ...cover } = book.cover;
    const pages = book.pages.map(({ renditions: _, ...one }) => one);
    const { reader: _reader, coverRenditions: _cover, ...before } = finished;
    const output = await put({ ...before, book: await put({ ...book, pages, cover }) });
    await services.schedules.update(sessionId, undefined, ({ schedule }) => ({
      schedule: { ...schedule, results: { ...schedule.results, finish: { ...result, output } } },
      value: undefined,
    }));
    // The cached manifest is keyed by the session's state.
    await about({ title: "雨 & 猫" });
    const read = await manifest();
    expect(read.pages.map(({ renditions }) => renditions.map(({ type }) => type))).toEqual([
      ...[["image/png"], ["image/png"], ["image/png"]],
    ]);
    const answer = await get(new URL(read.pages[1]?.renditions[0]?.src ?? "").pathname);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    await services.schedules.update(sessionId, undefined, ({ schedule }) => ({
      schedule: { ...schedule, results: { ...schedule.results, finish: result } },
      value: undefined,
    }));
  });
});

describe("the page of a shared book", () => {
  it("has preview data: title, direction, and a picture that can be loaded", async () => {
    const answer = await page();
    const html = await answer.text();
    const said = new Map(
      [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [
        name,
        content,
      ]),
    );
    expect(said.get("og:title")).toBe("雨 &amp; 猫");
    expect(said.get("og:description")).toContain("右から左へ");
    expect([said.get("og:image:width"), said.get("og:image:type")]).toEqual(["1080", "image/webp"]);
    const picture = await get(new URL(said.get("og:image") ?? "").pathname);
    expect(picture.status).toBe(200);
    expect(html).toContain(`<mekuri-reader src="${shared("/reader.json")}"`);
  });

  it("names the studio's icon, open or closed, so that browsers do not request /favicon.ico", async () => {
    const icon = readFileSync(new URL("../../web/public/icon.svg", import.meta.url), "utf8").trim();
    for (const answer of [await page(), await get("/shared/nobody")]) {
      const [, base64 = ""] =
        /<link rel="icon" type="image\/svg\+xml" href="data:image\/svg\+xml;base64,([^"]+)">/.exec(
          await answer.text(),
        ) ?? [];
      expect([answer.status, atob(base64)]).toEqual([answer.status, icon]);
      expect(answer.headers.get("content-security-policy")).toContain("img-src 'self' data:;");
    }
  });

  it("may be framed by any site, and runs only the reader's script", async () => {
    const { headers } = await page();
    expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.has("x-frame-options")).toBe(false);
    const other = await service.send("GET", "/api/v1/manga/public", undefined, { as: null });
    expect(other.headers.get("x-frame-options")).toBe("DENY");
  });

  it("is hidden from search engines unless its owner lists it and allows indexing", async () => {
    const robots = async () => {
      const answer = await page();
      const isInPage = (await answer.text()).includes('<meta name="robots" content="noindex">');
      return [isInPage, answer.headers.get("x-robots-tag")];
    };
    expect(await robots()).toEqual([true, "noindex"]);
    await about({ findable: true });
    expect(await robots()).toEqual([true, "noindex"]);
    expect(await about({ visibility: "public" })).toMatchObject({ findable: true });
    expect(await robots()).toEqual([false, null]);
    expect((await get(shared("/reader.json"))).headers.has("x-robots-tag")).toBe(false);
    await about({ findable: false });
    expect(await robots()).toEqual([true, "noindex"]);
  });

  it("forbids indexing again after it was closed", async () => {
    await about({ visibility: "public", findable: true });
    expect(await about({ visibility: "private" })).toMatchObject({ findable: false });
  });
});

describe("oEmbed", () => {
  it("answers a book's address with an iframe of the requested size", async () => {
    const url = encodeURIComponent(`http://localhost/shared/${token}`);
    const answer = (await (await oembed(`url=${url}&maxwidth=400`)).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      ...{ version: "1.0", type: "rich", title: "雨 & 猫", width: 400, provider_name: "Mekuri" },
      ...{ thumbnail_width: 1080, cache_age: 0 },
      html: expect.stringContaining(`<iframe src="http://localhost/shared/${token}"`),
    });
    expect(answer.html).toContain('title="雨 &amp; 猫"');
  });

  it("refuses XML, and addresses that are not of its own books", async () => {
    const url = encodeURIComponent(`http://localhost/shared/${token}`);
    const xml = await oembed(`url=${url}&format=xml`);
    expect(xml.status).toBe(501);
    expect(await xml.json()).toMatchObject({ code: "format-unsupported", title: "Not Implemented" });
    for (const wrong of [`https://elsewhere.example/shared/${token}`, "http://localhost/shelf", "nonsense"]) {
      expect((await oembed(`url=${encodeURIComponent(wrong)}`)).status, wrong).toBe(404);
    }
    expect((await oembed("format=json")).status).toBe(422);
  });
});
