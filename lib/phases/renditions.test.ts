// A book's files for screens: its pages and cover as WebP in three widths, its panels as a scrollable column, and `reader.json`, validated
// by the reader's own checks.
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { SAMPLE_STORY, sampleService } from "../api/sample-service.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { readImageHeader } from "../manga/image-header.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { PageRenditionsSchema } from "../manga/page-renditions.ts";
import { hashOf } from "../manga/reader-manifest.ts";

type Service = ReturnType<typeof sampleService>;

/** Base address of the manifest, against which the reader resolves addresses. */
const BASE = "https://books.example/";

let service: Service;
let sessionId: string;

beforeAll(async () => {
  service = sampleService(undefined, {}, { isFullSize: true });
  sessionId = await finishedSession();
}, 120_000);

async function finishedSession(): Promise<string> {
  const body = { text: SAMPLE_STORY, title: "雨の猫", pages: 3 };
  const started = await service.send("POST", "/api/v1/manga/generate", body);
  const { sessionId } = (await started.json()) as { sessionId: string };
  await service.deliver();
  return sessionId;
}

const finished = async () => FinishedBookSchema.parse(await service.output(sessionId, "finish"));
const lettered = async (page: string) =>
  LetteringPageSchema.parse(await service.output(sessionId, `lettering/${page}`));
const shown = async (page: string) =>
  PageRenditionsSchema.parse(await service.output(sessionId, `lettering/${page}/renditions`));
const blob = (hash: string) => service.services.blobs.get(sessionId, hash);
/** Keys of all stored blobs of the book. */
const ownBlobs = () =>
  [...service.services.blobs.blobs.keys()].filter((key) => key.startsWith(`${sessionId}/`));
/** Replaces a page's lettering by one that an earlier version stored, from before renditions had a step of their own. */
async function putBefore(page: string, output: unknown): Promise<void> {
  const { services } = service;
  const json = new TextEncoder().encode(JSON.stringify(output));
  const hash = await services.blobs.put(sessionId, json, "application/json");
  await services.schedules.update(sessionId, undefined, ({ schedule }) => {
    const {
      [`lettering/${page}`]: result,
      [`lettering/${page}/renditions`]: _,
      ...results
    } = schedule.results;
    if (result === undefined) throw new Error(`${page} is not lettered`);
    const { renditionsApart: __, ...before } = result;
    results[`lettering/${page}`] = { ...before, output: hash };
    return { schedule: { ...schedule, results }, value: undefined };
  });
}
const isImage = (bytes: Uint8Array = new Uint8Array()) =>
  ["PNG", "WEBP"].some((name) => Buffer.from(bytes.subarray(0, 16)).includes(name));
async function retitle(title: string): Promise<void> {
  const changed = await service.send("PATCH", `/api/v1/manga/sessions/${sessionId}/params`, { title });
  expect(changed.status).toBe(200);
  await service.deliver();
}
const manifestOf = async (reader: string | undefined) =>
  readManifest(JSON.parse(new TextDecoder().decode(await blob(reader ?? ""))), BASE);

describe("renditions", () => {
  it("are the page as WebP at 360, 1,080 and full width, with metadata on how it was made", async () => {
    const { image, widthPx, heightPx } = await lettered("p001");
    const { renditions, ...rest } = await shown("p001");
    expect(rest).toMatchObject({ number: 1, image });
    expect(renditions.map((one) => one.widthPx)).toEqual([360, 1080, widthPx]);
    expect(renditions.at(-1)).toMatchObject({ heightPx });
    for (const { image, widthPx, heightPx } of renditions) {
      const bytes = await blob(image);
      expect(readImageHeader(bytes)).toMatchObject({
        ...{ contentType: "image/webp", width: widthPx, height: heightPx },
      });
      expect(Buffer.from(bytes).includes("algorithmicMedia")).toBe(true);
    }
  });

  it("are shown to clients with the page and with the cover", async () => {
    const { renditions } = await shown("p001");
    expect(service.projector.pages.get(`${sessionId}/1`)?.renditions).toEqual(renditions);
    expect(service.projector.pages.get(`${sessionId}/1`)).not.toHaveProperty("rendering");
    const { coverRenditions } = await finished();
    expect(coverRenditions).toHaveLength(3);
    expect(service.projector.sessions.get(sessionId)?.coverRenditions).toEqual(coverRenditions);
  });

  it("that were made with a page's lettering stay with it, and none are made again", async () => {
    const stored = ownBlobs();
    const { renditions, strip } = await shown("p003");
    const { reader } = await finished();
    const { renditionsApart: _, ...page } = await lettered("p003");
    await putBefore("p003", { ...page, renditions, strip });
    await retitle("霧の猫");
    const { results } = await service.schedule(sessionId);
    expect(results["lettering/p003/renditions"]).toBeUndefined();
    const document = service.projector.pages.get(`${sessionId}/3`);
    expect(document).toMatchObject({ renditions, state: "done" });
    expect(document).not.toHaveProperty("rendering");
    const [was, is] = [await manifestOf(reader), await manifestOf((await finished()).reader)];
    // The cover has the new title; every page and its column are unchanged.
    expect(is.pages.slice(1)).toEqual(was.pages.slice(1));
    expect(is.strip?.slice(1)).toEqual(was.strip?.slice(1));
    const fresh = ownBlobs().filter((key) => !stored.includes(key));
    const images = fresh.filter((key) => isImage(service.services.blobs.blobs.get(key)));
    // The cover with its title, and its three renditions.
    expect(images).toHaveLength(4);
  });

  it("are made when a book is bound, with the strip, for a page lettered before renditions existed", async () => {
    const { strip: made } = await manifestOf((await finished()).reader);
    // A worker of an earlier version that reads the schedule while pages are lettered does not know of the step.
    const { renditions: __, strip: ___, ...bare } = await lettered("p003");
    await putBefore("p003", { ...bare, renditionsApart: true });
    const { renditionsApart: _, ...before } = await lettered("p002");
    await putBefore("p002", before);
    await retitle("雪の猫");
    expect((await service.schedule(sessionId)).results["lettering/p002/renditions"]).toBeUndefined();
    const { pages, strip } = await manifestOf((await finished()).reader);
    expect(pages.map((page) => page.renditions.length)).toEqual([3, 3, 3, 3]);
    // The cover has the new title, and every other image is unchanged.
    expect(made?.length).toBeGreaterThan(3);
    expect(strip?.slice(1)).toEqual(made?.slice(1));
  });
});

describe("renditions of a version", () => {
  const PageOfVersionSchema = z.object({
    image: z.object({ hash: z.string() }),
    renditions: z.array(z.object({ hash: z.string(), url: z.string(), widthPx: z.int() })),
  });
  const path = () => `/api/v1/manga/sessions/${sessionId}`;
  const pageOf = async (version: number) =>
    PageOfVersionSchema.parse(
      await (await service.send("GET", `${path()}/versions/${version}/pages/1`)).json(),
    );
  const currentVersion = async () => {
    const listed = await service.send("GET", `${path()}/versions`);
    const { versions } = (await listed.json()) as { versions: { number: number; current: boolean }[] };
    return versions.find(({ current }) => current)?.number ?? 0;
  };
  const change = async (method: string, rest: string, body: unknown) => {
    expect((await service.send(method, `${path()}${rest}`, body)).status).toBe(200);
    await service.deliver();
    return currentVersion();
  };

  it("are shown as long as the version is kept, and are restored with it without being made again", async () => {
    const old = await currentVersion();
    const before = await pageOf(old);
    const reader = (await finished()).reader;
    const revised = await change("POST", "/pages/1/panels/k1/redraw", {});
    const [then, now] = [await pageOf(old), await pageOf(revised)];
    expect(then).toEqual(before);
    expect(now.renditions.map(({ widthPx }) => widthPx)).toEqual(
      then.renditions.map(({ widthPx }) => widthPx),
    );
    for (const [index, { hash }] of now.renditions.entries()) {
      expect(hash).not.toBe(then.renditions[index]?.hash);
    }
    for (const { hash, widthPx } of [...then.renditions, ...now.renditions]) {
      expect(readImageHeader(await blob(hash))).toMatchObject({ contentType: "image/webp", width: widthPx });
    }
    const stored = ownBlobs().length;
    const restored = await change("POST", `/versions/${old}/restore`, {});
    expect(await pageOf(restored)).toEqual(before);
    expect((await shown("p001")).renditions.map(({ image }) => image)).toEqual(
      before.renditions.map(({ hash }) => hash),
    );
    expect((await finished()).reader).toBe(reader);
    // For the version that was left, only a snapshot is stored.
    expect(ownBlobs().length - stored).toBeLessThanOrEqual(1);
    expect(await pageOf(revised)).toEqual(now);
  });
});

describe("reader.json", () => {
  it("has the data that the reader needs: pages, panels, speakers and texts", async () => {
    const book = await finished();
    const manifest = await manifestOf(book.reader);
    expect(manifest).toMatchObject({ reader: 1, language: "ja", direction: "rtl" });
    const [cover, first, second] = manifest.pages;
    expect(cover).toMatchObject({ cover: true });
    expect(first).toMatchObject({ label: "1", spread: "second", width: 1820, height: 2570 });
    expect(second).toMatchObject({ label: "2", spread: "first" });
    const texts = manifest.pages.flatMap(({ panels = [] }) => panels.flatMap(({ texts = [] }) => texts));
    expect(texts).toContainEqual({
      kind: "speech",
      text: expect.stringContaining("待って"),
      speaker: "ミナ",
    });
    const page = await lettered("p001");
    expect(first?.panels?.flatMap(({ texts = [] }) => texts)).toHaveLength(page.texts.length);
    expect(first?.panels?.some(({ description }) => description?.includes("ミナ"))).toBe(true);
    for (const { src, type } of manifest.pages.flatMap(({ renditions }) => renditions)) {
      expect([type, (await blob(hashOf(src.slice(BASE.length)))).length > 0]).toEqual(["image/webp", true]);
    }
  });

  it("has the book as a webtoon: after the cover every panel once, in reading order, uncut, in images that can be decoded", async () => {
    const { pages, strip = [] } = await manifestOf((await finished()).reader);
    const [cover, ...images] = strip;
    expect(cover).toMatchObject({ places: [{ y: 0, page: 0 }], renditions: pages[0]?.renditions });
    const order = images.flatMap(({ places = [] }) => places.map(({ page, panel }) => `${page}/${panel}`));
    const panels = pages.flatMap(({ panels = [] }, page) => panels.map((_, panel) => `${page}/${panel}`));
    expect(order).toEqual(panels);
    // At most two images a page, so that scrolling needs few requests.
    expect(images.length).toBeLessThanOrEqual(2 * 3);
    for (const { width, height, renditions, places = [], gap = 0 } of images) {
      expect([width, renditions.length]).toEqual([800, 1]);
      expect(gap).toBeLessThanOrEqual(420);
      const tops = places.map(({ y }) => y);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(height - (tops.at(-1) ?? 0)).toBeGreaterThan(150);
      const bytes = await blob(hashOf((renditions[0]?.src ?? "").slice(BASE.length)));
      expect(readImageHeader(bytes)).toMatchObject({ contentType: "image/webp", width, height });
      expect(bytes.length).toBeLessThan(400_000);
      expect(Buffer.from(bytes).includes("algorithmicMedia")).toBe(true);
    }
    // Each page begins after a gap; images within a page follow each other without one.
    const begins = images.map(({ places = [] }) => places[0]?.panel === 0);
    expect(images.map(({ gap }) => (gap ?? 0) > 0)).toEqual(begins);
  });

  it("contains no text of the story that no page shows", async () => {
    const { reader } = await finished();
    const text = new TextDecoder().decode(await blob(reader ?? ""));
    expect(text).not.toMatch(/action|sentences|leftOut|units/);
  });
});

describe("a deleted book", () => {
  it("also loses the renditions and strips of all its versions", async () => {
    expect(ownBlobs().length).toBeGreaterThan(50);
    expect((await service.send("DELETE", `/api/v1/manga/sessions/${sessionId}`)).status).toBe(204);
    expect(ownBlobs()).toEqual([]);
  });
});
